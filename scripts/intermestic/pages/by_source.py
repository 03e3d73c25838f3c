"""The claims about a record, source by source; if they are too many, on pages of their own."""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.knowledge import Claim, Entry, KnowledgeBase, grouped
from intermestic.links import Ref
from intermestic.pages.base import Context, Counts, ShownClaim, count_kinds
from intermestic.records.dates import EdtfDate
from intermestic.records.models import PolicyArea

# A record with more statements has a page of them for each source: its own page would be too much
# for a phone to load.
MOST_STATEMENTS = 250


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


def claims_by_source(
    context: Context, entry: Entry, claims: tuple[Claim, ...]
) -> tuple[SourceClaims, ...]:
    """Return what each source says of a record, oldest source first."""
    knowledge, links = context.knowledge, context.links
    found = grouped((claim.source, claim) for claim in claims)
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
