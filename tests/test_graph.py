"""The graph of relations, read back as plain XML."""

from collections import Counter
from xml.etree import ElementTree

import pytest

from intermestic.content import Content
from intermestic.exports import graph

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def graphml(data: Content) -> ElementTree.Element:
    (file,) = graph.files(data)
    return ElementTree.fromstring(file.content)


@pytest.fixture
def root(data: Content) -> ElementTree.Element:
    return graphml(data)


def test_records_are_nodes_and_relations_are_edges(
    data: Content, root: ElementTree.Element
) -> None:
    knowledge = data.knowledge
    nodes = [node.get("id") for node in root.iterfind(".//{*}node")]
    ids = {id: f"intermestic:{entry.first_id}" for id, entry in knowledge.entries.items()}
    assert nodes == list(ids.values())
    edges = Counter((e.get("source"), e.get("target")) for e in root.iterfind(".//{*}edge"))
    assert edges == Counter(
        (ids[relation.subject], ids[relation.object]) for relation in knowledge.relations
    )


def test_every_id_of_an_edge_is_its_own(root: ElementTree.Element) -> None:
    ids = [edge.get("id") for edge in root.iterfind(".//{*}edge")]
    assert len(ids) == len(set(ids)) > 0


def test_every_attribute_is_declared(root: ElementTree.Element) -> None:
    declared = {key.get("id") for key in root.iterfind(".//{*}key")}
    used = {data.get("key") for data in root.iterfind(".//{*}data")}
    assert used <= declared
    assert used


def attributes(root: ElementTree.Element, element: ElementTree.Element) -> dict[str, str]:
    """The attributes of a node or edge of GraphML, by name."""
    names = {key.get("id"): key.get("attr.name") for key in root.iterfind(f"{GRAPHML}key")}
    return {names[data.get("key")]: data.text for data in element.iterfind(f"{GRAPHML}data")}


def test_names_come_back_letter_for_letter(data: Content, root: ElementTree.Element) -> None:
    found = [attributes(root, node) for node in root.iterfind(f".//{GRAPHML}node")]
    assert [node["label"] for node in found] == [node["name"] for node in found]
    assert [node["label"] for node in found] == [
        entry.record.name for entry in data.knowledge.entries.values()
    ]


def test_an_edge_has_its_kind_date_detail_and_citations(sample_data: Content) -> None:
    root = graphml(sample_data)
    (edge,) = [
        attributes(root, edge)
        for edge in root.iterfind(f".//{GRAPHML}edge")
        if (edge.get("source"), edge.get("target"))
        == ("intermestic:ines-northcott", "intermestic:arcady")
    ]
    assert edge == {
        "label": "offices",
        "interaction": "offices",
        "inverse": "office_holders",
        "date": "2009/2011",
        "detail": "Minister of Rivers (former)",
        "cited": "northcott-2020#4",
    }
