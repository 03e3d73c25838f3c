"""The knowledge base as linked data: one graph, as JSON-LD and as Turtle."""

import json

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SDO

from intermestic.exports.about import NAME
from intermestic.exports.triples import triples
from intermestic.exports.vocabulary import PREFIXES, TURTLE, Iris
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import Publication

JSON_LD = f"data/{NAME}.jsonld"


def files(knowledge: KnowledgeBase, publication: Publication) -> dict[str, bytes]:
    """The graph in both formats, the things in it in the order of their addresses."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in (*PREFIXES.items(), (NAME, Iris(knowledge, publication).own)):
        graph.bind(prefix, namespace)
    for triple in triples(knowledge, publication):
        graph.add(triple)
    return {JSON_LD: _json_ld(graph), TURTLE: graph.serialize(format="turtle", encoding="utf-8")}


def _json_ld(graph: Graph) -> bytes:
    """JSON-LD whose terms are schema.org's, or have a prefix; it refers to no other file."""
    written = graph.serialize(format="json-ld", context=_context(graph), sort_keys=True)
    document = json.loads(written)
    things = sorted(document["@graph"], key=lambda thing: thing["@id"])
    document["@graph"] = [_in_order(thing) for thing in things]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _in_order(thing: dict) -> dict:
    """A thing whose values, which have no order in a graph, are in one."""
    return {
        key: sorted(value, key=json.dumps) if isinstance(value, list) else value
        for key, value in thing.items()
    }


def _context(graph: Graph) -> dict:
    """The prefixes, and for each property what all its values are: things, or one type of text."""
    context: dict = {"@vocab": str(SDO)}
    context |= {prefix: str(address) for prefix, address in graph.namespaces()}
    kinds: dict[URIRef, set[tuple[str, str]]] = {}
    for _, property, value in graph:
        kinds.setdefault(property, set()).add(_kind(value))
    for property, of_values in sorted(kinds.items()):
        if property != RDF.type and len(of_values) == 1:
            ((key, kind),) = of_values
            term = graph.qname(property).removeprefix("schema:")
            if key:
                context[term] = {"@id": str(property), key: kind}
    return context


def _kind(value: Literal | URIRef) -> tuple[str, str]:
    if isinstance(value, URIRef):
        return ("@type", "@id")
    if value.language:
        return ("@language", value.language)
    return ("@type", str(value.datatype)) if value.datatype else ("", "")
