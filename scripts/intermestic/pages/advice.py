"""How much advice there is about a record, what became of it, and where it is listed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.fates import fate_of
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.links import Ref
from intermestic.pages.ledger import CHOSEN_FATES, fate_name
from intermestic.records.statements import Recommendation

# What becomes of advice, in the order in which it is counted; that of the newest source is new.
FATES = (*CHOSEN_FATES, "new")


@dataclass(frozen=True)
class AdviceCounts:
    """The number of pieces of advice, and the list of them.

    `fates` are the marks of the fates that they met, with their words and how many met each.
    """

    number: int
    fates: tuple[tuple[str, str, int], ...]
    ledger: Ref


def advice_counts(
    knowledge: KnowledgeBase, claims: Sequence[Claim[Recommendation]], mark: str, value: str
) -> AdviceCounts | None:
    """Return the counts of advice, or None if there is none; `mark` and `value` narrow the list."""
    if not claims:
        return None
    met = Counter(_fate(knowledge, claim) for claim in claims)
    path = addresses.narrowed(addresses.index("recommendations"), mark, value)
    return AdviceCounts(
        len(claims),
        tuple((it, fate_name("recommendation", it), met[it]) for it in FATES if met[it]),
        Ref(words("recommendations-title"), path),
    )


def _fate(knowledge: KnowledgeBase, claim: Claim[Recommendation]) -> str:
    """Return what the latest source reports of advice; it is new if there is no later source."""
    cells = fate_of(knowledge, claim)
    reported = [cell.report.outcome for cell in cells if cell.report]
    if reported:
        return reported[-1].replace(" ", "-")
    parts = {cell.part for cell in cells}
    return next((part for part in ("again", "silent", "open") if part in parts), "new")
