"""The timeline: dates, lives of initiatives and sources, in lists and on one axis of years."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.diagrams.axis import Axis, Span, axis_of
from intermestic.diagrams.bars import Bar, bottom, stack
from intermestic.english import years_in_words
from intermestic.links import Ref
from intermestic.pages.base import Context, Page
from intermestic.records.dates import EdtfDate, Years
from intermestic.records.models import DateRecord, Initiative

# The diagram must fit a phone 320 pixels wide: what would lie closer there than a mark is wide
# stands in another row.
PHONE = 288
MARK, ROW = 26, 28
TICKS = 24


@dataclass(frozen=True)
class Dated:
    """A record that has a date, with the ids of its widest policy areas."""

    record: Ref
    when: EdtfDate
    areas: tuple[str, ...] = ()
    is_due: bool = False


@dataclass(frozen=True)
class Year:
    """The dates of one year, or of one span of years."""

    years: str
    anchor: str
    dates: tuple[Dated, ...]

    @property
    def when(self) -> EdtfDate:
        """The first of the dates."""
        return self.dates[0].when


@dataclass(frozen=True)
class Decade:
    """The dates of a decade, or of all years before the axis."""

    heading: str
    years: tuple[Year, ...]

    @property
    def count(self) -> int:
        """The number of dates in the decade."""
        return sum(len(year.dates) for year in self.years)


@dataclass(frozen=True)
class YearMark:
    """The mark of a year's dates on the axis."""

    year: Year
    span: Span
    y: int

    @property
    def is_uncertain(self) -> bool:
        """Whether none of the dates of the year is certain."""
        return all(dated.when.is_uncertain for dated in self.year.dates)


@dataclass(frozen=True)
class TimelinePage(Page):
    """Everything that has a date, in lists and on an axis.

    The lists are `decades`, `lives` and `sources`; `dates` counts the dates, `undated` the
    initiatives without a date. On the axis stand `marks`, `essays` and `bars`; `earlier` counts
    what lies before it. `areas` has the id and the name of each policy area that can be chosen.
    """

    decades: tuple[Decade, ...]
    lives: tuple[Dated, ...]
    sources: tuple[Dated, ...]
    dates: int
    undated: int
    areas: tuple[tuple[str, str], ...]
    axis: Axis
    marks: tuple[YearMark, ...]
    essays: tuple[tuple[Dated, Bar], ...]
    bars: tuple[tuple[Dated, Bar], ...]
    earlier: int
    height: int


def timeline_page(context: Context) -> TimelinePage:
    """Return the timeline of everything that has a date."""
    knowledge = context.knowledge
    sources = [Dated(context.links.ref(id), source.date) for id, source in knowledge.sources]
    dates, lives = _dated(context, "dates"), sorted(_dated(context, "initiatives"), key=_when)
    dated = [*dates, *lives]
    axis = axis_of(map(_when, dated), newest=sources[-1].when)
    years = _years(dates)
    marks = _marks([year for year in years if axis.covers(year.when)], axis)
    shown = [life for life in lives if axis.covers(life.when)]
    top = max((mark.y for mark in marks), default=TICKS) + ROW
    essays = _stacked(sources, axis, top)
    bars = _stacked(shown, axis, bottom(essays, top))
    areas = knowledge.in_order({area for found in dated for area in found.areas})
    return TimelinePage(
        frame=context.overview("timeline", "timeline"),
        decades=_decades(years, axis),
        lives=tuple(lives),
        sources=tuple(sources),
        dates=len(dates),
        undated=len(knowledge.ids.get("initiatives", ())) - len(lives),
        areas=tuple((id, knowledge.name(id)) for id in areas),
        axis=axis,
        marks=marks,
        essays=tuple(zip(sources, essays, strict=True)),
        bars=tuple(zip(shown, bars, strict=True)),
        earlier=sum(not axis.covers(found.when) for found in dated),
        height=bottom((*essays, *bars), top),
    )


def _dated(context: Context, collection: str) -> list[Dated]:
    """Return the records of a collection that have a date, in reading order."""
    dated = []
    for id in context.knowledge.ids.get(collection, ()):
        record = context.knowledge.entries[id].record
        if isinstance(record, DateRecord | Initiative) and record.when:
            areas = context.knowledge.widest_areas(record.areas)
            dated.append(Dated(context.links.ref(id), record.when, areas, record.type == "due"))
    return dated


def _when(dated: Dated) -> EdtfDate:
    return dated.when


def _years(dates: Iterable[Dated]) -> list[Year]:
    by_years: dict[Years, list[Dated]] = defaultdict(list)
    for dated in dates:
        by_years[dated.when.years].append(dated)
    return [
        Year(years_in_words(years), addresses.years_anchor(years), tuple(found))
        for years, found in by_years.items()
    ]


def _decades(years: Iterable[Year], axis: Axis) -> tuple[Decade, ...]:
    decades: dict[str, list[Year]] = defaultdict(list)
    for year in years:
        start = year.when.year
        is_before = start < axis.first
        heading = (
            words("before-axis", year=str(axis.first)) if is_before else f"{start // 10 * 10}s"
        )
        decades[heading].append(year)
    return tuple(Decade(heading, tuple(found)) for heading, found in decades.items())


def _marks(years: Iterable[Year], axis: Axis) -> tuple[YearMark, ...]:
    """Return a mark for each year, in the first row where it is clear of earlier marks."""
    reach = 50 * MARK / PHONE
    taken: list[float] = []  # where the last mark of each row ends, in percent
    marks = []
    for year in years:
        span = axis.span(year.when)
        start = min(span.start, span.point - reach)
        row = next((row for row, end in enumerate(taken) if end <= start), len(taken))
        taken[row : row + 1] = [max(span.end, span.point + reach)]
        marks.append(YearMark(year, span, TICKS + ROW * row + MARK // 2))
    return tuple(marks)


def _stacked(dated: Iterable[Dated], axis: Axis, top: int) -> tuple[Bar, ...]:
    return stack(((found.record.words, found.when) for found in dated), axis, top, PHONE)
