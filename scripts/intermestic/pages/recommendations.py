"""The ledger of advice: every recommendation, by who should act, and what came of it."""

from collections import defaultdict
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.knowledge import Claim
from intermestic.links import Ref
from intermestic.pages.base import Context, Page, ShownClaim
from intermestic.records.statements import Recommendation

NAME = "recommendations"


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
    advice: dict[str, list[Claim]] = defaultdict(list)
    for claim in context.knowledge.statements_of(Recommendation):
        for id in getattr(claim.statement, "addressees", ()):
            advice[id].append(claim)

    def is_single(claim: Claim) -> bool:
        repeats = getattr(claim.statement, "repeats", ())
        return not (repeats or context.knowledge.repeated_in.get(claim.address))

    ranked = sorted(advice.items(), key=lambda item: -len(item[1]))
    return RecommendationsPage(
        context.overview(
            NAME, words(f"{NAME}-title"), words(f"{NAME}-lead"), "index", words("label-overview")
        ),
        tuple(
            Addressee(id, context.links.ref(id), context.claims(sorted(claims, key=is_single)))
            for id, claims in ranked
        ),
    )
