"""The network of ties: its table, and its picture."""

from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from support import PROJECT
from support.projects import knowledge_of

from intermestic.diagrams import text_metrics as lettering
from intermestic.diagrams.network import HUB_TIES, LINE_GAP, MARK, MOST_MARKS, SHAPES
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.network import Network, network
from intermestic.records.models import Actor


@pytest.fixture(scope="module")
def real() -> Network:
    return network(knowledge_of(PROJECT))


def add_members(project: Path, organisation: str, number: int) -> None:
    """Adds so many countries that are members of `organisation`, and of nothing else."""
    for place in range(number):
        record = project / "data" / "actors" / f"land-{place}.yml"
        record.write_text(
            f"name: Land {place}\ntype: country\nsummary: A land.\ncite: northcott-2020#1\n"
            f"member_of: [{{id: {organisation}, cite: northcott-2020#2}}]\n",
            encoding="utf-8",
        )


def test_the_table_has_every_tie_by_label_and_subject(knowledge: KnowledgeBase) -> None:
    found = network(knowledge)
    assert [
        (group.heading, [(subject.heading, [tie.object for tie in subject.items])])
        for group in found.ties
        for subject in group.items
    ] == [
        ("Offices", [("ines-northcott", ["arcadia"])]),
        ("Member of", [("arcadia", ["river-council"])]),
        ("Who took part", [("river-treaty", ["arcadia", "borduria"])]),
        ("Succeeded by", [("river-treaty", ["river-pact"])]),
    ]
    assert (found.count, found.records) == (5, 6)


def test_lines_lead_from_mark_to_mark(knowledge: KnowledgeBase) -> None:
    picture = network(knowledge).picture
    ids = [mark.id for mark in picture.marks]
    (office, *_) = picture.lines
    assert [ids[end] for end in office.ends] == ["ines-northcott", "arcadia"]
    start, end = (picture.marks[place] for place in office.ends)
    assert abs(office.x1 - start.x) <= LINE_GAP
    assert abs(office.y2 - end.y) <= LINE_GAP


def test_a_record_tied_to_a_great_many_is_letters_on_the_marks_of_others(sample: Path) -> None:
    add_members(sample, "river-council", HUB_TIES)
    picture = network(knowledge_of(sample)).picture
    (hub,) = picture.hubs
    assert (hub.id, hub.letters) == ("river-council", "RC")
    marks = {mark.id: mark for mark in picture.marks}
    assert "river-council" not in marks
    assert marks["arcadia"].letters == "RC"
    assert marks["borduria"].letters == ""
    assert picture.only_hubs == HUB_TIES


def test_of_a_great_many_records_the_most_tied_and_those_around_it_are_drawn(
    knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intermestic.diagrams.network.MOST_MARKS", 3)
    picture = network(knowledge).picture
    assert [mark.id for mark in picture.marks] == ["ines-northcott", "arcadia", "river-council"]
    assert picture.left_out == 3


def test_every_type_of_actor_has_a_shape() -> None:
    assert set(SHAPES) == set(get_args(Actor.model_fields["type"].annotation))


def test_no_name_lies_over_another(real: Network) -> None:
    def box(mark):
        half = max(MARK, *(lettering.width(line.rstrip()) for line in mark.name)) / 2
        top = mark.y - MARK // 2
        bottom = top + MARK + lettering.LINE * len(mark.name)
        return mark.x - half, top, mark.x + half, bottom

    for one, other in combinations(map(box, real.picture.marks), 2):
        is_beside = one[2] <= other[0] or other[2] <= one[0]
        assert is_beside or one[3] <= other[1] or other[3] <= one[1]


def test_every_record_is_drawn_or_accounted_for(real: Network) -> None:
    picture = real.picture
    drawn = len(picture.marks) + len(picture.hubs) + picture.only_hubs + picture.left_out
    assert drawn == real.records
    assert len(picture.marks) <= MOST_MARKS


def test_lines_name_marks_that_are_there(real: Network) -> None:
    places = set(range(len(real.picture.marks)))
    assert all(set(line.ends) <= places for line in real.picture.lines)
