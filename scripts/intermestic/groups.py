"""Things under headings, as pages lay them out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """Things under one heading."""

    heading: str
    items: tuple


def grouped_by(key: Callable, items: Iterable) -> Mapping[str, list]:
    """`items` under the key of each, in the order in which the keys come up."""
    groups: dict[str, list] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def grouped(groups: Mapping[str, list]) -> tuple[Group, ...]:
    """A mapping of headings to things, as groups in its order."""
    return tuple(Group(heading, tuple(items)) for heading, items in groups.items())
