"""The knowledge base as linked data: one graph, as JSON-LD and as Turtle."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from intermestic.content import Content
from intermestic.exports.base import NAME, Export, File, Files
from intermestic.exports.nodes import SCHEMA, Triple, triples
from intermestic.exports.things import Things
from intermestic.exports.vocabulary import TURTLE, prefixes

JSON_LD = f"data/{NAME}.jsonld"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def files(content: Content) -> Files:
    """Return the graph in both formats, the things in it in the order of their addresses."""
    nodes = Things(content.knowledge, content.publication).all()
    known = prefixes(content.publication.address)
    graph = sorted(set(triples(nodes, known)), key=lambda triple: tuple(map(str, triple)))
    document = _json_ld(graph, known)
    turtle = ox.serialize(
        (ox.Triple(*triple) for triple in graph), format=ox.RdfFormat.TURTLE, prefixes=dict(known)
    )
    count = len(document["@graph"])
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return (
        File(JSON_LD, text.encode(), "application/ld+json", count, "thing"),
        File(TURTLE, turtle or b"", "text/turtle", count, "thing"),
    )


def _json_ld(graph: Sequence[Triple], known: Mapping[str, str]) -> dict[str, Any]:
    """Return sorted triples as JSON-LD that refers to no other file.

    Its terms are schema.org's, or have a prefix. A property whose values are all alike has in the
    context what they are: things, or texts of one type or language.
    """
    kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for _, predicate, value in graph:
        kinds[predicate.value].add(_kind(value))
    others = {prefix: start for prefix, start in known.items() if start != SCHEMA}
    terms = {iri: _term(iri, others) for iri in sorted(kinds)}
    alike = {iri: next(iter(found)) for iri, found in kinds.items() if len(found) == 1}
    context: dict[str, object] = {"@vocab": SCHEMA, **others}
    for iri, term in terms.items():
        if iri != _RDF_TYPE and (kind := alike.get(iri)) and kind[0]:
            context[term] = {"@id": iri, kind[0]: kind[1]}

    def written(property: str, value: ox.NamedNode | ox.Literal) -> object:
        if property == _RDF_TYPE:
            return _term(value.value, others)
        key, kind = _kind(value)
        if not key or property in alike:
            return value.value
        return {"@id": value.value} if kind == "@id" else {"@value": value.value, key: kind}

    things = []
    for address, about in groupby(graph, key=lambda triple: triple[0].value):
        thing: dict[str, object] = {"@id": address}
        for property, group in groupby(about, key=lambda triple: triple[1].value):
            values = [written(property, value) for _, _, value in group]
            name = "@type" if property == _RDF_TYPE else terms[property]
            thing[name] = values[0] if len(values) == 1 else values
        things.append(thing)
    return {"@context": context, "@graph": things}


def _term(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, start in prefixes.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri.removeprefix(SCHEMA)


def _kind(value: ox.NamedNode | ox.Literal) -> tuple[str, str]:
    """Return what JSON-LD says of a value besides itself, as key and value."""
    if isinstance(value, ox.NamedNode):
        return "@type", "@id"
    if value.language:
        return "@language", value.language
    datatype = value.datatype.value
    return ("", "") if datatype == _STRING else ("@type", datatype)


EXPORT = Export("linked-data", JSON_LD, files)
