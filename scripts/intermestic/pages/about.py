"""What the pages of all records show, those of sources too: the frame, and what a record is."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.editions.history import Change
from intermestic.english import date_in_words, listed, with_capital, years_in_words
from intermestic.knowledge import Claim, Entry, KnowledgeBase
from intermestic.pages.base import Context, Frame, index_ref
from intermestic.pages.links import Ref, RichText, plain
from intermestic.records.base import Discussed, Record, Typed
from intermestic.records.citations import Citation
from intermestic.records.models import DateRecord
from intermestic.records.source import Source
from intermestic.records.walk import walk


@dataclass(frozen=True)
class About:
    """What the pages of all records show, including those of sources.

    A lead that has citations of its own has them in `lead_cites`.
    """

    name: str
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


def record_frame(
    context: Context, entry: Entry, claims: tuple[Claim, ...], script: str = ""
) -> Frame:
    """Return the frame of the page of a record; `claims` are about it, or made by it."""
    knowledge, record = context.knowledge, entry.record
    speaking = dict.fromkeys(claim.source for claim in claims)
    areas = getattr(record, "areas", ()) or sorted(
        {area for claim in claims for area in claim.statement.areas}
    )
    years = sorted({years_in_words(knowledge.source(id).date.years) for id in speaking})
    facets = {
        "collection": (words(f"collection-{entry.collection}"),),
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
        sources=drawn_on(knowledge, entry, claims),
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
    singular = words(f"record-{entry.collection}")
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


def drawn_on(knowledge: KnowledgeBase, entry: Entry, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the sources that speak of a record, or are cited for it or for its relations."""
    relations = (relation for _, _, relation in knowledge.relations_of(entry.id))
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
    return About(
        name=record.name,
        index=index_ref(entry.collection),
        lead=links.lead(record.opening),
        lead_cites=links.cites(record.opening_cite),
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
