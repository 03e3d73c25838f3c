"""Stage 3, link: resolve every reference, derive every inverse, gather statements by subject."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation
from intermestic.problems import Problem
from intermestic.reading.load import RawRecord
from intermestic.reading.references import check_references
from intermestic.reading.validate import ValidRecord
from intermestic.records.fields import Prose, RelatedRecord, Relates
from intermestic.records.models import COLLECTIONS, Actor, PolicyArea, Source
from intermestic.records.names import fold
from intermestic.records.prose import links
from intermestic.records.statements import Statement
from intermestic.records.walk import walk

T = TypeVar("T")


def link(
    records: Iterable[ValidRecord], collection_of: Mapping[str, str]
) -> tuple[KnowledgeBase | None, list[Problem]]:
    """The knowledge base of `records`, or None and the problems of what does not resolve.

    `collection_of` has the ids of all records, also of those that are broken themselves.
    """
    records = sorted(records, key=_reading_order)
    problems = list(check_references(records, collection_of))
    return (None if problems else _gather(records)), problems


def _reading_order(valid: ValidRecord) -> tuple:
    record = valid.record
    name = (isinstance(record, Actor) and record.sort_name) or record.name
    position = list(COLLECTIONS).index(valid.raw.collection)
    return (position, *record.sort_key, fold(name), valid.raw.id)


def _gather(records: list[ValidRecord]) -> KnowledgeBase:
    entries = {
        valid.raw.id: Entry(
            position, valid.raw.id, valid.raw.collection, valid.raw.file, valid.record
        )
        for position, valid in enumerate(records)
    }
    ties = [tie for entry in entries.values() for tie in _ties(entry)]
    said = [
        one
        for valid in records
        if isinstance(valid.record, Source)
        for one in _said(valid.raw, valid.record)
    ]
    wider = {
        id: entry.record.parent
        for id, entry in entries.items()
        if isinstance(entry.record, PolicyArea) and entry.record.parent
    }
    return KnowledgeBase(
        entries=MappingProxyType(entries),
        ids=_grouped((entry.collection, entry.id) for entry in entries.values()),
        relations_from=_grouped((tie.subject, tie) for tie in ties),
        relations_to=_grouped((tie.object, tie) for tie in ties),
        claims_about=_grouped((id, one) for one in said for id in _concerned(one, wider)),
        claims_in=_grouped((one.source, one) for one in said),
        repeated_in=_grouped(
            (earlier, one.address)
            for one in said
            for earlier in getattr(one.statement, "repeats", ())
        ),
        mentioned_in=_grouped(
            (id, entry.id) for entry in entries.values() for id in _mentions(entry)
        ),
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})


def _ties(entry: Entry) -> Iterator[Relation]:
    for path, marks, value in walk(entry.record):
        mark = next((mark for mark in marks if isinstance(mark, Relates)), None)
        if mark is None or path[0] == "statements":
            continue
        names = (entry.id, str(path[0]), mark.inverse)
        if isinstance(value, RelatedRecord):
            ground = (value.cite, value.when, value.detail, value.editorial, value.note, value)
            yield Relation(*names, value.id, *ground)
        else:
            yield Relation(*names, value, entry.record.cite)


def _said(raw: RawRecord, source: Source) -> Iterator[Claim]:
    lines = [raw.place(("statements", index)).line for index in range(len(source.statements))]
    placed = zip(source.statements, lines, strict=True)
    for statement, line in sorted(placed, key=lambda pair: pair[0].para):
        linked = (target.id for target in links(statement.text))
        about = tuple(dict.fromkeys((*linked, *statement.about)))
        yield Claim(raw.id, statement, about, statement.said_by or source.authors, line)


def _concerned(said: Claim, wider: Mapping[str, str]) -> tuple[str, ...]:
    """The records on whose pages a statement stands; `wider` has the area around an area.

    The authors of a text are left out: all of it would stand on their pages.
    """
    statement: Statement = said.statement
    addressees = getattr(statement, "addressees", ())
    areas = list(statement.areas)
    for area in areas:
        if area in wider:
            areas.append(wider[area])
    return tuple(dict.fromkeys((*said.about, *areas, *statement.said_by, *addressees)))


def _mentions(entry: Entry) -> tuple[str, ...]:
    """The records that an entry's own prose links to, its statements apart."""
    found = (
        target.id
        for path, marks, value in walk(entry.record)
        if path[0] != "statements" and any(isinstance(mark, Prose) for mark in marks)
        for target in links(value)
    )
    return tuple(id for id in dict.fromkeys(found) if id != entry.id)
