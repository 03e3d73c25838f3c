"""The matrix: how much each source says of each initiative and in each policy area."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from intermestic import addresses
from intermestic.pages.base import Context, Page
from intermestic.pages.links import Ref
from intermestic.records.models import COLLECTIONS

# From these numbers on a cell is darker, step by step.
STEPS = (5, 10, 20)


@dataclass(frozen=True)
class Amount:
    """The number of statements as a link to them, and how dark its cell is, from 0 on."""

    link: Ref
    step: int


@dataclass(frozen=True)
class MatrixRow:
    """A record, and a cell for each source, in their order.

    A cell is a link that shows the number of statements, or None if the source is silent.
    """

    record: Ref
    cells: tuple[Amount | None, ...]


@dataclass(frozen=True)
class MatrixTable:
    """The rows of one collection."""

    collection: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class MatrixPage(Page):
    """A table for each tracked collection: one whose records show which sources are silent."""

    sources: tuple[Ref, ...]
    tables: tuple[MatrixTable, ...]


def matrix_page(context: Context) -> MatrixPage:
    """Return the matrix."""
    ids = context.knowledge.ids
    tracked = [name for name, model in COLLECTIONS.items() if model.is_tracked]
    return MatrixPage(
        frame=context.overview("matrix", "table"),
        sources=context.links.refs(context.knowledge.compared_sources),
        tables=tuple(
            MatrixTable(name, tuple(matrix_row(context, id) for id in ids.get(name, ())))
            for name in tracked
        ),
    )


def matrix_row(context: Context, id: str) -> MatrixRow:
    """Return how much each source says of the record `id`."""
    count = Counter(claim.source for claim in context.knowledge.claims_about.get(id, ()))
    cells = (
        Amount(
            context.links.ref(id, str(count[source]), addresses.source_anchor(source)),
            bisect_right(STEPS, count[source]),
        )
        if count[source]
        else None
        for source in context.knowledge.compared_sources
    )
    return MatrixRow(context.links.ref(id), tuple(cells))
