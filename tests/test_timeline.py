"""The timeline: what stands in its lists, and where in its picture."""

from itertools import combinations, pairwise

import pytest
from support import PROJECT
from support.projects import knowledge_of

from intermestic.knowledge import KnowledgeBase
from intermestic.pages.timeline import MARK, PHONE, Timeline, timeline


@pytest.fixture
def sample_timeline(knowledge: KnowledgeBase) -> Timeline:
    return timeline(knowledge)


@pytest.fixture(scope="module")
def real() -> Timeline:
    return timeline(knowledge_of(PROJECT))


def test_a_life_without_an_end_is_open(sample_timeline: Timeline) -> None:
    bars = {dated.id: bar.span.open_end for dated, bar in sample_timeline.bars}
    assert bars == {"river-treaty": False, "river-pact": True}


def test_dates_stand_by_decade_and_year(sample_timeline: Timeline) -> None:
    (decade,) = sample_timeline.decades
    assert decade.heading == "1990s"
    assert [(year.heading, [date.id for date in year.items]) for year in decade.items] == [
        ("1998", ["treaty-signed"])
    ]


def test_a_life_is_filed_under_the_widest_areas_that_it_is_in(sample_timeline: Timeline) -> None:
    (treaty, pact) = sample_timeline.lives
    assert (treaty.areas, pact.areas) == (("water",), ("water",))


def test_there_is_no_timeline_without_a_source() -> None:
    assert timeline(KnowledgeBase(*[{}] * 8)) is None


def test_all_that_has_a_date_is_in_the_lists_or_the_picture_says_that_it_is_earlier(
    real: Timeline,
) -> None:
    listed = sum(len(year.items) for decade in real.decades for year in decade.items)
    drawn = sum(len(mark.items) for mark in real.marks)
    assert listed == real.dates
    assert drawn + len(real.bars) + real.earlier == real.dates + len(real.lives)


def test_no_mark_lies_over_another_on_a_phone(real: Timeline) -> None:
    for one, other in combinations(real.marks, 2):
        apart = abs(one.span.point - other.span.point) * PHONE / 100
        assert one.y != other.y or apart >= MARK


def test_no_bar_lies_over_the_name_of_another(real: Timeline) -> None:
    bars = [bar for _, bar in (*real.essays, *real.bars)]
    for above, below in pairwise(bars):
        assert above.y + above.height <= below.y
    assert bars[-1].y + bars[-1].height == real.height
