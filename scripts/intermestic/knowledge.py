"""The knowledge base: records, ties and statements, resolved, immutable, and free of YAML,
Markdown and MkDocs. The link stage makes it; pages and exports are made from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import RelatedRecord
from intermestic.records.models import Record, Source
from intermestic.records.prose import plain
from intermestic.records.statements import Statement

# So many sources a reader can follow side by side; more would make pages grow with their square.
MOST_COMPARED_SOURCES = 12


@dataclass(frozen=True)
class Entry:
    """A record in its place: in reading order, in its collection, and in its file."""

    position: int
    id: str
    collection: str
    file: str
    record: Record

    @property
    def date(self) -> EdtfDate | None:
        """The date or the life of the record, if it has one."""
        return getattr(self.record, self.record.dated_by) if self.record.dated_by else None


@dataclass(frozen=True)
class Relation:
    """A relation from one record to another, with its name from either end.

    `related` is the form in which the record states it, if that says more than the other's id.
    """

    subject: str
    name: str
    inverse: str
    object: str
    cite: tuple[Citation, ...] = ()
    when: EdtfDate | None = None
    detail: str = ""
    editorial: str | None = None
    note: str | None = None
    related: RelatedRecord | None = None


@dataclass(frozen=True)
class Claim:
    """A statement, the source that makes it, the records it is about, and its line in the file."""

    source: str
    statement: Statement
    about: tuple[str, ...]
    speakers: tuple[str, ...]
    line: int

    @property
    def address(self) -> str:
        """How other records refer to it: source/statement."""
        return f"{self.source}/{self.statement.id}"


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """Everything that pages are made of. All sequences are in reading order.

    `ids`: collection to its ids. `relations_from`, `relations_to`: id to its ties as subject, as
    object. `claims_about`: id to the statements that link to it, are filed under it, are
    said by it or addressed to it, oldest source first. `repeated_in`: the address of a
    recommendation to those of later ones that repeat it. `mentioned_in`: id to the records
    whose own prose links to it. A knowledge base equals only itself.
    """

    entries: Mapping[str, Entry]
    ids: Mapping[str, tuple[str, ...]]
    relations_from: Mapping[str, tuple[Relation, ...]]
    relations_to: Mapping[str, tuple[Relation, ...]]
    claims_about: Mapping[str, tuple[Claim, ...]]
    claims_in: Mapping[str, tuple[Claim, ...]]
    repeated_in: Mapping[str, tuple[str, ...]]
    mentioned_in: Mapping[str, tuple[str, ...]]

    @property
    def sources(self) -> Iterator[tuple[str, Source]]:
        """Every source with its id, oldest first."""
        return ((id, self.source(id)) for id in self.ids.get("sources", ()))

    @property
    def said(self) -> Iterator[Claim]:
        """Every statement, source by source."""
        return (one for id, _ in self.sources for one in self.claims_in.get(id, ()))

    @property
    def ties(self) -> Iterator[Relation]:
        """Every tie, by the record from which it leads."""
        return (tie for id in self.entries for tie in self.relations_from.get(id, ()))

    @property
    def compared_sources(self) -> tuple[str, ...]:
        """The sources that are set side by side: the newest, oldest first."""
        return self.ids.get("sources", ())[-MOST_COMPARED_SOURCES:]

    def statements_of(self, kind: type) -> tuple[Claim, ...]:
        """All statements of a kind, such as `Figure`, oldest source first."""
        return tuple(one for one in self.said if isinstance(one.statement, kind))

    def name(self, id: str) -> str:
        """The name of the record with this id."""
        return self.entries[id].record.name

    def plain(self, prose: str) -> str:
        """Prose on one line, without its links."""
        return plain(prose, self.name)

    def source(self, id: str) -> Source:
        """The source with this id; raises TypeError if the record is of another collection."""
        record = self.entries[id].record
        if not isinstance(record, Source):
            raise TypeError(f"{id} is not a source")
        return record
