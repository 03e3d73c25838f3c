"""What only the pages of some records show: how an initiative stands, who takes which position."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.knowledge import Claim, Entry, is_of
from intermestic.links import Ref, RichText
from intermestic.pages.base import Context, Report, ShownClaim
from intermestic.records.base import Record, Typed
from intermestic.records.dates import EdtfDate
from intermestic.records.models import DateRecord, Initiative, PolicyArea, Proposition
from intermestic.records.statements import Figure


@dataclass(frozen=True)
class StanceOf:
    """The stance of one source on a proposition."""

    id: str
    source: Ref
    stance: str
    report: Report


@dataclass(frozen=True)
class StandingOf:
    """How an initiative stands, since when, and who says so on which date."""

    state: str
    when: EdtfDate | None
    cites: tuple[Ref, ...]
    date: EdtfDate


@dataclass(frozen=True)
class InitiativeRow:
    """An initiative in a policy area: its life and how it stands."""

    initiative: Ref
    when: EdtfDate | None
    standing: StandingOf


@dataclass(frozen=True)
class Particulars:
    """What only records of some collections have.

    A policy area has its `scope` here if its page begins with something else.
    """

    type: str = ""
    scope: RichText = ()
    when: EdtfDate | None = None
    is_due: bool = False
    place: RichText = ()
    standing: StandingOf | None = None
    initiatives: tuple[InitiativeRow, ...] = ()
    figures: tuple[ShownClaim, ...] = ()
    positions: tuple[StanceOf, ...] = ()


def particulars(context: Context, entry: Entry, claims: Iterable[Claim]) -> Particulars:
    """Return what the record of `entry` has by its collection; `claims` are about it."""
    record = entry.record
    is_area = isinstance(record, PolicyArea)
    figures = [claim for claim in claims if is_of(claim, Figure)] if is_area else []
    return Particulars(
        type=words(f"type-{record.type}") if isinstance(record, Typed) else "",
        scope=context.links.prose(_scope(record)),
        when=getattr(record, "when", None),
        is_due=isinstance(record, DateRecord) and record.type == "due",
        place=context.links.prose(getattr(record, "place", None) or ""),
        standing=_standing(context, record) if isinstance(record, Initiative) else None,
        initiatives=tuple(_initiatives(context, entry.id)) if is_area else (),
        figures=context.claims(figures),
        positions=_positions(context, record) if isinstance(record, Proposition) else (),
    )


def _scope(record: Record) -> str:
    """Return what falls under a policy area, unless its page begins with that."""
    return record.scope if isinstance(record, PolicyArea) and record.story else ""


def _standing(context: Context, initiative: Initiative) -> StandingOf:
    standing = initiative.standing
    return StandingOf(
        standing.state,
        standing.when,
        context.links.cites(standing.cite),
        context.knowledge.source(standing.cite[0].source).date,
    )


def _initiatives(context: Context, area: str) -> Iterator[InitiativeRow]:
    """Yield the initiatives of a policy area and of the areas within it."""
    knowledge = context.knowledge
    found = {
        relation.subject
        for id in (area, *knowledge.areas_within(area))
        for relation in knowledge.relations_to.get(id, ())
        if isinstance(knowledge.entries[relation.subject].record, Initiative)
    }
    return initiative_rows(context, knowledge.in_order(found))


def initiative_rows(context: Context, ids: Iterable[str]) -> Iterator[InitiativeRow]:
    """Yield each of the initiatives `ids` with its life and how it stands."""
    for id in ids:
        record = context.knowledge.entries[id].record
        if isinstance(record, Initiative):
            yield InitiativeRow(context.links.ref(id), record.when, _standing(context, record))


def _positions(context: Context, proposition: Proposition) -> tuple[StanceOf, ...]:
    return tuple(
        StanceOf(
            id=(id := position.cite[0].source),
            source=context.links.ref(id),
            stance=position.stance,
            report=context.report(position.text, position.cite, named=False),
        )
        for position in proposition.positions
    )
