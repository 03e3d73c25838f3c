"""The small pictures on a record's page: of its ties, and of its dates."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from support import PROJECT
from support.projects import knowledge_of

from intermestic.diagrams import text_metrics as lettering
from intermestic.diagrams.date_strip import MARK, date_strip
from intermestic.diagrams.neighbours import LEFT, MOST, NAME_GAP, neighbours_diagram
from intermestic.diagrams.network import NAME_WIDTH, NETWORKED
from intermestic.knowledge import KnowledgeBase


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return knowledge_of(PROJECT)


def networked(knowledge: KnowledgeBase) -> list[str]:
    return [id for collection in NETWORKED for id in knowledge.ids[collection]]


def test_the_ties_of_a_record_lead_to_its_neighbours_in_two_columns(
    knowledge: KnowledgeBase,
) -> None:
    picture = neighbours_diagram(knowledge, "river-treaty")
    assert picture is not None
    assert [(n.id, n.is_left) for n in picture.neighbours] == [
        ("arcadia", True),
        ("borduria", True),
        ("river-pact", False),
    ]
    assert [kind.heading for kind in picture.lines] == ["Who took part", "Succeeded by"]
    assert picture.more == 0


def test_neighbours_that_are_tied_to_each_other_have_a_line_between(sample: Path) -> None:
    treaty = sample / "data" / "initiatives" / "river-treaty.yml"
    text = treaty.read_text(encoding="utf-8")
    party = "parties:\n  - {id: river-council, cite: northcott-2020#2}\n"
    treaty.write_text(text.replace("parties:\n", party), encoding="utf-8")
    picture = neighbours_diagram(knowledge_of(sample), "river-treaty")
    assert picture is not None
    assert "Member of" in [kind.heading for kind in picture.lines]


def test_a_record_with_two_neighbours_has_no_picture_of_its_ties(knowledge: KnowledgeBase) -> None:
    assert neighbours_diagram(knowledge, "borduria") is None


def test_of_many_neighbours_those_named_together_with_it_most_often_are_shown(
    real: KnowledgeBase,
) -> None:
    picture = neighbours_diagram(real, "mexico")
    assert picture is not None
    assert len(picture.neighbours) == MOST
    shown = {neighbour.id for neighbour in picture.neighbours}
    assert "merida-initiative" in shown
    assert "mexican-public-security-secretariat" not in shown
    assert picture.more > 50


def test_names_of_neighbours_fit_their_column_and_do_not_overlap(real: KnowledgeBase) -> None:
    for id in networked(real):
        picture = neighbours_diagram(real, id)
        for one, other in combinations(picture.neighbours if picture else (), 2):
            room = (len(one.name) + len(other.name)) * lettering.LINE / 2
            assert one.x != other.x or abs(one.y - other.y) >= max(24, room)
            assert all(lettering.width(line) <= LEFT - NAME_GAP for line in one.name)


@pytest.mark.parametrize("room", [LEFT - NAME_GAP, NAME_WIDTH])
def test_no_word_of_a_real_name_is_broken(real: KnowledgeBase, room: int) -> None:
    for id in networked(real):
        *lines, _ = lettering.lines(real.entries[id].record.name, room)
        assert [line for line in lines if line[-1] not in " -"] == []


def test_an_initiative_shows_its_life_its_dates_and_the_sources_that_speak_of_it(
    knowledge: KnowledgeBase,
) -> None:
    strip = date_strip(knowledge, "river-treaty")
    assert strip is not None
    assert [bar.name for bar in strip.periods] == [("1998 to 2021",)]
    assert [mark.ids for mark in strip.dates] == [("treaty-signed",)]
    assert [mark.ids for mark in strip.sources] == [("northcott-2020", "northcott-2022")]


def test_an_actor_shows_how_long_its_ties_held(knowledge: KnowledgeBase) -> None:
    strip = date_strip(knowledge, "ines-northcott")
    assert strip is not None
    assert ["".join(bar.name) for bar in strip.periods] == [
        "Minister of Rivers (former), 2009 to 2011"
    ]


def test_a_record_without_dates_has_no_picture_of_them(knowledge: KnowledgeBase) -> None:
    assert date_strip(knowledge, "river-council") is None


def test_marks_too_close_to_be_apart_are_one(real: KnowledgeBase) -> None:
    for id in networked(real):
        strip = date_strip(real, id)
        for marks in (strip.dates, strip.sources) if strip else ():
            points = [mark.point for mark in marks]
            assert all(b - a >= MARK for a, b in pairwise(points))
