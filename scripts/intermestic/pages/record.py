"""The page of a record: what it is, its relations, and what each source says of it.

Sources have pages of their own kind; see `source`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.knowledge import Claim, Entry, is_of
from intermestic.pages.about import About, about, record_frame
from intermestic.pages.base import Context, Page, ShownClaim
from intermestic.pages.diagrams.date_strip import DateStrip, date_strip
from intermestic.pages.diagrams.ties import TiesDiagram, neighbourhood
from intermestic.pages.initiatives import InitiativeRow, initiative_row, initiative_rows
from intermestic.pages.ledger import AdviceCounts, advice_counts
from intermestic.pages.links import Ref, RichText
from intermestic.pages.relations import RelationGroup, RelationLine, relations_of
from intermestic.pages.stances import SourceView, StanceRow, propositions_about, source_view
from intermestic.pages.statements import SourceClaims, claims_by_source, sources_apart
from intermestic.pages.themes import Theme, areas_of, themes_of
from intermestic.records.base import Account, Record, Typed
from intermestic.records.dates import EdtfDate
from intermestic.records.models import (
    Actor,
    DateRecord,
    Initiative,
    PolicyArea,
    Position,
)
from intermestic.records.statements import Figure, Recommendation

# More statements are folded away; yet more by source; of an actor with many, by theme.
MOST_UNFOLDED = 4
MOST_DATES = 8
MOST_TOGETHER = 12
MANY = 25
# The relations that stand in the box at the top, and those that have a table of their own.
IN_BOX = ("proposed_by", "parent", "narrower_areas", "part_of", "succeeded_by", "successor_of")
HAVE_TABLES = ("propositions",)


@dataclass(frozen=True)
class RecordPage(Page):
    """The page of a record.

    `type`, `when`, `is_due` and `place` are what only records of some collections have. A policy
    area has its `scope` here if its page begins with something else, and the `initiatives` and
    `figures` in it; an initiative how it stands; a proposition its `positions`. `accounts` are how
    each source saw the record, `silent` the sources that do not speak of it, if it is tracked.
    `at_issue` are the propositions about it; `advice` counts the recommendations. Of its relations
    some stand in the `box` at the top, and `dates` by themselves if they are few. Of an actor of
    whom much is said the claims are in `themes`.
    """

    about: About
    type: str
    scope: RichText
    when: EdtfDate | None
    is_due: bool
    place: RichText
    standing: InitiativeRow | None
    initiatives: tuple[InitiativeRow, ...]
    figures: tuple[ShownClaim, ...]
    positions: tuple[SourceView, ...]
    accounts: tuple[SourceView, ...]
    silent: tuple[Ref, ...]
    at_issue: tuple[StanceRow, ...]
    advice: AdviceCounts | None
    box: tuple[RelationGroup, ...]
    dates: tuple[RelationLine, ...]
    relations: tuple[RelationGroup, ...]
    by_source: tuple[SourceClaims, ...]
    themes: tuple[Theme, ...]
    ties: TiesDiagram | None
    date_strip: DateStrip | None

    @property
    def listed(self) -> tuple[Ref, ...]:
        """The links in its box and among its dates."""
        lines = (*(line for group in self.box for line in group.lines), *self.dates)
        return tuple(line.other for line in lines)

    @property
    def dates_beside(self) -> tuple[RelationLine, ...]:
        """The few dates that its strip does not show."""
        points = self.date_strip.points if self.date_strip else ()
        shown = {point.record.path for point in points}
        return tuple(line for line in self.dates if line.other.path not in shown)

    @property
    def is_folded(self) -> bool:
        """Whether its statements are too many to stand open."""
        return self.frame.statements > MOST_UNFOLDED

    @property
    def is_by_source(self) -> bool:
        """Whether its statements are too many for one list, or for its page."""
        is_apart = any(claims.page for claims in self.by_source)
        return is_apart or self.frame.statements > MOST_TOGETHER


def record_page(
    context: Context, entry: Entry, before: Entry | None = None, after: Entry | None = None
) -> RecordPage:
    """Return the page of `entry`; `before` and `after` are its neighbours in its collection."""
    knowledge, links, record = context.knowledge, context.links, entry.record
    claims = knowledge.claims_about.get(entry.id, ())
    is_area = isinstance(record, PolicyArea)
    is_filtered = len(claims) > MOST_TOGETHER and not sources_apart(knowledge, entry.id)
    frame = record_frame(context, entry, claims, script="kinds" if is_filtered else "")
    silent = [id for id in knowledge.compared_sources if id not in frame.sources]
    has_strip = (record.in_network or is_area) and entry.id not in knowledge.scene
    figures = [claim for claim in claims if is_of(claim, Figure)] if is_area else []
    relations = relations_of(context, entry)
    few_dates = _few_dates(relations)
    elsewhere = {*IN_BOX, *HAVE_TABLES}
    if is_area:
        elsewhere.add("initiatives")
    if few_dates:
        elsewhere.add("dates")
    return RecordPage(
        frame=frame,
        about=about(context, entry, before, after),
        type=words(f"type-{record.type}") if isinstance(record, Typed) else "",
        scope=links.prose(_scope(record)),
        when=getattr(record, "when", None),
        is_due=isinstance(record, DateRecord) and record.type == "due",
        place=links.prose(getattr(record, "place", None) or ""),
        standing=initiative_row(context, entry.id, record)
        if isinstance(record, Initiative)
        else None,
        initiatives=_initiatives_in(context, entry.id) if is_area else (),
        figures=context.claims(figures),
        positions=_views(context, entry.id, getattr(record, "positions", ())),
        accounts=_views(context, entry.id, getattr(record, "accounts", ())),
        silent=links.refs(silent) if record.is_tracked else (),
        at_issue=propositions_about(context, entry),
        advice=_advice(context, entry, claims),
        box=tuple(group for group in relations if group.name in IN_BOX),
        dates=few_dates,
        relations=tuple(group for group in relations if group.name not in elsewhere),
        by_source=claims_by_source(context, entry, claims),
        themes=_themes(context, entry, claims),
        ties=neighbourhood(links, entry.id) if record.in_network else None,
        date_strip=date_strip(links, entry.id) if has_strip else None,
    )


def _few_dates(relations: Iterable[RelationGroup]) -> tuple[RelationLine, ...]:
    """Return the dates of a record, oldest first, if they are few enough to stand open."""
    lines = next((group.lines for group in relations if group.name == "dates"), ())
    return lines if len(lines) <= MOST_DATES else ()


def _scope(record: Record) -> str:
    """Return what falls under a policy area, unless its page begins with that."""
    return record.scope if isinstance(record, PolicyArea) and record.story else ""


def _initiatives_in(context: Context, area: str) -> tuple[InitiativeRow, ...]:
    """Return the initiatives of a policy area and of the areas within it."""
    knowledge = context.knowledge
    areas = (area, *knowledge.areas_within(area))
    found = {id for each in areas for id, _ in knowledge.tied_to(each, Initiative)}
    return initiative_rows(context, knowledge.in_order(found))


def _views(
    context: Context, id: str, said: Iterable[Account] | Iterable[Position]
) -> tuple[SourceView, ...]:
    """Return the accounts of a record, or the positions on it, oldest source first."""
    by_source = {each.cite[0].source: each for each in said}
    sources = context.knowledge.in_order(by_source)
    return tuple(source_view(context, id, source, by_source[source]) for source in sources)


def _themes(context: Context, entry: Entry, claims: tuple[Claim, ...]) -> tuple[Theme, ...]:
    """Return the themes of an actor of whom much is said, if accounts stand for the sources."""
    accounts = entry.record.accounts if isinstance(entry.record, Actor) else ()
    told = {account.cite[0].source for account in accounts}
    told |= {id for id, source in context.knowledge.sources if entry.id in source.declined}
    if len(claims) < MANY or not told.issuperset(context.knowledge.speaking_of(entry.id)):
        return ()
    apart = sources_apart(context.knowledge, entry.id)
    if apart and entry.id in context.knowledge.scene:
        return areas_of(context, entry)
    return themes_of(context, entry, apart)


def _advice(context: Context, entry: Entry, claims: Iterable[Claim]) -> AdviceCounts | None:
    """Return the counts of the advice to an actor, or in an area."""
    advice = [claim for claim in claims if is_of(claim, Recommendation)]
    match entry.record:
        case PolicyArea():
            return advice_counts(context, advice, "area", entry.id)
        case Actor():
            addressed = [c for c in advice if entry.id in c.statement.addressees]
            return advice_counts(context, addressed, "addressee", entry.id)
        case _:
            return None
