"""Where the sources stand on propositions: a row for each proposition, a cell for each source."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.knowledge import Entry
from intermestic.links import Ref
from intermestic.pages.base import Context, Report
from intermestic.records.models import PolicyArea, Proposition

# How far apart two stances are is the distance of their places here.
SCALE = ("agrees", "agrees in part", "doubts", "disagrees")


@dataclass(frozen=True)
class StanceCell:
    """The stance of one source, and what it says; empty and None if it takes none.

    `place` leads to what it says on the page of the proposition.
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
    cells: tuple[StanceCell, ...]

    @property
    def number_of_stances(self) -> int:
        """The number of sources that take a stance."""
        return sum(bool(cell.stance) for cell in self.cells)

    @property
    def division(self) -> int:
        """How far apart the stances are: 0 if all are the same, 3 if some are opposite."""
        places = [SCALE.index(cell.stance) for cell in self.cells if cell.stance]
        return max(places, default=0) - min(places, default=0)

    @property
    def is_divided(self) -> bool:
        """Whether one source at least doubts or disagrees and another agrees, if only in part."""
        return {0, 1} <= {cell.side for cell in self.cells}


def stance_row(context: Context, id: str) -> StanceRow:
    """Return the row of the proposition `id`. Raise TypeError if the record is another's."""
    record = context.knowledge.entries[id].record
    if not isinstance(record, Proposition):
        raise TypeError(f"{id} is not a proposition")
    positions = {position.cite[0].source: position for position in record.positions}
    return StanceRow(
        context.links.ref(id),
        _issue(context, record),
        tuple(
            StanceCell(
                context.links.ref(source),
                context.links.ref(id, anchor=addresses.source_anchor(source)),
                positions[source].stance if source in positions else "",
                context.report(positions[source].text, positions[source].cite, named=False)
                if source in positions
                else None,
            )
            for source in context.knowledge.compared_sources
        ),
    )


def _issue(context: Context, proposition: Proposition) -> Ref | None:
    knowledge = context.knowledge
    areas = [id for id in proposition.about if id in knowledge.ids.get("policy_areas", ())]
    return context.links.refs(knowledge.widest_areas(areas[:1]))[0] if areas else None


def stance_rows(context: Context, ids: Iterable[str]) -> tuple[StanceRow, ...]:
    """Return the rows of propositions, the most divided first.

    Of those as divided, the one on which most sources take a stance comes first.
    """
    rows = (stance_row(context, id) for id in context.knowledge.in_order(ids))
    return tuple(
        sorted(rows, key=lambda row: (not row.is_divided, -row.division, -row.number_of_stances))
    )


def propositions_about(context: Context, entry: Entry) -> tuple[StanceRow, ...]:
    """Return the rows of the propositions about a record, or about an area within it."""
    knowledge = context.knowledge
    ids = {entry.id}
    if isinstance(entry.record, PolicyArea):
        ids.update(context.knowledge.areas_within(entry.id))
    found = {
        relation.subject
        for id in ids
        for relation in knowledge.relations_to.get(id, ())
        if relation.inverse == "propositions"
    }
    return stance_rows(context, found)
