"""The statements about a record, source by source; if they are too many, on pages of their own."""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.knowledge import Claim, Entry, KnowledgeBase, grouped
from intermestic.pages.about import label_of
from intermestic.pages.base import Context, Frame, Page, ShownClaim, index_ref
from intermestic.pages.links import Ref
from intermestic.pages.themes import Theme, themes_in
from intermestic.records.dates import EdtfDate
from intermestic.records.models import PolicyArea
from intermestic.records.statements import KINDS

# A record with more statements has a page of them for each source: its own page would be too much
# for a phone to load.
MOST_STATEMENTS = 250


@dataclass(frozen=True)
class SourceClaims:
    """What one source says of a record.

    `number` counts the claims. Those in an area within this one stand on its page, and `narrower`
    counts them. If there are too many claims for the page of the record, `claims` is empty and
    `page` leads to a page of their own.
    """

    id: str
    source: Ref
    number: int
    narrower: int
    claims: tuple[ShownClaim, ...]
    page: Ref | None


@dataclass(frozen=True)
class StatementsPage(Page):
    """All that one source says of a record, by theme; `kinds` counts the statements of each."""

    index: Ref
    record: Ref
    source: Ref
    date: EdtfDate
    kinds: tuple[tuple[str, int], ...]
    themes: tuple[Theme, ...]


def sources_apart(knowledge: KnowledgeBase, id: str) -> tuple[str, ...]:
    """Return the sources whose statements about the record `id` have pages of their own."""
    number = len(knowledge.claims_about.get(id, ()))
    return knowledge.speaking_of(id) if number > MOST_STATEMENTS else ()


def claims_by_source(
    context: Context, entry: Entry, claims: tuple[Claim, ...]
) -> tuple[SourceClaims, ...]:
    """Return what each source says of a record, oldest source first."""
    is_apart = bool(sources_apart(context.knowledge, entry.id))
    by_source = grouped((claim.source, claim) for claim in claims)
    return tuple(
        _source_claims(context, entry, source, found, is_apart)
        for source, found in by_source.items()
    )


def _source_claims(
    context: Context, entry: Entry, source: str, claims: tuple[Claim, ...], is_apart: bool
) -> SourceClaims:
    own = [claim for claim in claims if not _is_narrower(context.knowledge, entry, claim)]
    return SourceClaims(
        id=source,
        source=context.links.ref(source),
        number=len(claims),
        narrower=len(claims) - len(own),
        claims=() if is_apart else context.claims(own),
        page=_statements_ref(context, entry, source, len(claims)) if is_apart else None,
    )


def _is_narrower(knowledge: KnowledgeBase, entry: Entry, claim: Claim) -> bool:
    """Return whether a claim on the page of an area stands on that of an area within it."""
    if not isinstance(entry.record, PolicyArea) or entry.id in claim.about:
        return False
    return not {*claim.statement.areas}.isdisjoint(knowledge.areas_within(entry.id))


def _statements_ref(context: Context, entry: Entry, source: str, number: int) -> Ref:
    """Return a link to all that a source says of a record: of some it is the whole source."""
    shown = words("all-statements", count=number)
    if entry.id in context.knowledge.scene:
        return context.links.ref(source, shown)
    return Ref(shown, addresses.statements(entry.collection, entry.id, source))


def statements_page(context: Context, entry: Entry, source: str) -> StatementsPage:
    """Return the page of what `source` says of the record `entry`."""
    claims = [c for c in context.knowledge.claims_about[entry.id] if c.source == source]
    kinds = [claim.statement.kind for claim in claims]
    names = {"record": entry.record.name, "source": context.knowledge.name(source)}
    return StatementsPage(
        frame=Frame(
            path=addresses.statements(entry.collection, entry.id, source),
            title=words("statements-title", **names),
            template="statements",
            generated_from=entry.file,
            lead=words("statements-lead", **names),
            label=label_of(context.knowledge, entry),
            sources=(source,),
            statements=len(claims),
            speaking=1,
            subject=entry.id,
        ),
        index=index_ref(entry.collection),
        record=context.links.ref(entry.id),
        source=context.links.ref(source),
        date=context.knowledge.source(source).date,
        kinds=tuple((kind, kinds.count(kind)) for kind in KINDS if kind in kinds),
        themes=themes_in(context, entry, source),
    )
