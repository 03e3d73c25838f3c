"""A small picture of a record's dates: how long it lasted, what happened in it, and which sources
speak of it, on one axis of years.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.diagrams.axis import Axis, axis_of
from intermestic.diagrams.bars import Bar, bottom, stack
from intermestic.knowledge import KnowledgeBase
from intermestic.records.dates import EdtfDate
from intermestic.records.models import DateRecord, Initiative

# On a phone 320 pixels across; what would lie closer there than a mark's width is one mark.
PHONE = 288
MARK = 100 * 26 / PHONE
TICKS = 20
MOST_PERIODS = 4


@dataclass(frozen=True)
class Mark:
    """Records that lie too close to be marked apart: which, from where to where."""

    ids: tuple[str, ...]
    start: float
    end: float

    @property
    def point(self) -> float:
        return round((self.start + self.end) / 2, 2)


@dataclass(frozen=True)
class DateStrip:
    """The dates of the record `id`: `bottom` says how far down its periods reach, `earlier` how
    many dates lie before the axis."""

    id: str
    axis: Axis
    periods: tuple[Bar, ...]
    dates: tuple[Mark, ...]
    sources: tuple[Mark, ...]
    bottom: int
    earlier: int


def date_strip(knowledge: KnowledgeBase, id: str) -> DateStrip | None:
    """The picture of the dates of the record `id`; None if it has no period and not two dates."""
    periods, dates = _periods(knowledge, id), dict(_dates(knowledge, id))
    if not periods and len(dates) < 2:
        return None
    speaking = dict.fromkeys(said.source for said in knowledge.claims_about.get(id, ()))
    sources = {source: knowledge.source(source).date for source in speaking}
    newest = knowledge.source(knowledge.ids["sources"][-1]).date
    axis = axis_of([*(when for _, when in periods), *dates.values(), *sources.values()], newest)
    bars = stack([each for each in periods if axis.covers(each[1])], axis, TICKS, PHONE)
    return DateStrip(
        id,
        axis,
        bars,
        _marks(axis, dates),
        _marks(axis, sources),
        bottom(bars, TICKS),
        earlier=sum(not axis.covers(when) for when in dates.values()),
    )


def _periods(knowledge: KnowledgeBase, id: str) -> list[tuple[str, EdtfDate]]:
    """The life of an initiative; of others the ties that hold for a time. The oldest first."""
    record = knowledge.entries[id].record
    if isinstance(record, Initiative):
        return [(f"{record.when}", record.when)] if record.when else []
    ties = [tie for tie in knowledge.relations_from.get(id, ()) if tie.when]
    names = [tie.detail or knowledge.entries[tie.object].record.name for tie in ties]
    periods = [(f"{name}, {tie.when}", tie.when) for name, tie in zip(names, ties, strict=True)]
    return sorted(periods, key=lambda period: period[1])[:MOST_PERIODS]


def _dates(knowledge: KnowledgeBase, id: str) -> Iterable[tuple[str, EdtfDate]]:
    for tie in knowledge.relations_to.get(id, ()):
        record = knowledge.entries[tie.subject].record
        if isinstance(record, DateRecord):
            yield tie.subject, record.when


def _marks(axis: Axis, dated: dict[str, EdtfDate]) -> tuple[Mark, ...]:
    """A mark for each record, or for several that lie within a mark's width."""
    marks: list[Mark] = []
    for id in sorted(dated, key=lambda each: axis.span(dated[each]).point):
        span = axis.span(dated[id])
        if not axis.covers(dated[id]):
            continue
        if marks and span.point - marks[-1].point < MARK:
            last = marks.pop()
            marks.append(Mark((*last.ids, id), last.start, max(last.end, span.point)))
        else:
            marks.append(Mark((id,), span.point, span.point))
    return tuple(marks)
