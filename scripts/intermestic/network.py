"""The network: the ties between actors and initiatives, as a table and as a picture.

A few records are tied to nearly all others; lines to them would hide the rest. In the picture
each mark tells by its letters which of them it is tied to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from . import lettering
from .areas import in_order, widest_areas
from .groups import Group, grouped, grouped_by
from .knowledge import Entry, KnowledgeBase, Tie
from .layout import Box, Layout, arrange
from .models import Actor, Initiative

NETWORKED = ("actors", "initiatives")
# A record with more ties than this stands in the picture as letters, not as a mark.
HUB_TIES = 25
# So many marks a reader can take in; of more, those with most ties are drawn.
MOST_MARKS = 200
# In the picture's units, which are pixels on a desk.
WIDTH = 880
NAME_WIDTH = 96
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
    def tint(self) -> str:
        """The colour of the mark: that of its one hub, or of several."""
        return f"hub-{self.hubs[0].place}" if len(self.hubs) == 1 else "hubs" if self.hubs else ""


@dataclass(frozen=True)
class Line:
    """A tie in the picture, from mark to mark, each by its place among the marks."""

    label: str
    ends: tuple[int, int]
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Network:
    """All ties, by label and subject; and the picture of those that are not to hubs.

    `count`: how many ties there are, `records`: how many have any; `only_hubs`: how many records have no other ties; `left_out`: how many are too many to draw.
    """

    ties: tuple[Group, ...]
    count: int
    records: int
    hubs: tuple[Hub, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    only_hubs: int
    left_out: int
    areas: tuple[str, ...]
    height: int
    width: int = WIDTH


def network(knowledge: KnowledgeBase) -> Network:
    """The network of everything that has a tie to another actor or initiative."""
    ties = networked_ties(knowledge)
    tied = Counter(id for tie in ties for id in {tie.subject, tie.object})
    hubs = _hubs(knowledge, tied)
    free = [tie for tie in ties if tie.subject not in hubs and tie.object not in hubs]
    ids, left_out = _most_tied(knowledge, free)
    drawn = _distinct(tie for tie in free if tie.subject in ids and tie.object in ids)
    layout = _layout(
        tuple(knowledge.entries[id].record.name for id in ids),
        tuple((ids[tie.subject], ids[tie.object]) for tie in drawn),
    )
    tied_to = _neighbours(ties)
    marks = tuple(
        _mark(knowledge, id, centre, [hubs[hub] for hub in hubs if hub in tied_to[id]])
        for id, centre in zip(ids, layout.centres, strict=True)
    )
    return Network(
        ties=_table(ties),
        count=len(ties),
        records=len(tied),
        hubs=tuple(hubs.values()),
        marks=marks,
        lines=tuple(_line(tie, ids, marks) for tie in drawn),
        only_hubs=len(tied) - len(hubs) - len(ids) - left_out,
        left_out=left_out,
        areas=in_order(knowledge, {area for mark in marks for area in mark.areas}),
        height=layout.height,
    )


def networked_ties(knowledge: KnowledgeBase) -> tuple[Tie, ...]:
    """Every tie between two actors or initiatives, in reading order."""
    return tuple(
        tie
        for collection in NETWORKED
        for id in knowledge.ids.get(collection, ())
        for tie in knowledge.ties_from.get(id, ())
        if knowledge.entries[tie.object].collection in NETWORKED
    )


def _table(ties: tuple[Tie, ...]) -> tuple[Group, ...]:
    by_label = grouped_by(lambda tie: tie.label, ties)
    return tuple(
        Group(label, grouped(grouped_by(lambda tie: tie.subject, alike)))
        for label, alike in by_label.items()
    )


def shape(entry: Entry) -> str:
    """The shape of a record's mark, which tells what kind of thing it is."""
    return SHAPES[entry.record.type] if isinstance(entry.record, Actor) else INITIATIVE


def _hubs(knowledge: KnowledgeBase, tied: Mapping[str, int]) -> dict[str, Hub]:
    """The records with more ties than can be drawn, the most tied first."""
    ids = sorted((id for id in tied if tied[id] > HUB_TIES), key=lambda id: -tied[id])
    return {
        id: Hub(id, _initials(knowledge.entries[id].record.name), place)
        for place, id in enumerate(ids, start=1)
    }


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _most_tied(knowledge: KnowledgeBase, ties: list[Tie]) -> tuple[dict[str, int], int]:
    """The records to draw, each with its place among them, and how many are left out."""
    tied = Counter(id for tie in ties for id in {tie.subject, tie.object})
    ranked = sorted(tied, key=lambda id: (-tied[id], knowledge.entries[id].position))
    ids = in_order(knowledge, ranked[:MOST_MARKS])
    return {id: place for place, id in enumerate(ids)}, len(tied) - len(ids)


def _distinct(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """One tie of each label between the same two: two offices in a ministry are one line."""
    return tuple({(tie.subject, tie.label, tie.object): tie for tie in ties}.values())


# While serving, most edits leave the network as it is.
@cache
def _layout(names: tuple[str, ...], ties: tuple[tuple[int, int], ...]) -> Layout:
    boxes = []
    for name in names:
        lines = lettering.lines(name, NAME_WIDTH)
        widest = max(map(lettering.width, lines))
        boxes.append(Box(max(MARK, widest), MARK + lettering.LINE * len(lines)))
    return arrange(boxes, ties, WIDTH)


def _mark(knowledge: KnowledgeBase, id: str, centre: tuple[int, int], hubs: list[Hub]) -> Mark:
    record = knowledge.entries[id].record
    name = lettering.lines(record.name, NAME_WIDTH)
    top = centre[1] - (MARK + lettering.LINE * len(name)) // 2
    areas = record.areas if isinstance(record, Initiative) else ()
    return Mark(
        id,
        shape(knowledge.entries[id]),
        centre[0],
        top + MARK // 2,
        name,
        tuple(hubs),
        widest_areas(knowledge, areas),
    )


def _line(tie: Tie, ids: Mapping[str, int], marks: tuple[Mark, ...]) -> Line:
    """The line of a tie, from the edge of one mark to the edge of the other."""
    ends = ids[tie.subject], ids[tie.object]
    one, other = (marks[end] for end in ends)
    length = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
    share = min(LINE_GAP / length, 0.4) if length else 0
    dx, dy = round((other.x - one.x) * share), round((other.y - one.y) * share)
    return Line(tie.label, ends, one.x + dx, one.y + dy, other.x - dx, other.y - dy)


def _neighbours(ties: Iterable[Tie]) -> Mapping[str, set[str]]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        neighbours[tie.subject].add(tie.object)
        neighbours[tie.object].add(tie.subject)
    return neighbours
