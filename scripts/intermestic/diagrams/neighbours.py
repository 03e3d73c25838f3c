"""A small picture of a record's ties: the records closest to it in two columns, and lines between
all that are tied to each other.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from intermestic.diagrams import text_metrics as lettering
from intermestic.diagrams.network import HUB_TIES, NETWORKED, shape
from intermestic.groups import Group, grouped, grouped_by
from intermestic.knowledge import KnowledgeBase

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

    id: str
    shape: str
    x: int
    y: int
    name: tuple[str, ...]

    @property
    def is_left(self) -> bool:
        return self.x == LEFT


@dataclass(frozen=True)
class NeighboursDiagram:
    """The picture of the ties of the record `id`: `lines` has the paths of each kind of tie, and
    `more` how many neighbours are left out."""

    id: str
    neighbours: tuple[Neighbour, ...]
    lines: tuple[Group, ...]
    more: int
    height: int
    width: int = WIDTH
    middle: int = MIDDLE
    gap: int = NAME_GAP


def neighbours_diagram(knowledge: KnowledgeBase, id: str) -> NeighboursDiagram | None:
    """The picture of the ties of the record `id`; None if fewer than three could be shown.

    Of many neighbours those are shown that statements name together with it most often, and
    of these the first in reading order.
    """
    labels = _neighbours(knowledge, id)
    together = Counter(other for one in knowledge.claims_about.get(id, ()) for other in one.about)
    ranked = sorted(labels, key=lambda n: (-together[n], knowledge.entries[n].position))
    if len(ranked) < FEWEST:
        return None
    shown = sorted(ranked[:MOST], key=lambda n: knowledge.entries[n].position)
    half = (len(shown) + 1) // 2
    columns = (shown[:half], LEFT), (shown[half:], RIGHT)
    height = max(sum(_row(knowledge, n) for n in column) for column, _ in columns)
    neighbours = tuple(
        neighbour for column, x in columns for neighbour in _column(knowledge, column, x, height)
    )
    spokes = [(labels[n.id], f"M{MIDDLE} {height // 2}L{n.x} {n.y}") for n in neighbours]
    chords = _chords(knowledge, neighbours)
    paths = grouped_by(lambda line: line[0], (*spokes, *chords))
    return NeighboursDiagram(id, neighbours, grouped(paths), len(ranked) - len(shown), height)


def _neighbours(knowledge: KnowledgeBase, id: str) -> dict[str, str]:
    """The actors and initiatives tied to a record, each with the label of its first tie."""
    labels: dict[str, str] = {}
    for tie in (*knowledge.relations_from.get(id, ()), *knowledge.relations_to.get(id, ())):
        other = tie.object if tie.subject == id else tie.subject
        if knowledge.entries[other].collection in NETWORKED:
            labels.setdefault(other, tie.name)
    return labels


def _name(knowledge: KnowledgeBase, id: str) -> tuple[str, ...]:
    return lettering.lines(knowledge.entries[id].record.name, LEFT - NAME_GAP)


def _row(knowledge: KnowledgeBase, id: str) -> int:
    return max(SHORTEST_ROW, lettering.LINE * len(_name(knowledge, id)) + ROW_GAP)


def _column(
    knowledge: KnowledgeBase, ids: Iterable[str], x: int, height: int
) -> Iterable[Neighbour]:
    """The neighbours in one column, in the middle of its height."""
    rows = {id: _row(knowledge, id) for id in ids}
    top = (height - sum(rows.values())) // 2
    for id, row in rows.items():
        entry = knowledge.entries[id]
        yield Neighbour(id, shape(entry), x, top + row // 2, _name(knowledge, id))
        top += row


def _chords(
    knowledge: KnowledgeBase, neighbours: tuple[Neighbour, ...]
) -> Iterable[tuple[str, str]]:
    """The ties between neighbours, each as its label and its path; not those of a hub, which is
    tied to nearly all of them."""
    labels = {n.id: _neighbours(knowledge, n.id) for n in neighbours}
    neighbours = tuple(n for n in neighbours if len(labels[n.id]) <= HUB_TIES)
    for one, other in combinations(neighbours, 2):
        label = labels[one.id].get(other.id)
        if label and one.x == other.x:
            bend = one.x + (1 if one.is_left else -1) * (10 + abs(one.y - other.y) // 10)
            yield label, f"M{one.x} {one.y}Q{bend} {(one.y + other.y) // 2} {other.x} {other.y}"
        elif label:
            yield label, f"M{one.x} {one.y}L{other.x} {other.y}"
