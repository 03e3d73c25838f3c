"""An axis of years, and where dates stand on it."""

import pytest

from intermestic.pages.diagrams.axis import Axis, axis_of
from intermestic.records.dates import parse_date

NEWEST = parse_date("2021-10")
AXIS = Axis(1990, 2024, NEWEST)


def test_an_axis_goes_from_the_start_of_a_decade_to_the_last_year() -> None:
    dates = [parse_date(date) for date in ("1993", "2008/2021", "2024", "2009/..")]
    assert axis_of(dates, NEWEST) == AXIS


def test_a_few_old_dates_do_not_crowd_the_others() -> None:
    dates = [parse_date(str(year)) for year in (1848, 1958, *range(1993, 2020))]
    axis = axis_of(dates, NEWEST)
    assert axis.first == 1990
    assert not axis.covers(dates[1])


def test_of_few_dates_none_is_left_out() -> None:
    assert axis_of([parse_date("1958"), parse_date("2021")], NEWEST).first == 1950


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [("1990", 6.0, 8.51), ("2024", 91.49, 94.0), ("1990/2024", 6.0, 94.0), ("1977", 6.0, 6.0)],
)
def test_a_date_stands_from_its_first_day_to_its_last(date: str, start: float, end: float) -> None:
    span = AXIS.span(parse_date(date))
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    ("date", "open_start", "open_end"),
    [
        ("2008/2021", False, False),
        ("2008/..", False, True),
        ("[..2016]", True, False),
        ("1977/1995", True, False),
    ],
)
def test_an_end_that_no_text_gives_or_that_is_off_the_axis_is_open(
    date: str, open_start: bool, open_end: bool
) -> None:
    span = AXIS.span(parse_date(date))
    assert (span.open_start, span.open_end) == (open_start, open_end)


def test_what_has_no_known_end_is_known_up_to_the_newest_text() -> None:
    span = AXIS.span(parse_date("2008/.."))
    assert span.known == AXIS.span(NEWEST).end
    assert span.known < span.end


def test_a_mark_stands_at_the_end_that_is_known() -> None:
    until, since, within = (
        AXIS.span(parse_date(date)) for date in ("[..2016]", "2008/..", "2006/2012")
    )
    assert until.point == until.end
    assert since.point == since.start
    assert within.start < within.point < within.end


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2020, 2021, [2020, 2021]),
        (1990, 2024, [1990, 1995, 2000, 2005, 2010, 2015, 2020]),
        (1840, 2024, [1850, 1900, 1950, 2000]),
    ],
)
def test_ticks_are_round_years(first: int, last: int, years: list[int]) -> None:
    assert [year for year, _ in Axis(first, last, NEWEST).ticks] == years
