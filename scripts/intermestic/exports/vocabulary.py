"""The words of the linked data: what the fields of records and their relations are called.

schema.org says what things are, SKOS holds policy areas and terms, PROV says where a statement
comes from, the Web Annotation vocabulary by which words to find it. What none of them has is in a
vocabulary of our own, which the data define.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from intermestic.exports.base import NAME
from intermestic.exports.nodes import PREFIXES, Node, Reference, expand, prose
from intermestic.knowledge import Relation
from intermestic.records.base import Record
from intermestic.records.fields import Model, RelatedRecord
from intermestic.records.models import COLLECTIONS
from intermestic.records.statements import STATEMENTS
from intermestic.serialization.fields import Kind, ModelField, cites, fields_of

TURTLE = f"data/{NAME}.ttl"

ORGANISATIONS = ("schema:Organization", "schema:GovernmentOrganization")
AGENTS = ("schema:Person", *ORGANISATIONS)
PLACES = ("schema:Country", "schema:Place")
EVENTS = ("schema:Event",)
# The properties of relations for which vocabularies have words, by name, besides those of fields
# of that name; all others are properties of our own.
RELATIONS = {
    "authors": "schema:author",
    "coined_by": "dcterms:creator",
    "initiatives": "schema:about",
    "parent": "skos:broader",
    "part_of": "dcterms:isPartOf",
    "succeeded_by": "dcterms:isReplacedBy",
}
# Further properties of relations, by name: each only where its ends are of certain classes.
LIMITED = (
    ("part_of", "schema:containedInPlace", PLACES, PLACES),
    ("part_of", "schema:parentOrganization", ORGANISATIONS, ORGANISATIONS),
    ("member_of", "schema:memberOf", AGENTS, ORGANISATIONS),
    ("participants", "schema:attendee", EVENTS, AGENTS),
    ("participants", "schema:about", EVENTS, (*PLACES, "schema:Thing")),
)
# The properties of fields for which vocabularies have words, by the field's name, or by those of
# its model and itself; all others are properties of our own.
PROPERTIES = {
    "aliases": "schema:alternateName",
    "areas": "dcterms:subject",
    "about": "schema:about",
    "cite": "prov:wasDerivedFrom",
    "date": "dcterms:date",
    "definition": "skos:definition",
    "language": "schema:inLanguage",
    "name": "schema:name",
    "note": "skos:editorialNote",
    "place": "schema:location",
    "said_by": "schema:author",
    "scope": "skos:scopeNote",
    "summary": "schema:description",
    "text": "schema:text",
    "thesis": "schema:description",
    "text_url": "schema:url",
    "title": "schema:headline",
    "type": "dcterms:type",
    "url": "schema:url",
    "when": "schema:temporalCoverage",
    "Conversion.unit": "schema:unitText",
    "Conversion.value": "schema:value",
    "DateRecord.when": "dcterms:date",
    "Initiative.when": "dcterms:date",
}
# Fields that are no property of their own, named likewise, each with the reason.
ELSEWHERE = {
    "Record.former_ids": "makes addresses at which the record stood, owl:sameAs",
    "Source.issue": "is a thing, a schema:PublicationIssue",
    "Source.journal": "is a thing, a schema:Periodical",
    "Source.publisher": "is a thing, a schema:Organization",
    "_Statement.about": "stands with the records to which the text links",
    "_Statement.id": "is a part of the address, dcterms:identifier",
    "_Statement.para": "makes addresses of paragraphs, prov:wasDerivedFrom",
    "_Statement.phrase": "is the oa:exact quote of a passage",
    "_Statement.said_by": "stands with the authors, who speak if nobody else is named",
    "kind": "is the class",
    "Figure.value": "is in the amount, a schema:QuantitativeValue",
    "Figure.upper": "is in the amount",
    "Figure.unit": "is in the amount",
    "Figure.counts": "is in the amount",
}
# Our own words for one of the things that a field holds; for a part it is the name of the field
# without its "s", unless it stands here.
SINGULAR = {
    "addressees": "addressee",
    "not_meant": "other_meaning",
    "no_view": "lack_of_view",
    "omitted": "omission",
}


@cache
def property_of(field: ModelField) -> str:
    """Return the property of a field."""
    if known := PROPERTIES.get(field.full_name) or PROPERTIES.get(field.name):
        return known
    name = SINGULAR.get(field.name, field.name)
    if field.kind is Kind.PARTS:
        name = name.removesuffix("s")
    return own(re.sub(r"_([a-z])", lambda match: match[1].upper(), name))


def is_elsewhere(field: ModelField) -> bool:
    """Return whether a field is no property of its own."""
    return field.full_name in ELSEWHERE or field.name in ELSEWHERE


def relation_property(name: str) -> str:
    """Return the property that names a relation."""
    return RELATIONS.get(name) or PROPERTIES.get(name) or own(name.replace("_", "-"))


def limited_properties(name: str, subject: str, object: str) -> Iterator[str]:
    """Yield the further properties of a relation whose ends are of these classes."""
    for relation, property, subjects, objects in LIMITED:
        if relation == name and subject in subjects and object in objects:
            yield property


def class_of(model: type[Model]) -> str:
    """Return the class of the statements or parts of a model: one of our own, if it has none."""
    return getattr(model, "rdf_class", "") or own(model.__name__)


def class_of_record(record: Record) -> str:
    """Return the most general class of what a record is about."""
    return record.rdf_class_by_type.get(getattr(record, "type", ""), record.rdf_class)


def own(name: str) -> str:
    """Return a word of our own vocabulary."""
    return f"{NAME}:{name}"


def prefixes(site: str) -> Mapping[str, str]:
    """Return what each prefix stands for; our own vocabulary is on the site at `site`."""
    return {**PREFIXES, NAME: f"{site}{TURTLE}#"}


def definitions(relations: Iterable[Relation], site: str) -> Iterator[Node]:
    """Yield the classes and properties of our own vocabulary, and what they mean."""
    models, known = tuple(_models()), prefixes(site)
    for model in models:
        if class_of(model) == own(model.__name__):
            node = Node(expand(class_of(model), known), ("rdfs:Class",))
            if model in STATEMENTS or cites(model):
                node.add("rdfs:subClassOf", Reference(expand("schema:Claim", known)))
            node.add("rdfs:comment", prose(model.__doc__))
            yield node
    meanings: dict[str, str] = {own("amount"): "the number, its unit and what it counts"}
    wholes = (*COLLECTIONS.values(), *models, RelatedRecord, *RelatedRecord.__subclasses__())
    for field in (field for model in wholes for field in fields_of(model)):
        if not is_elsewhere(field):
            meanings.setdefault(property_of(field), field.description)
    for relation in relations:
        meaning = f"{relation.name}; from the other end: {relation.inverse}"
        meanings[relation_property(relation.name)] = meaning
    for property, meaning in meanings.items():
        if property.startswith(own("")):
            node = Node(expand(property, known), ("rdf:Property",))
            node.add("rdfs:comment", prose(meaning))
            yield node


def _models() -> Iterator[type[Model]]:
    """Yield the models of statements, and of the parts of records and statements."""
    yield from STATEMENTS
    wholes = (*COLLECTIONS.values(), *STATEMENTS)
    fields = (field for model in wholes for field in fields_of(model))
    yield from dict.fromkeys(field.part for field in fields if field.part)
