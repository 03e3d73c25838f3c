"""A small picture of a record's dates: how long it lasted, what happened in it, and which sources
speak of it, on one axis of years.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from intermestic import addresses
from intermestic.diagrams.axis import Axis, axis_of
from intermestic.diagrams.bars import Bar, bottom, stack
from intermestic.english import date_in_words
from intermestic.knowledge import KnowledgeBase
from intermestic.links import Links, Ref
from intermestic.records.dates import EdtfDate
from intermestic.records.models import DateRecord, Initiative

# On a phone 320 pixels across; what would lie closer there than a mark's width is one mark.
PHONE = 288
MARK = 100 * 26 / PHONE
TICKS = 20
MOST_PERIODS = 4


@dataclass(frozen=True)
class Mark:
    """Records that lie too close to be marked apart: which, from where to where.

    `path` and `anchor` say where the mark leads; without a path it stays on the page.
    """

    names: tuple[str, ...]
    path: str
    anchor: str
    start: float
    end: float

    @property
    def point(self) -> float:
        """Where it stands, in percent."""
        return _middle(self.start, self.end)


@dataclass(frozen=True)
class DateStrip:
    """The dates of the record called `name`.

    `bottom` says how far down its periods reach, `earlier` how many dates lie before the axis.
    """

    name: str
    axis: Axis
    periods: tuple[Bar, ...]
    dates: tuple[Mark, ...]
    sources: tuple[Mark, ...]
    bottom: int
    earlier: int


def date_strip(links: Links, id: str) -> DateStrip | None:
    """The picture of the dates of the record `id`; None if it has no period and not two dates."""
    knowledge = links.knowledge
    periods, dates = _periods(knowledge, id), dict(_dates(knowledge, id))
    if not periods and len(dates) < 2:
        return None
    speaking = dict.fromkeys(said.source for said in knowledge.claims_about.get(id, ()))
    sources = {source: knowledge.source(source).date for source in speaking}
    newest = knowledge.source(knowledge.ids["sources"][-1]).date
    axis = axis_of([*(when for _, when in periods), *dates.values(), *sources.values()], newest)
    bars = stack([each for each in periods if axis.covers(each[1])], axis, TICKS, PHONE)
    return DateStrip(
        knowledge.name(id),
        axis,
        bars,
        _marks(knowledge, axis, dates, lambda dated: _to_dates(links, dated)),
        _marks(knowledge, axis, sources, lambda dated: _to_sources(links, dated)),
        bottom(bars, TICKS),
        earlier=sum(not axis.covers(when) for when in dates.values()),
    )


def _periods(knowledge: KnowledgeBase, id: str) -> list[tuple[str, EdtfDate]]:
    """The life of an initiative; of others the ties that hold for a time. The oldest first."""
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


def _dates(knowledge: KnowledgeBase, id: str) -> Iterable[tuple[str, EdtfDate]]:
    for tie in knowledge.relations_to.get(id, ()):
        record = knowledge.entries[tie.subject].record
        if isinstance(record, DateRecord):
            yield tie.subject, record.when


def _to_dates(links: Links, ids: tuple[str, ...]) -> Ref:
    """Return where a mark of date records leads: to one, or to the list of them on the page."""
    if len(ids) == 1:
        return links.ref(ids[0])
    return Ref("", "", addresses.relations_anchor("dates"))


def _to_sources(links: Links, ids: tuple[str, ...]) -> Ref:
    """Return where a mark of sources leads: to what one says, or to what all say, on the page."""
    return Ref("", "", addresses.source_anchor(ids[0]) if len(ids) == 1 else "statements")


def _marks(
    knowledge: KnowledgeBase,
    axis: Axis,
    dated: Mapping[str, EdtfDate],
    lead_to: Callable[[tuple[str, ...]], Ref],
) -> tuple[Mark, ...]:
    """Return a mark for each record, or for several that lie within a mark's width."""
    groups: list[tuple[tuple[str, ...], float, float]] = []
    for id in sorted(dated, key=lambda each: axis.span(dated[each]).point):
        if not axis.covers(dated[id]):
            continue
        point = axis.span(dated[id]).point
        if groups and point - _middle(*groups[-1][1:]) < MARK:
            ids, start, end = groups.pop()
            groups.append(((*ids, id), start, max(end, point)))
        else:
            groups.append(((id,), point, point))
    return tuple(
        Mark(
            names=tuple(map(knowledge.name, ids)),
            path=lead_to(ids).path,
            anchor=lead_to(ids).anchor,
            start=start,
            end=end,
        )
        for ids, start, end in groups
    )


def _middle(start: float, end: float) -> float:
    return round((start + end) / 2, 2)
