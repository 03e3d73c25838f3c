"""The fields and relations of records, statements and their parts, as properties of nodes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from intermestic import addresses
from intermestic.exports.nodes import Node, Reference, expand, prose, web_address
from intermestic.exports.vocabulary import (
    class_of,
    class_of_record,
    is_elsewhere,
    limited_properties,
    prefixes,
    property_of,
    relation_property,
)
from intermestic.knowledge import KnowledgeBase, Relation
from intermestic.records.base import Record
from intermestic.records.citations import Citation
from intermestic.records.fields import Model
from intermestic.records.publication import Publication
from intermestic.serialization.fields import Kind, ModelField, fields_of, related_fields


@dataclass(frozen=True)
class Describer:
    """Describes what `knowledge` holds by its fields, and refers to it, where it is published."""

    knowledge: KnowledgeBase
    publication: Publication

    @property
    def site(self) -> str:
        """The address of the site."""
        return self.publication.address

    def iri(self, collection: str, id: str) -> str:
        """Return the IRI of what a record is about, by any of its ids."""
        return addresses.entity_iri(self.site, addresses.page(collection, id))

    def ref(self, id: str) -> Reference:
        """Return what the record `id` is about, by its IRI and name."""
        entry = self.knowledge.entries[id]
        return Reference(self.iri(entry.collection, id), entry.record.name)

    def refs(self, ids: Iterable[str]) -> list[Reference]:
        """Return what each of the records is about, by its IRI and name."""
        return [self.ref(id) for id in ids]

    def statement_ref(self, address: str) -> Reference:
        """Return the statement source/statement."""
        return Reference(addresses.statement(self.site, address))

    def paragraphs(self, source: str, numbers: Iterable[int]) -> list[Reference]:
        """Return the paragraphs of a source with these numbers."""
        return [Reference(addresses.paragraph(self.site, source, number)) for number in numbers]

    def cited(self, citations: Iterable[Citation]) -> list[Reference]:
        """Return the paragraphs that are cited."""
        return [it for cite in citations for it in self.paragraphs(cite.source, cite.paragraphs)]

    def add_fields(self, node: Node, owner: Model, fields: Iterable[ModelField]) -> None:
        """Add the fields of a record, statement or part, but for those that go elsewhere."""
        for field in fields:
            value, property = getattr(owner, field.name, None), property_of(field)
            if value not in (None, ()) and not is_elsewhere(field):
                iri = f"{node.iri}-{property.partition(':')[2]}"
                node.add(property, self._value(iri, owner, field, value))

    def _value(self, iri: str, owner: Model, field: ModelField, value: Any) -> Any:
        """Return what `value`, that of a field, is in linked data; parts have IRIs by `iri`."""
        match field.kind:
            case Kind.ADDRESS:
                return web_address(value)
            case Kind.PROSE:
                return prose(self.knowledge.plain(value))
            case Kind.CITATIONS:
                return self.cited(value)
            case Kind.RECORDS:  # those of records are relations
                return None if isinstance(owner, Record) else self.refs(value)
            case Kind.STATEMENT_ADDRESSES:
                return map(self.statement_ref, value)
            case Kind.STATEMENTS:  # they have nodes of their own
                return None
            case Kind.PARAGRAPHS:  # of the source on whose page the node is
                page = iri.partition("#")[0]
                return [Reference(f"{page}#{addresses.paragraph_anchor(n)}") for n in value]
            case Kind.PART:
                return self._part(iri, value)
            case Kind.PARTS:
                return [self._part(f"{iri}-{n}", part) for n, part in enumerate(value, 1)]
        return value

    def _part(self, iri: str, part: Model) -> Node:
        node = Node(iri, (class_of(type(part)),), is_part=True)
        self.add_fields(node, part, fields_of(type(part)))
        return node

    def add_relation(self, node: Node, relation: Relation) -> None:
        """Add a relation to the node of its subject, under each property that fits its ends."""
        entries = self.knowledge.entries
        ends = (class_of_record(entries[id].record) for id in (relation.subject, relation.object))
        further = limited_properties(relation.name, *ends)
        for property in (relation_property(relation.name), *further):
            node.add(property, [self.ref(relation.object)])

    def reified(self) -> Iterator[Node]:
        """Yield the relations of which more is known than their ends and their records' ground.

        Each is a thing, numbered as in the table of relations.
        """
        for place, relation in enumerate(self.knowledge.relations, 1):
            if self._says_more(relation):
                yield self._reified(place, relation)

    def _says_more(self, relation: Relation) -> bool:
        if relation.cite != self.knowledge.entries[relation.subject].record.cite:
            return True
        defaults = {f.name: f.default for f in related_fields() if f.kind is not Kind.CITATIONS}
        return any(
            getattr(relation.related, name, default) != default
            for name, default in defaults.items()
        )

    def _reified(self, place: int, relation: Relation) -> Node:
        subject, object = self.refs((relation.subject, relation.object))
        property = expand(relation_property(relation.name), prefixes(self.site))
        node = Node(f"{subject.iri}-relation-{place}", ("rdf:Statement",))
        node.add("rdf:subject", subject)
        node.add("rdf:predicate", Reference(property))
        node.add("rdf:object", object)
        node.add("schema:description", relation.detail)
        if relation.related:
            self.add_fields(node, relation.related, related_fields())
        else:
            node.add("prov:wasDerivedFrom", self.cited(relation.cite))
        return node
