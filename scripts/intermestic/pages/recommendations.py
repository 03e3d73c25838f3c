"""The ledger of advice: every recommendation, by who should act, and what came of it."""

from collections import defaultdict
from dataclasses import dataclass

from intermestic.knowledge import Claim
from intermestic.links import Ref
from intermestic.pages.base import Context, Page, ShownClaim
from intermestic.records.statements import Recommendation


@dataclass(frozen=True)
class Addressee:
    """Who should act, and the advice to them; advice that is repeated stands first."""

    id: str
    actor: Ref
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True)
class RecommendationsPage(Page):
    """The ledger of advice; who gets most advice comes first."""

    addressees: tuple[Addressee, ...]


def recommendations_page(context: Context) -> RecommendationsPage:
    """Return the ledger of advice."""
    advice: dict[str, list[Claim[Recommendation]]] = defaultdict(list)
    for claim in context.knowledge.claims_of(Recommendation):
        for id in claim.statement.addressees:
            advice[id].append(claim)

    def is_single(claim: Claim[Recommendation]) -> bool:
        return not (claim.statement.repeats or context.knowledge.repeated_in.get(claim.address))

    for claims in advice.values():
        claims.sort(key=is_single)
    ranked = sorted(advice.items(), key=lambda item: -len(item[1]))
    return RecommendationsPage(
        context.overview("recommendations", "index"),
        tuple(
            Addressee(id, context.links.ref(id), context.claims(claims)) for id, claims in ranked
        ),
    )
