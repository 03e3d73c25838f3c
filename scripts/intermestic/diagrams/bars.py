"""Times that last as bars on an axis, one below the other, each with its name above it."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.diagrams import text_metrics as lettering
from intermestic.diagrams.axis import MARGIN, Axis, Span
from intermestic.records.dates import EdtfDate

THICKNESS, GAP = 10, 12


@dataclass(frozen=True)
class Bar:
    """A bar: when, where on the axis, the lines of its name, and how far down these begin."""

    when: EdtfDate
    span: Span
    name: tuple[str, ...]
    y: int

    @property
    def starts_left(self) -> bool:
        """Whether its name runs from the start of the bar, where there is more room, or to its
        end."""
        return self.span.start <= 50

    @property
    def bar_y(self) -> int:
        return self.y + lettering.LINE * len(self.name) + 4

    @property
    def height(self) -> int:
        """How much the bar and its name take up."""
        return lettering.LINE * len(self.name) + THICKNESS + GAP


def stack(
    named: Iterable[tuple[str, EdtfDate]], axis: Axis, top: int, width: int
) -> tuple[Bar, ...]:
    """A bar for each name and time, from `top` down, in a picture at least `width` across."""
    bars: list[Bar] = []
    for name, when in named:
        span = axis.span(when)
        room = 100 - MARGIN - span.start if span.start <= 50 else span.known - MARGIN
        bars.append(Bar(when, span, lettering.lines(name, room * width / 100), top))
        top += bars[-1].height
    return tuple(bars)


def bottom(bars: tuple[Bar, ...], top: int) -> int:
    """Where the bars that were stacked from `top` end."""
    return top + sum(bar.height for bar in bars)
