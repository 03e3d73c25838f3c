"""The graph of ties, read back as plain XML."""

from collections import Counter
from xml.etree import ElementTree

import pytest

from intermestic.exports import graph
from intermestic.content import Content

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"


@pytest.fixture(params=[(graph.GRAPHML, GRAPHML), (graph.GEXF, GEXF)], ids=["graphml", "gexf"])
def root(request: pytest.FixtureRequest, data: Content) -> ElementTree.Element:
    file, _ = request.param
    return ElementTree.fromstring(graph.files(data.knowledge, data.publication)[file])


def test_records_are_nodes_and_ties_are_edges(data: Content, root: ElementTree.Element) -> None:
    knowledge = data.knowledge
    assert [node.get("id") for node in root.iterfind(".//{*}node")] == list(knowledge.entries)
    edges = Counter((e.get("source"), e.get("target")) for e in root.iterfind(".//{*}edge"))
    assert edges == Counter((tie.subject, tie.object) for tie in knowledge.ties)


def test_every_id_of_an_edge_is_its_own(root: ElementTree.Element) -> None:
    ids = [edge.get("id") for edge in root.iterfind(".//{*}edge")]
    assert len(ids) == len(set(ids)) > 0


def test_every_attribute_is_declared(root: ElementTree.Element) -> None:
    keys = (*root.iterfind(".//{*}key"), *root.iterfind(".//{*}attribute"))
    declared = {key.get("id") for key in keys}
    used = {data.get("key") for data in root.iterfind(".//{*}data")}
    used |= {value.get("for") for value in root.iterfind(".//{*}attvalue")}
    assert used <= declared
    assert used


def attributes(root: ElementTree.Element, element: ElementTree.Element) -> dict[str, str]:
    """The attributes of a node or edge of GraphML, by name."""
    names = {key.get("id"): key.get("attr.name") for key in root.iterfind(f"{GRAPHML}key")}
    return {names[data.get("key")]: data.text for data in element.iterfind(f"{GRAPHML}data")}


def graphml(data: Content) -> ElementTree.Element:
    files = graph.files(data.knowledge, data.publication)
    return ElementTree.fromstring(files[graph.GRAPHML])


def test_names_come_back_letter_for_letter(data: Content) -> None:
    root = graphml(data)
    found = [attributes(root, node)["label"] for node in root.iterfind(f".//{GRAPHML}node")]
    assert found == [entry.record.name for entry in data.knowledge.entries.values()]


def test_an_edge_has_its_kind_date_detail_and_citations(sample_data: Content) -> None:
    root = graphml(sample_data)
    (edge,) = [
        attributes(root, edge)
        for edge in root.iterfind(f".//{GRAPHML}edge")
        if (edge.get("source"), edge.get("target")) == ("ines-northcott", "arcadia")
    ]
    assert edge == {
        "label": "Offices",
        "inverse": "Office holders",
        "date": "2009/2011",
        "detail": "Minister of Rivers (former)",
        "cited": "northcott-2020#4",
    }


def test_the_date_of_the_gexf_is_that_of_the_edition(sample_data: Content) -> None:
    files = graph.files(sample_data.knowledge, sample_data.publication)
    meta = ElementTree.fromstring(files[graph.GEXF]).find(f"{GEXF}meta")
    assert meta is not None
    assert meta.get("lastmodifieddate") == "2026-11-22"
