"""Characters that no record may hold: readers cannot see them, or tell them from others."""

import re
import unicodedata

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
        names = [unicodedata.name(letter, "") for letter in word]
        strange = [name for name in names if name.partition(" ")[0] in _LOOK_ALIKES]
        if strange and any(name.startswith("LATIN") for name in names):
            return strange[0]
    return ""


def printable(text: str) -> str:
    """Return `text` on one line, every character escaped that a terminal would not show."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
