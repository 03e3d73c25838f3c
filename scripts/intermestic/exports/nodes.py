"""Nodes of linked data: things with properties, as triples and as JSON-LD of schema.org.

Classes, properties and datatypes are written as CURIEs, such as `schema:name`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode

from intermestic.catalogue import LANGUAGE
from intermestic.records.dates import EdtfDate, exact_date

SCHEMA = "https://schema.org/"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": SCHEMA,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# By how many parts of a date are known: its year, its month, its day.
_DATE_TYPES = {1: "xsd:gYear", 2: "xsd:gYearMonth", 3: "xsd:date"}


@dataclass(frozen=True)
class Reference:
    """A thing that has a node elsewhere, by its IRI; by its name too where people read it."""

    iri: str
    name: str = ""


@dataclass(eq=False)
class Node:
    """A thing: its IRI, its classes, and its properties.

    A part has no page or spot of its own: JSON-LD in a page gives it without its IRI.
    """

    iri: str
    types: tuple[str, ...] = ()
    is_part: bool = False
    properties: dict[str, "Term | tuple[Term, ...]"] = field(default_factory=dict)

    def add(self, property: str, value: "Value | Iterable[Value | None] | None") -> None:
        """Add a value or values to those of a property; None, "" and no values add nothing."""
        found = tuple(_terms(self.properties.get(property)))
        if terms := tuple(dict.fromkeys((*found, *_terms(value)))):
            is_one = isinstance(value, Value) and not found
            self.properties[property] = terms[0] if is_one else terms


Term = Literal | Reference | Node
# Text, numbers and dates are made literals of their type; such text is in no language, as a name.
Value = Term | str | int | Decimal | EdtfDate
Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def prose(text: str | None) -> Literal | None:
    """Return a literal in the language of the site."""
    return Literal(text, language=LANGUAGE) if text else None


def web_address(url: str) -> Literal:
    """Return the address of a web page as a literal."""
    return _typed(url, "xsd:anyURI")


def calendar_date(when: EdtfDate | None) -> Literal | None:
    """Return a date as other programs read it: a year, month or day that is known for sure.

    A season counts as its year, as in `EdtfDate`; for any other date there is None.
    """
    date = exact_date(when) if when else None
    return _typed(date.iso, _DATE_TYPES[len(date.parts)]) if date else None


def _typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(expand(datatype, PREFIXES)))


def expand(curie: str, prefixes: Mapping[str, str]) -> str:
    """Return the IRI that a CURIE stands for."""
    prefix, _, name = curie.partition(":")
    return prefixes[prefix] + name


def triples(nodes: Iterable[Node], prefixes: Mapping[str, str]) -> Iterator[Triple]:
    """Yield the triples of nodes, and of the nodes that are their values."""

    @cache
    def iri(curie: str) -> NamedNode:
        return NamedNode(expand(curie, prefixes))

    for node in nodes:
        subject = NamedNode(node.iri)
        for type_ in node.types:
            yield subject, iri("rdf:type"), iri(type_)
        for property, found in node.properties.items():
            for value in found if isinstance(found, tuple) else (found,):
                term = value if isinstance(value, Literal) else NamedNode(value.iri)
                yield subject, iri(property), term
                if isinstance(value, Node):
                    yield from triples([value], prefixes)


def schema_org(node: Node) -> dict[str, Any]:
    """Return what schema.org has words for of a node, as JSON-LD whose vocabulary that is."""
    types = [name for curie in node.types if (name := _in_schema_org(curie))]
    written: dict[str, Any] = {} if node.is_part else {"@id": node.iri}
    if types:
        written["@type"] = types[0] if len(types) == 1 else types
    for property, found in node.properties.items():
        if name := _in_schema_org(property):
            written[name] = _json_value(found)
    return written


def _in_schema_org(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return name if prefix == "schema" else ""


def _json_value(value: Term | tuple[Term, ...]) -> Any:
    if isinstance(value, tuple):
        return [_json_value(each) for each in value]
    if isinstance(value, Node):
        return schema_org(value)
    if isinstance(value, Reference):
        return {"@id": value.iri, "name": value.name} if value.name else value.iri
    return value.value


def _terms(value: Value | Iterable[Value | None] | None) -> Iterator[Term]:
    match value:
        case None | "":
            return
        case Literal() | Reference() | Node():
            yield value
        case str() | int():
            yield Literal(value)
        case Decimal():
            written = f"{value:f}"
            yield _typed(written if "." in written else f"{written}.0", "xsd:decimal")
        case EdtfDate():
            yield _typed(value.edtf, "edtf:EDTF")
        case _:
            for each in value:
                yield from _terms(each)
