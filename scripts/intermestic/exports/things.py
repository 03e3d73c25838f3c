"""The knowledge base as nodes of linked data: records, statements and relations.

What a node has is derived from the fields of its model. A statement derives from its paragraphs
(PROV) and names the words by which to find the spot (a TextQuoteSelector); its author is who says
it, and it is part of the edition. A relation is a property; where more is known of it than that
its record has it, an rdf:Statement tells that.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from intermestic import addresses
from intermestic.catalogue import LANGUAGE, collection_words
from intermestic.citations.formats import FORMATS
from intermestic.citations.text import citation
from intermestic.citations.works import author, site_work, source_work
from intermestic.exports.about import DESCRIPTION, LICENCE
from intermestic.exports.nodes import (
    SCHEMA,
    Node,
    Reference,
    Text,
    Value,
    calendar_date,
    edtf,
    number,
    plain,
    prose,
    web_address,
)
from intermestic.exports.vocabulary import (
    ELSEWHERE,
    RELATIONS,
    class_of,
    definitions,
    expand,
    own,
    property_of,
    relation_property,
)
from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation
from intermestic.reading.publication import Publication
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate, parse_date
from intermestic.records.fields import Model
from intermestic.records.models import (
    COLLECTIONS,
    Actor,
    DateRecord,
    Initiative,
    Proposition,
    Record,
    Source,
)
from intermestic.records.statements import Figure
from intermestic.serialization.fields import Kind, ModelField, fields_of
from intermestic.serialization.tables import numbered_paragraphs, related_fields

# The class of a text besides schema:CreativeWork, by the kind of work that it is.
WORKS = {
    "article": "schema:Article",
    "magazine": "schema:Article",
    "report": "schema:Report",
}
# The stances of a source that makes a claim, rather than doubt or dispute it.
HOLDING = ("agrees", "agrees in part")
# The property by which a concept leads to a wider one.
WIDER = "skos:broader"

_LITERALS: dict[Kind, Callable[[Any], Value | Iterable[Value] | None]] = {
    Kind.TEXT: plain,
    Kind.ADDRESS: web_address,
    Kind.INTEGER: number,
    Kind.NUMBER: number,
    Kind.DATE: edtf,
    Kind.STRINGS: lambda texts: map(Text, texts),
}


class Things:
    """The nodes of a knowledge base, on the site where it is published."""

    def __init__(self, knowledge: KnowledgeBase, publication: Publication) -> None:
        self.knowledge = knowledge
        self.publication = publication
        self.site = publication.address
        self.related_fields = related_fields()

    def all(self) -> Iterator[Node]:
        """Yield every node of the data."""
        yield self.dataset()
        yield from definitions(self.knowledge.relations, self.site)
        yield from (self.scheme(name) for name, model in COLLECTIONS.items() if model.is_concept)
        for entry in self.knowledge.entries.values():
            yield self.record(entry)
            if isinstance(entry.record, Source):
                yield from self._paragraphs(entry.id, entry.record)
        for claim in self.knowledge.claims:
            yield self.statement(claim)
        for position, relation in enumerate(self.knowledge.relations, 1):
            if self._says_more(relation):
                yield self._reified(position, relation)

    def dataset(self) -> Node:
        """Return the edition of the data that is being made."""
        publication, edition = self.publication, self.publication.edition
        iri = addresses.dataset_iri(self.site)
        node = Node(iri, ("schema:Dataset",))
        node.add("schema:name", plain(publication.name))
        node.add("schema:description", prose(DESCRIPTION))
        node.add("schema:version", plain(edition.number))
        node.add("schema:datePublished", calendar_date(edition.date))
        node.add("schema:creator", _named(f"{iri}-creator", "Organization", publication.editors))
        node.add("schema:inLanguage", plain(LANGUAGE))
        node.add("schema:license", Reference(LICENCE.url))
        node.add("schema:creditText", plain(citation(site_work(publication))))
        node.add("schema:url", web_address(self.site))
        files = addresses.BIBLIOGRAPHY.items()
        node.add("schema:distribution", [self._download(name, path) for name, path in files])
        return node

    def record(self, entry: Entry) -> Node:
        """Return what `entry` is about."""
        record = entry.record
        node = Node(self._iri(entry.collection, entry.id), tuple(self._classes(entry)))
        self._add_fields(node, record, fields_of(type(record)))
        node.add("dcterms:identifier", plain(entry.id))
        former = (self._iri(entry.collection, id) for id in entry.former_ids)
        node.add("owl:sameAs", map(Reference, former))
        mentions = self.knowledge.mentioned_in.get(entry.id, ())
        node.add("dcterms:isReferencedBy", self.references(mentions))
        for relation in self.knowledge.relations_from.get(entry.id, ()):
            self._add_relation(node, relation)
        if record.is_concept:
            self._add_concept(node, entry)
        match record:
            case Actor() if "schema:Person" in node.types:
                name = author(self.knowledge, entry.id)
                node.add("schema:familyName", plain(name.family))
                node.add("schema:givenName", plain(name.given))
            case Initiative():
                node.add("schema:additionalType", plain(record.type))
            case DateRecord():
                _add_event(node, record)
            case Proposition():
                holding = [p.cite[0].source for p in record.positions if p.stance in HOLDING]
                node.add("schema:appearance", self.references(holding))
            case Source():
                self._add_work(node, entry.id, record)
        return node

    def statement(self, claim: Claim) -> Node:
        """Return a statement, with the passage that makes it."""
        statement = claim.statement
        source, _, id = claim.address.partition("/")
        iri = addresses.statement(self.site, source, id)
        node = Node(iri, ("schema:Claim", class_of(type(statement))))
        paragraphs = self._paragraph_references(claim.source, statement.para)
        self._add_fields(node, statement, fields_of(type(statement)))
        node.add("dcterms:identifier", plain(claim.address))
        node.add("schema:author", self.references(claim.speakers))
        node.add("schema:appearance", self.reference(claim.source))
        node.add("schema:about", self.references(claim.about))
        node.add("schema:isPartOf", Reference(addresses.dataset_iri(self.site)))
        node.add("prov:wasDerivedFrom", paragraphs)
        quote = Node(f"{iri}-quote", ("oa:TextQuoteSelector",), is_part=True)
        quote.add("oa:exact", plain(statement.phrase))
        passage = Node(f"{iri}-passage", ("oa:SpecificResource",), is_part=True)
        passage.add("oa:hasSource", paragraphs[0])
        passage.add("oa:hasSelector", quote)
        node.add("prov:hadPrimarySource", passage)
        if isinstance(statement, Figure):
            node.add(own("amount"), _amount(f"{iri}-amount", statement))
        return node

    def scheme(self, collection: str) -> Node:
        """Return a collection of policy areas or terms as a vocabulary."""
        iri = self._iri(collection, "index")
        node = Node(iri, ("skos:ConceptScheme", "schema:DefinedTermSet"))
        node.add("schema:name", plain(collection_words(collection).label))
        return node

    def reference(self, id: str) -> Reference:
        """Return what the record `id` is about, by its IRI and name."""
        collection = self.knowledge.entries[id].collection
        return Reference(self._iri(collection, id), self.knowledge.entries[id].record.name)

    def references(self, ids: Iterable[str]) -> list[Reference]:
        """Return what each of the records is about, by its IRI and name."""
        return [self.reference(id) for id in ids]

    def _iri(self, collection: str, id: str) -> str:
        return addresses.entity_iri(self.site, addresses.page(collection, id))

    def _classes(self, entry: Entry) -> Iterator[str]:
        """Yield the classes of what a record is about, the most general first."""
        record = entry.record
        yield _class_of_record(record)
        if record.is_concept:
            yield "schema:DefinedTerm"
        if isinstance(record, Source):
            kind = source_work(self.knowledge, entry.id).kind
            if kind in WORKS:
                yield WORKS[kind]

    def _add_fields(self, node: Node, owner: Model, fields: Iterable[ModelField]) -> None:
        """Add the fields of a record, statement or part, but for those that go `ELSEWHERE`."""
        for field in fields:
            if f"{field.owner.__name__}.{field.name}" not in ELSEWHERE:
                property = property_of(field)
                value = getattr(owner, field.name, None)
                node.add(property, self._value(node, owner, field, value))

    def _value(
        self, node: Node, owner: Model, field: ModelField, value: Any
    ) -> Value | Iterable[Value] | None:
        """Return what `value`, that of a field, is in linked data."""
        if value is None or value == ():
            return None
        if field.kind in _LITERALS:
            return _LITERALS[field.kind](value)
        name = f"{node.iri}-{_local(property_of(field))}"
        match field.kind:
            case Kind.PROSE:
                return prose(self.knowledge.plain(value))
            case Kind.CITATIONS:
                return self._cited(value)
            case Kind.RECORDS:  # those of records are relations
                return None if isinstance(owner, Record) else self.references(value)
            case Kind.STATEMENT_ADDRESSES:
                return [Reference(self._statement_iri(address)) for address in value]
            case Kind.PARAGRAPHS:  # of the source on whose page the node is
                page = node.iri.partition("#")[0]
                return [Reference(f"{page}#{addresses.paragraph_anchor(n)}") for n in value]
            case Kind.PART:
                return self._part(name, value)
            case Kind.PARTS:
                return [self._part(f"{name}-{n}", part) for n, part in enumerate(value, 1)]
        return None  # statements have nodes of their own

    def _part(self, iri: str, part: Model) -> Node:
        node = Node(iri, (class_of(type(part)),), is_part=True)
        self._add_fields(node, part, fields_of(type(part)))
        return node

    def _add_concept(self, node: Node, entry: Entry) -> None:
        """Add to a node what SKOS and schema.org say of a term in a vocabulary."""
        scheme = Reference(self._iri(entry.collection, "index"))
        node.add("skos:prefLabel", prose(entry.record.name))
        node.add("skos:altLabel", [Text(name, LANGUAGE) for name in entry.record.aliases])
        node.add("skos:inScheme", scheme)
        node.add("schema:inDefinedTermSet", self.scheme(entry.collection))
        lead = getattr(entry.record, entry.record.lead)
        node.add("schema:description", prose(self.knowledge.plain(lead)))
        wider = [f.name for f in fields_of(type(entry.record)) if _leads_wider(f)]
        if wider and not any(getattr(entry.record, name) for name in wider):
            node.add("skos:topConceptOf", scheme)
        for relation in self.knowledge.relations_to.get(entry.id, ()):
            if relation_property(relation.name) == WIDER:
                node.add("skos:narrower", [self.reference(relation.subject)])

    def _add_work(self, node: Node, id: str, source: Source) -> None:
        """Add the bibliographic facts of a text to its node."""
        work = source_work(self.knowledge, id)
        node.add("schema:genre", plain(source.type))
        node.add("schema:datePublished", calendar_date(source.date))
        node.add(
            "schema:publisher",
            _named(f"{node.iri}-publisher", "Organization", self._name(source.publisher)),
        )
        periodical = _named(f"{node.iri}-periodical", "Periodical", self._name(source.journal))
        issue = _named(f"{node.iri}-issue", "PublicationIssue", work.issue)
        if issue:
            issue.add("schema:isPartOf", periodical)
        series = _named(f"{node.iri}-series", "CreativeWorkSeries", work.series)
        node.add("schema:isPartOf", filter(None, (issue or periodical, series)))

    def _name(self, given: str | None) -> str:
        """Return a name that a record has as prose."""
        return self.knowledge.plain(given or "").rstrip(".")

    def _paragraphs(self, id: str, source: Source) -> Iterator[Node]:
        """Yield the paragraphs of a text; their words are not ours to give."""
        for position, heading, omitted in numbered_paragraphs(source):
            iri = addresses.paragraph(self.site, id, position)
            node = Node(iri, ("schema:CreativeWork",))
            node.add("schema:isPartOf", self.reference(id))
            node.add("schema:position", number(position))
            node.add("schema:articleSection", plain(heading))
            node.add("skos:editorialNote", prose(self.knowledge.plain(omitted or "")))
            yield node

    def _paragraph_references(self, source: str, numbers: Iterable[int]) -> list[Reference]:
        return [Reference(addresses.paragraph(self.site, source, n)) for n in numbers]

    def _cited(self, citations: Iterable[Citation]) -> list[Reference]:
        return [
            reference
            for cite in citations
            for reference in self._paragraph_references(cite.source, cite.paragraphs)
        ]

    def _statement_iri(self, address: str) -> str:
        source, _, id = address.partition("/")
        return addresses.statement(self.site, source, id)

    def _add_relation(self, node: Node, relation: Relation) -> None:
        """Add a relation to the node of its subject, under each property that fits its ends."""
        ends = (self.knowledge.entries[id].record for id in (relation.subject, relation.object))
        subject, object = (_class_of_record(record) for record in ends)
        properties = [relation_property(relation.name)]
        known = RELATIONS.get(relation.name, ())
        properties += [each.name for each in known if each.fits(subject, object)]
        for property in dict.fromkeys(properties):
            node.add(property, [self.reference(relation.object)])

    def _says_more(self, relation: Relation) -> bool:
        """Tell whether more is known of a relation than its ends and what its record rests on."""
        whole = self.knowledge.entries[relation.subject].record
        if relation.cite != whole.cite:
            return True
        fields = (field for field in self.related_fields if field.kind is not Kind.CITATIONS)
        return any(
            getattr(relation.related, field.name, field.default) != field.default
            for field in fields
        )

    def _reified(self, position: int, relation: Relation) -> Node:
        """Return a relation as a thing, numbered as in the table of relations."""
        subject, object = self.reference(relation.subject), self.reference(relation.object)
        property = relation_property(relation.name)
        node = Node(f"{subject.iri}-relation-{position}", ("rdf:Statement",))
        node.add("rdf:subject", subject)
        node.add("rdf:predicate", Reference(expand(property, self.site)))
        node.add("rdf:object", object)
        node.add("schema:description", plain(relation.detail))
        if relation.related:
            self._add_fields(node, relation.related, self.related_fields)
        else:
            node.add("prov:wasDerivedFrom", self._cited(relation.cite))
        return node

    def _download(self, format: str, path: str) -> Node:
        address = self.site + path
        node = Node(address, ("schema:DataDownload",), is_part=True)
        node.add("schema:contentUrl", web_address(address))
        node.add("schema:encodingFormat", plain(FORMATS[format].media_type))
        return node


def _class_of_record(record: Record) -> str:
    return record.rdf_class_by_type.get(getattr(record, "type", ""), record.rdf_class)


def _named(iri: str, kind: str, name: str) -> Node | None:
    """Return a part of which no more than its name is known, or None if not even that."""
    if not name:
        return None
    node = Node(iri, (f"schema:{kind}",), is_part=True)
    node.add("schema:name", plain(name))
    return node


def _amount(iri: str, figure: Figure) -> Node:
    """Return the number of a figure, with its unit and what it counts."""
    node = Node(iri, ("schema:QuantitativeValue",), is_part=True)
    property = "schema:value" if figure.upper is None else "schema:minValue"
    node.add(property, number(figure.value))
    node.add("schema:maxValue", number(figure.upper))
    node.add("schema:unitText", plain(figure.unit))
    node.add("schema:name", plain(figure.counts))
    return node


def _add_event(node: Node, record: DateRecord) -> None:
    """Add the first and the last date of an event, so far as a calendar has them."""
    first, slash, last = record.when.edtf.partition("/")
    node.add("schema:startDate", calendar_date(_date(first)))
    node.add("schema:endDate", calendar_date(_date(last)) if slash else None)
    if record.type == "due":
        node.add("schema:eventStatus", Reference(f"{SCHEMA}EventScheduled"))


def _date(edtf: str) -> EdtfDate | None:
    """Return the date of one end of an interval, None if it is open."""
    return None if edtf in ("", "..") else parse_date(edtf)


def _leads_wider(field: ModelField) -> bool:
    return field.kind is Kind.RECORDS and relation_property(field.name) == WIDER


def _local(curie: str) -> str:
    return curie.partition(":")[2]
