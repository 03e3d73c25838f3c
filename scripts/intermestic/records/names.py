"""Names and ids: folding of case and accents, and guesses at what a misspelt one means."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 80
# Names that the site or a file system keeps for itself.
RESERVED_IDS = frozenset(
    {"index", "404", "assets", "search", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)


def is_id(text: str) -> bool:
    """Whether `text` may name a record: lower-case ASCII words joined by hyphens."""
    return not expected_of_id(text)


def expected_of_id(text: str) -> str:
    """Return what an id must be, or an empty string if `text` is one."""
    if text in RESERVED_IDS:
        return "an id that is not a page of the site or a device"
    if len(text) > ID_LENGTH or not re.fullmatch(ID_PATTERN, text):
        return f"an id of at most {ID_LENGTH} lower-case letters, digits and single hyphens"
    return ""


# Alphabets in which a letter with a sign above or below it is found by the letter alone. In others
# such signs are vowels, or make another letter.
_ACCENTED = ("LATIN", "GREEK", "CYRILLIC")


def without_accents(text: str) -> str:
    """Return `text` without its accents."""
    if text.isascii():
        return text
    kept, base = [], " "
    for character in unicodedata.normalize("NFKD", text):
        if not unicodedata.combining(character):
            base = character
        elif unicodedata.name(base, "").startswith(_ACCENTED):
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def fold(text: str) -> str:
    """Return `text` without case and accents, for comparing and sorting names."""
    return without_accents(text).casefold()


# Letters of scripts that put no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff]{3,}")


def endings(names: Iterable[str]) -> tuple[str, ...]:
    """Return what a word within a name may begin with, where nothing tells words apart.

    A search finds words by their beginnings: 幹線 in 新幹線 only if it is given by itself.
    """
    runs = [run for name in names for run in _UNSPACED.findall(name)]
    return tuple(dict.fromkeys(run[start:] for run in runs for start in range(1, len(run) - 1)))


def slug(text: str) -> str:
    """Return the id that a name gives: `U.S. Embassy` is us-embassy; nothing without a letter."""
    without_initials = re.sub(r"(?<=\b[^\W\d_])\.", "", text)
    return re.sub(r"[^a-z0-9]+", "-", fold(without_initials)).strip("-")


def closest(name: str, known: Iterable[str]) -> str:
    """Return the one of `known` that `name` probably means, or an empty string."""
    by_folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    slug = re.sub(r"[\s_]+", "-", fold(name).strip())
    for folded in (fold(name), slug):
        if folded in by_folded:
            return by_folded[folded]
    matches = difflib.get_close_matches(fold(name), by_folded, n=1, cutoff=0.7)
    return by_folded[matches[0]] if matches else ""
