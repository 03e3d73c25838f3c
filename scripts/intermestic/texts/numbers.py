"""Numbers as texts write them, in digits, in words or both: 20 million, veinte millones, 1.5."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise, product

from babel import Locale
from text_to_num import alpha2digit

# Which signs may stand before the decimals of a number, and which between its thousands. In
# Spanish it depends on the country: 3.300 is three and a bit in Mexico, and thousands in Spain.
_SIGNS = {"en": ((".", ","),), "es": ((".", ","), (",", ".")), "fr": ((",", " "),)}
DIGITS = r"\d+(?:[.,]\d+)*"
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|re|e|[ºª°])\b")
# What text2num makes of a thousand, mil millones and the like.
_SIZES = {Decimal(10) ** power for power in (3, 6, 9, 12)}
_ADJOINING = re.compile(r"[ -]")
# Between the ends of a range, of which only the second has the size: 2 to $3 billion.
_RANGE = re.compile(r"\s?(?:to|and|or|a|y|o|à|et|ou|-|–)\s?(?:US|CA?)?[$€£]?")
# Words that English has besides.
_TWICE = re.compile(r"\btwice\b")


@cache
def sizes(language: str) -> dict[str, Decimal]:
    """Return the words of a language for a thousand, a million and so on, with their values."""
    formats = Locale.parse(language).compact_decimal_formats["long"]
    return {
        word.replace("'", ""): Decimal(size)
        for number in ("other", "one")
        for size, pattern in formats.get(number, {}).items()
        if " " not in (word := pattern.pattern.lstrip("0").strip()) and size[0] == "1"
        if pattern.pattern.startswith("0 ")
    }


def numbers_in(words: str, language: str) -> set[Decimal]:
    """Return every number in `words`; one that can be read in two ways, in both."""
    words = _TWICE.sub("2", words) if language == "en" else words
    words = _ORDINAL.sub("", alpha2digit(words, language, 0))
    runs = list(_runs(words, language))
    found = {value for _, _, parts in runs for value in _values(parts)}
    for (_, end, low), (start, _, high) in pairwise(runs):
        if len(low) == 1 and len(high) > 1 and _RANGE.fullmatch(words, end, start):
            found |= _values([*low, *high[1:]])
    return found


# Of a number in a run, the values that it may have, and whether it is a size such as a million.
_Part = tuple[set[Decimal], bool]


def _runs(words: str, language: str) -> Iterator[tuple[int, int, list[_Part]]]:
    """Yield where each number begins and ends, and its parts: 1, million, 600, thousand."""
    known = sizes(language)
    token = re.compile(rf"(?<![\w.,]){DIGITS}|\b(?:{'|'.join(known)})\b")
    start = end = 0
    parts: list[_Part] = []
    for match in token.finditer(words):
        size = known.get(match[0])
        values = {size} if size else readings(match[0], language)
        is_size = bool(size) or values <= _SIZES
        goes_on = parts and _ADJOINING.fullmatch(words, end, match.start())
        if parts and not (goes_on and (is_size or parts[-1][1])):
            yield start, end, parts
            parts = []
        if not parts:
            start = match.start()
        parts.append((values, is_size))
        end = match.end()
    if parts:
        yield start, end, parts


def readings(digits: str, language: str) -> set[Decimal]:
    """Return the values that a number in digits may have."""
    found = set()
    for point, thousands in _SIGNS[language]:
        form = rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})*|\d+"
        match = re.fullmatch(rf"({form})(?:{re.escape(point)}(\d+))?", digits)
        if match:
            whole = match[1].replace(thousands, "")
            found.add(Decimal(f"{whole}.{match[2]}" if match[2] else whole))
    return found


def _values(parts: list[_Part]) -> set[Decimal]:
    """Return what the parts of a number come to: 1 million 600 thousand is 1600000."""
    found = set()
    for numbers in product(*(values for values, _ in parts)):
        stack: list[Decimal] = []
        for number, (_, is_size) in zip(numbers, parts, strict=True):
            smaller = Decimal(0)
            while is_size and stack and stack[-1] < number:
                smaller += stack.pop()
            stack.append(smaller * number if smaller else number)
        found.add(sum(stack, Decimal(0)))
    return found
