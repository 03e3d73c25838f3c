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


def without_accents(text: str) -> str:
    """Return `text` without its accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Return `text` without case and accents, for comparing and sorting names."""
    return without_accents(text).casefold()


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
