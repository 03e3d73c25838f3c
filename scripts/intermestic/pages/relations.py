"""The relations of a record, as pages show them from either end."""

from dataclasses import dataclass

from intermestic.knowledge import Entry, Relation, grouped
from intermestic.pages.base import Context
from intermestic.pages.links import Ref, RichText
from intermestic.records.dates import EdtfDate
from intermestic.records.models import DateRecord


@dataclass(frozen=True)
class RelationLine:
    """A relation as seen from one end, with the record at the `other` end."""

    other: Ref
    when: EdtfDate | None
    detail: str
    cites: tuple[Ref, ...]
    editorial: str
    note: RichText


@dataclass(frozen=True)
class RelationGroup:
    """The relations of one name; `is_plain` if they show nothing but the other records."""

    name: str
    lines: tuple[RelationLine, ...]
    is_plain: bool


def relations_of(context: Context, entry: Entry) -> tuple[RelationGroup, ...]:
    """Return the relations of a record, by their names as seen from it."""
    relations = context.knowledge.relations_of(entry.id)
    groups = grouped((name, (relation, other)) for name, other, relation in relations)
    return tuple(
        RelationGroup(
            name,
            lines := tuple(
                relation_line(context, relation, other) for relation, other in relations
            ),
            all(
                _is_plain(entry, relation) and not line.when
                for (relation, _), line in zip(relations, lines, strict=True)
            ),
        )
        for name, relations in groups.items()
    )


def _is_plain(entry: Entry, relation: Relation) -> bool:
    """Return whether a relation says no more than its record's own citations do."""
    says_more = relation.detail or relation.editorial or relation.note
    if relation.related:
        return relation.cite == entry.record.cite and not says_more
    return True


def relation_line(context: Context, relation: Relation, other: str) -> RelationLine:
    """Return a relation as seen from the end that is not `other`."""
    record = context.knowledge.entries[other].record
    own_date = record.when if isinstance(record, DateRecord) else None
    return RelationLine(
        other=context.links.ref(other),
        when=relation.when or own_date,
        detail=relation.detail,
        # A field of mere ids rests on what its record rests on.
        cites=context.links.cites(relation.cite) if relation.related else (),
        editorial=relation.editorial or "",
        note=context.links.prose(relation.note or ""),
    )
