"""Dates as far as they are known: EDTF (ISO 8601-2) text, its range, and its English form."""

import calendar
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import cache
from io import StringIO

from edtf import parse_edtf

EXAMPLES = ("2021-10-08", "2009~", "2006/2012", "1999/..", "[2006..2012]", "199X")
EXPECTED = f"an EDTF date such as {', '.join(EXAMPLES[:-1])} or {EXAMPLES[-1]}"
LONGEST = 40
MONTHS = tuple(calendar.month_name)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
Day = tuple[int, int, int]
BEGINNING: Day = (-9999, 1, 1)
END: Day = (9999, 12, 31)

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
# A season's range is its year: which months it has depends on who counts.
_SEASON = re.compile(r"([0-9]{4})-(2[1-4])([~?%]?)")
_ONE_OF = re.compile(r"\[([^,.\]]*)\.\.([^,.\]]*)\]")
# With an open beginning, with an open end, with both ends known.
INTERVAL = ("until {1}", "from {0}", "{0} to {1}")
ONE_OF = ("{1} or earlier", "{0} or later", "between {0} and {1}")
# A day of which not all of the year is known.
_DAY_OF_SOME_YEAR = re.compile(r"[0-9X]*X-(0[1-9]|1[0-2])-([0-9]{2})[~?%]?")
_LEAP_YEAR = 2000
_UNSPECIFIED = re.compile(r"([0-9]{3}X|[0-9]{2}XX)([~?%]?)")
_SINGLE = r"(\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12]\d|3[01]))?)?|\d{3}X|\d\dXX)[~?%]?"
# The forms that records use, for editors; EDTF has rarer ones, and what a calendar lacks fits too.
PATTERN = rf"{_SINGLE}|({_SINGLE}|\.\.)/({_SINGLE}|\.\.)|\[({_SINGLE})?\.\.({_SINGLE})?\]"


@dataclass(frozen=True)
class EdtfDate:
    """A date no more precise than its source: sorts on its range, shows as `str`.

    `first` and `last` are the earliest and latest day it can mean, as (year, month, day).
    """

    first: Day
    last: Day
    edtf: str
    english: str

    def __str__(self) -> str:
        return self.english

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
    def years(self) -> str:
        """The year or years it may lie in: `2021`, `2006–2012`, `From 1999`, `Until 2016`."""
        if self.first == BEGINNING:
            return f"Until {self.last[0]}"
        if self.last == END:
            return f"From {self.first[0]}"
        first, last = self.first[0], self.last[0]
        return str(first) if first == last else f"{first}–{last}"

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None if that is open, or before the year 1."""
        return None if self.first == BEGINNING else _day(self.first)

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None if that is open, or before the year 1."""
        return None if self.last == END else _day(self.last)


def _day(day: Day) -> date | None:
    return date(*day) if MINYEAR <= day[0] <= MAXYEAR else None


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
        """ISO 8601: `2021`, `2021-10`, `2021-10-08`. A season has only its year."""
        year, *rest = self.parts
        return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))


def calendar_date(when: EdtfDate) -> CalendarDate | None:
    """`when` as a calendar has it; None for a span, and for a date that is uncertain."""
    if match := _SEASON.fullmatch(when.edtf):
        parts, season, qualifier = (int(match[1]),), SEASONS[int(match[2])], match[3]
    elif match := _PLAIN.fullmatch(when.edtf):
        parts, season, qualifier = tuple(map(int, filter(None, match.groups()[:3]))), "", match[4]
    else:
        return None
    return CalendarDate(parts, season, qualifier == "~") if qualifier in ("", "~") else None


def exact_date(when: EdtfDate) -> CalendarDate | None:
    """`when` as a calendar has it, unless it is only about then."""
    date = calendar_date(when)
    return None if date is None or date.is_about else date


@cache
def parse_date(text: str) -> EdtfDate:
    """The date that the EDTF string `text` stands for.

    Raises ValueError, its message saying what was expected, for text that is not EDTF,
    a day that the calendar does not have, or an interval that ends before it starts.
    """
    if len(text) > LONGEST or text != text.strip():
        raise ValueError(EXPECTED)
    if match := _ONE_OF.fullmatch(text):
        return _span(text, match[1] or "..", match[2] or "..", ONE_OF)
    if "/" not in text:
        return _parse_single(text)
    start, _, end = text.partition("/")
    if not start or not end:
        raise ValueError("both ends of an interval; write .. for an end that is open")
    return _span(text, start, end, INTERVAL)


def _span(text: str, start: str, end: str, words: tuple[str, str, str]) -> EdtfDate:
    """The date from `start` to `end`, either of which may be open (`..`)."""
    if start == end == "..":
        raise ValueError(EXPECTED)
    low = EdtfDate(BEGINNING, BEGINNING, start, "") if start == ".." else _parse_single(start)
    high = EdtfDate(END, END, end, "") if end == ".." else _parse_single(end)
    if high.last < low.first:
        raise ValueError("an interval that ends after it starts")
    phrase = words[0] if start == ".." else words[1] if end == ".." else words[2]
    return EdtfDate(low.first, high.last, text, phrase.format(low, high))


def _parse_single(text: str) -> EdtfDate:
    # The library takes milliseconds a date, so the commonest form is read here.
    if match := _SEASON.fullmatch(text):
        year = int(match[1])
        words = f"{SEASONS[int(match[2])]} {year}"
        return EdtfDate((year, 1, 1), (year, 12, 31), text, _qualified(words, match[3]))
    if match := _PLAIN.fullmatch(text):
        year, month, day = (int(part or 0) for part in match.group(1, 2, 3))
        return _plain_date(text, year, month, day, match[4])
    try:
        # On some malformed dates the library prints, and fails in ways it does not document.
        with redirect_stdout(StringIO()):
            parsed = parse_edtf(text)
            first, last = (tuple(end[:3]) for end in (parsed.lower_strict(), parsed.upper_strict()))
    except Exception:
        raise ValueError(EXPECTED) from None
    if not BEGINNING <= first <= last <= END:
        raise ValueError(EXPECTED)
    if match := _DAY_OF_SOME_YEAR.fullmatch(text):  # the library lets a 31 June pass
        month, day = int(match[1]), int(match[2])
        if day > (length := calendar.monthrange(_LEAP_YEAR, month)[1]):
            raise ValueError(f"a day from 01 to {length} in {MONTHS[month]}")
    return EdtfDate(first, last, text, _in_english(text))


def _plain_date(text: str, year: int, month: int, day: int, qualifier: str) -> EdtfDate:
    has_month, has_day = text.count("-") >= 1, text.count("-") == 2
    if has_month and not 1 <= month <= 12:
        raise ValueError("a month from 01 to 12")
    last_month = month or 12
    length = calendar.monthrange(year or 4, last_month)[1]
    if has_day and not 1 <= day <= length:
        raise ValueError(f"a day from 01 to {length} in {MONTHS[month]} {year}")
    first = (year, month or 1, day or 1)
    last = (year, last_month, day or length)
    words = [str(day)] * has_day + [MONTHS[month]] * has_month + [str(year)]
    return EdtfDate(first, last, text, _qualified(" ".join(words), qualifier))


def _in_english(text: str) -> str:
    if match := _UNSPECIFIED.fullmatch(text):
        return _qualified("the " + match[1].replace("X", "0") + "s", match[2])
    return text


def _qualified(words: str, qualifier: str) -> str:
    about = "about " if qualifier in {"~", "%"} else ""
    uncertain = " (uncertain)" if qualifier in {"?", "%"} else ""
    return about + words + uncertain
