"""Sources two by two: where they meet, and what only one of them speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from .knowledge import KnowledgeBase
from .models import Position, Proposition


@dataclass(frozen=True)
class Meeting:
    """A proposition to which both sources of a pair speak, and the position of each."""

    id: str
    positions: tuple[Position, Position]

    def is_agreement(self) -> bool:
        """Whether both take the same stance."""
        return self.positions[0].stance == self.positions[1].stance


@dataclass(frozen=True)
class Pair:
    """Two sources side by side: where they meet, and what only one of them speaks of."""

    sources: tuple[str, str]
    meetings: tuple[Meeting, ...]
    shared: tuple[str, ...]
    only: tuple[tuple[str, ...], tuple[str, ...]]


def compare(knowledge: KnowledgeBase) -> tuple[Pair, ...]:
    """Every pair of sources, older first."""
    pairs = combinations(knowledge.ids.get("sources", ()), 2)
    return tuple(_pair(knowledge, one, other) for one, other in pairs)


def _pair(knowledge: KnowledgeBase, one: str, other: str) -> Pair:
    spoken_of = {
        source: {
            id
            for id in knowledge.ids.get("initiatives", ())
            if any(said.source == source for said in knowledge.said_about.get(id, ()))
        }
        for source in (one, other)
    }

    def in_order(ids: set[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=lambda each: knowledge.entries[each].position))

    return Pair(
        sources=(one, other),
        meetings=tuple(sorted(_meetings(knowledge, one, other), key=Meeting.is_agreement)),
        shared=in_order(spoken_of[one] & spoken_of[other]),
        only=(
            in_order(spoken_of[one] - spoken_of[other]),
            in_order(spoken_of[other] - spoken_of[one]),
        ),
    )


def _meetings(knowledge: KnowledgeBase, one: str, other: str) -> Iterator[Meeting]:
    for id in knowledge.ids.get("propositions", ()):
        record = knowledge.entries[id].record
        if isinstance(record, Proposition):
            by_source = {position.cite[0].source: position for position in record.positions}
            if one in by_source and other in by_source:
                yield Meeting(id, (by_source[one], by_source[other]))
