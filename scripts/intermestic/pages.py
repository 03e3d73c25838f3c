"""What stands on each page: queries of the knowledge base, answered for the templates.

A template gets one of the page types below and only lays it out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import addresses
from .coverage import Coverage, coverage
from .editions import NO_EDITIONS, Editions, Withdrawn
from .groups import Group, grouped
from .knowledge import Entry, KnowledgeBase, Said, Tie
from .models import COLLECTIONS, DateRecord, Omission, Record, Source
from .overviews import TRACKED, Overview, overviews
from .when import When


@dataclass(frozen=True)
class TieLine:
    """A tie as seen from one end: the record at the `other` end, when, and the tie itself."""

    other: str
    when: When | None
    tie: Tie


@dataclass(frozen=True)
class RecordPage:
    """The page of a record: itself, its ties, what is said of it and with what."""

    entry: Entry
    previous: Entry | None
    next: Entry | None
    ties: tuple[Group, ...]
    said: tuple[Group, ...]
    together: tuple[Group, ...]
    mentioned_in: tuple[str, ...]

    @property
    def path(self) -> str:
        return addresses.page(self.entry.collection, self.entry.id)

    @property
    def template(self) -> str:
        return f"{self.entry.collection}.md.jinja"

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that say something of it."""
        return tuple(group.heading for group in self.said if group.items)

    @property
    def areas(self) -> tuple[str, ...]:
        """The policy areas of what is said of it, in alphabetical order."""
        return _areas(one for group in self.said for one in group.items)

    @property
    def statement_count(self) -> int:
        return sum(len(group.items) for group in self.said)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source: its number, what it says, or why nothing is taken from it."""

    number: int
    said: tuple[Said, ...]
    omission: Omission | None


@dataclass(frozen=True)
class SourcePage:
    """The page of a source: its sections of paragraphs, and the record's page around them."""

    around: RecordPage
    sections: tuple[Group, ...]
    coverage: Coverage

    @property
    def path(self) -> str:
        return self.around.path

    @property
    def template(self) -> str:
        return self.around.template

    @property
    def entry(self) -> Entry:
        return self.around.entry

    @property
    def sources(self) -> tuple[str, ...]:
        """The source itself."""
        return (self.entry.id,)

    @property
    def areas(self) -> tuple[str, ...]:
        """The policy areas of what it says, in alphabetical order."""
        return _areas(one for group in self.sections for p in group.items for one in p.said)


@dataclass(frozen=True)
class Row:
    """A record in an index: how many statements concern it, in how many sources."""

    entry: Entry
    statements: int
    sources: int


@dataclass(frozen=True)
class IndexPage:
    """The index of a collection, in groups."""

    collection: str
    model: type[Record]
    groups: tuple[Group, ...]
    count: int

    template: str = "index.md.jinja"

    @property
    def path(self) -> str:
        return addresses.index(self.collection)


@dataclass(frozen=True)
class RedirectPage:
    """What stands at a former address of a record: where the record is now."""

    former_id: str
    entry: Entry

    template: str = "redirect.md.jinja"

    @property
    def path(self) -> str:
        return addresses.page(self.entry.collection, self.former_id)


@dataclass(frozen=True)
class WithdrawnPage:
    """What stands at the address of a record that is no longer there."""

    path: str
    withdrawn: Withdrawn

    template: str = "withdrawn.md.jinja"


Page = RecordPage | SourcePage | RedirectPage | WithdrawnPage | IndexPage | Overview


def pages(knowledge: KnowledgeBase, editions: Editions = NO_EDITIONS) -> Iterator[Page]:
    """Every generated page of the site."""
    for collection in COLLECTIONS:
        yield _index_page(knowledge, collection)
        ids = knowledge.ids.get(collection, ())
        for position, id in enumerate(ids):
            before = knowledge.entries[ids[position - 1]] if position else None
            after = knowledge.entries[ids[position + 1]] if position + 1 < len(ids) else None
            page = _record_page(knowledge, knowledge.entries[id], before, after)
            is_source = isinstance(page.entry.record, Source)
            yield _source_page(knowledge, page) if is_source else page
            for former_id in page.entry.record.former_ids:
                yield RedirectPage(former_id, page.entry)
    yield from overviews(knowledge)
    yield Overview(addresses.EDITIONS, "Editions", editions)
    yield from (WithdrawnPage(path, one) for one in editions.withdrawn for path in one.pages)


def _areas(said: Iterable[Said]) -> tuple[str, ...]:
    return tuple(sorted({area for one in said for area in one.statement.areas}))


def _index_page(knowledge: KnowledgeBase, collection: str) -> IndexPage:
    groups: dict[str, list[Row]] = defaultdict(list)
    ids = knowledge.ids.get(collection, ())
    for id in ids:
        entry = knowledge.entries[id]
        is_source = isinstance(entry.record, Source)
        said = (knowledge.said_in if is_source else knowledge.said_about).get(id, ())
        groups[entry.record.group].append(Row(entry, len(said), len({s.source for s in said})))
    return IndexPage(collection, COLLECTIONS[collection], grouped(groups), len(ids))


def _record_page(
    knowledge: KnowledgeBase, entry: Entry, before: Entry | None, after: Entry | None
) -> RecordPage:
    said = knowledge.said_about.get(entry.id, ())
    silent = knowledge.followed if said and entry.collection in TRACKED else ()
    sources = {*silent, *(one.source for one in said)}
    in_order = sorted(sources, key=lambda source: knowledge.entries[source].position)
    by_source: dict[str, list[Said]] = {source: [] for source in in_order}
    for one in said:
        by_source[one.source].append(one)
    return RecordPage(
        entry=entry,
        previous=before,
        next=after,
        ties=_ties(knowledge, entry.id),
        said=grouped(by_source),
        together=_together(knowledge, entry.id, said),
        mentioned_in=knowledge.mentioned_in.get(entry.id, ()),
    )


def _ties(knowledge: KnowledgeBase, id: str) -> tuple[Group, ...]:
    groups: dict[str, list[TieLine]] = defaultdict(list)
    for tie in knowledge.ties_from.get(id, ()):
        groups[tie.label].append(_tie_line(knowledge, tie, tie.object))
    for tie in knowledge.ties_to.get(id, ()):
        groups[tie.inverse].append(_tie_line(knowledge, tie, tie.subject))
    return grouped(groups)


def _tie_line(knowledge: KnowledgeBase, tie: Tie, other: str) -> TieLine:
    record = knowledge.entries[other].record
    own_date = record.when if isinstance(record, DateRecord) else None
    return TieLine(other, tie.when or own_date, tie)


def _together(knowledge: KnowledgeBase, id: str, said: tuple[Said, ...]) -> tuple[Group, ...]:
    """The records that statements name together with this one, most often first."""
    count = Counter(other for one in said for other in one.about if other != id)
    order = list(COLLECTIONS)

    def rank(other: str) -> tuple[int, int, int]:
        entry = knowledge.entries[other]
        return (order.index(entry.collection), -count[other], entry.position)

    groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for other in sorted(count, key=rank):
        label = COLLECTIONS[knowledge.entries[other].collection].label
        groups[label].append((other, count[other]))
    return grouped(groups)


def _source_page(knowledge: KnowledgeBase, page: RecordPage) -> SourcePage:
    source = knowledge.source(page.entry.id)
    said: dict[int, list[Said]] = defaultdict(list)
    for one in knowledge.said_in.get(page.entry.id, ()):
        said[one.statement.para[0]].append(one)
    omitted = {number: omission for omission in source.omitted for number in omission.para}
    ends = [section.first for section in source.sections[1:]] + [source.paragraphs + 1]
    sections = tuple(
        Group(
            section.heading,
            tuple(
                Paragraph(number, tuple(said[number]), omitted.get(number))
                for number in range(section.first, end)
            ),
        )
        for section, end in zip(source.sections, ends, strict=True)
    )
    return SourcePage(page, sections, coverage(knowledge, page.entry.id))
