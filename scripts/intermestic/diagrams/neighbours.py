"""A small picture of a record's ties: the records closest to it in two columns, and lines between
all that are tied to each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from intermestic.diagrams import text_metrics as lettering
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

# So many names can be read on a phone; with fewer there is nothing to see.
MOST, FEWEST = 12, 3
# In units that are about pixels on a narrow phone: the whole, where the marks of the two columns
# stand, from a mark to its name, between two names.
WIDTH = 312
LEFT, MIDDLE, RIGHT = 120, 156, 192
NAME_GAP, ROW_GAP = 10, 12
SHORTEST_ROW = 26


@dataclass(frozen=True)
class Neighbour:
    """A record tied to the one in the middle: its mark, and the lines of its name beside it."""

    record: Ref
    shape: str
    x: int
    y: int
    name: tuple[str, ...]

    @property
    def is_left(self) -> bool:
        return self.x == LEFT


@dataclass(frozen=True)
class NeighboursDiagram:
    """The picture of the relations of the record called `name`.

    `lines` has, by the name of the relation, what draws its lines: the `d` of an SVG path;
    `more` counts the neighbours that are left out.
    """

    name: str
    neighbours: tuple[Neighbour, ...]
    lines: tuple[tuple[str, str], ...]
    more: int
    height: int
    width: int = WIDTH
    middle: int = MIDDLE
    gap: int = NAME_GAP


def neighbours_diagram(links: Links, id: str) -> NeighboursDiagram | None:
    """The picture of the ties of the record `id`; None if fewer than three could be shown.

    Of many neighbours those are shown that statements name together with it most often, and
    of these the first in reading order.
    """
    knowledge = links.knowledge
    labels = _neighbours(knowledge, id)
    together = Counter(other for one in knowledge.claims_about.get(id, ()) for other in one.about)
    ranked = sorted(labels, key=lambda n: (-together[n], knowledge.entries[n].position))
    if len(ranked) < FEWEST:
        return None
    shown = sorted(ranked[:MOST], key=lambda n: knowledge.entries[n].position)
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
        paths[labels[other]] += f"M{MIDDLE} {height // 2}L{n.x} {n.y}"
    for name, path in _chords(knowledge, placed):
        paths[name] += path
    return NeighboursDiagram(
        name=knowledge.name(id),
        neighbours=tuple(placed.values()),
        lines=tuple(paths.items()),
        more=len(ranked) - len(shown),
        height=height,
    )


def _shape(entry: Entry) -> str:
    """Return the shape of a record's mark, which tells what kind of thing it is."""
    return SHAPES[entry.record.type] if isinstance(entry.record, Actor) else INITIATIVE


def _neighbours(knowledge: KnowledgeBase, id: str) -> dict[str, str]:
    """The actors and initiatives tied to a record, each with the label of its first tie."""
    labels: dict[str, str] = {}
    for tie in (*knowledge.relations_from.get(id, ()), *knowledge.relations_to.get(id, ())):
        other = tie.object if tie.subject == id else tie.subject
        if knowledge.entries[other].record.in_network:
            labels.setdefault(other, tie.name)
    return labels


def _name(knowledge: KnowledgeBase, id: str) -> tuple[str, ...]:
    return lettering.lines(knowledge.entries[id].record.name, LEFT - NAME_GAP)


def _row(knowledge: KnowledgeBase, id: str) -> int:
    return max(SHORTEST_ROW, lettering.LINE * len(_name(knowledge, id)) + ROW_GAP)


def _column(
    links: Links, ids: Iterable[str], x: int, height: int
) -> Iterator[tuple[str, Neighbour]]:
    """Yield the neighbours in one column, in the middle of its height, each with its id."""
    knowledge = links.knowledge
    rows = {id: _row(knowledge, id) for id in ids}
    top = (height - sum(rows.values())) // 2
    for id, row in rows.items():
        entry = knowledge.entries[id]
        yield id, Neighbour(links.ref(id), _shape(entry), x, top + row // 2, _name(knowledge, id))
        top += row


def _chords(knowledge: KnowledgeBase, placed: Mapping[str, Neighbour]) -> Iterator[tuple[str, str]]:
    """Yield the relations between neighbours, each as its name and its path.

    Those of a hub, which is tied to nearly all of them, are left out.
    """
    names = {id: _neighbours(knowledge, id) for id in placed}
    for id, other_id in combinations((id for id in placed if len(names[id]) <= HUB_RELATIONS), 2):
        one, other, label = placed[id], placed[other_id], names[id].get(other_id)
        if label and one.x == other.x:
            bend = one.x + (1 if one.is_left else -1) * (10 + abs(one.y - other.y) // 10)
            yield label, f"M{one.x} {one.y}Q{bend} {(one.y + other.y) // 2} {other.x} {other.y}"
        elif label:
            yield label, f"M{one.x} {one.y}L{other.x} {other.y}"
