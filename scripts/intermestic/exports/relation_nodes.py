"""Relations in linked data: properties of their subjects, and things if more is known of them."""

from collections.abc import Iterator

from intermestic.exports.node_fields import add_fields
from intermestic.exports.nodes import Node, Reference, expand, plain
from intermestic.exports.references import References
from intermestic.exports.vocabulary import (
    RELATIONS,
    class_of_record,
    prefixes,
    relation_property,
)
from intermestic.knowledge import Relation
from intermestic.serialization.fields import Kind, related_fields


def add_relation(references: References, node: Node, relation: Relation) -> None:
    """Add a relation to the node of its subject, under each property that fits its ends."""
    entries = references.knowledge.entries
    ends = (entries[id].record for id in (relation.subject, relation.object))
    subject, object = (class_of_record(record) for record in ends)
    known = RELATIONS.get(relation.name, ())
    fitting = (each.name for each in known if each.fits(subject, object))
    for property in dict.fromkeys((relation_property(relation.name), *fitting)):
        node.add(property, [references.record(relation.object)])


def reified(references: References) -> Iterator[Node]:
    """Yield the relations of which more is known than their ends and what their records rest on.

    Each is a thing, numbered as in the table of relations.
    """
    for number, relation in enumerate(references.knowledge.relations, 1):
        if _says_more(references, relation):
            yield _reified(references, number, relation)


def _says_more(references: References, relation: Relation) -> bool:
    if relation.cite != references.knowledge.entries[relation.subject].record.cite:
        return True
    fields = (field for field in related_fields() if field.kind is not Kind.CITATIONS)
    return any(
        getattr(relation.related, field.name, field.default) != field.default for field in fields
    )


def _reified(references: References, number: int, relation: Relation) -> Node:
    subject, object = references.record(relation.subject), references.record(relation.object)
    property = expand(relation_property(relation.name), prefixes(references.site))
    node = Node(f"{subject.iri}-relation-{number}", ("rdf:Statement",))
    node.add("rdf:subject", subject)
    node.add("rdf:predicate", Reference(property))
    node.add("rdf:object", object)
    node.add("schema:description", plain(relation.detail))
    if relation.related:
        add_fields(references, node, relation.related, related_fields())
    else:
        node.add("prov:wasDerivedFrom", references.cited(relation.cite))
    return node
