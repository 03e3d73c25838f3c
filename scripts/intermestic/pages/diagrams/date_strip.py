"""The small diagram of a record's dates, on one axis of years.

It shows how long the record lasted, what happened in it, and when the texts that speak of it were
written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from intermestic.english import date_in_words
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.diagrams import text_metrics
from intermestic.pages.diagrams.axis import MARGIN, Axis, Span, axis_of
from intermestic.pages.links import Links, Ref
from intermestic.records.dates import EdtfDate
from intermestic.records.models import DateRecord, Initiative

# A bar below its name, with the room below it.
BAR_AND_GAP = 22
# The width on a phone 320 pixels wide. What has room there has room on any screen.
PHONE = 288
TICKS = 20
MOST_PERIODS = 4
MOST_DATES = 8
# From a point to its name, from one row of names to the next, and below the last.
GAP, ROW_GAP, BELOW = 9, 5, 4
# A line for a date that is not known well leaves the letters so much room.
LEAST_ROOM = 170


@dataclass(frozen=True)
class Bar:
    """A period: its date and span, the lines of its name above it, and how far down these begin."""

    when: EdtfDate
    span: Span
    name: tuple[str, ...]
    y: int

    @property
    def starts_left(self) -> bool:
        """Whether its name begins where the bar begins; if not, it ends where the bar ends."""
        return self.span.start <= 50


@dataclass(frozen=True)
class Point:
    """A date: its record, and in lines, from `y` down, when it was and its name.

    It lies between `start` and `end`, in percent. The lines stand after it, or before it.
    """

    record: Ref
    when: tuple[str, ...]
    name: tuple[str, ...]
    start: float
    end: float
    is_after: bool
    y: int = 0

    @property
    def middle(self) -> float:
        """The place of its mark, in percent."""
        return round((self.start + self.end) / 2, 2)

    @property
    def lines(self) -> tuple[str, ...]:
        """All its lines."""
        return self.when + self.name

    @property
    def extent(self) -> tuple[float, float]:
        """Where it and its lines begin and end on the narrowest phone."""
        room = GAP + max(map(text_metrics.width, self.lines))
        start, end = (PHONE * place / 100 for place in (self.start, self.end))
        return (start - GAP, end + room) if self.is_after else (start - room, end + GAP)


@dataclass(frozen=True)
class Band:
    """When a text was written: the link to the text, and the part of the axis."""

    source: Ref
    when: EdtfDate
    span: Span


@dataclass(frozen=True)
class DateStrip:
    """The dates of the record called `name`, in a diagram so high.

    `others` counts the dates that it has no room for: of many those of which less is said, and
    old ones.
    """

    name: str
    axis: Axis
    periods: tuple[Bar, ...]
    points: tuple[Point, ...]
    bands: tuple[Band, ...]
    height: int
    others: int


def date_strip(links: Links, id: str) -> DateStrip | None:
    """Return the diagram of the record `id`; None if it has no period and fewer than two dates."""
    knowledge = links.knowledge
    periods = _periods(knowledge, id)
    all_dates = {date: record.when for date, record in knowledge.tied_to(id, DateRecord)}
    if not periods and len(all_dates) < 2:
        return None
    main = knowledge.most_spoken_of(all_dates)[:MOST_DATES]
    texts = {source: knowledge.source(source).date for source in knowledge.speaking_of(id)}
    shown = [*(when for _, when in periods), *(all_dates[date] for date in main)]
    axis = axis_of([*shown, *texts.values()], knowledge.newest_date)
    dates = {date: all_dates[date] for date in main if axis.covers(all_dates[date])}
    bars, bottom = _bars(axis, periods)
    points, height = _points(links, axis, dates, bottom)
    return DateStrip(
        knowledge.name(id),
        axis,
        bars,
        points,
        tuple(Band(links.ref(text), when, axis.span(when)) for text, when in texts.items()),
        height,
        others=len(all_dates) - len(dates),
    )


def _periods(knowledge: KnowledgeBase, id: str) -> list[tuple[str, EdtfDate]]:
    """Return the life of an initiative, or the relations of another record that have a date.

    The oldest come first.
    """
    record = knowledge.entries[id].record
    if isinstance(record, Initiative):
        return [(date_in_words(record.when), record.when)] if record.when else []
    periods = [
        (
            f"{relation.detail or knowledge.name(relation.object)}, {date_in_words(relation.when)}",
            relation.when,
        )
        for relation in knowledge.relations_from.get(id, ())
        if relation.when
    ]
    return sorted(periods, key=lambda period: period[1])[:MOST_PERIODS]


def _bars(axis: Axis, periods: Iterable[tuple[str, EdtfDate]]) -> tuple[tuple[Bar, ...], int]:
    """Return the periods on the axis as bars, one below the other, and how far down they reach."""
    bars: list[Bar] = []
    bottom = TICKS
    for name, when in periods:
        if axis.covers(when):
            span = axis.span(when)
            room = 100 - MARGIN - span.start if span.start <= 50 else span.known - MARGIN
            lines = text_metrics.lines(name, room * PHONE / 100)
            bars.append(Bar(when, span, lines, bottom))
            bottom += text_metrics.LINE * len(lines) + BAR_AND_GAP
    return tuple(bars), bottom


def _points(
    links: Links, axis: Axis, dates: Mapping[str, EdtfDate], top: int
) -> tuple[tuple[Point, ...], int]:
    """Return the points from `top` down, no name over another, and how far down they reach."""
    points = sorted(
        (_point(links.ref(id), when, axis.span(when)) for id, when in dates.items()),
        key=lambda point: point.middle,
    )
    rows: list[list[Point]] = []
    for point in points:
        row = next((row for row in rows if not any(_meet(point, other) for other in row)), None)
        if row is None:
            rows.append([point])
        else:
            row.append(point)
    placed: list[Point] = []
    for row in rows:
        placed.extend(replace(point, y=top) for point in row)
        top += text_metrics.LINE * max(len(point.lines) for point in row) + ROW_GAP
    return tuple(placed), top + BELOW


def _point(record: Ref, when: EdtfDate, span: Span) -> Point:
    start, end = (span.start, span.end) if span.is_long else (span.point, span.point)
    if max(_room(start), _room(100 - end)) < LEAST_ROOM:
        start = end = span.point
    before, after = _room(start), _room(100 - end)
    date = date_in_words(when)
    is_after = after >= min(before, max(map(text_metrics.width, (date, record.words))))
    room = after if is_after else before
    date_lines, name_lines = (text_metrics.lines(text, room) for text in (date, record.words))
    return Point(record, date_lines, name_lines, start, end, is_after)


def _room(percent: float) -> float:
    """Return how wide a name can be in a part of the diagram on the narrowest phone."""
    return PHONE * percent / 100 - GAP


def _meet(one: Point, other: Point) -> bool:
    """Return whether two points or their names would lie over each other in the same row."""
    (start, end), (other_start, other_end) = one.extent, other.extent
    return start < other_end and other_start < end
