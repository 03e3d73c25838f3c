"""The page of a record: what it is, its relations, and what each source says of it.

Sources have pages of their own kind; see `source`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import collection_words, words
from intermestic.diagrams.date_strip import DateStrip, date_strip
from intermestic.diagrams.neighbours import NeighboursDiagram, neighbours_diagram
from intermestic.editions.history import Change
from intermestic.english import date_in_words, listed, years_in_words
from intermestic.knowledge import Claim, Entry, KnowledgeBase
from intermestic.links import Ref, RichText, plain
from intermestic.pages.base import Context, Counts, Frame, Page, Report, ShownClaim, count_kinds
from intermestic.pages.relations import RelationGroup, relations_of
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.models import (
    COLLECTIONS,
    DateRecord,
    Initiative,
    Proposition,
    Record,
    Source,
    Typed,
)
from intermestic.records.statements import Recommendation
from intermestic.records.walk import walk

# A record with more statements has a page of them for each source: its own page would be too much
# for a phone to load.
MOST_STATEMENTS = 250


@dataclass(frozen=True)
class SourceClaims:
    """What one source says of a record, and how it saw the status of an initiative.

    `number` and `kinds` count the claims. If there are too many for the page of the record,
    `claims` is empty and `page` leads to a page of their own; a silent source has none.
    """

    id: str
    source: Ref
    date: EdtfDate
    status: tuple[Report, ...]
    number: int
    kinds: Counts
    claims: tuple[ShownClaim, ...]
    page: Ref | None


@dataclass(frozen=True)
class StanceOf:
    """The stance of one source on a proposition."""

    date: EdtfDate
    stance: str
    report: Report


@dataclass(frozen=True)
class NamedTogether:
    """The records of one collection that statements name together with a record, and how often."""

    collection: str
    records: tuple[tuple[Ref, int], ...]


@dataclass(frozen=True)
class Particulars:
    """What only records of some collections have."""

    type: str = ""
    when: EdtfDate | None = None
    is_due: bool = False
    place: RichText = ()
    advice: int = 0
    reported_advice: int = 0
    positions: tuple[StanceOf, ...] = ()


@dataclass(frozen=True)
class About:
    """What the pages of all records show, including those of sources."""

    id: str
    name: str
    collection: str
    index: Ref
    lead: RichText
    rest: tuple[RichText, ...]
    cites: tuple[Ref, ...]
    other_names: tuple[str, ...]
    note: RichText
    editorial: RichText
    together: tuple[NamedTogether, ...]
    mentioned_in: tuple[Ref, ...]
    changes: tuple[Change, ...]
    previous: Ref | None
    next: Ref | None


@dataclass(frozen=True)
class RecordPage(Page):
    """The page of a record; `is_tracked` if it also says which sources are silent."""

    about: About
    particulars: Particulars
    relations: tuple[RelationGroup, ...]
    kinds: Counts
    is_tracked: bool
    by_source: tuple[SourceClaims, ...]
    neighbours: NeighboursDiagram | None
    date_strip: DateStrip | None


def record_page(
    context: Context, entry: Entry, before: Entry | None = None, after: Entry | None = None
) -> RecordPage:
    """Return the page of `entry`; `before` and `after` are its neighbours in its collection."""
    knowledge, record = context.knowledge, entry.record
    claims = knowledge.claims_about.get(entry.id, ())
    is_drawn = type(record).in_network
    is_tracked = bool(claims) and type(record).is_tracked
    return RecordPage(
        frame=record_frame(context, entry, claims),
        about=about(context, entry, before, after),
        particulars=_particulars(context, record, claims),
        relations=relations_of(context, entry),
        kinds=count_kinds(claims),
        is_tracked=is_tracked,
        by_source=_claims_by_source(context, entry, claims, is_tracked),
        neighbours=neighbours_diagram(context.links, entry.id) if is_drawn else None,
        date_strip=date_strip(context.links, entry.id) if is_drawn else None,
    )


def record_frame(context: Context, entry: Entry, claims: tuple[Claim, ...]) -> Frame:
    """Return the frame of the page of a record; `claims` are about it, or made by it."""
    knowledge, record = context.knowledge, entry.record
    speaking = tuple(dict.fromkeys(claim.source for claim in claims))
    areas = sorted({area for claim in claims for area in claim.statement.areas})
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
        lead=plain(context.links.lead(getattr(record, record.lead))),
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
            kind, date = source.type.capitalize(), date_in_words(source.date)
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
    lead = getattr(record, record.lead)
    return About(
        id=entry.id,
        name=record.name,
        collection=entry.collection,
        index=Ref(collection_words(entry.collection).label, addresses.index(entry.collection)),
        lead=links.lead(lead),
        rest=links.rest(lead),
        cites=links.cites(record.cite),
        other_names=record.other_names,
        note=links.prose(record.note or ""),
        editorial=links.prose(record.editorial or ""),
        together=_together(context, entry.id),
        mentioned_in=links.refs(knowledge.mentioned_in.get(entry.id, ())),
        changes=context.history.history(entry.id),
        previous=links.ref(before.id) if before else None,
        next=links.ref(after.id) if after else None,
    )


def _together(context: Context, id: str) -> tuple[NamedTogether, ...]:
    """Return the records that statements name together with this one, most often first."""
    entries = context.knowledge.entries
    claims = context.knowledge.claims_about.get(id, ())
    count = Counter(other for claim in claims for other in claim.about if other != id)
    groups: dict[str, list[tuple[Ref, int]]] = {collection: [] for collection in COLLECTIONS}
    for other in sorted(count, key=lambda other: (-count[other], entries[other].position)):
        groups[entries[other].collection].append((context.links.ref(other), count[other]))
    return tuple(NamedTogether(name, tuple(found)) for name, found in groups.items() if found)


def _particulars(context: Context, record: Record, claims: Iterable[Claim]) -> Particulars:
    advice = [c.statement for c in claims if isinstance(c.statement, Recommendation)]
    return Particulars(
        type=words(f"type-{record.type}") if isinstance(record, Typed) else "",
        when=getattr(record, "when", None),
        is_due=isinstance(record, DateRecord) and record.type == "due",
        place=context.links.prose(getattr(record, "place", None) or ""),
        advice=len(advice),
        reported_advice=sum(bool(recommendation.follow_ups) for recommendation in advice),
        positions=_positions(context, record) if isinstance(record, Proposition) else (),
    )


def _positions(context: Context, proposition: Proposition) -> tuple[StanceOf, ...]:
    return tuple(
        StanceOf(
            context.knowledge.source(position.cite[0].source).date,
            position.stance,
            context.report(position.text, position.cite),
        )
        for position in proposition.positions
    )


def _claims_by_source(
    context: Context, entry: Entry, claims: tuple[Claim, ...], is_tracked: bool
) -> tuple[SourceClaims, ...]:
    """Return what each source says of a record; if it is tracked, also the silent sources."""
    knowledge, links, record = context.knowledge, context.links, entry.record
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim)
    status: dict[str, list[Report]] = defaultdict(list)
    for report in record.status if isinstance(record, Initiative) else ():
        status[report.cite[0].source].append(context.report(report.text, report.cite))
    followed = knowledge.compared_sources if is_tracked else ()
    is_split = len(claims) > MOST_STATEMENTS
    return tuple(
        SourceClaims(
            id=id,
            source=links.ref(id),
            date=knowledge.source(id).date,
            status=tuple(status[id]),
            number=len(found[id]),
            kinds=count_kinds(found[id]),
            claims=() if is_split else context.claims(found[id]),
            page=_statements_ref(entry, id, len(found[id])) if is_split and found[id] else None,
        )
        for id in knowledge.in_order({*followed, *found, *status})
    )


def _statements_ref(entry: Entry, source: str, number: int) -> Ref:
    """Return a link to the page of all that a source says of a record."""
    path = addresses.statements(entry.collection, entry.id, source)
    return Ref(words("all-statements", count=number), path)
