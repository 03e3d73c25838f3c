"""Where the sources stand on propositions: a row for each proposition, a cell for each source.

All of them together are the page of agreements and differences.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.knowledge import Entry
from intermestic.pages.base import Context, Page, Report
from intermestic.pages.index import index_frame
from intermestic.pages.links import Ref
from intermestic.records.base import Account
from intermestic.records.models import PolicyArea, Position, Proposition

# How far apart two stances are is the distance of their places here.
SCALE = ("agrees", "agrees in part", "doubts", "disagrees")


@dataclass(frozen=True)
class SourceView:
    """How one source sees a record: what it says of it, and the stance that it takes, if any.

    `place` leads to that on the page of the record. `report` is None if it says nothing.
    """

    source: Ref
    place: Ref
    stance: str
    report: Report | None

    @property
    def side(self) -> int:
        """The side it takes: 1 if it agrees, if only in part, else 0; -1 if it takes none."""
        return int(SCALE.index(self.stance) < 2) if self.stance else -1


@dataclass(frozen=True)
class StanceRow:
    """A proposition, its issue, and a cell for each source that is compared, oldest first.

    The issue is the widest area around the first policy area that the proposition is about.
    """

    proposition: Ref
    issue: Ref | None
    cells: tuple[SourceView, ...]

    @property
    def is_divided(self) -> bool:
        """Whether one source at least doubts or disagrees and another agrees, if only in part."""
        return {0, 1} <= {cell.side for cell in self.cells}

    @property
    def division(self) -> tuple[bool, int, int]:
        """What sorts it: whether it is divided, how far, and how many sources take a stance."""
        places = [SCALE.index(cell.stance) for cell in self.cells if cell.stance]
        return self.is_divided, max(places, default=0) - min(places, default=0), len(places)


@dataclass(frozen=True)
class AgreementsPage(Page):
    """All propositions by issue, the most divided first: issues as well as those of an issue."""

    rows: tuple[StanceRow, ...]

    @property
    def divided(self) -> int:
        """The number of propositions on which some source agrees and another does not."""
        return sum(row.is_divided for row in self.rows)


def agreements_page(context: Context, collection: str) -> AgreementsPage:
    """Return the page of all propositions, which are the records of `collection`."""
    rows = stance_rows(context, context.knowledge.records(Proposition))
    issues = list(dict.fromkeys(row.issue for row in rows))
    return AgreementsPage(
        index_frame(context, collection, "agreements", script=""),
        tuple(sorted(rows, key=lambda row: issues.index(row.issue))),
    )


def propositions_about(context: Context, entry: Entry) -> tuple[StanceRow, ...]:
    """Return the rows of the propositions about a record, or about an area within it."""
    knowledge = context.knowledge
    within = knowledge.areas_within(entry.id) if isinstance(entry.record, PolicyArea) else ()
    found = [each for id in (entry.id, *within) for each in knowledge.tied_to(id, Proposition)]
    return stance_rows(context, found)


def stance_rows(
    context: Context, propositions: Iterable[tuple[str, Proposition]]
) -> tuple[StanceRow, ...]:
    """Return the rows of propositions, the most divided first.

    Of those as divided, the one on which most sources take a stance comes first.
    """
    found = dict(propositions)
    rows = (_row(context, id, found[id]) for id in context.knowledge.in_order(found))
    return tuple(sorted(rows, key=lambda row: row.division, reverse=True))


def _row(context: Context, id: str, proposition: Proposition) -> StanceRow:
    positions = {position.cite[0].source: position for position in proposition.positions}
    cells = (
        source_view(context, id, source, positions.get(source))
        for source in context.knowledge.compared_sources
    )
    return StanceRow(context.links.ref(id), _issue(context, proposition), tuple(cells))


def source_view(
    context: Context, id: str, source: str, said: Account | Position | None
) -> SourceView:
    """Return how a source sees the record `id`, by its account or position."""
    return SourceView(
        context.links.ref(source),
        context.links.ref(id, anchor=addresses.source_anchor(source)),
        said.stance if isinstance(said, Position) else "",
        context.report(said.text, said.cite) if said else None,
    )


def _issue(context: Context, proposition: Proposition) -> Ref | None:
    knowledge = context.knowledge
    areas = [id for id in proposition.about if id in knowledge.ids.get("policy_areas", ())]
    return context.links.refs(knowledge.widest_areas(areas[:1]))[0] if areas else None
