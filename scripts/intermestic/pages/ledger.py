"""The ledgers: every recommendation, every forecast, and what became of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.knowledge import Claim
from intermestic.links import Ref
from intermestic.pages.base import Context, Page, ShownClaim
from intermestic.records.dates import EdtfDate
from intermestic.records.statements import Forecast, Recommendation

# What becomes of a claim, in the order in which the head of a ledger counts it; a claim on which
# one source reports and another is silent is reported.
FATES = ("reported", "again", "silent", "open")
CHOSEN_FATES = (
    "done", "begun", "in-part", "not-done", "reversed", "unclear", "again", "silent", "open",
)  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """Something by which a reader can narrow the ledger: a value of its marks, and its name."""

    value: str
    name: str


@dataclass(frozen=True)
class Line:
    """A claim of a ledger, with the ids of who should act and of all policy areas around it."""

    claim: ShownClaim
    addressees: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def fate(self) -> str:
        """What becomes of it; empty if no later source could say anything."""
        parts = [cell.part for cell in self.claim.fate]
        return next((fate for fate in FATES if fate in parts), "")


@dataclass(frozen=True)
class SourceLines:
    """The claims of one source."""

    id: str
    source: Ref
    date: EdtfDate
    lines: tuple[Line, ...]

    def count(self, fate: str) -> int:
        """Return the number of claims of which this becomes."""
        return sum(line.fate == fate for line in self.lines)


@dataclass(frozen=True)
class LedgerPage(Page):
    """A ledger: its claims by source, oldest first.

    `choices` has the values of each mark by which a reader can narrow it.
    """

    sources: tuple[SourceLines, ...]
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]

    @property
    def fates(self) -> tuple[str, ...]:
        """What becomes of its claims, of all of `FATES`."""
        return tuple(fate for fate in FATES if any(it.count(fate) for it in self.sources))


def recommendations_page(context: Context) -> LedgerPage:
    """Return the ledger of advice."""
    return _ledger(context, "recommendations", context.knowledge.claims_of(Recommendation))


def forecasts_page(context: Context) -> LedgerPage:
    """Return the ledger of forecasts."""
    return _ledger(context, "forecasts", context.knowledge.claims_of(Forecast))


def _ledger(
    context: Context, name: str, claims: Iterable[Claim[Recommendation] | Claim[Forecast]]
) -> LedgerPage:
    knowledge = context.knowledge
    by_source: dict[str, list[Line]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(_line(context, claim))
    lines = [line for found in by_source.values() for line in found]
    ids = {
        "essay": by_source.keys(),
        "addressee": {id for line in lines for id in line.addressees},
        "area": {id for line in lines for id in line.areas},
    }
    choices = {
        mark: tuple(Choice(id, knowledge.name(id)) for id in knowledge.in_order(found))
        for mark, found in ids.items()
    }
    marks = {cell.mark for line in lines for cell in line.claim.fate}
    choices["fate"] = tuple(
        Choice(mark, words(f"choose-fate-{mark}")) for mark in CHOSEN_FATES if mark in marks
    )
    return LedgerPage(
        context.overview(name, "ledger", template="ledger"),
        tuple(
            SourceLines(id, context.links.ref(id), knowledge.source(id).date, tuple(found))
            for id, found in by_source.items()
        ),
        tuple((mark, found) for mark, found in choices.items() if found),
    )


def _line(context: Context, claim: Claim[Recommendation] | Claim[Forecast]) -> Line:
    statement = claim.statement
    addressees = statement.addressees if isinstance(statement, Recommendation) else ()
    areas = context.knowledge.in_order(context.knowledge.areas_around(statement.areas))
    return Line(context.claim(claim), addressees, areas)
