"""The timeline: dates, lives of initiatives and sources, as a list and on one axis of years."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.diagrams.areas import in_order, widest_areas
from intermestic.diagrams.axis import Axis, Span, axis_of
from intermestic.diagrams.bars import Bar, bottom, stack
from intermestic.groups import Group, grouped, grouped_by
from intermestic.knowledge import KnowledgeBase
from intermestic.records.dates import EdtfDate
from intermestic.records.models import DateRecord, Initiative

# The picture must fit a phone 320 pixels across: what would lie closer there than a mark's width
# stands in another row.
PHONE = 288
MARK, ROW = 26, 28
TICKS = 24


@dataclass(frozen=True)
class Dated:
    """A date record or an initiative, its date, and the widest policy areas that it is in."""

    id: str
    when: EdtfDate
    areas: tuple[str, ...]
    is_due: bool = False


@dataclass(frozen=True)
class Dates:
    """The dates of a year, or of some years, as one mark."""

    heading: str
    items: tuple[Dated, ...]
    span: Span
    y: int

    @property
    def is_uncertain(self) -> bool:
        return all(each.when.is_uncertain for each in self.items)


@dataclass(frozen=True)
class Timeline:
    """What has a date: all dates by decade and year, lives and sources; then what of it stands on
    the axis, and how much lies before."""

    decades: tuple[Group, ...]
    lives: tuple[Dated, ...]
    sources: tuple[Dated, ...]
    dates: int
    undated: int
    areas: tuple[str, ...]
    axis: Axis
    marks: tuple[Dates, ...]
    essays: tuple[tuple[Dated, Bar], ...]
    bars: tuple[tuple[Dated, Bar], ...]
    earlier: int
    height: int


def timeline(knowledge: KnowledgeBase) -> Timeline | None:
    """The timeline of everything that has a date; None if there is no source."""
    sources = [Dated(id, knowledge.source(id).date, ()) for id in knowledge.ids.get("sources", ())]
    if not sources:
        return None
    dates, lives = _dated(knowledge, "dates"), sorted(_dated(knowledge, "initiatives"), key=_when)
    dated = [*dates, *lives]
    axis = axis_of(map(_when, dated), newest=sources[-1].when)
    years = grouped(grouped_by(lambda date: date.when.years, dates))
    marks = _marks([year for year in years if axis.covers(_when(year.items[0]))], axis)
    shown = [life for life in lives if axis.covers(life.when)]
    top = max((mark.y for mark in marks), default=TICKS) + ROW
    essays = _stacked(knowledge, sources, axis, top)
    bars = _stacked(knowledge, shown, axis, bottom(essays, top))
    return Timeline(
        decades=_decades(years, axis),
        lives=tuple(lives),
        sources=tuple(sources),
        dates=len(dates),
        undated=len(knowledge.ids.get("initiatives", ())) - len(lives),
        areas=in_order(knowledge, {area for each in dated for area in each.areas}),
        axis=axis,
        marks=marks,
        essays=tuple(zip(sources, essays, strict=True)),
        bars=tuple(zip(shown, bars, strict=True)),
        earlier=sum(not axis.covers(each.when) for each in dated),
        height=bottom((*essays, *bars), top),
    )


def _dated(knowledge: KnowledgeBase, collection: str) -> list[Dated]:
    """The records of a collection that have a date, in reading order."""
    dated = []
    for id in knowledge.ids.get(collection, ()):
        record = knowledge.entries[id].record
        if isinstance(record, DateRecord | Initiative) and record.when:
            areas = widest_areas(knowledge, record.areas)
            dated.append(Dated(id, record.when, areas, record.type == "due"))
    return dated


def _when(dated: Dated) -> EdtfDate:
    return dated.when


def _decades(years: Iterable[Group], axis: Axis) -> tuple[Group, ...]:
    def decade(year: Group) -> str:
        start = _when(year.items[0]).year
        return f"{start // 10 * 10}s" if start >= axis.first else f"Before {axis.first}"

    return grouped(grouped_by(decade, years))


def _marks(years: Iterable[Group], axis: Axis) -> tuple[Dates, ...]:
    """A mark for each group, in the first row in which it is clear of those before it."""
    reach = 50 * MARK / PHONE
    taken: list[float] = []  # how far each row is taken, in percent
    marks = []
    for year in years:
        span = axis.span(_when(year.items[0]))
        start = min(span.start, span.point - reach)
        row = next((row for row, end in enumerate(taken) if end <= start), len(taken))
        taken[row : row + 1] = [max(span.end, span.point + reach)]
        marks.append(Dates(year.heading, year.items, span, TICKS + ROW * row + MARK // 2))
    return tuple(marks)


def _stacked(
    knowledge: KnowledgeBase, dated: Iterable[Dated], axis: Axis, top: int
) -> tuple[Bar, ...]:
    named = ((knowledge.entries[each.id].record.name, each.when) for each in dated)
    return stack(named, axis, top, PHONE)
