"""English grammar: numbers, plurals and lists as running text has them."""

from collections.abc import Iterable
from decimal import Decimal

SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def counted(number: int, noun: str) -> str:
    """`1 problem`, `2,000 problems`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def listed(names: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *first, last = tuple(names) or ("",)
    return " and ".join(filter(None, (", ".join(first), last)))


def in_words(number: int) -> str:
    """`five`, `13`: small numbers as running text has them."""
    return SMALL_NUMBERS[number] if number < len(SMALL_NUMBERS) else f"{number:,}"


def quantity(value: Decimal) -> str:
    """A number for reading: `15,000`, `350 billion`, `5.6 million`."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= size and value % (size // 1000) == 0:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
