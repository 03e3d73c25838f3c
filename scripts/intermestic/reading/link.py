"""Stage 3, link: resolve every reference, derive every inverse, gather claims by subject."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation, grouped
from intermestic.problems import Problem
from intermestic.reading.load import RawRecord
from intermestic.reading.references import check_references
from intermestic.reading.validate import ValidRecord
from intermestic.records.base import SortKey
from intermestic.records.fields import RelatedRecord
from intermestic.records.models import COLLECTIONS, PolicyArea
from intermestic.records.names import fold
from intermestic.records.prose import links
from intermestic.records.source import Source
from intermestic.records.statements import Recommendation


def link(
    records: Iterable[ValidRecord], collection_of: Mapping[str, str]
) -> tuple[KnowledgeBase | None, list[Problem]]:
    """Return the knowledge base of `records`, or None and the problems of what does not resolve.

    `collection_of` has the ids of all records, also of those that are broken themselves.
    """
    records = sorted(records, key=_reading_order)
    problems = list(check_references(records, collection_of))
    return (None if problems else _knowledge_of(records)), problems


def _reading_order(valid: ValidRecord) -> tuple[int, SortKey, str, str]:
    position, record = list(COLLECTIONS).index(valid.raw.collection), valid.record
    # A new name must not change the order of sources, which is that of columns and addresses.
    name = "" if isinstance(record, Source) else fold(record.listed_name)
    return (position, record.sort_key, name, valid.raw.id)


def _knowledge_of(records: list[ValidRecord]) -> KnowledgeBase:
    entries = {
        valid.raw.id: Entry(
            position, valid.raw.id, valid.raw.collection, valid.raw.file, valid.record
        )
        for position, valid in enumerate(records)
    }
    relations = [relation for valid in records for relation in _relations(valid)]
    claims = [
        claim
        for valid in records
        if isinstance(valid.record, Source)
        for claim in _claims(valid.raw, valid.record)
    ]
    wider = {
        id: entry.record.parent
        for id, entry in entries.items()
        if isinstance(entry.record, PolicyArea) and entry.record.parent
    }
    return KnowledgeBase(
        entries=MappingProxyType(entries),
        ids=grouped((entry.collection, entry.id) for entry in entries.values()),
        relations_from=grouped((relation.subject, relation) for relation in relations),
        relations_to=grouped((relation.object, relation) for relation in relations),
        claims_about=grouped((id, claim) for claim in claims for id in _subjects(claim, wider)),
        claims_in=grouped((claim.source, claim) for claim in claims),
        repeated_in=grouped(
            (earlier, claim.address)
            for claim in claims
            if isinstance(claim.statement, Recommendation)
            for earlier in claim.statement.repeats
        ),
        mentioned_in=grouped((id, valid.raw.id) for valid in records for id in _mentions(valid)),
    )


def _relations(valid: ValidRecord) -> Iterator[Relation]:
    """Yield the relations that a record states; its statements state none."""
    for path, mark, value in valid.relations:
        if path[0] == "statements":
            continue
        relation = partial(Relation, subject=valid.raw.id, name=str(path[0]), inverse=mark.inverse)
        if isinstance(value, RelatedRecord):
            yield relation(
                object=value.id,
                cite=value.cite,
                when=value.when,
                detail=value.detail,
                editorial=value.editorial,
                note=value.note,
                related=value,
            )
        else:
            yield relation(object=value, cite=valid.record.cite)


def _claims(raw: RawRecord, source: Source) -> Iterator[Claim]:
    """Yield the claims of a source, in the order of its paragraphs."""
    for index, statement in sorted(enumerate(source.statements), key=lambda it: it[1].para):
        line = raw.place(("statements", index)).line
        linked = (target.id for target in links(statement.text))
        about = tuple(dict.fromkeys((*linked, *statement.about)))
        yield Claim(raw.id, statement, about, statement.said_by or source.authors, line)


def _subjects(claim: Claim, wider: Mapping[str, str]) -> tuple[str, ...]:
    """Return the records on whose pages a claim stands; `wider` has the area around an area.

    The authors of a text are left out: all of it would stand on their pages.
    """
    statement = claim.statement
    addressees = statement.addressees if isinstance(statement, Recommendation) else ()
    areas = list(statement.areas)
    for area in areas:
        if area in wider:
            areas.append(wider[area])
    return tuple(dict.fromkeys((*claim.about, *areas, *statement.said_by, *addressees)))


def _mentions(valid: ValidRecord) -> tuple[str, ...]:
    """Return the records that a record's own prose links to, apart from its statements."""
    found = (
        target.id for path, text in valid.prose if path[0] != "statements" for target in links(text)
    )
    return tuple(id for id in dict.fromkeys(found) if id != valid.raw.id)
