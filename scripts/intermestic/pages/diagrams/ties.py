"""The diagram of ties: names, and along the years how long each lasted and which sources say so.

A record is shown with those that are one tie away from it; other groups of names can be shown too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.knowledge import KnowledgeBase, Relation, grouped
from intermestic.pages.diagrams import text_metrics
from intermestic.pages.diagrams.axis import Axis, axis_of
from intermestic.pages.links import Links, Ref
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Office

# More names than these are too many to take in; with fewer there is nothing to see.
MOST, FEWEST = 15, 4
# In pixels of a desk: the whole, where names begin and where the years begin and end.
WIDTH, NAMES, YEARS, YEARS_END = 720, 16, 276, 716
# The heights of the years, of a heading, and of a row of one line.
TOP, HEADING, ROW = 24, 24, 24


@dataclass(frozen=True)
class Tie:
    """A name in the diagram: its record, when it lasted, and the sources that say so.

    `offices` are those that it is about. `successor` is the id of the record that took its place,
    if that is in the diagram too.
    """

    id: str
    when: tuple[EdtfDate, ...] = ()
    sources: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    successor: str = ""


@dataclass(frozen=True)
class Bar:
    """How long something lasted: where it begins, and how wide it is as far as that is known.

    What has no known end goes on to `open_end`; it is 0 for what ends.
    """

    x: int
    width: int
    open_end: int


@dataclass(frozen=True)
class Row:
    """A name: its record, its lines, its bars, and the sources that say so, placed.

    It takes the room of `height` from `top` down; `y` is its middle.
    """

    id: str
    record: Ref
    lines: tuple[str, ...]
    top: int
    y: int
    height: int
    bars: tuple[Bar, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Group:
    """Rows with a heading above them; the row of the record in the middle has none."""

    heading: str
    y: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TiesDiagram:
    """The diagram called `name`: its years, its groups, and lines from what was replaced.

    `left_out` counts the names for which there is no room.
    """

    name: str
    ticks: tuple[tuple[int, int], ...]
    groups: tuple[Group, ...]
    arrows: tuple[tuple[int, int, int, int], ...]
    left_out: int
    height: int
    width: int = WIDTH
    names: int = NAMES


def neighbourhood(links: Links, id: str) -> TiesDiagram | None:
    """Return the diagram of what is one tie away from a record; None if that is too little."""
    knowledge = links.knowledge
    groups = _neighbours(knowledge, id)
    if len(_names(groups.values())) < FEWEST:
        return None
    date = knowledge.entries[id].date
    middle = Tie(id, (date,) if date else (), knowledge.speaking_of(id))
    headed = {words(f"relation-{name}"): ties for name, ties in groups.items()}
    return ties_diagram(links, knowledge.name(id), headed, middle)


def ref_to_ties(links: Links, id: str) -> Ref:
    """Return a link to the diagram of a record, or to its page if it has none."""
    is_drawn = len(_names(_neighbours(links.knowledge, id).values())) >= FEWEST
    return links.ref(id, anchor="relations" if is_drawn else "")


def ties_diagram(
    links: Links, name: str, groups: Mapping[str, Sequence[Tie]], middle: Tie | None = None
) -> TiesDiagram:
    """Return the diagram of groups of ties by their headings, with `middle` above them all.

    Of more names than there is room for, those are shown of which most is said.
    """
    knowledge = links.knowledge
    names = _names(groups.values())
    shown = set(knowledge.most_spoken_of(names)[:MOST])
    headed = {
        heading: _in_time(knowledge, [tie for tie in ties if tie.id in shown])
        for heading, ties in groups.items()
    }
    everything = {"": [middle] if middle else []} | headed
    dates = [when for ties in everything.values() for tie in ties for when in tie.when]
    dates += [source.date for _, source in knowledge.sources]
    axis = axis_of(dates, knowledge.newest_date, shown=1)
    placed, y = [], TOP
    for heading, ties in everything.items():
        if ties:
            group, y = _group(links, axis, heading, ties, y)
            placed.append(group)
    return TiesDiagram(
        name=name,
        ticks=tuple((year, _across(place)) for year, place in axis.ticks),
        groups=tuple(placed),
        arrows=tuple(_arrows(placed, everything)),
        left_out=len(names) - len(shown),
        height=y + 4,
    )


def ties_of(
    relations: Iterable[tuple[str, str, Relation, EdtfDate | None]],
) -> dict[str, list[Tie]]:
    """Return the ties of each group, one for each record, from what all relations to it say.

    Each relation comes with its group, the id of the record, and when it held.
    """
    found = grouped(((group, id), (it, when)) for group, id, it, when in relations)
    ties: dict[str, list[Tie]] = defaultdict(list)
    for (group, id), said in found.items():
        sources = tuple(dict.fromkeys(cite.source for it, _ in said for cite in it.cite))
        offices = tuple(it.detail for it, _ in said if isinstance(it.related, Office))
        ties[group].append(Tie(id, tuple(when for _, when in said if when), sources, offices))
    return ties


def _neighbours(knowledge: KnowledgeBase, id: str) -> dict[str, list[Tie]]:
    """Return the ties of a record by the names of its relations."""
    return ties_of(
        (name, other, relation, knowledge.entries[other].date or relation.when)
        for name, other, relation in knowledge.relations_of(id)
        if knowledge.entries[other].record.in_network
    )


def _names(groups: Iterable[Iterable[Tie]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tie.id for ties in groups for tie in ties))


def _in_time(knowledge: KnowledgeBase, ties: Sequence[Tie]) -> list[Tie]:
    """Return ties by when they begin, those of which that is not known by their first source."""

    def place(tie: Tie) -> EdtfDate:
        dates = tie.when or [knowledge.source(id).date for id in tie.sources]
        return min(dates, default=knowledge.newest_date)

    return sorted(ties, key=place)


def _across(place: float) -> int:
    """Return how far to the right a place in percent is."""
    return round(YEARS + (YEARS_END - YEARS) * place / 100)


def _group(
    links: Links, axis: Axis, heading: str, ties: Iterable[Tie], y: int
) -> tuple[Group, int]:
    """Return the group that begins at `y`, and where it ends."""
    top, rows = y, []
    y += HEADING if heading else 0
    for tie in ties:
        label = ", ".join((links.knowledge.name(tie.id), *tie.offices))
        lines = text_metrics.lines(label, YEARS - NAMES)
        height = max(ROW, text_metrics.LINE * len(lines) + 8)
        rows.append(
            Row(
                id=tie.id,
                record=ref_to_ties(links, tie.id),
                lines=lines,
                top=y,
                y=y + height // 2,
                height=height,
                bars=tuple(_bar(axis, when) for when in tie.when),
                sources=tuple(
                    _across(axis.span(source.date).point)
                    for id, source in links.knowledge.sources
                    if id in tie.sources
                ),
            )
        )
        y += height
    return Group(heading, top, tuple(rows)), y


def _bar(axis: Axis, when: EdtfDate) -> Bar:
    span = axis.span(when)
    start, known, end = _across(span.start), _across(span.known), _across(span.end)
    return Bar(start, max(3, known - start), end if known < end else 0)


def _arrows(
    groups: Iterable[Group], ties: Mapping[str, Sequence[Tie]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield a line from the end of what was replaced to the beginning of what took its place."""
    rows = {row.id: row for group in groups for row in group.rows if row.bars}
    for tie in (tie for found in ties.values() for tie in found):
        if tie.successor in rows and tie.id in rows:
            old, new = rows[tie.id], rows[tie.successor]
            start = new.bars[0].x
            yield min(start, old.bars[-1].x + old.bars[-1].width), old.y, start, new.y
