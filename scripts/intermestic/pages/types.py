"""The kinds of pages: what a template gets, and where each page stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses, catalogue
from intermestic.diagrams.date_strip import DateStrip
from intermestic.diagrams.neighbours import NeighboursDiagram
from intermestic.editions.history import Withdrawn
from intermestic.groups import Group
from intermestic.knowledge import Claim, Entry, Relation
from intermestic.pages.overviews import TRACKED, Overview
from intermestic.reading.publication import FILE
from intermestic.records.coverage import Coverage
from intermestic.records.dates import EdtfDate
from intermestic.records.models import Omission, Record, StatusReport
from intermestic.records.statements import KINDS, Recommendation

# What is said of a record stands on its page up to here; beyond, on a page for each source,
# or a phone would have to load too much.
MOST_STATEMENTS = 250


@dataclass(frozen=True)
class RelationLine:
    """A tie as seen from one end: the record at the `other` end, when, and the tie itself."""

    other: str
    when: EdtfDate | None
    tie: Relation


@dataclass(frozen=True)
class RelationGroup:
    """The ties of one kind; `is_plain` if there is nothing to say but the other records."""

    heading: str
    items: tuple[RelationLine, ...]
    is_plain: bool


@dataclass(frozen=True)
class SourceClaims:
    """What one source says of a record, with how it saw the record's standing, if it did."""

    source: str
    said: tuple[Claim, ...]
    status: tuple[StatusReport, ...]

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many statements of each kind there are, without those of which there are none."""
        return _kinds(self.said)


class _OfRecord:
    """What the pages about a record share."""

    entry: Entry

    @property
    def title(self) -> str:
        return self.entry.record.name

    @property
    def generated_from(self) -> str:
        return self.entry.file


class _Saying(_OfRecord):
    """What the pages share that gather statements, which are `said`."""

    said: tuple[Claim, ...]

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many statements of each kind there are, without those of which there are none."""
        return _kinds(self.said)

    @property
    def areas(self) -> tuple[str, ...]:
        """The policy areas of the statements, in alphabetical order."""
        return tuple(sorted({area for one in self.said for area in one.statement.areas}))


@dataclass(frozen=True)
class RecordPage(_Saying):
    """The page of a record: itself, its ties, what each source says of it and with what."""

    entry: Entry
    previous: Entry | None
    next: Entry | None
    ties: tuple[RelationGroup, ...]
    by_source: tuple[SourceClaims, ...]
    together: tuple[Group, ...]
    mentioned_in: tuple[str, ...]
    neighbours_diagram: NeighboursDiagram | None
    date_strip: DateStrip | None

    @property
    def path(self) -> str:
        return addresses.page(self.entry.collection, self.entry.id)

    @property
    def template(self) -> str:
        return f"{self.entry.collection}.md.jinja"

    @property
    def said(self) -> tuple[Claim, ...]:
        """All that is said of it, oldest source first."""
        return tuple(one for each in self.by_source for one in each.said)

    @property
    def advice(self) -> tuple[Claim, ...]:
        """The recommendations among what is said of it."""
        return tuple(one for one in self.said if isinstance(one.statement, Recommendation))

    @property
    def reported_advice(self) -> tuple[Claim, ...]:
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
        return tuple(each.source for each in self.by_source if each.said)


@dataclass(frozen=True)
class StatementsPage(_OfRecord):
    """All that one source says of a record of which too much is said for one page."""

    entry: Entry
    one: SourceClaims

    template: str = "statements.md.jinja"

    @property
    def path(self) -> str:
        return addresses.statements(self.entry.collection, self.entry.id, self.one.source)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source: its number, what it says, or why nothing is taken from it."""

    number: int
    said: tuple[Claim, ...]
    omission: Omission | None


@dataclass(frozen=True)
class SourcePage(_Saying):
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
    def said(self) -> tuple[Claim, ...]:
        """All that it says."""
        return tuple(one for group in self.sections for p in group.items for one in p.said)

    @property
    def sources(self) -> tuple[str, ...]:
        """The source itself."""
        return (self.entry.id,)


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
        return catalogue.COLLECTIONS[self.collection].plural

    @property
    def generated_from(self) -> str:
        return f"data/{self.collection}"

    @property
    def lead(self) -> str:
        """What a record of the collection is."""
        return catalogue.COLLECTIONS[self.collection].lead

    @property
    def template(self) -> str:
        return "glossary.md.jinja" if self.collection == "terms" else "index.md.jinja"

    @property
    def path(self) -> str:
        return addresses.index(self.collection)


@dataclass(frozen=True)
class RedirectPage(_OfRecord):
    """What stands at a former address of a record: where the record is now."""

    former_id: str
    entry: Entry

    template: str = "redirect.md.jinja"

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


def _kinds(said: Iterable[Claim]) -> tuple[tuple[str, int], ...]:
    count = Counter(one.statement.kind for one in said)
    return tuple((kind, count[kind]) for kind in KINDS if count[kind])
