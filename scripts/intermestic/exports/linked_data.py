"""The knowledge base as linked data: one graph, as JSON-LD and as Turtle."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby

import pyoxigraph as ox

from intermestic.content import Content
from intermestic.exports.base import NAME, File, Files
from intermestic.exports.nodes import SCHEMA, Triple, triples
from intermestic.exports.things import Things
from intermestic.exports.vocabulary import TURTLE, prefixes

JSON_LD = f"data/{NAME}.jsonld"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "http://www.w3.org/2001/XMLSchema#string"

Fact = tuple[ox.NamedNode, ox.NamedNode | ox.Literal]
# What is said of each thing.
Graph = Mapping[ox.NamedNode, Sequence[Fact]]


def files(content: Content) -> Files:
    """Yield the graph in both formats, the things in it in the order of their addresses."""
    known = prefixes(content.publication.address)
    graph = _graph(triples(Things(content.knowledge, content.publication).all(), known))
    yield File(JSON_LD, _json_ld(graph, known).encode(), "application/ld+json", len(graph), "thing")
    in_order = (ox.Triple(thing, *fact) for thing, facts in graph.items() for fact in facts)
    turtle = ox.serialize(in_order, format=ox.RdfFormat.TURTLE, prefixes=dict(known))
    yield File(TURTLE, turtle or b"", "text/turtle", len(graph), "thing")


def _graph(found: Iterable[Triple]) -> Graph:
    """Return what is said of each thing, each once, in order."""
    graph: dict[ox.NamedNode, set[Fact]] = defaultdict(set)
    for thing, predicate, value in found:
        graph[thing].add((predicate, value))
    return {
        thing: sorted(graph[thing], key=lambda fact: tuple(map(str, fact)))
        for thing in sorted(graph, key=str)
    }


def _json_ld(graph: Graph, known: Mapping[str, str]) -> str:
    """Return a graph as JSON-LD that refers to no other file.

    Its terms are schema.org's, or have a prefix. A property whose values are all alike has in the
    context what they are: things, or texts of one type or language.
    """
    kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for predicate, value in chain.from_iterable(graph.values()):
        kinds[predicate.value].add(_kind(value))
    alike = {iri: next(iter(found)) for iri, found in kinds.items() if len(found) == 1}
    others = {prefix: start for prefix, start in known.items() if start != SCHEMA}
    context: dict[str, object] = {"@vocab": SCHEMA, **others}
    for iri, (key, kind) in sorted(alike.items()):
        if key and iri != _RDF_TYPE:
            context[_term(iri, others)] = {"@id": iri, key: kind}

    def value_of(property: str, value: ox.NamedNode | ox.Literal) -> object:
        if property == _RDF_TYPE:
            return _term(value.value, others)
        key, kind = _kind(value)
        if not key or property in alike:
            return value.value
        return {"@id": value.value} if kind == "@id" else {"@value": value.value, key: kind}

    def described(thing: ox.NamedNode, facts: Iterable[Fact]) -> dict[str, object]:
        description: dict[str, object] = {"@id": thing.value}
        for property, group in groupby(facts, key=lambda fact: fact[0].value):
            values = [value_of(property, value) for _, value in group]
            name = "@type" if property == _RDF_TYPE else _term(property, others)
            description[name] = values[0] if len(values) == 1 else values
        return description

    things = ",\n".join(_written(described(*it)) for it in graph.items())
    return f'{{"@context":{_written(context)},"@graph":[\n{things}\n]}}\n'


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
