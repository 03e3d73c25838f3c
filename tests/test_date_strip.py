"""The small picture of a record's dates, on its page."""

import pytest
from support import PROJECT
from support.projects import knowledge_of

from intermestic.knowledge import KnowledgeBase
from intermestic.pages.diagrams.date_strip import PHONE, date_strip
from intermestic.pages.links import Links
from intermestic.records.models import DateRecord


@pytest.fixture(scope="module")
def real() -> Links:
    return Links(knowledge_of(PROJECT))


def test_an_initiative_shows_its_life_its_dates_and_when_the_sources_that_speak_of_it_are_of(
    knowledge: KnowledgeBase,
) -> None:
    strip = date_strip(Links(knowledge), "river-treaty")
    assert strip is not None
    assert [bar.name for bar in strip.periods] == [("1998 to 2021",)]
    assert [point.lines for point in strip.points] == [
        ("about May 1998", "The River Treaty is signed")
    ]
    assert [band.source.words for band in strip.bands] == ["Northcott 2020", "Northcott 2022"]


def test_an_actor_shows_how_long_its_relations_held(knowledge: KnowledgeBase) -> None:
    strip = date_strip(Links(knowledge), "ines-northcott")
    assert strip is not None
    assert ["".join(bar.name) for bar in strip.periods] == [
        "Minister of Rivers (former), 2009 to 2011"
    ]


def test_a_record_without_dates_has_no_picture_of_them(knowledge: KnowledgeBase) -> None:
    assert date_strip(Links(knowledge), "river-council") is None


def test_each_date_has_its_name_within_the_narrowest_phone(real: Links) -> None:
    for id, entry in real.knowledge.entries.items():
        strip = date_strip(real, id) if entry.record.in_network else None
        for point in strip.points if strip else ():
            start, end = point.extent
            assert start >= 0
            assert end <= PHONE


def test_of_many_dates_those_of_which_most_is_said_are_shown(real: Links) -> None:
    knowledge = real.knowledge
    strip = date_strip(real, "bilateral-relations")
    assert strip is not None
    dates = {
        real.ref(relation.subject).path: len(knowledge.claims_about.get(relation.subject, ()))
        for relation in knowledge.relations_to["bilateral-relations"]
        if isinstance(knowledge.entries[relation.subject].record, DateRecord)
    }
    shown = [dates.pop(point.record.path) for point in strip.points]
    assert min(shown) >= max(dates.values())
    assert strip.others == len(dates)
