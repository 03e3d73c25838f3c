"""Search for records that a new name may already stand for."""

import difflib
import re
from collections.abc import Iterable

from intermestic.reading.validate import ValidRecord
from intermestic.records.base import Record
from intermestic.records.names import fold
from intermestic.records.source import Source
from intermestic.texts.phrases import words_of

ALIKE = 0.88
# Words that make no difference between names.
SMALL_WORDS = frozenset({"a", "an", "and", "de", "del", "for", "in", "la", "of", "on", "the", "y"})


def similar_records(name: str, records: Iterable[ValidRecord]) -> list[ValidRecord]:
    """Return the records with a name, alias or title so like `name` that it may be theirs.

    Alike are names of the same words in any order, whatever their case, accents and small
    words; names that differ by a letter or two; and an acronym of three letters or more with
    the name that it stands for. Names with different numbers are not.
    """
    return [it for it in records if any(_is_alike(name, other) for other in names_of(it.record))]


def names_of(record: Record) -> tuple[str, ...]:
    """Return the names of a record, and the title of a source."""
    title = record.title if isinstance(record, Source) else None
    return (*record.names, *filter(None, [title]))


def _is_alike(name: str, other: str) -> bool:
    first, second = " ".join(sorted(_words(name))), " ".join(sorted(_words(other)))
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    if first == second or _stands_for(name, other) or _stands_for(other, name):
        return True
    matcher = difflib.SequenceMatcher(None, first, second)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _stands_for(acronym: str, name: str) -> bool:
    initials = "".join(word[0] for word in _words(name))
    return len(acronym) >= 3 and acronym.isupper() and fold(acronym) == initials


def _words(name: str) -> list[str]:
    """Return the words of `name` that distinguish it, folded."""
    words = words_of(name)
    return [word for word in words if word not in SMALL_WORDS] or words
