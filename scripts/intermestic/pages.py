"""What stands on each page: queries of the knowledge base, answered for the templates.

A template gets one of the page types below and only lays it out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import getdoc

from . import addresses
from .coverage import Coverage, coverage
from .dates_strip import DatesStrip, dates_strip
from .editions import NO_EDITIONS, Editions, Withdrawn
from .groups import Group, grouped
from .knowledge import Entry, KnowledgeBase, Said, Tie
from .models import COLLECTIONS, DateRecord, Omission, Record, Source, StatusReport
from .network import NETWORKED
from .overviews import TRACKED, Overview, overviews
from .publication import FILE
from .statements import KINDS, Recommendation
from .ties_picture import TiesPicture, ties_picture
from .when import When

# What is said of a record stands on its page up to here; beyond, on a page for each source,
# or a phone would have to load too much.
MOST_STATEMENTS = 250
EDITIONS_LEAD = "What the records said on a day, under a number, so that they can be cited."


@dataclass(frozen=True)
class TieLine:
    """A tie as seen from one end: the record at the `other` end, when, and the tie itself."""

    other: str
    when: When | None
    tie: Tie


@dataclass(frozen=True)
class TieGroup:
    """The ties of one kind; `is_plain` if there is nothing to say but the other records."""

    heading: str
    items: tuple[TieLine, ...]
    is_plain: bool


@dataclass(frozen=True)
class SaidBy:
    """What one source says of a record, with how it saw the record's standing, if it did."""

    source: str
    said: tuple[Said, ...]
    status: tuple[StatusReport, ...]

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many statements of each kind there are, without those of which there are none."""
        return _kinds(self.said)


@dataclass(frozen=True)
class RecordPage:
    """The page of a record: itself, its ties, what each source says of it and with what."""

    entry: Entry
    previous: Entry | None
    next: Entry | None
    ties: tuple[TieGroup, ...]
    sources_said: tuple[SaidBy, ...]
    together: tuple[Group, ...]
    mentioned_in: tuple[str, ...]
    ties_picture: TiesPicture | None
    dates_strip: DatesStrip | None

    @property
    def title(self) -> str:
        return self.entry.record.name

    @property
    def generated_from(self) -> str:
        return self.entry.file

    @property
    def path(self) -> str:
        return addresses.page(self.entry.collection, self.entry.id)

    @property
    def template(self) -> str:
        return f"{self.entry.collection}.md.jinja"

    @property
    def said(self) -> tuple[Said, ...]:
        """All that is said of it, oldest source first."""
        return tuple(one for each in self.sources_said for one in each.said)

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many statements of each kind concern it."""
        return _kinds(self.said)

    @property
    def advice(self) -> tuple[Said, ...]:
        """The recommendations among what is said of it."""
        return tuple(one for one in self.said if isinstance(one.statement, Recommendation))

    @property
    def reported_advice(self) -> tuple[Said, ...]:
        """Those of which a later source reports what came."""
        return tuple(one for one in self.advice if one.statement.follow_ups)

    @property
    def is_split(self) -> bool:
        """Whether what is said of it stands on pages of their own."""
        return len(self.said) > MOST_STATEMENTS

    @property
    def is_tracked(self) -> bool:
        """Whether every source is followed in turn, its silences included."""
        return self.entry.collection in TRACKED and bool(self.said)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that say something of it."""
        return tuple(each.source for each in self.sources_said if each.said)

    @property
    def areas(self) -> tuple[str, ...]:
        """The policy areas of what is said of it, in alphabetical order."""
        return _areas(self.said)


@dataclass(frozen=True)
class StatementsPage:
    """All that one source says of a record of which too much is said for one page."""

    entry: Entry
    one: SaidBy

    template: str = "statements.md.jinja"

    @property
    def title(self) -> str:
        return self.entry.record.name

    @property
    def generated_from(self) -> str:
        return self.entry.file

    @property
    def path(self) -> str:
        return addresses.statements(self.entry.collection, self.entry.id, self.one.source)


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
    def title(self) -> str:
        return self.around.title

    @property
    def generated_from(self) -> str:
        return self.around.generated_from

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
    def said(self) -> tuple[Said, ...]:
        """All that it says."""
        return tuple(one for group in self.sections for p in group.items for one in p.said)

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many statements of each kind it makes."""
        return _kinds(self.said)

    @property
    def sources(self) -> tuple[str, ...]:
        """The source itself."""
        return (self.entry.id,)

    @property
    def areas(self) -> tuple[str, ...]:
        """The policy areas of what it says, in alphabetical order."""
        return _areas(self.said)


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

    script: str = "index"

    @property
    def title(self) -> str:
        return self.model.label

    @property
    def generated_from(self) -> str:
        return f"data/{self.collection}"

    @property
    def lead(self) -> str:
        """What a record of the collection is."""
        return getdoc(self.model).partition("\n")[0]

    @property
    def template(self) -> str:
        return "glossary.md.jinja" if self.collection == "terms" else "index.md.jinja"

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
    def title(self) -> str:
        return self.entry.record.name

    @property
    def generated_from(self) -> str:
        return self.entry.file

    @property
    def path(self) -> str:
        return addresses.page(self.entry.collection, self.former_id)

    @property
    def target(self) -> str:
        """The page of the record."""
        return addresses.page(self.entry.collection, self.entry.id)


@dataclass(frozen=True)
class WithdrawnPage:
    """What stands at the address of a record that is no longer there."""

    path: str
    withdrawn: Withdrawn

    generated_from: str = FILE
    template: str = "withdrawn.md.jinja"

    @property
    def title(self) -> str:
        return self.withdrawn.words


Page = (
    RecordPage | StatementsPage | SourcePage | RedirectPage | WithdrawnPage | IndexPage | Overview
)


def pages(knowledge: KnowledgeBase, editions: Editions = NO_EDITIONS) -> Iterator[Page]:
    """Every generated page of the site."""
    for collection in COLLECTIONS:
        yield _index_page(knowledge, collection)
        ids = knowledge.ids.get(collection, ())
        for position, id in enumerate(ids):
            before = knowledge.entries[ids[position - 1]] if position else None
            after = knowledge.entries[ids[position + 1]] if position + 1 < len(ids) else None
            yield from _pages_of(knowledge, knowledge.entries[id], before, after)
    yield from overviews(knowledge)
    yield Overview(addresses.EDITIONS, "Editions", EDITIONS_LEAD, editions)
    yield from (WithdrawnPage(path, one) for one in editions.withdrawn for path in one.pages)


def _pages_of(
    knowledge: KnowledgeBase, entry: Entry, before: Entry | None, after: Entry | None
) -> Iterator[Page]:
    page = _record_page(knowledge, entry, before, after)
    yield _source_page(knowledge, page) if isinstance(entry.record, Source) else page
    if page.is_split:
        for each in page.sources_said:
            yield StatementsPage(entry, each)
    for former_id in entry.record.former_ids:
        yield RedirectPage(former_id, entry)


def _kinds(said: Iterable[Said]) -> tuple[tuple[str, int], ...]:
    count = Counter(one.statement.kind for one in said)
    return tuple((kind, count[kind]) for kind in KINDS if count[kind])


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
    return RecordPage(
        entry=entry,
        previous=before,
        next=after,
        ties=_ties(knowledge, entry),
        sources_said=tuple(_said_by_source(knowledge, entry, said)),
        together=_together(knowledge, entry.id, said),
        mentioned_in=knowledge.mentioned_in.get(entry.id, ()),
        ties_picture=ties_picture(knowledge, entry.id) if entry.collection in NETWORKED else None,
        dates_strip=dates_strip(knowledge, entry.id) if entry.collection in NETWORKED else None,
    )


def _said_by_source(
    knowledge: KnowledgeBase, entry: Entry, said: tuple[Said, ...]
) -> Iterator[SaidBy]:
    by_source: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_source[one.source].append(one)
    status: dict[str, list[StatusReport]] = defaultdict(list)
    for report in getattr(entry.record, "status", ()):
        status[report.cite[0].source].append(report)
    followed = knowledge.followed if said and entry.collection in TRACKED else ()
    sources = {*followed, *by_source, *status}
    for source in sorted(sources, key=lambda each: knowledge.entries[each].position):
        yield SaidBy(source, tuple(by_source[source]), tuple(status[source]))


def _ties(knowledge: KnowledgeBase, entry: Entry) -> tuple[TieGroup, ...]:
    groups: dict[str, list[TieLine]] = defaultdict(list)
    for tie in knowledge.ties_from.get(entry.id, ()):
        groups[tie.label].append(_tie_line(knowledge, tie, tie.object))
    for tie in knowledge.ties_to.get(entry.id, ()):
        groups[tie.inverse].append(_tie_line(knowledge, tie, tie.subject))
    return tuple(
        TieGroup(heading, tuple(lines), all(_is_plain(entry, line) for line in lines))
        for heading, lines in groups.items()
    )


def _is_plain(entry: Entry, line: TieLine) -> bool:
    """Whether a tie says no more than its record's own citations do."""
    tie = line.tie
    own = tie.subject == entry.id and tie.cite == entry.record.cite
    return own and not (line.when or tie.detail or tie.editorial or tie.note)


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
