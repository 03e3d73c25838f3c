"""The fields of records, statements and their parts, as properties of nodes."""

from collections.abc import Callable, Iterable
from typing import Any

from pyoxigraph import Literal

from intermestic import addresses
from intermestic.exports.nodes import (
    Node,
    Reference,
    Value,
    edtf,
    number,
    plain,
    prose,
    web_address,
)
from intermestic.exports.references import References
from intermestic.exports.vocabulary import ELSEWHERE, class_of, property_of
from intermestic.records.base import Record
from intermestic.records.fields import Model
from intermestic.serialization.fields import Kind, ModelField, fields_of

Values = Value | Iterable[Value] | None
_LITERALS: dict[Kind, Callable[[Any], Values]] = {
    Kind.TEXT: plain,
    Kind.ADDRESS: web_address,
    Kind.INTEGER: number,
    Kind.NUMBER: number,
    Kind.DATE: edtf,
    Kind.STRINGS: lambda texts: map(Literal, texts),
}


def add_fields(
    references: References, node: Node, owner: Model, fields: Iterable[ModelField]
) -> None:
    """Add the fields of a record, statement or part, but for those that go `ELSEWHERE`."""
    for field in fields:
        if f"{field.owner.__name__}.{field.name}" not in ELSEWHERE:
            value = getattr(owner, field.name, None)
            node.add(property_of(field), _value(references, node, owner, field, value))


def _value(
    references: References, node: Node, owner: Model, field: ModelField, value: Any
) -> Values:
    """Return what `value`, that of a field, is in linked data."""
    if value is None or value == ():
        return None
    if field.kind in _LITERALS:
        return _LITERALS[field.kind](value)
    name = f"{node.iri}-{property_of(field).partition(':')[2]}"
    match field.kind:
        case Kind.PROSE:
            return prose(references.knowledge.plain(value))
        case Kind.CITATIONS:
            return references.cited(value)
        case Kind.RECORDS:  # those of records are relations
            return None if isinstance(owner, Record) else references.records(value)
        case Kind.STATEMENT_ADDRESSES:
            return map(references.statement, value)
        case Kind.PARAGRAPHS:  # of the source on whose page the node is
            page = node.iri.partition("#")[0]
            return [Reference(f"{page}#{addresses.paragraph_anchor(n)}") for n in value]
        case Kind.PART:
            return _part(references, name, value)
        case Kind.PARTS:
            return [_part(references, f"{name}-{n}", part) for n, part in enumerate(value, 1)]
    return None  # statements have nodes of their own


def _part(references: References, iri: str, part: Model) -> Node:
    node = Node(iri, (class_of(type(part)),), is_part=True)
    add_fields(references, node, part, fields_of(type(part)))
    return node
