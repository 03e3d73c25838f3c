"""The ties between records as a graph, for Gephi, Cytoscape and the like: GraphML and GEXF."""

from collections.abc import Mapping
from io import BytesIO

import networkx
from networkx.readwrite.gexf import GEXFWriter

from intermestic import addresses
from intermestic.exports.about import NAME
from intermestic.exports.rows import cited_paragraphs, record_date
from intermestic.knowledge import KnowledgeBase, Relation
from intermestic.reading.publication import Publication
from intermestic.records.citations import Citation

GRAPHML, GEXF = f"data/{NAME}.graphml", f"data/{NAME}.gexf"


def files(knowledge: KnowledgeBase, publication: Publication) -> dict[str, bytes]:
    """The graph in both formats."""
    graph = _graph(knowledge, publication.address)
    graphml = BytesIO()
    networkx.write_graphml_xml(graph, graphml)
    return {GRAPHML: graphml.getvalue(), GEXF: _gexf(graph, publication)}


def _graph(knowledge: KnowledgeBase, site: str) -> networkx.MultiDiGraph:
    """Records as nodes, ties as edges. What is not known is left out."""
    graph = networkx.MultiDiGraph()
    for entry in knowledge.entries.values():
        when = record_date(entry)
        node = {
            "label": entry.record.name,
            "collection": entry.collection,
            "type": getattr(entry.record, "type", ""),
            "date": when.edtf if when else "",
            "url": addresses.canonical(site, addresses.page(entry.collection, entry.id)),
        }
        graph.add_node(entry.id, **_known(node))
    for number, tie in enumerate(knowledge.relations, 1):
        graph.add_edge(tie.subject, tie.object, key=number, **_known(_edge(tie)))
    return graph


def _edge(tie: Relation) -> dict[str, str]:
    return {
        "label": tie.name,
        "inverse": tie.inverse,
        "date": tie.when.edtf if tie.when else "",
        "detail": tie.detail,
        "cited": _cited(tie.cite),
        "editorial": tie.editorial or "",
    }


def _cited(citations: tuple[Citation, ...]) -> str:
    """The cited paragraphs on one line: `wayne-2021#21, wayne-2021#22`."""
    return ", ".join(cited_paragraphs(citations))


def _known(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: str(value) for name, value in attributes.items() if value}


def _gexf(graph: networkx.MultiDiGraph, publication: Publication) -> bytes:
    writer = GEXFWriter()
    writer.add_graph(graph)
    # The library dates it by the clock.
    writer.xml.find("meta").set("lastmodifieddate", str(publication.edition.day))
    output = BytesIO()
    writer.write(output)
    return output.getvalue()
