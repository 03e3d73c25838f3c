"""The small picture of a record's dates, on its page."""

from itertools import pairwise

import pytest
from support import PROJECT
from support.projects import knowledge_of

from intermestic.diagrams.date_strip import MARK, date_strip
from intermestic.knowledge import KnowledgeBase
from intermestic.links import Links


@pytest.fixture(scope="module")
def real() -> Links:
    return Links(knowledge_of(PROJECT))


def test_an_initiative_shows_its_life_its_dates_and_the_sources_that_speak_of_it(
    knowledge: KnowledgeBase,
) -> None:
    strip = date_strip(Links(knowledge), "river-treaty")
    assert strip is not None
    assert [bar.name for bar in strip.periods] == [("1998 to 2021",)]
    assert [mark.names for mark in strip.dates] == [("The River Treaty is signed",)]
    assert [mark.names for mark in strip.sources] == [("Northcott 2020", "Northcott 2022")]


def test_an_actor_shows_how_long_its_relations_held(knowledge: KnowledgeBase) -> None:
    strip = date_strip(Links(knowledge), "ines-northcott")
    assert strip is not None
    assert ["".join(bar.name) for bar in strip.periods] == [
        "Minister of Rivers (former), 2009 to 2011"
    ]


def test_a_record_without_dates_has_no_picture_of_them(knowledge: KnowledgeBase) -> None:
    assert date_strip(Links(knowledge), "river-council") is None


def test_marks_too_close_to_be_apart_are_one(real: Links) -> None:
    for id, entry in real.knowledge.entries.items():
        strip = date_strip(real, id) if entry.record.in_network else None
        for marks in (strip.dates, strip.sources) if strip else ():
            points = [mark.point for mark in marks]
            assert all(b - a >= MARK for a, b in pairwise(points))
