"""Search for the names of records in running text.

Accents never matter. Case matters where it makes the name:

- a name in capitals alone (LA, US, SRE) is found in capitals only, for "la" is not LA;
- another name that begins with a capital (Fox, National Guard) is found with a capital only,
  unless the capital is there because it begins a name (Trade talks) or because the record is
  a policy area or a term;
- otherwise any case will do.

Of names that overlap, the first counts; of those that begin together, the longest; of equally
long ones, the one that the text writes as the record does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from intermestic.records.base import Record
from intermestic.records.fields import SUBJECTS
from intermestic.records.names import without_accents
from intermestic.records.source import ENGLISH

# Collections whose names are words that a text writes with a capital or without.
COMMON = ("policy_areas", "terms")
# What other languages call the United States for short.
_UNITED_STATES = {"es": ("EE.UU.", "EEUU", "E.U.A."), "fr": ("É.-U.",)}
_WORD = re.compile(r"[^\W_]+")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """A name in a text, its place, and the records `ids` that have it (several may share it)."""

    ids: tuple[str, ...]
    words: str
    start: int
    end: int

    def is_within(self, places: Iterable[tuple[int, int]]) -> bool:
        """Whether one of the `places` in the same text has all of it."""
        return any(start <= self.start and self.end <= end for start, end in places)


@dataclass(frozen=True)
class _Name:
    """A name of the record `id`: its words without accents, folded, and as they are written."""

    id: str
    folded: Words
    written: tuple[Words, ...]
    needs_case: bool
    needs_capital: bool
    has_stop: bool  # at its end, as U.S. has

    def rank(self, words: Words) -> tuple[int, bool]:
        """Return how well `words` match this name once folded alike; (0, False) is not at all."""
        as_written = words in self.written
        is_match = as_written or not self.needs_case
        if not is_match or (self.needs_capital and not words[0][0].isupper()):
            return 0, False
        return len(words), as_written


class NameIndex:
    """The names and aliases of records, for finding them in a text."""

    def __init__(self, records: Iterable[tuple[str, str, Record]], language: str = ENGLISH) -> None:
        """Index the records that statements can be about, given as collection, id and record.

        A text in another `language` calls countries by the names that it has for them.
        """
        countries = _countries(language)
        self._beginning_with: dict[str, list[_Name]] = defaultdict(list)
        for collection, id, record in records:
            if collection in SUBJECTS:
                for text in sorted({*record.names, *countries.get(record.name, ())}):
                    name = _name(id, text, is_common=collection in COMMON)
                    if name.folded:
                        self._beginning_with[name.folded[0]].append(name)

    def has_beginning(self, letters: str) -> bool:
        """Whether a name begins with these folded `letters`, as Mexico does with `mexi`."""
        return any(word.startswith(letters) for word in self._beginning_with)

    def mentions_in(self, text: str) -> Iterator[Mention]:
        """Yield every mention of a record in `text`, in order."""
        places = list(_WORD.finditer(text))
        words = tuple(without_accents(place[0]) for place in places)
        folded = tuple(word.casefold() for word in words)
        at = 0
        while at < len(words):
            fits: dict[tuple[int, bool], list[_Name]] = defaultdict(list)
            for name in self._beginning_with.get(folded[at], ()):
                end = at + len(name.folded)
                if folded[at:end] == name.folded:
                    fits[name.rank(words[at:end])].append(name)
            best = max(fits, default=(0, False))
            length = best[0]
            if length:
                found = tuple(sorted({name.id for name in fits[best]}))
                start, end = places[at].start(), places[at + length - 1].end()
                end += text.startswith(".", end) and any(name.has_stop for name in fits[best])
                yield Mention(found, text[start:end], start, end)
            at += length or 1


@cache
def _countries(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names of countries in a language, by their English ones."""
    if language == ENGLISH:
        return {}
    here = Locale.parse(language).territories
    short = {"US": _UNITED_STATES.get(language, ())}
    return {
        name: (here[code], *short.get(code, ()))
        for code, name in Locale.parse(ENGLISH).territories.items()
        if code in here
    }


def _name(id: str, text: str, *, is_common: bool) -> _Name:
    words = tuple(_WORD.findall(without_accents(text)))
    is_sentence = len(words) > 1 and all(word.islower() for word in words[1:])
    written = [words]
    if is_common:
        written.append(tuple(word.lower() for word in words))
    elif is_sentence:
        written.append((words[0].lower(), *words[1:]))
    return _Name(
        id,
        tuple(word.casefold() for word in words),
        tuple(written),
        needs_case=text.isupper(),
        needs_capital=text[0].isupper() and not (is_common or is_sentence),
        has_stop=text.endswith("."),
    )
