"""A small picture of what a record is tied to: its closest neighbours in two columns, actors and
initiatives, and lines between all that are tied to each other.
"""

from collections import Counter
from dataclasses import dataclass

from . import lettering
from .knowledge import KnowledgeBase, Tie
from .network import NETWORKED, shape

# So many names fit a phone's screen at a readable size.
MOST_NEIGHBOURS = 12
FEWEST_NEIGHBOURS = 2
# In units that are pixels on a narrow phone: the picture, and the marks beside the names.
WIDTH = 300
LEFT, RIGHT = 118, 182
NAME_GAP, ROW_GAP = 10, 12


@dataclass(frozen=True)
class Neighbour:
    """A record tied to the one in the middle: its mark, and the lines of its name beside it."""

    id: str
    shape: str
    label: str
    x: int
    y: int
    name: tuple[str, ...]

    @property
    def is_left(self) -> bool:
        return self.x == LEFT


@dataclass(frozen=True)
class Line:
    """A tie in the picture: from mark to mark, bent if both stand in one column."""

    label: str
    path: str


@dataclass(frozen=True)
class TiesPicture:
    """The picture of a record's ties; `more` says how many neighbours are left out."""

    id: str
    shape: str
    neighbours: tuple[Neighbour, ...]
    lines: tuple[Line, ...]
    more: int
    height: int
    width: int = WIDTH

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of tie in the picture, each once."""
        return tuple(dict.fromkeys(line.label for line in self.lines))


def ties_picture(knowledge: KnowledgeBase, id: str) -> TiesPicture | None:
    """The picture of the ties of the record `id`; None if it has not two neighbours to show.

    Those are shown with which statements name it most often, and of these, those that come
    first in reading order.
    """
    ties = _ties(knowledge, id)
    together = Counter(other for said in knowledge.said_about.get(id, ()) for other in said.about)
    ranked = sorted(ties, key=lambda other: (-together[other], knowledge.entries[other].position))
    if len(ranked) < FEWEST_NEIGHBOURS:
        return None
    ...
