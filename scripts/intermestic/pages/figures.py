"""The figures: those that can be compared, and how far; and all of them by policy area."""

from dataclasses import dataclass

from intermestic.english import years_in_words
from intermestic.knowledge import Claim, grouped
from intermestic.pages.base import Context, Page, ShownClaim
from intermestic.pages.links import Ref
from intermestic.records.statements import Figure


@dataclass(frozen=True)
class FigureRow:
    """A figure, the year of its essay, and its first policy area, if it has any."""

    claim: ShownClaim
    figure: Figure
    essay_year: str
    area: Ref | None

    @property
    def is_dated(self) -> bool:
        """Whether its text says when it held."""
        return bool(self.figure.as_of or self.figure.when)


@dataclass(frozen=True)
class Measure:
    """Figures that measure the same, by the editors' judgment."""

    measure: str
    rows: tuple[FigureRow, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The units in which they are compared, each once: if there is one, they can be."""
        return tuple(dict.fromkeys(row.figure.common_unit for row in self.rows))

    @property
    def counts(self) -> tuple[str, ...]:
        """What they count, in each wording once."""
        return tuple(dict.fromkeys(row.figure.counts for row in self.rows))


@dataclass(frozen=True)
class FiguresPage(Page):
    """The figures that can be compared, by what they measure; and all, by policy area."""

    measures: tuple[Measure, ...]
    figures: tuple[FigureRow, ...]


def figures_page(context: Context) -> FiguresPage:
    """Return the page of the figures."""
    rows = [_row(context, claim) for claim in context.knowledge.claims_of(Figure)]
    measures = grouped((row.figure.measure, row) for row in rows if row.figure.measure)
    return FiguresPage(
        frame=context.overview("figures", "table"),
        measures=tuple(Measure(*each) for each in sorted(measures.items())),
        figures=tuple(sorted(rows, key=lambda row: row.figure.areas[:1])),
    )


def _row(context: Context, claim: Claim[Figure]) -> FigureRow:
    figure = claim.statement
    return FigureRow(
        context.claim(claim),
        figure,
        years_in_words(context.knowledge.source(claim.source).date.years),
        context.links.ref(figure.areas[0]) if figure.areas else None,
    )
