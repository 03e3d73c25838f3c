"""The diagram of the initiatives that lasted: bars down an axis of years, beside the timeline.

The texts lie across them as bands. Each name stands at the right, as near as the others let it
to where its bar or band begins.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from intermestic.pages.diagrams import text_metrics
from intermestic.pages.diagrams.axis import Span, axis_of
from intermestic.pages.links import Links, Ref
from intermestic.records.dates import EdtfDate, ends
from intermestic.records.models import Initiative

WIDTH, HEIGHT = 300, 620
# Where the first bar begins, from one bar to the next, and how broad a bar is.
LEFT, STEP, THICKNESS = 42, 15, 9
# Between two names, and between the bars and the names.
NAME_GAP, NAME_MARGIN = 6, 18
# How far below the axis names may reach where many begin at its end.
BELOW = 70


@dataclass(frozen=True)
class Name:
    """A name: the record to which it leads, its lines, and how far down the first one stands."""

    record: Ref
    lines: tuple[str, ...]
    y: float


@dataclass(frozen=True)
class Period:
    """How long something lasted: how far down it begins, ends as far as is known, and ends."""

    name: Name
    when: EdtfDate
    start: float
    known: float
    end: float


@dataclass(frozen=True)
class LivesDiagram:
    """The diagram. `ticks` are years and how far down they stand; names begin at `names_x`.

    `lives` stand beside each other, the first at `left`; `bands`, the texts, lie across them.
    """

    ticks: tuple[tuple[int, float], ...]
    lives: tuple[Period, ...]
    bands: tuple[Period, ...]
    names_x: int
    height: int
    width: int = WIDTH
    left: int = LEFT
    step: int = STEP
    thickness: int = THICKNESS


def lives_diagram(links: Links) -> LivesDiagram | None:
    """Return the diagram of all initiatives that lasted; None if there is none."""
    knowledge = links.knowledge
    lasting = {
        id: record.when
        for id, record in knowledge.records(Initiative)
        if record.when and ends(record.when)
    }
    if not lasting:
        return None
    texts = {id: source.date for id, source in knowledge.sources}
    axis = axis_of(lasting.values(), knowledge.newest_date, shown=1)
    ids = sorted((id for id in lasting if axis.covers(lasting[id])), key=lasting.__getitem__)
    names_x = LEFT + STEP * len(ids) + NAME_MARGIN
    spans = {id: axis.span(when) for id, when in (lasting | texts).items() if axis.covers(when)}
    names, height = _names(links, spans, WIDTH - names_x)

    def period(id: str, when: EdtfDate) -> Period:
        places = (spans[id].start, spans[id].known, spans[id].end)
        return Period(names[id], when, *(_down(place, height) for place in places))

    return LivesDiagram(
        ticks=tuple((year, _down(place, height)) for year, place in axis.ticks),
        lives=tuple(period(id, lasting[id]) for id in ids),
        bands=tuple(period(id, when) for id, when in texts.items() if id in spans),
        names_x=names_x,
        height=height + BELOW,
    )


def _down(place: float, height: int) -> float:
    """Return how far down a place in percent is."""
    return round(place * height / 100, 1)


def _names(links: Links, spans: Mapping[str, Span], room: int) -> tuple[dict[str, Name], int]:
    """Return the names one below the other, each near where its span begins, and the height."""
    ids = sorted(spans, key=lambda record: spans[record].start)
    lines = {id: text_metrics.lines(links.knowledge.name(id), room) for id in ids}
    rooms = {id: text_metrics.LINE * len(lines[id]) + NAME_GAP for id in ids}
    height = max(HEIGHT, sum(rooms.values()))
    tops: dict[str, float] = {}
    bottom = 0.0
    for id in ids:
        tops[id] = max(bottom, _down(spans[id].start, height) - text_metrics.LINE / 2)
        bottom = tops[id] + rooms[id]
    bottom = height + BELOW
    for id in reversed(ids):
        tops[id] = min(tops[id], bottom - rooms[id])
        bottom = tops[id]
    return {id: Name(links.ref(id), lines[id], round(tops[id], 1)) for id in ids}, height
