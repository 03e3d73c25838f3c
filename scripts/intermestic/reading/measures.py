"""The check that figures of one measure can be compared."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from intermestic.problems import Problem, quoted
from intermestic.reading.validate import ValidRecord
from intermestic.records.names import closest
from intermestic.records.statements import Figure
from intermestic.records.walk import FieldPath


class _PlacedFigure(NamedTuple):
    """A figure, its record, and its path in the record."""

    valid: ValidRecord
    path: FieldPath
    figure: Figure


def check_measures(records: Iterable[ValidRecord]) -> Iterator[Problem]:
    """Yield figures that claim to be comparable with others, but are not."""
    by_measure: dict[str, list[_PlacedFigure]] = {}
    for valid in records:
        for index, statement in enumerate(getattr(valid.record, "statements", ())):
            if isinstance(statement, Figure) and statement.measure:
                figure = _PlacedFigure(valid, ("statements", index), statement)
                by_measure.setdefault(statement.measure, []).append(figure)
    for measure, (first, *others) in by_measure.items():
        if not others:
            path = (*first.path, "measure")
            hint = closest(measure, set(by_measure) - {measure})
            expected = "a measure that another figure has too"
            yield first.valid.raw.problem(path, f"found {quoted(measure)}", expected, hint)
        unit = first.figure.common_unit
        for other in others:
            if other.figure.common_unit != unit:
                found = f"found {quoted(other.figure.common_unit)}"
                expected = f"{quoted(unit)}, as others of its measure; or 'converted'"
                yield other.valid.raw.problem((*other.path, "unit"), found, expected)
