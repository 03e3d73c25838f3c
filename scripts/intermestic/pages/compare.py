"""Sources two by two: where they meet, and what only one of them speaks of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from intermestic.knowledge import KnowledgeBase
from intermestic.records.models import Position, Proposition


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

    @property
    def agreements(self) -> int:
        """On how many propositions both take the same stance."""
        return sum(meeting.is_agreement() for meeting in self.meetings)

    @property
    def differences(self) -> int:
        """On how many propositions their stances differ."""
        return len(self.meetings) - self.agreements


def compare(knowledge: KnowledgeBase) -> tuple[Pair, ...]:
    """Every pair of the sources that are set side by side, older first."""
    spoken_of = {source: _initiatives(knowledge, source) for source in knowledge.compared_sources}
    return tuple(
        _pair(knowledge, pair, [spoken_of[source] for source in pair])
        for pair in combinations(knowledge.compared_sources, 2)
    )


def _initiatives(knowledge: KnowledgeBase, source: str) -> set[str]:
    """The initiatives of which a source speaks."""
    spoken_of = {id for said in knowledge.claims_in.get(source, ()) for id in said.about}
    return spoken_of.intersection(knowledge.ids.get("initiatives", ()))


def _pair(
    knowledge: KnowledgeBase, sources: tuple[str, str], spoken_of: Sequence[set[str]]
) -> Pair:
    one, other = spoken_of
    return Pair(
        sources=sources,
        meetings=tuple(sorted(_meetings(knowledge, *sources), key=Meeting.is_agreement)),
        shared=knowledge.in_order(one & other),
        only=(knowledge.in_order(one - other), knowledge.in_order(other - one)),
    )


def _meetings(knowledge: KnowledgeBase, one: str, other: str) -> Iterator[Meeting]:
    for id in knowledge.ids.get("propositions", ()):
        record = knowledge.entries[id].record
        if isinstance(record, Proposition):
            by_source = {position.cite[0].source: position for position in record.positions}
            if one in by_source and other in by_source:
                yield Meeting(id, (by_source[one], by_source[other]))
