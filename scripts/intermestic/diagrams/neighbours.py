"""The small diagram of a record's relations.

The records related to it stand in two columns, with lines between all that are related.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from intermestic.diagrams import text_metrics
from intermestic.knowledge import Entry, KnowledgeBase
from intermestic.links import Links, Ref
from intermestic.records.models import Actor

# A record with more relations than this is related to nearly all others: its own hide the rest.
HUB_RELATIONS = 25

# The shape of a mark, by the type of an actor.
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

# More names than these can't be read on a phone; with fewer there is nothing to see.
MOST, FEWEST = 12, 6
# In units that are about pixels on a narrow phone: the whole, where the marks of the two columns
# stand, from a mark to its name, between two names.
WIDTH = 312
LEFT, MIDDLE, RIGHT = 120, 156, 192
NAME_GAP, ROW_GAP = 10, 12
SHORTEST_ROW = 26


@dataclass(frozen=True)
class Neighbour:
    """A record related to the one in the middle: its mark, and the lines of its name beside it."""

    record: Ref
    shape: str
    x: int
    y: int
    name: tuple[str, ...]

    @property
    def is_left(self) -> bool:
        """Whether it stands in the left column."""
        return self.x == LEFT


@dataclass(frozen=True)
class NeighboursDiagram:
    """The diagram of the relations of the record called `name`.

    `lines` pairs the name of each relation with its lines, as the `d` of an SVG path.
    """

    name: str
    neighbours: tuple[Neighbour, ...]
    lines: tuple[tuple[str, str], ...]
    height: int
    width: int = WIDTH
    middle: int = MIDDLE
    gap: int = NAME_GAP


def neighbours_diagram(links: Links, id: str) -> NeighboursDiagram | None:
    """Return the diagram of the record `id`, or None if it has too few or too many neighbours."""
    knowledge = links.knowledge
    names = _neighbours(knowledge, id)
    if not FEWEST <= len(names) <= MOST:
        return None
    shown = knowledge.in_order(names)
    half = (len(shown) + 1) // 2
    columns = (shown[:half], LEFT), (shown[half:], RIGHT)
    height = max(sum(_row(knowledge, n) for n in column) for column, _ in columns)
    placed = {
        id: neighbour
        for column, x in columns
        for id, neighbour in _column(links, column, x, height)
    }
    paths: dict[str, str] = defaultdict(str)
    for other, n in placed.items():
        paths[names[other]] += f"M{MIDDLE} {height // 2}L{n.x} {n.y}"
    for name, path in _chords(knowledge, placed):
        paths[name] += path
    return NeighboursDiagram(
        name=knowledge.name(id),
        neighbours=tuple(placed.values()),
        lines=tuple(paths.items()),
        height=height,
    )


def _shape(entry: Entry) -> str:
    """Return the shape of a record's mark, which tells what kind of thing it is."""
    return SHAPES[entry.record.type] if isinstance(entry.record, Actor) else INITIATIVE


def _neighbours(knowledge: KnowledgeBase, id: str) -> dict[str, str]:
    """Return the neighbours of a record, each with the name of the first relation to it."""
    names: dict[str, str] = {}
    for relation in (*knowledge.relations_from.get(id, ()), *knowledge.relations_to.get(id, ())):
        other = relation.object if relation.subject == id else relation.subject
        if knowledge.entries[other].record.in_network:
            names.setdefault(other, relation.name)
    return names


def _name(knowledge: KnowledgeBase, id: str) -> tuple[str, ...]:
    return text_metrics.lines(knowledge.name(id), LEFT - NAME_GAP)


def _row(knowledge: KnowledgeBase, id: str) -> int:
    return max(SHORTEST_ROW, text_metrics.LINE * len(_name(knowledge, id)) + ROW_GAP)


def _column(
    links: Links, ids: Iterable[str], x: int, height: int
) -> Iterator[tuple[str, Neighbour]]:
    """Yield the neighbours of a column, centred in its height, each with its id."""
    knowledge = links.knowledge
    rows = {id: _row(knowledge, id) for id in ids}
    top = (height - sum(rows.values())) // 2
    for id, row in rows.items():
        entry = knowledge.entries[id]
        yield id, Neighbour(links.ref(id), _shape(entry), x, top + row // 2, _name(knowledge, id))
        top += row


def _chords(knowledge: KnowledgeBase, placed: Mapping[str, Neighbour]) -> Iterator[tuple[str, str]]:
    """Yield the relations between neighbours, each as its name and its path.

    Those of a hub, which is related to nearly all of them, are left out.
    """
    names = {id: _neighbours(knowledge, id) for id in placed}
    for id, other_id in combinations((id for id in placed if len(names[id]) <= HUB_RELATIONS), 2):
        start, end, name = placed[id], placed[other_id], names[id].get(other_id)
        if name and start.x == end.x:
            bend = start.x + (1 if start.is_left else -1) * (10 + abs(start.y - end.y) // 10)
            yield name, f"M{start.x} {start.y}Q{bend} {(start.y + end.y) // 2} {end.x} {end.y}"
        elif name:
            yield name, f"M{start.x} {start.y}L{end.x} {end.y}"
