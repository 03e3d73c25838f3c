"""What ties a source to records that are there already, and is still to be written."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from intermestic.fates import unsearched
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.records.models import Discussed


@dataclass(frozen=True)
class Tie:
    """A claim of an older source, and the records it shares with a source, the rarest first."""

    claim: Claim
    shared: tuple[str, ...]


def open_claims(knowledge: KnowledgeBase, source: str) -> list[Tie]:
    """Return earlier recommendations and forecasts for which `source` was not searched yet.

    They are about records of which it speaks; those that share more, and rarer, come first.
    """
    shared: dict[str, list[str]] = defaultdict(list)
    for record in sorted(
        _spoken_of(knowledge, source), key=lambda r: (_frequency(knowledge, r), r)
    ):
        for claim in knowledge.claims_about[record]:
            shared[claim.address].append(record)
    ties = [
        Tie(claim, tuple(shared[claim.address]))
        for claim in knowledge.claims
        if claim.address in shared and source in unsearched(knowledge, [claim])
    ]
    return sorted(ties, key=lambda tie: -sum(1 / _frequency(knowledge, r) for r in tie.shared))


def wanting_an_account(knowledge: KnowledgeBase, source: str) -> Iterator[str]:
    """Yield, in reading order, records with accounts by others of which `source` speaks too."""
    for id in knowledge.in_order(_spoken_of(knowledge, source)):
        record = knowledge.entries[id].record
        accounts = record.accounts if isinstance(record, Discussed) else ()
        if accounts and source not in {account.cite[0].source for account in accounts}:
            yield id


def _spoken_of(knowledge: KnowledgeBase, source: str) -> list[str]:
    """Return the records about which `source` has a claim."""
    return [
        id
        for id, claims in knowledge.claims_about.items()
        if any(claim.source == source for claim in claims)
    ]


def _frequency(knowledge: KnowledgeBase, id: str) -> int:
    """Return how many claims are about a record: few, if it is a particular one."""
    return len(knowledge.claims_about[id])
