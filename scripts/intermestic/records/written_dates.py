"""Dates as texts write them, in English, Spanish and French.

What is not surely understood is left open: a date without a year, 10/06/2019, which has its day
or its month first, and a day that the calendar does not have.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from babel.dates import get_month_names

from intermestic.records.dates import SEASONS, parse_date

Width = Literal["wide", "abbreviated"]
_SEASONS = {**{name: number for number, name in SEASONS.items()}, "fall": 23}


def _months(*languages: str, width: Width) -> dict[str, int]:
    """Return the number of each month by its names in the `languages`, without a full stop."""
    return {
        name.rstrip("."): number
        for language in languages
        for number, name in get_month_names(width, locale=language).items()
    }


# English writes months with a capital, and the others without; short names of theirs are words
# of English too (ago, may, set).
_WIDTHS: tuple[Width, ...] = ("wide", "abbreviated")
_ENGLISH = [_months("en", "en_GB", width=width) for width in _WIDTHS]
_OTHERS = [_months("es", "fr", width=width) for width in _WIDTHS]
_ALL = [english | others for english, others in zip(_ENGLISH, _OTHERS, strict=True)]
_MONTHS = {name.lower(): number for months in _ALL for name, number in months.items()}


def _one_of(wide: Iterable[str], short: Iterable[str] = ()) -> str:
    """Return a pattern of the names of months; one that is cut short may end with a full stop."""
    cut = "|".join(sorted({*short} - {*wide}, key=len, reverse=True)) or "(?!)"
    return rf"(?:{'|'.join(wide)}|(?:{cut})\b\.?)(?![^\W\d])"


_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[ºª°])?(?:\s?[-–]\s?(?P<last>\d{1,2}))?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_EN = f"(?P<month>{_one_of(*_ENGLISH)})"
_ANY = f"(?P<month>{_one_of(*_ALL)})"
_OTHER = f"(?P<month>{_one_of(_OTHERS[0])})"
_SEASON = f"(?P<month>(?i:{'|'.join(_SEASONS)}))"
_OF = r"\s(?:de|del)\s"
# The forms of a date; of those that fit a place in a text, the first counts.
_FORMS = tuple(
    rf"(?<![\w/$€£])(?<!\d[.,]){form}(?![\w/]|-\d)"
    for form in (
        rf"(?P<iso>{_YEAR}-\d\d-\d\d)",
        r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}",
        rf"{_DAYS}{_OF}(?i:{_OTHER})(?:(?:{_OF}|,?\s){_YEAR})?",
        rf"{_DAYS}\s{_ANY},?\s{_YEAR}",
        rf"{_DAYS}\s{_EN}",
        rf"{_EN}\s{_DAYS}(?:,?\s{_YEAR})?",
        rf"(?i:{_OTHER}){_OF}{_YEAR}",
        rf"{_EN}(?:\sof|,)?\s{_YEAR}",
        rf"{_OTHER}\s{_YEAR}",
        rf"{_SEASON}(?:\sof)?\s{_YEAR}",
        r"(?P<decade>(?:1[6-9]|20)\d)0s",
        r"(?:1[6-9]|20)\d\d-\d\d",
        _YEAR,
    )
)
_IN_A_TEXT = tuple(re.compile(form) for form in _FORMS)
_ALONE = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def find_dates(words: str) -> Iterator[re.Match[str]]:
    """Yield the dates in `words`, in order, whether or not it is sure what they mean."""
    at = 0
    while found := [match for form in _IN_A_TEXT if (match := form.search(words, at))]:
        first = min(found, key=lambda match: (match.start(), -match.end()))
        yield first
        at = first.end()


def as_edtf(words: str) -> str:
    """Return the date that a text writes as `words` in EDTF, or nothing unless it is surely meant.

    `10/06/2019` has its day or its month first, `2009-10` may be two years, `1900s` a century.
    """
    match = next(filter(None, (form.fullmatch(words) for form in _ALONE)), None)
    parts = match.groupdict() if match else {}
    if decade := parts.get("decade"):
        return "" if decade.endswith("0") else f"{decade}X"
    if parts.get("iso") or not (year := parts.get("year")):
        return _checked(parts.get("iso") or "")
    name = (parts.get("month") or "").lower().rstrip(".")
    month = _MONTHS.get(name) or _SEASONS.get(name)
    start = "-".join([year, *(f"{int(part):02}" for part in (month, parts.get("day")) if part)])
    last = parts.get("last")
    return _checked(f"{start}/{start[:8]}{int(last):02}" if last else start)


def likely_edtf(words: str) -> str:
    """Return the date in EDTF that was surely meant by `words` in a record, or nothing.

    It may be of numbers of which only one can be the day, about a date, or from one to another.
    """
    words = re.sub(r"\A(?:the|in|on)\s|T\d\d:.*\Z", "", words.strip())
    if about := re.fullmatch(r"(?:c\.|ca\.|circa|about|around)\s*(.+)", words, re.IGNORECASE):
        known = likely_edtf(about[1])
        return f"{known}~" if known else ""
    between = r"\s(?:to|until|through|a|al|–|-)\s|(?<=\d)[–-](?=\d{4}\Z)"
    ends = re.fullmatch(rf"(.+?)(?:{between})(.+)", words)
    if ends and all(both := (likely_edtf(ends[1]), likely_edtf(ends[2]))):
        return _checked("/".join(both))
    numbers = re.fullmatch(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})", words)
    numbers = numbers or re.fullmatch(r"(\d{4})()(\d\d)(\d\d)", words)
    if numbers:
        first, _, second, third = numbers.groups()
        if len(first) == 4:
            return _checked(f"{first}-{second:0>2}-{third:0>2}")
        day, month = (first, second) if int(first) > 12 else (second, first)
        return _checked(f"{third}-{month:0>2}-{day:0>2}") if int(day) > 12 else ""
    return as_edtf(words)


def _checked(edtf: str) -> str:
    """Return a date as it is, or nothing if the calendar lacks it."""
    try:
        return parse_date(edtf).edtf
    except ValueError:
        return ""
