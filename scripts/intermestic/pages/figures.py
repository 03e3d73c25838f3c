"""The figures: those that can be set side by side, and all of them by policy area."""

from dataclasses import dataclass

from intermestic.groups import Group, grouped, grouped_by
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.records.statements import Figure


@dataclass(frozen=True)
class Figures:
    """Figures under what they measure, where others measure it too; and all by policy area."""

    measures: tuple[Group, ...]
    areas: tuple[Group, ...]


def figures(knowledge: KnowledgeBase) -> Figures:
    """Every figure of the knowledge base."""
    said = knowledge.claims_of(Figure)
    measured = [one for one in said if one.statement.measure]
    by_measure = grouped_by(lambda one: one.statement.measure, measured)
    by_area = grouped_by(_area, said)
    return Figures(
        measures=grouped({measure: by_measure[measure] for measure in sorted(by_measure)}),
        areas=grouped({area: by_area[area] for area in sorted(by_area)}),
    )


def _area(said: Claim) -> str:
    return said.statement.areas[0] if said.statement.areas else ""
