"""The timeline: lives of initiatives, sources and dates on one axis of years."""

from dataclasses import dataclass

from .groups import Group, grouped, grouped_by
from .knowledge import KnowledgeBase
from .models import DateRecord, Initiative

# The years that the timeline's picture shows; its list shows all.
AXIS = (1993, 2022)


@dataclass(frozen=True)
class Bar:
    """The life of an initiative on the timeline's axis, in fractions of its length."""

    id: str
    start: float
    end: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class Timeline:
    """Initiatives as bars, sources as points, on an axis of years; and all dates by year."""

    years: tuple[int, ...]
    bars: tuple[Bar, ...]
    sources: tuple[tuple[str, float], ...]
    dates: tuple[Group, ...]


def timeline(knowledge: KnowledgeBase) -> Timeline:
    """The timeline of everything that has a date."""
    first, last = AXIS
    initiatives = [
        (entry.id, entry.record.when)
        for entry in knowledge.entries.values()
        if isinstance(entry.record, Initiative) and entry.record.when
        if entry.record.when.last[0] >= first
    ]
    bars = [
        Bar(id, _place(when.first), _place(when.last), when.first[0] < first, when.last[0] > last)
        for id, when in sorted(initiatives, key=lambda item: item[1])
    ]
    sources = [
        (id, _place(knowledge.source(id).date.first)) for id in knowledge.ids.get("sources", ())
    ]
    dates = [entry for entry in knowledge.entries.values() if isinstance(entry.record, DateRecord)]
    by_year = grouped_by(lambda entry: entry.record.group, dates)
    return Timeline(tuple(range(first, last + 1)), tuple(bars), tuple(sources), grouped(by_year))


def _place(day: tuple[int, int, int]) -> float:
    """Where a day stands on the axis: 0 at its beginning, 1 at its end."""
    first, last = AXIS
    years = day[0] + (day[1] - 1) / 12 + (day[2] - 1) / 365
    return round(min(1.0, max(0.0, (years - first) / (last + 1 - first))), 4)
