"""What a reader can choose above a list of lines: values of the marks that its lines have."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intermestic.knowledge import KnowledgeBase

# So many values of a mark can be seen at once on a phone. Of more, the commonest are shown.
MOST_SHOWN = 8
COMMONEST = 4


@dataclass(frozen=True)
class Choice:
    """A value of a mark, its name, and the number of lines that have it."""

    value: str
    name: str
    number: int


@dataclass(frozen=True)
class Choices:
    """The values of one mark: those that are `shown`, and the `others`, which are folded."""

    mark: str
    shown: tuple[Choice, ...]
    others: tuple[Choice, ...] = ()

    @property
    def all(self) -> tuple[Choice, ...]:
        """All of them, those that are shown first."""
        return (*self.shown, *self.others)


def choices(
    mark: str, names: Mapping[str, str], lines: Iterable[Iterable[str]]
) -> tuple[Choices, ...]:
    """Return the choices of a mark, or nothing if no line has it.

    `names` has the names of all its values, in their order; `lines` has the values of each line.
    If there are too many, the commonest come first.
    """
    numbers = Counter(value for values in lines for value in set(values))
    found = [Choice(value, name, numbers[value]) for value, name in names.items() if numbers[value]]
    if len(found) > MOST_SHOWN:
        found.sort(key=lambda choice: -choice.number)
        return (Choices(mark, tuple(found[:COMMONEST]), tuple(found[COMMONEST:])),)
    return (Choices(mark, tuple(found)),) if found else ()


def record_choices(
    mark: str, knowledge: KnowledgeBase, lines: Iterable[Iterable[str]]
) -> tuple[Choices, ...]:
    """Return the choices of a mark whose values are ids of records."""
    lines = tuple(map(tuple, lines))
    ids = knowledge.in_order({id for values in lines for id in values})
    return choices(mark, {id: knowledge.name(id) for id in ids}, lines)
