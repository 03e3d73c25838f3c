"""Results of reading that a preview keeps from one build to the next."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class LatestResults(Generic[K, V]):
    """The latest result of some work for each file, used again while its input is the same."""

    def __init__(self) -> None:
        self._results: dict[str, tuple[K, V]] = {}

    def get(self, file: str, given: K, work: Callable[[], V]) -> V:
        """Return the result kept for `file` if it was made from what is `given`, else `work()`."""
        kept = self._results.get(file)
        if kept is None or kept[0] != given:
            kept = self._results[file] = (given, work())
        return kept[1]
