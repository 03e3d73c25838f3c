"""Periods as bars on an axis, each below the one before, with its name above it."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.diagrams import text_metrics
from intermestic.diagrams.axis import MARGIN, Axis, Span
from intermestic.records.dates import EdtfDate

THICKNESS, GAP = 10, 12


@dataclass(frozen=True)
class Bar:
    """A bar: its date and span, the lines of its name, and how far down these begin."""

    when: EdtfDate
    span: Span
    name: tuple[str, ...]
    y: int

    @property
    def starts_left(self) -> bool:
        """Whether its name begins where the bar begins; if not, it ends where the bar ends."""
        return self.span.start <= 50

    @property
    def bar_y(self) -> int:
        """How far down the bar itself begins, below its name."""
        return self.y + text_metrics.LINE * len(self.name) + 4

    @property
    def height(self) -> int:
        """How much room the bar and its name take, with the gap below them."""
        return text_metrics.LINE * len(self.name) + THICKNESS + GAP


def stack(
    named: Iterable[tuple[str, EdtfDate]], axis: Axis, top: int, width: int
) -> tuple[Bar, ...]:
    """Return a bar for each name and date, from `top` down, in a diagram at least `width` wide."""
    bars: list[Bar] = []
    for name, when in named:
        span = axis.span(when)
        room = 100 - MARGIN - span.start if span.start <= 50 else span.known - MARGIN
        bars.append(Bar(when, span, text_metrics.lines(name, room * width / 100), top))
        top += bars[-1].height
    return tuple(bars)


def bottom(bars: tuple[Bar, ...], top: int) -> int:
    """Return how far down the bars reach that were stacked from `top`."""
    return top + sum(bar.height for bar in bars)
