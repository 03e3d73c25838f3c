"""What became of advice and forecasts: what each later source says of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from intermestic.knowledge import Claim, KnowledgeBase, is_of
from intermestic.records.statements import FollowUp, LooksAhead, Outcome

# What a source has to do with a claim: it is older, makes it, asks for it again, reports on it,
# was searched for it in vain, or has not been searched yet.
Part = Literal["before", "made", "again", "reported", "silent", "open"]

# What a source can report, by the names that marks and words have.
OUTCOMES = tuple(outcome.replace(" ", "-") for outcome in get_args(Outcome))


@dataclass(frozen=True)
class Cell:
    """What the source `source` has to do with a claim, and its report if it has one."""

    source: str
    part: Part
    report: FollowUp | None = None


def fate_of(knowledge: KnowledgeBase, claim: Claim[LooksAhead]) -> tuple[Cell, ...]:
    """Return a cell for each source that is compared, oldest first."""
    return tuple(_cell(knowledge, claim, source) for source in knowledge.compared_sources)


def unsearched(knowledge: KnowledgeBase, claims: Iterable[Claim]) -> Iterator[str]:
    """Yield, for each of the `claims`, the later sources that were not yet searched for it."""
    for claim in claims:
        if is_of(claim, LooksAhead):
            yield from (cell.source for cell in fate_of(knowledge, claim) if cell.part == "open")


def _cell(knowledge: KnowledgeBase, claim: Claim[LooksAhead], source: str) -> Cell:
    order = knowledge.ids["sources"]
    if source == claim.source:
        return Cell(source, "made")
    if order.index(source) < order.index(claim.source):
        return Cell(source, "before")
    for follow_up in claim.statement.follow_ups:
        if follow_up.cite[0].source == source:
            return Cell(source, "reported", follow_up)
    repeats = knowledge.repeated_in.get(claim.address, ())
    if any(address.partition("/")[0] == source for address in repeats):
        return Cell(source, "again")
    return Cell(source, "silent" if source in claim.statement.silent else "open")
