"""Dates as far as they are known: text in EDTF (ISO 8601-2), and the days that it can mean.

Records may use these forms of EDTF: a day, month, season, year, decade (`199X`) or century
(`19XX`), each with a qualifier (`~` about, `?` uncertain, `%` both) or without; an interval
between two of them (`2006/2012`, `1999/..`); and one day out of a range (`[2006..2012]`).
`english` has each of them in words.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

EXAMPLES = ("2021-10-08", "2009~", "2006/2012", "1999/..", "[2006..2012]", "199X")
EXPECTED = f"an EDTF date such as {', '.join(EXAMPLES[:-1])} or {EXAMPLES[-1]}"
MONTHS = tuple(calendar.month_name)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
Day = tuple[int, int, int]
# The ends of what is open: before and after every day that a record can name.
BEGINNING: Day = (0, 1, 1)
END: Day = (10_000, 1, 1)
# A year after it is a slip, or stands for "never".
LAST_YEAR = 2999

_SINGLE = re.compile(
    r"(?P<year>[0-9]{2}XX|[0-9]{3}X|[0-9]{4})"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<qualifier>[~?%]?)"
)
_ONE_OF = re.compile(r"\[([^,.\]]*)\.\.([^,.\]]*)\]")
_WRITTEN = r"(\d\dXX|\d{3}X|\d{4}(-(2[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?)[~?%]?"
# The same forms for editors' JSON Schema, which knows no calendar.
PATTERN = rf"{_WRITTEN}|({_WRITTEN}|\.\.)/({_WRITTEN}|\.\.)|\[({_WRITTEN})?\.\.({_WRITTEN})?\]"


class Years(NamedTuple):
    """The first and the last year in which something can lie; None if that end is open."""

    first: int | None
    last: int | None


@dataclass(frozen=True)
class EdtfDate:
    """A date no more precise than its source; sorts on its range, prints as EDTF.

    `first` and `last` are the earliest and latest day it can mean, as (year, month, day).
    """

    first: Day
    last: Day
    edtf: str

    def __str__(self) -> str:
        return self.edtf

    def __lt__(self, other: "EdtfDate") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[Day, Day]:
        # An open beginning is no beginning: "until 2016" belongs with 2016.
        return (self.last if self.first == BEGINNING else self.first, self.last)

    @property
    def is_uncertain(self) -> bool:
        """Whether the text gives it only as about, as perhaps, or as one of several."""
        return bool(re.search(r"[~?%X\[]", self.edtf))

    @property
    def year(self) -> int:
        """The year under which it is listed: that of its beginning, if it has one."""
        return self._order[0][0]

    @property
    def years(self) -> Years:
        """The years in which it can lie."""
        return Years(
            None if self.first == BEGINNING else self.first[0],
            None if self.last == END else self.last[0],
        )

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None if that is open."""
        return None if self.first == BEGINNING else date(*self.first)

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None if that is open."""
        return None if self.last == END else date(*self.last)


@dataclass(frozen=True)
class CalendarDate:
    """One year, season, month or day, as other formats write dates.

    `parts`: the year, with the month and the day as far as they are known.
    """

    parts: tuple[int, ...]
    season: str = ""
    is_about: bool = False

    @property
    def iso(self) -> str:
        """Its form in ISO 8601: `2021`, `2021-10`, `2021-10-08`. A season has only its year."""
        year, *rest = self.parts
        return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))


def calendar_date(date: EdtfDate) -> CalendarDate | None:
    """Return `date` as a calendar has it; None for a span, and for a date that is uncertain."""
    match = _SINGLE.fullmatch(date.edtf)
    if not match or "X" in match["year"] or match["qualifier"] not in ("", "~"):
        return None
    year, *rest = (int(part) for part in match.group("year", "month", "day") if part)
    is_about = match["qualifier"] == "~"
    if rest and rest[0] in SEASONS:
        return CalendarDate((year,), SEASONS[rest[0]], is_about)
    return CalendarDate((year, *rest), is_about=is_about)


def exact_date(date: EdtfDate) -> CalendarDate | None:
    """Return `date` as a calendar has it, unless it is only about then."""
    found = calendar_date(date)
    return None if found is None or found.is_about else found


def rough_date(date: EdtfDate) -> CalendarDate | None:
    """Return `date` as a calendar has it, one that is uncertain as about then; None for a span."""
    if re.fullmatch(r"[^X/\[]+[?%]", date.edtf):
        date = _single(date.edtf[:-1] + "~")
    return calendar_date(date)


def closed_span(date: EdtfDate) -> tuple[CalendarDate, CalendarDate] | None:
    """Return both ends of a span whose ends are known for sure; None for any other date.

    A decade or a century is one, and so is one date out of a range.
    """
    if re.fullmatch(r"[0-9X]{4}", date.edtf) and "X" in date.edtf:
        return CalendarDate(date.first[:1]), CalendarDate(date.last[:1])
    start, _, end = date.edtf.strip("[]").replace("..", "/").partition("/")
    if not (start.strip("/") and end.strip("/")) or "X" in start + end:
        return None
    first, last = exact_date(_single(start)), exact_date(_single(end))
    if first is None or last is None or first.season or last.season:
        return None
    return first, last


def ends(date: EdtfDate) -> tuple[EdtfDate | None, EdtfDate | None] | None:
    """Return where an interval begins and where it ends, None for an end that is open.

    Any other date has no ends of its own: the answer is None.
    """
    if "/" not in date.edtf:
        return None
    start, end = (None if part == ".." else _single(part) for part in date.edtf.split("/"))
    return start, end


def parse_date(text: str) -> EdtfDate:
    """Return the date that the EDTF string `text` stands for.

    Raises ValueError, its message saying what was expected, for text in another form, a day
    that the calendar does not have, or an interval that ends before it starts.
    """
    if match := _ONE_OF.fullmatch(text):
        return _span(text, match[1] or "..", match[2] or "..")
    if "/" not in text:
        return _single(text)
    start, _, end = text.partition("/")
    if not start or not end:
        raise ValueError("both ends of an interval; write .. for an end that is open")
    return _span(text, start, end)


def _span(text: str, start: str, end: str) -> EdtfDate:
    """Return the date from `start` to `end`, either of which may be open (`..`)."""
    if start == end == "..":
        raise ValueError(EXPECTED)
    first = BEGINNING if start == ".." else _single(start).first
    last = END if end == ".." else _single(end).last
    if last < first:
        raise ValueError("an interval that ends after it starts")
    return EdtfDate(first, last, text)


def _single(text: str) -> EdtfDate:
    """Return the date `text`, which has no two ends."""
    match = _SINGLE.fullmatch(text)
    if not match or ("X" in match["year"] and match["month"]):
        raise ValueError(EXPECTED)
    earliest, latest = (int(match["year"].replace("X", digit)) for digit in "09")
    if earliest == 0 or latest > LAST_YEAR:
        raise ValueError(f"a year from 0001 to {LAST_YEAR}")
    month, day = (int(part) if part else None for part in match.group("month", "day"))
    if month is None or (month in SEASONS and day is None):
        # A season's range is its year: which months it has depends on who counts.
        return EdtfDate((earliest, 1, 1), (latest, 12, 31), text)
    if not 1 <= month <= 12:
        raise ValueError("a month from 01 to 12")
    length = calendar.monthrange(earliest, month)[1]
    if day is not None and not 1 <= day <= length:
        raise ValueError(f"a day from 01 to {length} in {MONTHS[month]} {earliest}")
    return EdtfDate((earliest, month, day or 1), (earliest, month, day or length), text)
