"""English grammar: numbers, plurals, lists and dates as running text has them."""

from collections.abc import Iterable
from decimal import Decimal

from intermestic.records.dates import MONTHS, SEASONS, EdtfDate, Years

SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


ENDINGS = {1: "st", 2: "nd", 3: "rd"}
FOUR_DIGITS = 1000  # a smaller number alone would not be taken for a year


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number and what it counts: `1 problem`, `2,000 problems`, `2 bodies`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Iterable[str]) -> str:
    """Return names as a list in a sentence: `A`, `A and B`, `A, B and C`."""
    *first, last = tuple(names) or ("",)
    return " and ".join(filter(None, (", ".join(first), last)))


def with_capital(text: str) -> str:
    """Return `text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def in_words(number: int) -> str:
    """Return a number as running text has it: `five`, `13`."""
    return SMALL_NUMBERS[number] if number < len(SMALL_NUMBERS) else f"{number:,}"


def quantity(value: Decimal) -> str:
    """Return a number for reading: `15,000`, `350 billion`, `5.6 million`."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= size and value % (size // 1000) == 0:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def date_in_words(date: EdtfDate) -> str:
    """Return what is known of a date: `8 October 2021`, `about 2009`, `between 2006 and 2012`."""
    if date.edtf.startswith("["):
        start, _, end = date.edtf.strip("[]").partition("..")
        only_end, only_start, both = "{1} or earlier", "{0} or later", "between {0} and {1}"
    elif "/" in date.edtf:
        start, end = (part.strip(".") for part in date.edtf.split("/"))
        only_end, only_start, both = "until {1}", "from {0}", "{0} to {1}"
    else:
        return _single_date(date.edtf)
    form = both if start and end else only_start if start else only_end
    return form.format(_single_date(start), _single_date(end))


def years_in_words(years: Years) -> str:
    """Return a year or years as a heading: `2021`, `1990s`, `2006–2012`, `From 1999`."""
    first, last = years
    if first is None:
        return f"Until {year_in_words(last or 0)}"
    if last is None:
        return f"From {year_in_words(first)}"
    if first == last:
        return year_in_words(first)
    if first % 10 == 0 and last == first + 9 and first >= FOUR_DIGITS:
        return f"{first}s"
    return f"{year_in_words(first)}–{last}"


def year_in_words(year: int) -> str:
    """Return a year as readers know it for one: `2021`, `AD 44`."""
    return f"{year}" if year >= FOUR_DIGITS else f"AD {year}"


def ordinal(number: int) -> str:
    """Return a place in a row: `1st`, `2nd`, `11th`, `20th`."""
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else ENDINGS.get(number % 10, 'th')}"


def _single_date(edtf: str) -> str:
    """Return a date without two ends in words; nothing for an end that is open."""
    if not edtf:
        return ""
    known = edtf.rstrip("~?%")
    qualifier = edtf.removeprefix(known)
    year, *rest = known.split("-")
    if year.endswith("XX"):
        words = f"the {ordinal(int(year[:2]) + 1)} century"
    elif year.endswith("X"):
        decade = int(year.replace("X", "0"))
        words = f"the {decade}s" + ("" if decade >= FOUR_DIGITS else " AD")
    else:
        names = [SEASONS.get(int(part)) or MONTHS[int(part)] for part in rest[:1]]
        words = " ".join([*(str(int(day)) for day in rest[1:]), *names, year_in_words(int(year))])
    about = "about " if qualifier in {"~", "%"} else ""
    uncertain = " (uncertain)" if qualifier in {"?", "%"} else ""
    return about + words + uncertain
