"""The relations between records as a graph, in GraphML, for Gephi, Cytoscape and the like."""

from collections.abc import Mapping
from io import BytesIO

from intermestic import addresses
from intermestic.content import Content
from intermestic.exports.base import NAME, File, Files
from intermestic.records.citations import cited_paragraphs

GRAPHML = f"data/{NAME}.graphml"


def files(content: Content) -> Files:
    """Return the graph: records are nodes, relations edges. What is not known is left out.

    Gephi and yEd show the `label`, Cytoscape the `name` of a node and the `interaction` of an edge.
    """
    import networkx  # which takes long, and previews and most commands make no graph

    graph = networkx.MultiDiGraph()
    keys = {
        id: content.publication.key_of(entry.first_id)
        for id, entry in content.knowledge.entries.items()
    }
    for entry in content.knowledge.entries.values():
        page = addresses.page(entry.collection, entry.id)
        node = {
            "label": entry.record.name,
            "name": entry.record.name,
            "collection": entry.collection,
            "type": getattr(entry.record, "type", ""),
            "date": entry.date.edtf if entry.date else "",
            "url": addresses.canonical(content.publication.address, page),
        }
        graph.add_node(keys[entry.id], **_known(node))
    for number, relation in enumerate(content.knowledge.relations, 1):
        edge = {
            "label": relation.name,
            "interaction": relation.name,
            "inverse": relation.inverse,
            "date": relation.when.edtf if relation.when else "",
            "detail": relation.detail,
            "cited": ", ".join(cited_paragraphs(relation.cite)),
            "editorial": relation.editorial or "",
        }
        graph.add_edge(keys[relation.subject], keys[relation.object], key=number, **_known(edge))
    output = BytesIO()
    networkx.write_graphml_xml(graph, output)
    return (
        File(GRAPHML, output.getvalue(), "application/graphml+xml",
             graph.number_of_edges(), "relation"),
    )  # fmt: skip


def _known(attributes: Mapping[str, str]) -> dict[str, str]:
    # The library knows no subclasses of text, such as that which knows its line in a file.
    return {name: str(value) for name, value in attributes.items() if value}
