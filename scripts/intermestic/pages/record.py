"""The page of a record: what it is, its relations, and what each source says of it.

Sources have pages of their own kind; see `source`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import collection_words, words
from intermestic.diagrams.date_strip import DateStrip, date_strip
from intermestic.diagrams.ties import TiesDiagram, neighbourhood
from intermestic.editions.history import Change
from intermestic.english import date_in_words, listed, with_capital, years_in_words
from intermestic.knowledge import Claim, Entry, KnowledgeBase, is_of
from intermestic.links import Ref, RichText, plain
from intermestic.pages.advice import AdviceCounts, advice_counts
from intermestic.pages.base import (
    Context,
    Counts,
    Frame,
    Page,
    Report,
    ShownClaim,
    count_kinds,
    section_title,
)
from intermestic.pages.relations import RelationGroup, RelationLine, relations_of
from intermestic.pages.stances import StanceRow, propositions_about
from intermestic.pages.themes import Theme, areas_of, themes_of
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.models import (
    Actor,
    DateRecord,
    Discussed,
    Initiative,
    PolicyArea,
    Proposition,
    Record,
    Source,
    Typed,
)
from intermestic.records.statements import Figure, Recommendation
from intermestic.records.walk import walk

# A record with more statements has a page of them for each source: its own page would be too much
# for a phone to load.
MOST_STATEMENTS = 250
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
class SourceClaims:
    """What one source says of a record.

    `number` and `kinds` count the claims. Those in an area within this one stand on its page, and
    `narrower` counts them. If there are too many claims for the page of the record, `claims` is
    empty and `page` leads to a page of their own; a silent source has none.
    """

    id: str
    source: Ref
    date: EdtfDate
    number: int
    narrower: int
    kinds: Counts
    claims: tuple[ShownClaim, ...]
    page: Ref | None


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


@dataclass(frozen=True)
class About:
    """What the pages of all records show, including those of sources.

    A lead that has citations of its own has them in `lead_cites`.
    """

    id: str
    name: str
    collection: str
    index: Ref
    lead: RichText
    lead_cites: tuple[Ref, ...]
    rest: tuple[RichText, ...]
    cites: tuple[Ref, ...]
    other_names: tuple[str, ...]
    note: RichText
    editorial: RichText
    mentioned_in: tuple[Ref, ...]
    changes: tuple[Change, ...]
    previous: Ref | None
    next: Ref | None


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
    has_dates = is_drawn and entry.id not in knowledge.scene
    relations = relations_of(context, entry)
    elsewhere = {*IN_BOX, *HAVE_TABLES}
    if isinstance(record, PolicyArea):
        elsewhere.add("initiatives")
    dates = _few_dates(relations)
    if dates:
        elsewhere.add("dates")
    return RecordPage(
        frame=record_frame(
            context, entry, claims, script="kinds" if _are_filtered(knowledge, entry) else ""
        ),
        about=about(context, entry, before, after),
        particulars=_particulars(context, entry, claims),
        accounts=tuple(_accounts(context, record)),
        silent=links.refs(_silent(context, entry, claims)) if type(record).is_tracked else (),
        at_issue=propositions_about(context, entry),
        advice=_advice(knowledge, entry, claims),
        box=tuple(group for group in relations if group.name in IN_BOX),
        dates=dates,
        relations=tuple(group for group in relations if group.name not in elsewhere),
        kinds=count_kinds(claims),
        by_source=_claims_by_source(context, entry, claims),
        themes=_themes(context, entry, claims),
        ties=neighbourhood(context.links, entry.id) if is_drawn else None,
        date_strip=date_strip(context.links, entry.id) if has_dates else None,
    )


def _few_dates(relations: Iterable[RelationGroup]) -> tuple[RelationLine, ...]:
    """Return the dates of a record, oldest first, if they are few enough to stand open."""
    lines = next((group.lines for group in relations if group.name == "dates"), ())
    return lines if len(lines) <= MOST_DATES else ()


def _are_filtered(knowledge: KnowledgeBase, entry: Entry) -> bool:
    """Return whether the statements on the page of a record are so many that one may filter."""
    number = len(knowledge.claims_about.get(entry.id, ()))
    return number > MOST_TOGETHER and not sources_apart(knowledge, entry.id)


def record_frame(
    context: Context, entry: Entry, claims: tuple[Claim, ...], script: str = ""
) -> Frame:
    """Return the frame of the page of a record; `claims` are about it, or made by it."""
    knowledge, record = context.knowledge, entry.record
    speaking = tuple(dict.fromkeys(claim.source for claim in claims))
    areas = getattr(record, "areas", ()) or sorted(
        {area for claim in claims for area in claim.statement.areas}
    )
    years = sorted({years_in_words(knowledge.source(id).date.years) for id in speaking})
    facets = {
        "collection": (collection_words(entry.collection).label,),
        "area": tuple(knowledge.name(area) for area in areas),
        "source": tuple(knowledge.name(id) for id in speaking),
        "year": tuple(years),
    }
    text_title = (isinstance(record, Source) and record.title) or ""
    return Frame(
        path=addresses.page(entry.collection, entry.id),
        title=record.name,
        template=entry.collection,
        generated_from=entry.file,
        script=script,
        lead=plain(context.links.lead(record.opening)),
        label=label_of(knowledge, entry),
        text_title=text_title,
        sources=_drawn_on(knowledge, entry, claims),
        statements=len(claims),
        speaking=len(speaking),
        subject=entry.id,
        is_record=True,
        # The heading of a text is its title; people know it by its name too.
        names=(*([record.name] if text_title else ()), *record.other_names),
        facets=tuple(facets.items()),
    )


def label_of(knowledge: KnowledgeBase, entry: Entry) -> str:
    """Return the label of a record: `Initiative · agreement`, `Essay by Ana Author, 2020`."""
    singular = collection_words(entry.collection).singular
    match entry.record:
        case Source() as source:
            kind, date = with_capital(source.type), date_in_words(source.date)
            names = listed(knowledge.name(id) for id in source.authors)
            if not names:
                return words("label-text", kind=kind, date=date)
            return words("label-text-by", kind=kind, names=names, date=date)
        case DateRecord(when=when):
            return f"{singular} · {date_in_words(when)}"
        case Typed(type=kind):
            return f"{singular} · {words(f'type-{kind}')}"
        case _:
            return singular


def _drawn_on(knowledge: KnowledgeBase, entry: Entry, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the sources that speak of a record, or are cited for it or for its relations."""
    relations = (
        *knowledge.relations_from.get(entry.id, ()),
        *knowledge.relations_to.get(entry.id, ()),
    )
    cited = [value for _, _, value in walk(entry.record) if isinstance(value, Citation)]
    cited += [citation for relation in relations for citation in relation.cite]
    ids = {claim.source for claim in claims} | {citation.source for citation in cited}
    if isinstance(entry.record, Source):
        ids.add(entry.id)
    return knowledge.in_order(ids)


def about(
    context: Context, entry: Entry, before: Entry | None = None, after: Entry | None = None
) -> About:
    """Return what the page of a record shows, whatever its collection."""
    knowledge, links, record = context.knowledge, context.links, entry.record
    story = record.story if isinstance(record, PolicyArea) else None
    return About(
        id=entry.id,
        name=record.name,
        collection=entry.collection,
        index=index_ref(entry.collection),
        lead=links.lead(record.opening),
        lead_cites=links.cites(story.cite) if story else (),
        rest=links.rest(record.opening),
        cites=links.cites(_cited_beside_accounts(record)),
        other_names=record.names[1:],
        note=links.prose(record.note or ""),
        editorial=links.prose(record.editorial or ""),
        mentioned_in=links.refs(knowledge.mentioned_in.get(entry.id, ())),
        changes=context.history.history(entry.id),
        previous=links.ref(before.id) if before else None,
        next=links.ref(after.id) if after else None,
    )


def _cited_beside_accounts(record: Record) -> tuple[Citation, ...]:
    """Return what a record rests on, unless its accounts rest on all of that."""
    accounts = record.accounts if isinstance(record, Discussed) else ()
    told = _paragraphs(citation for account in accounts for citation in account.cite)
    return () if _paragraphs(record.cite) <= told else record.cite


def _paragraphs(citations: Iterable[Citation]) -> set[tuple[str, int]]:
    return {(cited.source, number) for cited in citations for number in cited.paragraphs}


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


def index_ref(collection: str) -> Ref:
    """Return a link to the index of a collection."""
    return Ref(section_title(collection), addresses.index(collection))


def _silent(context: Context, entry: Entry, claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the sources that neither speak of a record nor are cited for it."""
    drawn_on = _drawn_on(context.knowledge, entry, claims)
    return (id for id in context.knowledge.compared_sources if id not in drawn_on)


def _particulars(context: Context, entry: Entry, claims: Iterable[Claim]) -> Particulars:
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


def _claims_by_source(
    context: Context, entry: Entry, claims: tuple[Claim, ...]
) -> tuple[SourceClaims, ...]:
    """Return what each source says of a record, oldest source first."""
    knowledge, links = context.knowledge, context.links
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim)
    own = [claim for claim in claims if not _is_narrower(knowledge, entry, claim)]
    apart = sources_apart(knowledge, entry.id)
    return tuple(
        SourceClaims(
            id=id,
            source=links.ref(id),
            date=knowledge.source(id).date,
            number=len(found[id]),
            narrower=len(found[id]) - sum(claim.source == id for claim in own),
            kinds=count_kinds(found[id]),
            claims=() if apart else context.claims(c for c in own if c.source == id),
            page=_statements_ref(context, entry, id, len(found[id])) if id in apart else None,
        )
        for id in knowledge.in_order(found)
    )


def _is_narrower(knowledge: KnowledgeBase, entry: Entry, claim: Claim) -> bool:
    """Return whether a claim on the page of an area stands on that of an area within it."""
    if not isinstance(entry.record, PolicyArea) or entry.id in claim.about:
        return False
    return not {*claim.statement.areas}.isdisjoint(knowledge.areas_within(entry.id))


def _themes(context: Context, entry: Entry, claims: tuple[Claim, ...]) -> tuple[Theme, ...]:
    """Return the themes of an actor of whom much is said, if accounts stand for the sources."""
    speaking = {claim.source for claim in claims}
    accounts = entry.record.accounts if isinstance(entry.record, Actor) else ()
    told = {account.cite[0].source for account in accounts}
    if len(claims) < MANY or not speaking <= told:
        return ()
    apart = sources_apart(context.knowledge, entry.id)
    if apart and entry.id in context.knowledge.scene:
        return areas_of(context, entry)
    return themes_of(context, entry, apart)


def _advice(knowledge: KnowledgeBase, entry: Entry, claims: Iterable[Claim]) -> AdviceCounts | None:
    """Return the counts of the advice to an actor, or in an area."""
    advice = [claim for claim in claims if is_of(claim, Recommendation)]
    match entry.record:
        case PolicyArea():
            return advice_counts(knowledge, advice, "area", entry.id)
        case Actor():
            addressed = [c for c in advice if entry.id in c.statement.addressees]
            return advice_counts(knowledge, addressed, "addressee", entry.id)
        case _:
            return None


def sources_apart(knowledge: KnowledgeBase, id: str) -> tuple[str, ...]:
    """Return the sources whose statements about the record `id` have pages of their own."""
    claims = knowledge.claims_about.get(id, ())
    if len(claims) <= MOST_STATEMENTS:
        return ()
    return knowledge.in_order({claim.source for claim in claims})


def _statements_ref(context: Context, entry: Entry, source: str, number: int) -> Ref:
    """Return a link to all that a source says of a record: of some it is the whole source."""
    shown = words("all-statements", count=number)
    if entry.id in context.knowledge.scene:
        return context.links.ref(source, shown)
    return Ref(shown, addresses.statements(entry.collection, entry.id, source))
