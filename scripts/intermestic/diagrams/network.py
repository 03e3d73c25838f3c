"""The picture of the network: a mark with its name for each record, a line for each tie.

A few records are tied to nearly all others; lines to them would hide the rest. Each mark tells
by its letters which of them it is tied to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx

from intermestic.diagrams import text_metrics as lettering
from intermestic.diagrams.areas import in_order, widest_areas
from intermestic.diagrams.layout import Box, Layout, arrange
from intermestic.knowledge import Entry, KnowledgeBase, Relation
from intermestic.records.models import COLLECTIONS, Actor, Initiative

# The collections whose records are drawn with their ties.
NETWORKED = tuple(name for name, model in COLLECTIONS.items() if model.in_network)
# A record with more ties than this stands in the picture as letters, not as a mark.
HUB_TIES = 25
# So many marks a reader can take in.
MOST_MARKS = 200
# In the picture's units, which are pixels on a desk.
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
    """A record tied to a great many, the letters that stand for it, and its place among them."""

    id: str
    letters: str
    place: int


@dataclass(frozen=True)
class Mark:
    """A record in the picture: the centre of its mark, and the lines of its name below it."""

    id: str
    shape: str
    x: int
    y: int
    name: tuple[str, ...]
    hubs: tuple[Hub, ...]
    areas: tuple[str, ...]

    @property
    def letters(self) -> str:
        """What the mark says of its hubs: the letters of one, or how many there are."""
        return self.hubs[0].letters if len(self.hubs) == 1 else str(len(self.hubs) or "")

    @property
    def classes(self) -> tuple[str, ...]:
        """Its shape, its colour, which is that of its one hub or of several, and its areas."""
        several = ("hubs",) if self.hubs else ()
        tint = (f"hub-{self.hubs[0].place}",) if len(self.hubs) == 1 else several
        return (self.shape, *tint, *(f"in-{area}" for area in self.areas))


@dataclass(frozen=True)
class Line:
    """A tie in the picture, from mark to mark, each by its place among the marks."""

    relation: str
    ends: tuple[int, int]
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class NetworkDiagram:
    """The picture: how many records are not in it for `only_hubs` are tied to them, how many are
    `left_out` as too many to draw, and which policy areas the initiatives in it are in."""

    hubs: tuple[Hub, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    only_hubs: int
    left_out: int
    areas: tuple[str, ...]
    height: int
    width: int = WIDTH


def network_diagram(knowledge: KnowledgeBase, ties: tuple[Relation, ...]) -> NetworkDiagram:
    """The picture of `ties`."""
    tied = _count(ties)
    hubs = _hubs(knowledge, tied)
    free = [tie for tie in ties if tie.subject not in hubs and tie.object not in hubs]
    ids = _drawn(knowledge, free)
    drawn = _distinct(tie for tie in free if tie.subject in ids and tie.object in ids)
    layout = _layout(
        tuple(knowledge.entries[id].record.name for id in ids),
        tuple((ids[tie.subject], ids[tie.object]) for tie in drawn),
    )
    tied_to = _neighbours(ties)
    marks = tuple(
        _mark(knowledge, id, centre, tuple(hubs[hub] for hub in hubs if hub in tied_to[id]))
        for id, centre in zip(ids, layout.centres, strict=True)
    )
    left_out = len(_count(free)) - len(ids)
    return NetworkDiagram(
        hubs=tuple(hubs.values()),
        marks=marks,
        lines=tuple(_line(tie, ids, marks) for tie in drawn),
        only_hubs=len(tied) - len(hubs) - len(ids) - left_out,
        left_out=left_out,
        areas=in_order(knowledge, {area for mark in marks for area in mark.areas}),
        height=layout.height,
    )


def shape(entry: Entry) -> str:
    """The shape of a record's mark, which tells what kind of thing it is."""
    return SHAPES[entry.record.type] if isinstance(entry.record, Actor) else INITIATIVE


def _count(ties: Iterable[Relation]) -> Counter[str]:
    """How many ties each record has."""
    return Counter(id for tie in ties for id in (tie.subject, tie.object))


def _hubs(knowledge: KnowledgeBase, tied: Counter[str]) -> dict[str, Hub]:
    """The records with more ties than can be drawn, the most tied first."""
    ids = [id for id, count in tied.most_common() if count > HUB_TIES]
    return {
        id: Hub(id, _initials(knowledge.entries[id].record.name), place)
        for place, id in enumerate(ids, start=1)
    }


def _initials(name: str) -> str:
    """The capitals that begin words of a name, or its first letter if it has none."""
    return "".join(word[0] for word in name.split() if word[0].isupper()) or name[0]


def _drawn(knowledge: KnowledgeBase, ties: list[Relation]) -> dict[str, int]:
    """The records to draw, in reading order, each with its place among them: if not all, the
    most tied and those around it, nearest first."""
    graph = nx.Graph((tie.subject, tie.object) for tie in ties)
    chosen: dict[str, None] = {}
    for start in sorted(
        graph, key=lambda each: (-graph.degree(each), knowledge.entries[each].position)
    ):
        if start not in chosen:
            chosen |= dict.fromkeys([start, *(id for _, id in nx.bfs_edges(graph, start))])
    ids = in_order(knowledge, list(chosen)[:MOST_MARKS])
    return {id: place for place, id in enumerate(ids)}


def _distinct(ties: Iterable[Relation]) -> tuple[Relation, ...]:
    """One tie of each label between the same two: two offices in a ministry are one line."""
    return tuple({(tie.subject, tie.name, tie.object): tie for tie in ties}.values())


# While serving, most edits leave the network as it is.
@lru_cache(maxsize=2)
def _layout(names: tuple[str, ...], ties: tuple[tuple[int, int], ...]) -> Layout:
    boxes = []
    for name in names:
        lines = lettering.lines(name, NAME_WIDTH)
        widest = max(map(lettering.width, lines))
        boxes.append(Box(max(MARK, widest), MARK + lettering.LINE * len(lines)))
    return arrange(boxes, ties, WIDTH)


def _mark(
    knowledge: KnowledgeBase, id: str, centre: tuple[int, int], hubs: tuple[Hub, ...]
) -> Mark:
    entry = knowledge.entries[id]
    name = lettering.lines(entry.record.name, NAME_WIDTH)
    areas = entry.record.areas if isinstance(entry.record, Initiative) else ()
    x, y = centre
    top = y - (MARK + lettering.LINE * len(name)) // 2
    return Mark(id, shape(entry), x, top + MARK // 2, name, hubs, widest_areas(knowledge, areas))


def _line(tie: Relation, ids: Mapping[str, int], marks: tuple[Mark, ...]) -> Line:
    """The line of a tie, from the edge of one mark to the edge of the other."""
    ends = ids[tie.subject], ids[tie.object]
    one, other = (marks[end] for end in ends)
    length = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
    share = min(LINE_GAP / length, 0.4) if length else 0
    dx, dy = round((other.x - one.x) * share), round((other.y - one.y) * share)
    return Line(tie.name, ends, one.x + dx, one.y + dy, other.x - dx, other.y - dy)


def _neighbours(ties: Iterable[Relation]) -> Mapping[str, set[str]]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        neighbours[tie.subject].add(tie.object)
        neighbours[tie.object].add(tie.subject)
    return neighbours
