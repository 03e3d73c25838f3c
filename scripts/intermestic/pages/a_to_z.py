"""The A–Z index: every record under each of its names, as at the end of a book."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intermestic.knowledge import Entry, grouped
from intermestic.pages.base import Context, Page
from intermestic.pages.links import Ref
from intermestic.records.models import Actor
from intermestic.records.names import fold


@dataclass(frozen=True)
class Heading:
    """A name in the index, and its record; `is_main` if the record stands under this name."""

    name: str
    record: Ref
    is_main: bool = True

    @property
    def sort_key(self) -> str:
        """The key that sorts it: accents, signs and a leading article do not count."""
        return " ".join(re.findall(r"\w+", fold(self.name))).removeprefix("the ")

    @property
    def letter(self) -> str:
        """The letter under which it stands."""
        first = self.sort_key[:1]
        return first.upper() if first.isalpha() else "0–9"


@dataclass(frozen=True)
class Letter:
    """The names under one letter, in alphabetical order."""

    letter: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class AToZPage(Page):
    """Every name of every record, by letter."""

    letters: tuple[Letter, ...]


def a_to_z_page(context: Context) -> AToZPage:
    """Return the A–Z index."""
    entries = sorted(context.knowledge.entries.values(), key=lambda entry: entry.id)
    headings = [heading for entry in entries for heading in _headings(context, entry)]
    headings.sort(key=lambda heading: (heading.sort_key, heading.name))
    letters = grouped((heading.letter, heading) for heading in headings)
    return AToZPage(context.overview("a-z"), tuple(Letter(*each) for each in letters.items()))


def _headings(context: Context, entry: Entry) -> Iterator[Heading]:
    """Yield the heading of a record, then those of its other names that sort elsewhere."""
    record = entry.record
    name = (isinstance(record, Actor) and record.sort_name) or record.name
    target = context.links.ref(entry.id, name)
    main = Heading(name, target)
    yield main
    places = {main.sort_key}
    for other in (record.name, *record.aliases):
        heading = Heading(other, target, is_main=False)
        if heading.sort_key not in places:
            places.add(heading.sort_key)
            yield heading
