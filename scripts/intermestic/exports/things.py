"""The knowledge base as nodes of linked data: records, statements and relations.

What a node has is derived from the fields of its model. A statement derives from its paragraphs
(PROV) and names the words by which to find the spot (a TextQuoteSelector); its author is who says
it, and it is part of the edition. A relation is a property; where more is known of it than that
its record has it, an rdf:Statement tells that.
"""

from collections.abc import Iterator

from intermestic import addresses
from intermestic.catalogue import LANGUAGE, words
from intermestic.citations.formats import FORMATS
from intermestic.citations.works import author, citation, name_in, site_work, source_work
from intermestic.exports.base import DESCRIPTION, LICENCE
from intermestic.exports.node_fields import Describer
from intermestic.exports.nodes import (
    SCHEMA,
    Node,
    Reference,
    calendar_date,
    prose,
    web_address,
)
from intermestic.exports.vocabulary import (
    class_of,
    class_of_record,
    definitions,
    own,
    relation_property,
)
from intermestic.knowledge import Claim, Entry
from intermestic.records.dates import ends
from intermestic.records.models import COLLECTIONS, Actor, DateRecord, Initiative, Proposition
from intermestic.records.source import Source, paragraphs_of
from intermestic.records.statements import Figure
from intermestic.serialization.fields import fields_of

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


class Things(Describer):
    """The nodes of a knowledge base, with what they have besides their fields."""

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
        yield from self.reified()

    def dataset(self) -> Node:
        """Return the edition of the data that is being made."""
        publication, edition = self.publication, self.publication.edition
        iri = addresses.dataset_iri(self.site)
        node = Node(iri, ("schema:Dataset",))
        node.add("schema:name", publication.name)
        node.add("schema:description", prose(DESCRIPTION))
        node.add("schema:version", edition.number)
        node.add("schema:datePublished", calendar_date(edition.date))
        node.add("schema:creator", _named(f"{iri}-creator", "Organization", publication.editors))
        node.add("schema:inLanguage", LANGUAGE)
        node.add("schema:license", Reference(LICENCE.url))
        node.add("schema:creditText", citation(site_work(publication)))
        node.add("schema:url", web_address(self.site))
        files = addresses.BIBLIOGRAPHY.items()
        node.add("schema:distribution", [self._download(name, path) for name, path in files])
        return node

    def record(self, entry: Entry) -> Node:
        """Return what `entry` is about."""
        record = entry.record
        node = Node(self.iri(entry.collection, entry.id), tuple(self._classes(entry)))
        self.add_fields(node, record, fields_of(type(record)))
        node.add("dcterms:identifier", entry.id)
        former = (self.iri(entry.collection, id) for id in entry.former_ids)
        node.add("owl:sameAs", map(Reference, former))
        mentions = self.knowledge.mentioned_in.get(entry.id, ())
        node.add("dcterms:isReferencedBy", self.refs(mentions))
        for relation in self.knowledge.relations_from.get(entry.id, ()):
            self.add_relation(node, relation)
        if record.is_concept:
            self._add_concept(node, entry)
        match record:
            case Actor() if "schema:Person" in node.types:
                name = author(self.knowledge, entry.id)
                node.add("schema:familyName", name.family)
                node.add("schema:givenName", name.given)
            case Initiative():
                node.add("schema:additionalType", record.type)
            case DateRecord():
                _add_event(node, record)
            case Proposition():
                holding = [p.cite[0].source for p in record.positions if p.stance in HOLDING]
                node.add("schema:appearance", self.refs(holding))
            case Source():
                self._add_work(node, entry.id, record)
        return node

    def statement(self, claim: Claim) -> Node:
        """Return a statement, with the passage that makes it."""
        statement = claim.statement
        iri = self.statement_ref(claim.address).iri
        node = Node(iri, ("schema:Claim", class_of(type(statement))))
        paragraphs = self.paragraphs(claim.source, statement.para)
        self.add_fields(node, statement, fields_of(type(statement)))
        node.add("dcterms:identifier", claim.address)
        node.add("schema:author", self.refs(claim.speakers))
        node.add("schema:appearance", self.ref(claim.source))
        node.add("schema:about", self.refs(claim.about))
        node.add("schema:isPartOf", Reference(addresses.dataset_iri(self.site)))
        node.add("prov:wasDerivedFrom", paragraphs)
        quote = Node(f"{iri}-quote", ("oa:TextQuoteSelector",), is_part=True)
        quote.add("oa:exact", statement.phrase)
        passage = Node(f"{iri}-passage", ("oa:SpecificResource",), is_part=True)
        passage.add("oa:hasSource", paragraphs[0])
        passage.add("oa:hasSelector", quote)
        node.add("prov:hadPrimarySource", passage)
        if isinstance(statement, Figure):
            node.add(own("amount"), _amount(f"{iri}-amount", statement))
        return node

    def scheme(self, collection: str) -> Node:
        """Return a collection of policy areas or terms as a vocabulary."""
        iri = self.iri(collection, "index")
        node = Node(iri, ("skos:ConceptScheme", "schema:DefinedTermSet"))
        node.add("schema:name", words(f"collection-{collection}"))
        return node

    def _classes(self, entry: Entry) -> Iterator[str]:
        """Yield the classes of what a record is about, the most general first."""
        record = entry.record
        yield class_of_record(record)
        if record.is_concept:
            yield "schema:DefinedTerm"
        if isinstance(record, Source):
            kind = source_work(self.knowledge, entry.id).kind
            if kind in WORKS:
                yield WORKS[kind]

    def _add_concept(self, node: Node, entry: Entry) -> None:
        """Add to a node what SKOS and schema.org say of a term in a vocabulary."""
        record, scheme = entry.record, Reference(self.iri(entry.collection, "index"))
        node.add("skos:prefLabel", prose(record.name))
        node.add("skos:altLabel", map(prose, record.aliases))
        node.add("skos:inScheme", scheme)
        node.add("schema:inDefinedTermSet", self.scheme(entry.collection))
        lead = getattr(record, record.lead)
        node.add("schema:description", prose(self.knowledge.plain(lead)))
        wider = [f.name for f in fields_of(type(record)) if relation_property(f.name) == WIDER]
        if wider and not any(getattr(record, name) for name in wider):
            node.add("skos:topConceptOf", scheme)
        for relation in self.knowledge.relations_to.get(entry.id, ()):
            if relation_property(relation.name) == WIDER:
                node.add("skos:narrower", [self.ref(relation.subject)])

    def _add_work(self, node: Node, id: str, source: Source) -> None:
        """Add the bibliographic facts of a text to its node."""
        work = source_work(self.knowledge, id)
        node.add("schema:genre", source.type)
        node.add("schema:datePublished", calendar_date(source.date))
        publisher, journal = (
            name_in(self.knowledge, prose) for prose in (source.publisher, source.journal)
        )
        node.add("schema:publisher", _named(f"{node.iri}-publisher", "Organization", publisher))
        periodical = _named(f"{node.iri}-periodical", "Periodical", journal)
        issue = _named(f"{node.iri}-issue", "PublicationIssue", work.issue)
        if issue:
            issue.add("schema:isPartOf", periodical)
        series = _named(f"{node.iri}-series", "CreativeWorkSeries", work.series)
        node.add("schema:isPartOf", (issue or periodical, series))

    def _paragraphs(self, id: str, source: Source) -> Iterator[Node]:
        """Yield the paragraphs of a text; their words are not ours to give."""
        for paragraph in paragraphs_of(source):
            iri = addresses.paragraph(self.site, id, paragraph.number)
            node = Node(iri, ("schema:CreativeWork",))
            node.add("schema:isPartOf", self.ref(id))
            node.add("schema:position", paragraph.number)
            node.add("schema:articleSection", paragraph.section.heading)
            node.add("skos:editorialNote", prose(self.knowledge.plain(paragraph.reason)))
            yield node

    def _download(self, format: str, path: str) -> Node:
        address = self.site + path
        node = Node(address, ("schema:DataDownload",), is_part=True)
        node.add("schema:contentUrl", web_address(address))
        node.add("schema:encodingFormat", FORMATS[format].media_type)
        return node


def _named(iri: str, kind: str, name: str) -> Node | None:
    """Return a part of which no more than its name is known, or None if not even that."""
    if not name:
        return None
    node = Node(iri, (f"schema:{kind}",), is_part=True)
    node.add("schema:name", name)
    return node


def _amount(iri: str, figure: Figure) -> Node:
    """Return the number of a figure, with its unit and what it counts."""
    node = Node(iri, ("schema:QuantitativeValue",), is_part=True)
    property = "schema:value" if figure.upper is None else "schema:minValue"
    node.add(property, figure.value)
    node.add("schema:maxValue", figure.upper)
    node.add("schema:unitText", figure.unit)
    node.add("schema:name", figure.counts)
    return node


def _add_event(node: Node, record: DateRecord) -> None:
    """Add the first and the last date of an event, so far as a calendar has them."""
    start, end = ends(record.when) or (record.when, None)
    node.add("schema:startDate", calendar_date(start))
    node.add("schema:endDate", calendar_date(end))
    if record.type == "due":
        node.add("schema:eventStatus", Reference(f"{SCHEMA}EventScheduled"))
