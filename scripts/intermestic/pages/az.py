"""The A–Z index: every record under each of its names, as at the end of a book."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intermestic.groups import Group, grouped, grouped_by
from intermestic.knowledge import Entry, KnowledgeBase
from intermestic.records.names import fold


@dataclass(frozen=True)
class Heading:
    """A name in the index; `see` has the name under which the record stands, if another."""

    name: str
    id: str
    see: str = ""

    @property
    def sort_key(self) -> str:
        """Its place in the alphabet: accents, signs and a leading article do not count."""
        return " ".join(re.findall(r"\w+", fold(self.name))).removeprefix("the ")

    @property
    def letter(self) -> str:
        first = self.sort_key[:1]
        return first.upper() if first.isalpha() else "0–9"


def a_to_z(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    """Every name of every record, in alphabetical order, by letter."""
    headings = (heading for entry in knowledge.entries.values() for heading in _headings(entry))
    in_order = sorted(headings, key=lambda heading: (heading.sort_key, heading.name, heading.id))
    return grouped(grouped_by(lambda heading: heading.letter, in_order))


def _headings(entry: Entry) -> Iterator[Heading]:
    """The heading of a record, then its other names, but for those that stand in the same place."""
    record = entry.record
    main = Heading(record.listed_name, entry.id)
    yield main
    places = {main.sort_key}
    for name in (record.name, *record.aliases):
        heading = Heading(name, entry.id, main.name)
        if heading.sort_key not in places:
            places.add(heading.sort_key)
            yield heading
