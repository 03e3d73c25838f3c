"""The knowledge base: records, relations and claims, resolved and immutable.

It knows nothing of YAML, Markdown and MkDocs. The link stage makes it; pages and exports are
made from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Generic, Literal, TypeGuard

from typing_extensions import TypeVar

from intermestic.records.base import Record
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import RelatedRecord
from intermestic.records.models import COLLECTIONS, Actor, PolicyArea
from intermestic.records.prose import plain
from intermestic.records.source import Source
from intermestic.records.statements import FollowUp, LooksAhead, Statement

# The most sources that are set side by side; with more, pages would grow with their square.
MOST_COMPARED_SOURCES = 12
# The kind of statement that a claim has: any, unless a query asks for one.
S = TypeVar("S", bound=Statement | LooksAhead, default=Statement, covariant=True)
K = TypeVar("K", bound=Statement | LooksAhead)
R = TypeVar("R", bound=Record)
A = TypeVar("A")
B = TypeVar("B")
# What a source has to do with advice or a forecast: it is older, makes it, asks for it again,
# reports on it, was searched for it in vain, or has not been searched yet.
Part = Literal["before", "made", "again", "reported", "silent", "open"]


@dataclass(frozen=True)
class Entry:
    """A record in its place: in reading order, in its collection, and in its file."""

    position: int
    id: str
    collection: str
    file: str
    record: Record

    @property
    def former_ids(self) -> tuple[str, ...]:
        """The ids that it had before and has no more."""
        return tuple(id for id in self.record.former_ids if id != self.id)

    @property
    def first_id(self) -> str:
        """The id that it had first: other programs know it by that, whatever it is called since."""
        return (self.id, *self.record.former_ids)[-1]

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
class Claim(Generic[S]):
    """A statement, the source that makes it, the records it is about, and its line in the file."""

    source: str
    statement: S
    about: tuple[str, ...]
    speakers: tuple[str, ...]
    line: int

    @property
    def address(self) -> str:
        """Its name in records that refer to it: source/statement."""
        return f"{self.source}/{self.statement.id}"


@dataclass(frozen=True)
class Fate:
    """What a source has to do with advice or a forecast, and its report if it has one."""

    source: str
    part: Part
    report: FollowUp | None = None


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """Everything that pages are made of. All sequences are in reading order.

    `ids`: collection to its ids. `relations_from`, `relations_to`: id to the relations of which
    it is the subject, the object. `claims_about`: id to the claims whose statement links to it,
    is filed under it, is said by it or addressed to it, oldest source first. `claims_in`: source
    to its claims. `repeated_in`: the address of a recommendation to those of later ones that
    repeat it. `mentioned_in`: id to the records whose own prose links to it. A knowledge base
    equals only itself.
    """

    entries: Mapping[str, Entry]
    ids: Mapping[str, tuple[str, ...]]
    relations_from: Mapping[str, tuple[Relation, ...]]
    relations_to: Mapping[str, tuple[Relation, ...]]
    claims_about: Mapping[str, tuple[Claim, ...]]
    claims_in: Mapping[str, tuple[Claim, ...]]
    repeated_in: Mapping[str, tuple[str, ...]]
    mentioned_in: Mapping[str, tuple[str, ...]]

    def records(self, model: type[R]) -> Iterator[tuple[str, R]]:
        """Yield each record of a collection, by its model, with its id."""
        for collection in (name for name, of in COLLECTIONS.items() if of is model):
            for id in self.ids.get(collection, ()):
                if isinstance(record := self.entries[id].record, model):
                    yield id, record

    @property
    def sources(self) -> Iterator[tuple[str, Source]]:
        """Every source with its id, oldest first."""
        return self.records(Source)

    @property
    def newest_date(self) -> EdtfDate:
        """When the newest source was written."""
        return self.source(self.ids["sources"][-1]).date

    @cached_property
    def by_any_id(self) -> Mapping[str, Entry]:
        """The records by their ids and by those that they had before."""
        former = {id: entry for entry in self.entries.values() for id in entry.former_ids}
        return {**former, **self.entries}

    @property
    def claims(self) -> Iterator[Claim]:
        """Every claim, source by source."""
        return (claim for id, _ in self.sources for claim in self.claims_in.get(id, ()))

    @property
    def relations(self) -> Iterator[Relation]:
        """Every relation, by its subject."""
        return (relation for id in self.entries for relation in self.relations_from.get(id, ()))

    def relations_of(self, id: str) -> Iterator[tuple[str, str, Relation]]:
        """Yield each relation of a record: its name from there, the other record, and itself."""
        for relation in self.relations_from.get(id, ()):
            yield relation.name, relation.object, relation
        for relation in self.relations_to.get(id, ()):
            yield relation.inverse, relation.subject, relation

    def tied_to(self, id: str, model: type[R]) -> Iterator[tuple[str, R]]:
        """Yield each record of a model that has a relation to the record `id`, with its id."""
        for subject in dict.fromkeys(it.subject for it in self.relations_to.get(id, ())):
            if isinstance(record := self.entries[subject].record, model):
                yield subject, record

    def speaking_of(self, id: str) -> tuple[str, ...]:
        """Return the sources that speak of a record, oldest first."""
        return tuple(dict.fromkeys(claim.source for claim in self.claims_about.get(id, ())))

    def most_spoken_of(self, ids: Iterable[str]) -> list[str]:
        """Return `ids`, those first of which most is said."""
        return sorted(ids, key=lambda it: -len(self.claims_about.get(it, ())))

    @property
    def compared_sources(self) -> tuple[str, ...]:
        """The sources that are set side by side: the newest, oldest first."""
        return self.ids.get("sources", ())[-MOST_COMPARED_SOURCES:]

    @cached_property
    def scene(self) -> frozenset[str]:
        """The countries of which every compared source speaks: everything is about them."""
        speaking = set(self.compared_sources)
        return frozenset(
            id
            for id, actor in self.records(Actor)
            if actor.type == "country" and speaking <= {*self.speaking_of(id)}
        )

    def claims_of(self, kind: type[K]) -> tuple[Claim[K], ...]:
        """Return all claims with a kind of statement, such as `Figure`, oldest source first."""
        return tuple(claim for claim in self.claims if is_of(claim, kind))

    def fate(self, claim: Claim) -> tuple[Fate, ...]:
        """Return what each source that is compared has to do with a claim, oldest first.

        Nothing, if it is neither advice nor a forecast.
        """
        if not is_of(claim, LooksAhead):
            return ()
        return tuple(self._fate(claim, source) for source in self.compared_sources)

    def _fate(self, claim: Claim[LooksAhead], source: str) -> Fate:
        order, statement = self.ids["sources"], claim.statement
        if source == claim.source:
            return Fate(source, "made")
        if order.index(source) < order.index(claim.source):
            return Fate(source, "before")
        for follow_up in statement.follow_ups:
            if follow_up.cite[0].source == source:
                return Fate(source, "reported", follow_up)
        repeats = self.repeated_in.get(claim.address, ())
        if any(address.partition("/")[0] == source for address in repeats):
            return Fate(source, "again")
        return Fate(source, "silent" if source in statement.silent else "open")

    def unsearched(self, claim: Claim) -> tuple[str, ...]:
        """Return the later sources that were not yet searched for advice or a forecast."""
        return tuple(fate.source for fate in self.fate(claim) if fate.part == "open")

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return `ids` in reading order."""
        return tuple(sorted(ids, key=lambda record: self.entries[record].position))

    def widest_areas(self, areas: Iterable[str]) -> tuple[str, ...]:
        """Return the widest policy areas around `areas`, each once, in reading order."""
        return self.in_order({[*self._from_area_on(area)][-1] for area in areas})

    def areas_around(self, areas: Iterable[str]) -> set[str]:
        """Return `areas` and all wider ones of which they are part."""
        return {around for area in areas for around in self._from_area_on(area)}

    def areas_within(self, id: str) -> tuple[str, ...]:
        """Return the policy areas that are part of the area `id`, in reading order."""
        areas = self.ids.get("policy_areas", ())
        return tuple(area for area in areas if area != id and id in self._from_area_on(area))

    def _from_area_on(self, id: str) -> Iterator[str]:
        """Yield an area and all around it, the widest last."""
        yield id
        record = self.entries[id].record
        if isinstance(record, PolicyArea) and record.parent:
            yield from self._from_area_on(record.parent)

    def name(self, id: str) -> str:
        """Return the name that the record with this id has in lists and diagrams."""
        return self.entries[id].record.label

    def running_name(self, id: str) -> str:
        """Return the name that the record with this id has in a sentence."""
        return self.entries[id].record.running_name

    def plain(self, prose: str) -> str:
        """Return prose on one line, without its links."""
        return plain(prose, self.running_name)

    def source(self, id: str) -> Source:
        """Return the source with this id; raises TypeError if the record is another's."""
        record = self.entries[id].record
        if not isinstance(record, Source):
            raise TypeError(f"{id} is not a source")
        return record


def grouped(pairs: Iterable[tuple[A, B]]) -> Mapping[A, tuple[B, ...]]:
    """Return the second of each pair by the first, in the order in which they come."""
    groups: dict[A, list[B]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})


def is_of(claim: Claim, kind: type[K]) -> TypeGuard[Claim[K]]:
    """Whether the statement of a claim is of a kind."""
    return isinstance(claim.statement, kind)
