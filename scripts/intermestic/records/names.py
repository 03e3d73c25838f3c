"""Names and ids: folding case and accents, and guessing what a misspelt one meant."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 80
# Page addresses that are ours or that a file system keeps for itself.
RESERVED_IDS = frozenset(
    {"index", "404", "assets", "search", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)


def is_id(text: str) -> bool:
    """Whether `text` may name a record: lower-case ASCII words joined by hyphens."""
    return not expected_of_id(text)


def expected_of_id(text: str) -> str:
    """What `text` would have to be to name a record, or an empty string if it may."""
    if text in RESERVED_IDS:
        return "an id that is not a page of the site or a device"
    if len(text) > ID_LENGTH or not re.fullmatch(ID_PATTERN, text):
        return f"an id of at most {ID_LENGTH} lower-case letters, digits and single hyphens"
    return ""


def without_accents(text: str) -> str:
    """`text` as somebody writes it who leaves the accents out."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: str) -> str:
    """`text` without case and accents, for comparing and sorting names."""
    return without_accents(text).casefold()


def slug(text: str) -> str:
    """The id that `text` gives, if it has a letter or digit: `U.S. Embassy` is us-embassy."""
    without_initials = re.sub(r"(?<=\b[^\W\d_])\.", "", text)
    return re.sub(r"[^a-z0-9]+", "-", fold(without_initials)).strip("-")


def closest(name: str, known: Iterable[str]) -> str:
    """The one of `known` that `name` was probably meant to be, or an empty string."""
    by_folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    slug = re.sub(r"[\s_]+", "-", fold(name).strip())
    for folded in (fold(name), slug):
        if folded in by_folded:
            return by_folded[folded]
    matches = difflib.get_close_matches(fold(name), by_folded, n=1, cutoff=0.7)
    return by_folded[matches[0]] if matches else ""
