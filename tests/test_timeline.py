"""The timeline: what stands in its lists, and where in its picture."""

from itertools import combinations, pairwise

import pytest
from support import PROJECT
from support.projects import content, context_of

from intermestic.pages.base import Context
from intermestic.pages.timeline import MARK, PHONE, TimelinePage, timeline_page


@pytest.fixture
def sample_timeline(context: Context) -> TimelinePage:
    return timeline_page(context)


@pytest.fixture(scope="module")
def real() -> TimelinePage:
    return timeline_page(context_of(content(PROJECT)))


def test_a_life_without_an_end_is_open(sample_timeline: TimelinePage) -> None:
    bars = {dated.record.words: bar.span.open_end for dated, bar in sample_timeline.bars}
    assert bars == {"River Treaty": False, "River Pact": True}


def test_dates_stand_by_decade_and_year(sample_timeline: TimelinePage) -> None:
    (decade,) = sample_timeline.decades
    assert decade.heading == "1990s"
    assert [(year.years, [dated.record.path for dated in year.dates]) for year in decade.years] == [
        ("1998", ["dates/treaty-signed.md"])
    ]


def test_a_life_is_filed_under_the_widest_areas_that_it_is_in(
    sample_timeline: TimelinePage,
) -> None:
    (treaty, pact) = sample_timeline.lives
    assert (treaty.areas, pact.areas) == (("water",), ("water",))


def test_all_that_has_a_date_is_in_the_lists_or_the_picture_says_that_it_is_earlier(
    real: TimelinePage,
) -> None:
    listed = sum(len(year.dates) for decade in real.decades for year in decade.years)
    drawn = sum(len(mark.year.dates) for mark in real.marks)
    assert listed == real.dates
    assert drawn + len(real.bars) + real.earlier == real.dates + len(real.lives)


def test_no_mark_lies_over_another_on_a_phone(real: TimelinePage) -> None:
    for one, other in combinations(real.marks, 2):
        apart = abs(one.span.point - other.span.point) * PHONE / 100
        assert one.y != other.y or apart >= MARK


def test_no_bar_lies_over_the_name_of_another(real: TimelinePage) -> None:
    bars = [bar for _, bar in (*real.essays, *real.bars)]
    for above, below in pairwise(bars):
        assert above.y + above.height <= below.y
    assert bars[-1].y + bars[-1].height == real.height
