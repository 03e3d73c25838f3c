"""How far long work is: whoever runs it may watch, and the work need not know."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

# Is given a name for the work and all that it goes through, and hands that on piece by piece.
Progress = Callable[[str, Sequence[Any]], Iterable[Any]]


def no_progress(work: str, pieces: Sequence[Any]) -> Iterable[Any]:
    """The progress that nobody watches."""
    return pieces
