"""Characters that no record may hold, since readers cannot see them or tell them from others.

And the runs of a text that are of one script, or that run one way.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")

# Control characters but for tabs and line breaks; line breaks that editors do not show; Unicode's
# Default_Ignorable_Code_Point (bidirectional, zero-width, variation selectors, tags …); fillers;
# surrogates, private use, noncharacters; and what stands where bytes were lost.
_INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Scripts in which some of these belong to a word: joiners, which part or join letters in Arabic,
# Persian, Hindi and their kin; variants of Chinese characters, which names in Japan and China have.
_JOINED = (
    "ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA",
    "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER",
)  # fmt: skip
_JOINERS = "\u200c\u200d"
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Alphabets with letters that look like Latin ones, by the first word of their letters' names.
_LOOK_ALIKES = frozenset(
    {"ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "FULLWIDTH", "GREEK", "LISU", "MATHEMATICAL"}
)
_WORD = re.compile(r"[^\W\d_]+")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENING, _CLOSING = "([“‘«", ")]”’»"


def invisible(text: str) -> re.Match[str] | None:
    """Return a match of the first character of `text` that readers cannot see.

    One that its script needs where it stands is seen, in what it does to its neighbours.
    """
    found = _INVISIBLE.finditer(text)
    return next((match for match in found if not _belongs(text, match.start())), None)


def _belongs(text: str, place: int) -> bool:
    """Whether the invisible character at `place` has a use in the script around it."""
    character, before = text[place], text[place - 1 : place] or " "
    script = unicodedata.name(before, "").partition(" ")[0]
    if character in _JOINERS:
        following = unicodedata.name(text[place + 1 : place + 2] or " ", "").partition(" ")[0]
        return script in _JOINED and following == script
    return bool(_VARIANTS.match(character)) and script == "CJK"


def without_invisible(text: str) -> str:
    """Return `text` without the characters that readers cannot see."""
    return _INVISIBLE.sub(lambda it: it[0] if _belongs(text, it.start()) else "", text)


def look_alike(text: str) -> str:
    """Return the name of the first letter of another alphabet in a Latin word, or nothing.

    A word wholly of another alphabet is a word of another language, and allowed.
    """
    if text.isascii():
        return ""
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        names = [unicodedata.name(letter, "") for letter in word]
        strange = [name for name in names if name.partition(" ")[0] in _LOOK_ALIKES]
        if strange and any(name.startswith("LATIN") for name in names):
            return strange[0]
    return ""


def runs_right_to_left(text: str) -> bool:
    """Whether a text has a letter of a script that runs from right to left, as Arabic does."""
    return bool(_RIGHT_TO_LEFT.search(text))


def ways(text: str, is_right_to_left: bool) -> list[tuple[str, bool]]:
    """Return the runs of a line that runs one way, each with whether it runs the other way."""

    def is_other(letter: str) -> bool | None:
        return (letter.isalpha() and runs_right_to_left(letter) != is_right_to_left) or None

    return [(run, bool(other)) for run, other in runs(text, is_other)]


def runs(text: str, kind: Callable[[str], T | None]) -> list[tuple[str, T | None]]:
    """Return the runs of letters of one kind in a text, each with its kind; None is one too.

    A space or a sign between two letters of a kind is of that kind, so that it keeps its place
    among them; so are a bracket that closes one that is, and a number written without a space.
    What stands after the last letter is of the kind of the first, unless it closes what that
    opened.
    """
    kinds = [kind(letter) for letter in text]
    if not any(kinds):
        return [(text, None)] if text else []
    is_letter = [
        found is not None or letter.isalpha() for letter, found in zip(text, kinds, strict=True)
    ]
    coming = next((found for found, it in zip(kinds, is_letter, strict=True) if it), None)
    following: list[T | None] = []
    for found, it in zip(reversed(kinds), reversed(is_letter), strict=True):
        coming = found if it else coming
        following.append(coming)
    following.reverse()
    end = max((place for place, it in enumerate(is_letter) if it), default=-1)
    opened = 0
    for place, letter in enumerate(text):
        before = kinds[place - 1] if place else None
        if before is None:
            opened = 0
        elif not is_letter[place]:
            closes = opened > 0 and letter in _CLOSING
            is_last = place > end and letter in _CLOSING
            is_number = letter.isdigit() and not text[place - 1].isspace()
            if closes or is_number or (following[place] == before and not is_last):
                kinds[place] = before
            opened += (letter in _OPENING) - closes
    of_letters = zip(text, kinds, strict=True)
    return [
        ("".join(letter for letter, _ in group), found)
        for found, group in groupby(of_letters, lambda pair: pair[1])
    ]


def printable(text: str) -> str:
    """Return `text` on one line, every character escaped that a terminal would not show."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
