"""The words of the linked data, and the addresses by which they name things.

schema.org says what things are, SKOS holds policy areas and terms, PROV says where a statement
comes from, the Web Annotation vocabulary by which words to find it. What none of them has is in a
vocabulary of our own, which the data define.
"""

from collections.abc import Iterable, Iterator

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD

from intermestic import addresses
from intermestic.exports.about import NAME
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import Publication
from intermestic.records.citations import Citation
from intermestic.records.fields import Model
from intermestic.records.models import Position, Record, Source, StatusReport
from intermestic.records.statements import (
    Assessment,
    Conversion,
    Fact,
    Figure,
    FollowUp,
    Forecast,
    Recommendation,
)

TURTLE = f"data/{NAME}.ttl"
OA = Namespace("http://www.w3.org/ns/oa#")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
PREFIXES = {
    "dcterms": DCTERMS,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SDO,
    "skos": SKOS,
    "xsd": XSD,
}

# What a record is, by its type or else by its collection.
CLASSES = {
    "person": SDO.Person,
    "country": SDO.Country,
    "government": SDO.GovernmentOrganization,
    "body": SDO.GovernmentOrganization,
    "organisation": SDO.Organization,
    "region": SDO.Place,
    "group": SDO.Thing,
    "law": SDO.Legislation,
    "initiatives": SDO.Thing,
    "dates": SDO.Event,
    "policy_areas": SKOS.Concept,
    "terms": SKOS.Concept,
    "propositions": SDO.Claim,
    "sources": SDO.CreativeWork,
}
# What a relation is, by its name; one that is not here is in our own vocabulary.
RELATIONS = {
    "part_of": DCTERMS.isPartOf,
    "member_of": SDO.memberOf,
    "areas": DCTERMS.subject,
    "succeeded_by": DCTERMS.isReplacedBy,
    "participants": SDO.attendee,
    "initiatives": SDO.about,
    "parent": SKOS.broader,
    "coined_by": DCTERMS.creator,
    "about": SDO.about,
    "authors": SDO.author,
}
# Our own classes; each is a kind of claim.
OWN_CLASSES = (Fact, Assessment, Recommendation, Forecast, Figure, FollowUp, StatusReport, Position)


def _meaning(model: type[Model], name: str) -> str:
    return model.model_fields[name].description or ""


OWN_PROPERTIES = {
    "addressee": _meaning(Recommendation, "addressees"),
    "amount": "the number, its unit and what it counts",
    "asOf": _meaning(Figure, "as_of"),
    "authorship": _meaning(Source, "authorship"),
    "dateBasis": _meaning(Source, "date_basis"),
    "editorial": _meaning(Record, "editorial"),
    "followUp": _meaning(Recommendation, "follow_ups"),
    "hedge": _meaning(Forecast, "hedge"),
    "converted": _meaning(Figure, "converted"),
    "how": _meaning(Conversion, "how"),
    "measure": _meaning(Figure, "measure"),
    "horizon": _meaning(Forecast, "horizon"),
    "position": "where one source stands on it",
    "repeats": "an earlier recommendation that it repeats",
    "series": _meaning(Source, "series"),
    "stance": _meaning(Position, "stance"),
    "status": "its standing, as one source saw it",
}


class Iris:
    """The addresses of things: of their pages, and of the spots on them."""

    def __init__(self, knowledge: KnowledgeBase, publication: Publication) -> None:
        self.knowledge = knowledge
        self.site = publication.address
        self.own = Namespace(f"{self.site}{TURTLE}#")

    def dataset(self) -> URIRef:
        return URIRef(addresses.dataset_iri(self.site))

    def former(self, collection: str, id: str) -> URIRef:
        """What a record was called under a former id."""
        return URIRef(addresses.entity_iri(self.site, addresses.page(collection, id)))

    def record(self, id: str) -> URIRef:
        return self.former(self.knowledge.entries[id].collection, id)

    def records(self, ids: Iterable[str]) -> Iterator[URIRef]:
        return (self.record(id) for id in ids)

    def scheme(self, collection: str) -> URIRef:
        """A collection, as a scheme of concepts."""
        return URIRef(addresses.entity_iri(self.site, addresses.index(collection)))

    def paragraph(self, source: str, number: int) -> URIRef:
        return URIRef(addresses.paragraph(self.site, source, number))

    def cited(self, citations: Iterable[Citation]) -> Iterator[URIRef]:
        return (self.paragraph(one.source, n) for one in citations for n in one.paragraphs)

    def statement(self, address: str) -> URIRef:
        """A statement, by its address `source/statement`."""
        source, _, id = address.partition("/")
        return URIRef(addresses.statement(self.site, source, id))

    def relation(self, name: str) -> URIRef:
        """The relation of this name."""
        return RELATIONS.get(name) or self.own[name.replace("_", "-")]

    def part(self, whole: URIRef, name: str) -> URIRef:
        """Something that belongs to another thing and has no spot on a page of its own."""
        return URIRef(f"{whole}-{name}")
