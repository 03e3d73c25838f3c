"""An axis of years, and where dates stand on it.

Places are in percent of the diagram's width, so that it spreads with the screen while its letters
keep their size.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.records.dates import BEGINNING, END, Day, EdtfDate

# The room left free at both ends, for half of a mark or of a year's number, in percent.
MARGIN = 6.0
# An axis begins where nine tenths of the dates lie ahead: a few old ones would crowd the rest.
SHOWN = 0.9
# A span no longer than this, in percent, looks like a point.
POINT = 4.0
STEPS, MOST_TICKS = (1, 2, 5, 10, 20, 50, 100, 500, 2000), 8


@dataclass(frozen=True)
class Span:
    """The part of an axis that a date covers, in percent.

    `known` is where the part that is known ends. An end is open if nothing tells when it is, or
    if it lies beyond the axis.
    """

    start: float
    end: float
    known: float
    open_start: bool
    open_end: bool

    @property
    def point(self) -> float:
        """The place of a mark for it: the only end that is known, or the middle."""
        if self.open_start != self.open_end:
            return self.end if self.open_start else self.start
        return round((self.start + self.end) / 2, 2)

    @property
    def is_long(self) -> bool:
        """Whether a mark at one point would not show it."""
        return self.end - self.start > POINT or self.open_start or self.open_end


@dataclass(frozen=True)
class Axis:
    """The years from `first` to the end of `last`, and when the newest text was written."""

    first: int
    last: int
    newest: EdtfDate

    @property
    def ticks(self) -> tuple[tuple[int, float], ...]:
        """Round years, eight at most, each with its place."""
        step = next(step for step in STEPS if self.last - self.first < step * MOST_TICKS)
        first = -(-self.first // step) * step
        return tuple((year, self.place(year)) for year in range(first, self.last + 1, step))

    def place(self, years: float) -> float:
        """Return the place of a time in years; a time beyond the axis stands at its end."""
        share = (years - self.first) / (self.last + 1 - self.first)
        return round(MARGIN + (100 - 2 * MARGIN) * min(1.0, max(0.0, share)), 2)

    def span(self, when: EdtfDate) -> Span:
        """Return the span of a date, from its first day to its last."""
        start, end = self.place(_start_of(when.first)), self.place(_end_of(when.last))
        newest = self.place(_end_of(self.newest.last))
        return Span(
            start=start,
            end=end,
            known=max(start, newest) if when.last == END else end,
            open_start=when.first == BEGINNING or when.first[0] < self.first,
            open_end=when.last == END,
        )

    def covers(self, when: EdtfDate) -> bool:
        """Return whether any part of a date lies on the axis."""
        return when.last[0] >= self.first


def _start_of(day: Day) -> float:
    """Return when a day begins, in years of twelve months of 31 days."""
    year, month, number = day
    return year + (month - 1) / 12 + (number - 1) / 372


def _end_of(day: Day) -> float:
    return _start_of(day) + 1 / 372


def axis_of(dates: Iterable[EdtfDate], newest: EdtfDate, shown: float = SHOWN) -> Axis:
    """Return the axis for `dates` and for `newest`, the date of the newest text.

    It runs from the start of the decade from which the share `shown` of them begins to the last
    year.
    """
    dates = sorted((*dates, newest))
    first = dates[int(len(dates) * (1 - shown))].year
    last = max(day[0] for when in dates for day in (when.first, when.last) if day < END)
    return Axis(first // 10 * 10, last, newest)
