"""Progress of long loops: a caller may show a bar, and the loop need not know."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

# A function that is given a name for the work and its pieces, and yields the pieces in turn.
Progress = Callable[[str, Sequence[Any]], Iterable[Any]]


def no_progress(work: str, pieces: Sequence[Any]) -> Iterable[Any]:
    """Return the pieces of the work; show nothing."""
    return pieces
