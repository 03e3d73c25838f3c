"""The figures: those that can be compared, and all of them by policy area."""

from collections import defaultdict
from dataclasses import dataclass

from intermestic.links import Ref
from intermestic.pages.base import Context, Page, ShownClaim
from intermestic.records.statements import Figure


@dataclass(frozen=True)
class Measure:
    """Figures that measure the same."""

    measure: str
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True)
class AreaFigure:
    """A figure, and its first policy area, if it has any."""

    claim: ShownClaim
    area: Ref | None


@dataclass(frozen=True)
class FiguresPage(Page):
    """The figures that can be compared, by what they measure; and all, by policy area."""

    measures: tuple[Measure, ...]
    figures: tuple[AreaFigure, ...]


def figures_page(context: Context) -> FiguresPage:
    """Return the page of the figures."""
    measures: dict[str, list[ShownClaim]] = defaultdict(list)
    by_area: dict[str, list[AreaFigure]] = defaultdict(list)
    for claim in context.knowledge.claims_of(Figure):
        figure, shown = claim.statement, context.claim(claim)
        if figure.measure:
            measures[figure.measure].append(shown)
        area = figure.areas[0] if figure.areas else ""
        by_area[area].append(AreaFigure(shown, context.links.ref(area) if area else None))
    return FiguresPage(
        frame=context.overview("figures", "table"),
        measures=tuple(Measure(name, tuple(measures[name])) for name in sorted(measures)),
        figures=tuple(figure for area in sorted(by_area) for figure in by_area[area]),
    )
