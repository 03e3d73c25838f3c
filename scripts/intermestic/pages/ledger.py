"""The ledgers: every recommendation, every forecast, and what became of each.

The page of a record counts the advice about it by what became of that.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.knowledge import Claim, grouped
from intermestic.pages.base import Context, Page, ShownClaim, mark_of
from intermestic.pages.choices import Choices, choices, record_choices
from intermestic.pages.links import Ref
from intermestic.records.dates import EdtfDate
from intermestic.records.statements import Forecast, Outcome, Recommendation

# What a later source can report, by the names that marks and words have.
OUTCOMES = tuple(map(mark_of, get_args(Outcome)))
# What becomes of a claim, in the order in which the head of a ledger counts it; a claim on which
# one source reports and another is silent is reported.
FATES = ("reported", "again", "silent", "open")
# The marks that say what became of a claim, by which a reader can narrow a ledger; and those that
# the key of a ledger explains.
CHOSEN_FATES = (*OUTCOMES, "again", "silent", "open")
KEY = ("made", "again", *OUTCOMES, "silent", "open")
# What becomes of advice, in the order in which it is counted; that of the newest source is new.
ADVICE_FATES = (*CHOSEN_FATES, "new")


def fate_name(kind: str, fate: str) -> str:
    """Return the words for what became of a claim of this kind."""
    if fate in OUTCOMES:
        return words(f"outcome-{kind}-{fate}")
    return words(f"choose-fate-{fate}")


@dataclass(frozen=True)
class Line:
    """A claim of a ledger, with the ids of who should act and of all policy areas around it."""

    claim: ShownClaim
    addressees: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def fate(self) -> str:
        """What becomes of it; empty if no later source could say anything."""
        is_reported = any(cell.report for cell in self.claim.fate)
        return "reported" if is_reported else self.claim.became

    @property
    def marks(self) -> tuple[str, ...]:
        """What each source has to do with it, oldest first."""
        return tuple(cell.mark for cell in self.claim.fate)

    @property
    def told(self) -> tuple[str, ...]:
        """What later sources make of it; that some are silent counts only if all are."""
        later = tuple(mark for mark in self.marks if mark not in ("before", "made"))
        return tuple(mark for mark in later if mark != "silent") or later


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
    """A ledger: its claims, of one kind, by source, oldest first; and how it can be narrowed."""

    sources: tuple[SourceLines, ...]
    choices: tuple[Choices, ...]
    kind: str

    @property
    def fates(self) -> tuple[str, ...]:
        """What becomes of its claims, of all of `FATES`."""
        return tuple(fate for fate in FATES if any(it.count(fate) for it in self.sources))

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        """The marks that some line has, each with its words."""
        marks = {mark for source in self.sources for line in source.lines for mark in line.marks}
        silent = {"silent": words("key-silent")}
        return tuple(
            (mark, silent.get(mark) or fate_name(self.kind, mark)) for mark in KEY if mark in marks
        )


@dataclass(frozen=True)
class AdviceCounts:
    """The number of pieces of advice, and the list of them.

    `fates` are the marks of the fates that they met, with their words and how many met each.
    """

    number: int
    fates: tuple[tuple[str, str, int], ...]
    ledger: Ref


def recommendations_page(context: Context) -> LedgerPage:
    """Return the ledger of advice."""
    return _ledger(context, "recommendation", context.knowledge.claims_of(Recommendation))


def forecasts_page(context: Context) -> LedgerPage:
    """Return the ledger of forecasts."""
    return _ledger(context, "forecast", context.knowledge.claims_of(Forecast))


def _ledger(
    context: Context, kind: str, claims: Iterable[Claim[Recommendation] | Claim[Forecast]]
) -> LedgerPage:
    knowledge = context.knowledge
    by_source = grouped((claim.source, _line(context, claim)) for claim in claims)
    lines = [(id, line) for id, found in by_source.items() for line in found]
    fates = {fate: fate_name(kind, fate) for fate in CHOSEN_FATES}
    return LedgerPage(
        context.overview(f"{kind}s", "ledger", template="ledger"),
        tuple(
            SourceLines(id, context.links.ref(id), knowledge.source(id).date, found)
            for id, found in by_source.items()
        ),
        (
            *record_choices("essay", knowledge, ([source] for source, _ in lines)),
            *record_choices("addressee", knowledge, (line.addressees for _, line in lines)),
            *record_choices("area", knowledge, (line.areas for _, line in lines)),
            *choices("fate", fates, (line.told for _, line in lines)),
        ),
        kind,
    )


def _line(context: Context, claim: Claim[Recommendation] | Claim[Forecast]) -> Line:
    statement = claim.statement
    addressees = statement.addressees if isinstance(statement, Recommendation) else ()
    areas = context.knowledge.in_order(context.knowledge.areas_around(statement.areas))
    return Line(context.claim(claim), addressees, areas)


def advice_counts(
    context: Context, advice: Sequence[Claim[Recommendation]], mark: str, value: str
) -> AdviceCounts | None:
    """Return the counts of advice, or None if there is none; `mark` and `value` narrow the list."""
    if not advice:
        return None
    met = Counter(mark_of(claim.became) or "new" for claim in context.claims(advice))
    path = addresses.narrowed(addresses.index("recommendations"), mark, value)
    return AdviceCounts(
        len(advice),
        tuple((it, fate_name("recommendation", it), met[it]) for it in ADVICE_FATES if met[it]),
        Ref(words("recommendations-title"), path),
    )
