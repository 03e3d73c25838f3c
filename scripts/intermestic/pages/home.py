"""The home page: the essays, the main issues essay by essay, and the doors to the rest."""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.pages.base import Context, Frame, Page, index_ref
from intermestic.pages.compare import Essay, essay
from intermestic.pages.ledger import LedgerPage, forecasts_page, recommendations_page
from intermestic.pages.links import Ref
from intermestic.pages.matrix import Amount, matrix_row
from intermestic.pages.stances import SourceView, agreements_page, propositions_about

# As many issues as its table has.
ISSUES_SHOWN = 12


@dataclass(frozen=True)
class IssueRow:
    """An issue, the claim about it that divides the sources most, and a cell for each source.

    A cell is the stance of the source on the claim, or else how much it says of the issue.
    """

    area: Ref
    claim: Ref | None
    cells: tuple[SourceView | Amount | None, ...]


@dataclass(frozen=True)
class HomePage(Page):
    """The home page; `issues` are the widest policy areas of which most is said.

    `doors` are ways into the site: where each leads, and what there is to see.
    """

    essays: tuple[Essay, ...]
    first_year: int
    last_year: int
    sources: tuple[Ref, ...]
    issues: tuple[IssueRow, ...]
    doors: tuple[tuple[Ref, str], ...]


def home_page(context: Context) -> HomePage:
    """Return the home page."""
    knowledge = context.knowledge
    sources = [source for _, source in knowledge.sources]
    frame = Frame(addresses.HOME, context.site_name, "home", lead=words("home-lead"))
    return HomePage(
        frame=context.gathering(frame),
        essays=tuple(essay(context, id) for id in knowledge.ids["sources"]),
        first_year=sources[0].date.first[0],
        last_year=sources[-1].date.last[0],
        sources=context.links.refs(knowledge.compared_sources),
        issues=tuple(_issue(context, id) for id in _main_areas(context)),
        doors=_doors(context),
    )


def _issue(context: Context, id: str) -> IssueRow:
    amounts = matrix_row(context, id)
    claim = next(iter(propositions_about(context, context.knowledge.entries[id])), None)
    stances = claim.cells if claim else (None,) * len(amounts.cells)
    return IssueRow(
        amounts.record,
        claim.proposition if claim else None,
        tuple(
            stance if stance and stance.stance else amount
            for stance, amount in zip(stances, amounts.cells, strict=True)
        ),
    )


def _main_areas(context: Context) -> list[str]:
    """Return the policy areas that are part of no other, those of which most is said first."""
    knowledge = context.knowledge
    widest = knowledge.widest_areas(knowledge.ids.get("policy_areas", ()))
    return knowledge.most_spoken_of(widest)[:ISSUES_SHOWN]


def _doors(context: Context) -> tuple[tuple[Ref, str], ...]:
    agreements = agreements_page(context, "propositions")
    claims = {"claims": len(agreements.rows), "divided": agreements.divided}
    advice, forecasts = recommendations_page(context), forecasts_page(context)
    dates = len(context.knowledge.ids.get("dates", ()))
    return (
        (agreements.frame.ref, words("door-agreements", **claims)),
        (advice.frame.ref, words("door-recommendations", **_counts(advice))),
        (forecasts.frame.ref, words("door-forecasts", **_counts(forecasts))),
        (index_ref("timeline"), words("door-timeline", dates=dates)),
    )


def _counts(ledger: LedgerPage) -> dict[str, int]:
    fates = [line.fate for source in ledger.sources for line in source.lines]
    return {"made": len(fates)} | {fate: fates.count(fate) for fate in ("reported", "silent")}
