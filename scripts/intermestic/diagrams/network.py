"""The diagram of the network: a mark with a name for each record, a line for each relation.

A few records, the hubs, are related to nearly all others; lines to them would hide the rest. The
letters on a mark say to which of them its record is related.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from intermestic.diagrams import text_metrics
from intermestic.diagrams.layout import Box, Layout, arrange
from intermestic.knowledge import Entry, KnowledgeBase, Relation
from intermestic.links import Links, Ref
from intermestic.records.models import Actor, Initiative

# A record with more relations than this is a hub: it has letters in place of a mark.
HUB_RELATIONS = 25
# As many marks as a reader can take in.
MOST_MARKS = 200
# In the diagram's units, which are pixels on a desktop screen.
WIDTH = 880
NAME_WIDTH = 108
MARK = 20
LINE_GAP = 12

SHAPES = {
    "person": "person",
    "country": "place",
    "region": "place",
    "government": "body",
    "body": "body",
    "organisation": "group",
    "group": "group",
}
INITIATIVE = "initiative"


@dataclass(frozen=True)
class Hub:
    """A record related to a great many, the letters that stand for it, and its place among hubs."""

    record: Ref
    letters: str
    place: int


@dataclass(frozen=True)
class Mark:
    """A record in the diagram: the centre of its mark, and the lines of its name below it."""

    record: Ref
    shape: str
    x: int
    y: int
    name: tuple[str, ...]
    hubs: tuple[Hub, ...]
    areas: tuple[str, ...]

    @property
    def letters(self) -> str:
        """The text on the mark: the letters of its one hub, or the number of its hubs."""
        return self.hubs[0].letters if len(self.hubs) == 1 else str(len(self.hubs) or "")

    @property
    def classes(self) -> tuple[str, ...]:
        """The CSS classes of its shape, of its colour by its hubs, and of its policy areas."""
        several = ("hubs",) if self.hubs else ()
        tint = (f"hub-{self.hubs[0].place}",) if len(self.hubs) == 1 else several
        return (self.shape, *tint, *(f"in-{area}" for area in self.areas))


@dataclass(frozen=True)
class Line:
    """A relation in the diagram; `ends` are the places of its two marks among the marks."""

    relation: str
    ends: tuple[int, int]
    x1: int
    y1: int
    x2: int
    y2: int


# A policy area: its id and its name.
Area = tuple[str, str]


@dataclass(frozen=True)
class NetworkDiagram:
    """The diagram of the network.

    `only_hubs` counts the records that are not drawn because they are related to hubs alone;
    `left_out` those that are too many to draw. `areas` are the policy areas of its initiatives.
    """

    hubs: tuple[Hub, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    only_hubs: int
    left_out: int
    areas: tuple[Area, ...]
    height: int
    width: int = WIDTH


def network_diagram(links: Links, relations: tuple[Relation, ...]) -> NetworkDiagram:
    """Return the diagram of `relations`."""
    knowledge = links.knowledge
    count = _count(relations)
    hubs = _hubs(links, count)
    free = [r for r in relations if r.subject not in hubs and r.object not in hubs]
    ids = _drawn(knowledge, free)
    drawn = _distinct(r for r in free if r.subject in ids and r.object in ids)
    layout = _layout(
        tuple(knowledge.entries[id].record.name for id in ids),
        tuple((ids[relation.subject], ids[relation.object]) for relation in drawn),
    )
    neighbours = _neighbours(relations)
    marks = tuple(
        _mark(links, id, centre, tuple(hubs[hub] for hub in hubs if hub in neighbours[id]))
        for id, centre in zip(ids, layout.centres, strict=True)
    )
    left_out = len(_count(free)) - len(ids)
    return NetworkDiagram(
        hubs=tuple(hubs.values()),
        marks=marks,
        lines=tuple(_line(relation, ids, marks) for relation in drawn),
        only_hubs=len(count) - len(hubs) - len(ids) - left_out,
        left_out=left_out,
        areas=tuple(
            (id, knowledge.name(id))
            for id in knowledge.in_order({area for mark in marks for area in mark.areas})
        ),
        height=layout.height,
    )


def shape(entry: Entry) -> str:
    """Return the shape of a record's mark, which shows what kind of thing the record is."""
    return SHAPES[entry.record.type] if isinstance(entry.record, Actor) else INITIATIVE


def _count(relations: Iterable[Relation]) -> Counter[str]:
    """Return how many relations each record has."""
    return Counter(id for relation in relations for id in (relation.subject, relation.object))


def _hubs(links: Links, count: Counter[str]) -> dict[str, Hub]:
    """Return the records with more relations than can be drawn, those with most first."""
    ids = [id for id, number in count.most_common() if number > HUB_RELATIONS]
    return {
        id: Hub(links.ref(id), _initials(links.knowledge.name(id)), place)
        for place, id in enumerate(ids, start=1)
    }


def _initials(name: str) -> str:
    """Return the capitals that begin words of a name, or its first letter if there are none."""
    return "".join(word[0] for word in name.split() if word[0].isupper()) or name[0]


def _drawn(knowledge: KnowledgeBase, relations: list[Relation]) -> dict[str, int]:
    """Return the records to draw, in reading order, each with its place among them.

    If there are too many, they are the one with most relations and those nearest to it.
    """
    graph = nx.Graph((relation.subject, relation.object) for relation in relations)
    chosen: dict[str, None] = {}
    ranked = sorted(graph, key=lambda node: (-graph.degree(node), knowledge.entries[node].position))
    for start in ranked:
        if start not in chosen:
            chosen |= dict.fromkeys([start, *(id for _, id in nx.bfs_edges(graph, start))])
    ids = knowledge.in_order(list(chosen)[:MOST_MARKS])
    return {id: place for place, id in enumerate(ids)}


def _distinct(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return one relation of each name between two records: two offices are one line."""
    return tuple({(r.subject, r.name, r.object): r for r in relations}.values())


def _layout(names: tuple[str, ...], lines: tuple[tuple[int, int], ...]) -> Layout:
    boxes = []
    for name in names:
        broken = text_metrics.lines(name, NAME_WIDTH)
        widest = max(map(text_metrics.width, broken))
        boxes.append(Box(max(MARK, widest), MARK + text_metrics.LINE * len(broken)))
    return arrange(boxes, lines, WIDTH)


def _mark(links: Links, id: str, centre: tuple[int, int], hubs: tuple[Hub, ...]) -> Mark:
    knowledge, entry = links.knowledge, links.knowledge.entries[id]
    name = text_metrics.lines(entry.record.name, NAME_WIDTH)
    areas = entry.record.areas if isinstance(entry.record, Initiative) else ()
    x, y = centre
    top = y - (MARK + text_metrics.LINE * len(name)) // 2
    return Mark(
        links.ref(id), shape(entry), x, top + MARK // 2, name, hubs, knowledge.widest_areas(areas)
    )


def _line(relation: Relation, ids: Mapping[str, int], marks: tuple[Mark, ...]) -> Line:
    """Return the line of a relation, from the edge of its first mark to the edge of the other."""
    ends = ids[relation.subject], ids[relation.object]
    start, end = (marks[place] for place in ends)
    length = ((start.x - end.x) ** 2 + (start.y - end.y) ** 2) ** 0.5
    share = min(LINE_GAP / length, 0.4) if length else 0
    dx, dy = round((end.x - start.x) * share), round((end.y - start.y) * share)
    return Line(relation.name, ends, start.x + dx, start.y + dy, end.x - dx, end.y - dy)


def _neighbours(relations: Iterable[Relation]) -> Mapping[str, set[str]]:
    """Return the records to which each record is related."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        neighbours[relation.subject].add(relation.object)
        neighbours[relation.object].add(relation.subject)
    return neighbours
