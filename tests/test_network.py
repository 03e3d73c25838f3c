"""The network of relations: its tables, and its picture."""

from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from intermestic.diagrams.network import HUB_RELATIONS, LINE_GAP, MARK, MOST_MARKS, SHAPES
from support import PROJECT
from support.projects import content, context_of

from intermestic.diagrams import text_metrics
from intermestic.pages.base import Context
from intermestic.pages.network import NetworkPage, network_page
from intermestic.records.models import Actor


@pytest.fixture(scope="module")
def real() -> NetworkPage:
    return network_page(context_of(content(PROJECT)))


def add_members(project: Path, organization: str, number: int) -> None:
    """Add so many countries that are members of `organization`, and of nothing else."""
    for place in range(number):
        record = project / "data" / "actors" / f"land-{place}.yml"
        record.write_text(
            f"name: Land {place}\ntype: country\nsummary: A land.\ncite: northcott-2020#1\n"
            f"member_of: [{{id: {organization}, cite: northcott-2020#2}}]\n",
            encoding="utf-8",
        )


def test_the_tables_have_every_relation_by_name_and_subject(context: Context) -> None:
    page = network_page(context)
    assert [
        (table.name, subject.record.path, [line.other.path for line in subject.relations])
        for table in page.tables
        for subject in table.subjects
    ] == [
        ("offices", "actors/ines-northcott.md", ["actors/arcadia.md"]),
        ("member_of", "actors/arcadia.md", ["actors/river-council.md"]),
        (
            "parties",
            "initiatives/river-treaty.md",
            ["actors/arcadia.md", "actors/borduria.md"],
        ),
        ("succeeded_by", "initiatives/river-treaty.md", ["initiatives/river-pact.md"]),
    ]
    assert (page.count, page.records) == (5, 6)


def test_lines_lead_from_mark_to_mark(context: Context) -> None:
    diagram = network_page(context).diagram
    names = [mark.record.words for mark in diagram.marks]
    (office, *_) = diagram.lines
    assert [names[end] for end in office.ends] == ["Inés Northcott", "Arcadia"]
    start, end = (diagram.marks[place] for place in office.ends)
    assert abs(office.x1 - start.x) <= LINE_GAP
    assert abs(office.y2 - end.y) <= LINE_GAP


def test_a_record_related_to_a_great_many_is_letters_on_the_marks_of_others(sample: Path) -> None:
    add_members(sample, "river-council", HUB_RELATIONS)
    diagram = network_page(context_of(content(sample))).diagram
    (hub,) = diagram.hubs
    assert (hub.record.path, hub.letters) == ("actors/river-council.md", "RC")
    marks = {mark.record.words: mark for mark in diagram.marks}
    assert "River Council" not in marks
    assert marks["Arcadia"].letters == "RC"
    assert marks["Borduria"].letters == ""
    assert diagram.only_hubs == HUB_RELATIONS


def test_of_a_great_many_records_the_most_related_and_those_around_it_are_drawn(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intermestic.diagrams.network.MOST_MARKS", 3)
    diagram = network_page(context).diagram
    assert [mark.record.path for mark in diagram.marks] == [
        "actors/ines-northcott.md",
        "actors/arcadia.md",
        "actors/river-council.md",
    ]
    assert diagram.left_out == 3


def test_every_type_of_actor_has_a_shape() -> None:
    assert set(SHAPES) == set(get_args(Actor.model_fields["type"].annotation))


def test_no_name_lies_over_another(real: NetworkPage) -> None:
    def box(mark):
        half = max(MARK, *(text_metrics.width(line.rstrip()) for line in mark.name)) / 2
        top = mark.y - MARK // 2
        bottom = top + MARK + text_metrics.LINE * len(mark.name)
        return mark.x - half, top, mark.x + half, bottom

    for one, other in combinations(map(box, real.diagram.marks), 2):
        is_beside = one[2] <= other[0] or other[2] <= one[0]
        assert is_beside or one[3] <= other[1] or other[3] <= one[1]


def test_every_record_is_drawn_or_accounted_for(real: NetworkPage) -> None:
    diagram = real.diagram
    drawn = len(diagram.marks) + len(diagram.hubs) + diagram.only_hubs + diagram.left_out
    assert drawn == real.records
    assert len(diagram.marks) <= MOST_MARKS


def test_lines_name_marks_that_are_there(real: NetworkPage) -> None:
    places = set(range(len(real.diagram.marks)))
    assert all(set(line.ends) <= places for line in real.diagram.lines)
