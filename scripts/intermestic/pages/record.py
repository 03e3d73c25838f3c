"""The page of a record: what it is, its relations, and what each source says of it.

Sources have pages of their own kind; see `source`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intermestic.diagrams.date_strip import DateStrip, date_strip
from intermestic.diagrams.ties import TiesDiagram, neighbourhood
from intermestic.knowledge import Claim, Entry, KnowledgeBase, is_of
from intermestic.links import Ref
from intermestic.pages.about import About, about, drawn_on, record_frame
from intermestic.pages.base import Context, Counts, Page, Report, count_kinds
from intermestic.pages.by_source import SourceClaims, claims_by_source, sources_apart
from intermestic.pages.ledger import AdviceCounts, advice_counts
from intermestic.pages.particulars import Particulars, particulars
from intermestic.pages.relations import RelationGroup, RelationLine, relations_of
from intermestic.pages.stances import StanceRow, propositions_about
from intermestic.pages.themes import Theme, areas_of, themes_of
from intermestic.records.base import Discussed, Record
from intermestic.records.models import Actor, PolicyArea
from intermestic.records.statements import Recommendation

# More statements are folded away; yet more by source; of an actor with many, by theme.
MOST_UNFOLDED = 4
MOST_DATES = 8
MOST_TOGETHER = 12
MANY = 25
# The relations that stand in the box at the top, and those that have a table of their own.
IN_BOX = ("proposed_by", "parent", "narrower_areas", "part_of", "succeeded_by", "successor_of")
HAVE_TABLES = ("propositions",)


@dataclass(frozen=True)
class AccountOf:
    """How one source saw the subject of a record."""

    id: str
    source: Ref
    report: Report


@dataclass(frozen=True)
class RecordPage(Page):
    """The page of a record.

    `accounts` are how each source saw it, `silent` the sources that do not speak of it, if it
    is tracked. `at_issue` are the propositions about it; `advice` counts the recommendations. Of
    its relations some stand in the `box` at the top, and `dates` by themselves if they are few. Of
    an actor of whom much is said the claims are in `themes`.
    """

    about: About
    particulars: Particulars
    accounts: tuple[AccountOf, ...]
    silent: tuple[Ref, ...]
    at_issue: tuple[StanceRow, ...]
    advice: AdviceCounts | None
    box: tuple[RelationGroup, ...]
    dates: tuple[RelationLine, ...]
    relations: tuple[RelationGroup, ...]
    kinds: Counts
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
    is_drawn = type(record).in_network
    is_area = isinstance(record, PolicyArea)
    has_strip = (is_drawn or is_area) and entry.id not in knowledge.scene
    relations = relations_of(context, entry)
    elsewhere = {*IN_BOX, *HAVE_TABLES}
    if is_area:
        elsewhere.add("initiatives")
    dates = _few_dates(relations)
    if dates:
        elsewhere.add("dates")
    return RecordPage(
        frame=record_frame(
            context, entry, claims, script="kinds" if _are_filtered(knowledge, entry) else ""
        ),
        about=about(context, entry, before, after),
        particulars=particulars(context, entry, claims),
        accounts=tuple(_accounts(context, record)),
        silent=links.refs(_silent(context, entry, claims)) if type(record).is_tracked else (),
        at_issue=propositions_about(context, entry),
        advice=_advice(context, entry, claims),
        box=tuple(group for group in relations if group.name in IN_BOX),
        dates=dates,
        relations=tuple(group for group in relations if group.name not in elsewhere),
        kinds=count_kinds(claims),
        by_source=claims_by_source(context, entry, claims),
        themes=_themes(context, entry, claims),
        ties=neighbourhood(context.links, entry.id) if is_drawn else None,
        date_strip=date_strip(context.links, entry.id) if has_strip else None,
    )


def _few_dates(relations: Iterable[RelationGroup]) -> tuple[RelationLine, ...]:
    """Return the dates of a record, oldest first, if they are few enough to stand open."""
    lines = next((group.lines for group in relations if group.name == "dates"), ())
    return lines if len(lines) <= MOST_DATES else ()


def _are_filtered(knowledge: KnowledgeBase, entry: Entry) -> bool:
    """Return whether the statements on the page of a record are so many that one may filter."""
    number = len(knowledge.claims_about.get(entry.id, ()))
    return number > MOST_TOGETHER and not sources_apart(knowledge, entry.id)


def _accounts(context: Context, record: Record) -> Iterator[AccountOf]:
    """Yield how each source saw the subject of a record, oldest source first."""
    accounts = record.accounts if isinstance(record, Discussed) else ()
    by_source = {account.cite[0].source: account for account in accounts}
    for id in context.knowledge.in_order(by_source):
        account = by_source[id]
        yield AccountOf(
            id,
            context.links.ref(id),
            context.report(account.text, account.cite, named=False),
        )


def _silent(context: Context, entry: Entry, claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the sources that neither speak of a record nor are cited for it."""
    speaking = drawn_on(context.knowledge, entry, claims)
    return (id for id in context.knowledge.compared_sources if id not in speaking)


def _themes(context: Context, entry: Entry, claims: tuple[Claim, ...]) -> tuple[Theme, ...]:
    """Return the themes of an actor of whom much is said, if accounts stand for the sources."""
    speaking = {claim.source for claim in claims}
    accounts = entry.record.accounts if isinstance(entry.record, Actor) else ()
    told = {account.cite[0].source for account in accounts}
    told |= {id for id, source in context.knowledge.sources if entry.id in source.declined}
    if len(claims) < MANY or not speaking <= told:
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
