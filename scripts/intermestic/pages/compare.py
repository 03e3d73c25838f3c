"""Sources compared in pairs: their stances, and what only one of them speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from intermestic.links import Ref
from intermestic.pages.base import Context, Page
from intermestic.records.models import Position, Proposition


@dataclass(frozen=True)
class Stance:
    """Where a source stands on a proposition, and the paragraphs that say so."""

    stance: str
    cites: tuple[Ref, ...]


@dataclass(frozen=True)
class Meeting:
    """A proposition on which both sources of a pair take a stance, and their stances."""

    proposition: Ref
    stances: tuple[Stance, Stance]

    @property
    def is_agreement(self) -> bool:
        """Whether both take the same stance."""
        return self.stances[0].stance == self.stances[1].stance


@dataclass(frozen=True)
class Pair:
    """Two sources side by side.

    `shared` are the initiatives of which both speak, `only` those of which one alone does.
    """

    anchor: str
    sources: tuple[Ref, Ref]
    meetings: tuple[Meeting, ...]
    shared: tuple[Ref, ...]
    only: tuple[tuple[Ref, ...], tuple[Ref, ...]]

    @property
    def agreements(self) -> int:
        """The number of propositions on which both take the same stance."""
        return sum(meeting.is_agreement for meeting in self.meetings)

    @property
    def differences(self) -> int:
        """The number of propositions on which their stances differ."""
        return len(self.meetings) - self.agreements


@dataclass(frozen=True)
class ComparePage(Page):
    """The pairs of all compared sources, the older source of each first."""

    pairs: tuple[Pair, ...]


def compare_page(context: Context) -> ComparePage:
    """Return the page that sets sources side by side."""
    sources = context.knowledge.compared_sources
    return ComparePage(
        context.overview("compare"),
        tuple(_pair(context, older, newer) for older, newer in combinations(sources, 2)),
    )


def _pair(context: Context, older: str, newer: str) -> Pair:
    knowledge, links = context.knowledge, context.links
    ours, theirs = (_initiatives(context, source) for source in (older, newer))
    return Pair(
        anchor=f"{older}-{newer}",
        sources=(links.ref(older), links.ref(newer)),
        meetings=tuple(
            sorted(_meetings(context, older, newer), key=lambda meeting: meeting.is_agreement)
        ),
        shared=links.refs(knowledge.in_order(ours & theirs)),
        only=(
            links.refs(knowledge.in_order(ours - theirs)),
            links.refs(knowledge.in_order(theirs - ours)),
        ),
    )


def _initiatives(context: Context, source: str) -> set[str]:
    """Return the initiatives of which a source speaks."""
    claims = context.knowledge.claims_in.get(source, ())
    spoken_of = {id for claim in claims for id in claim.about}
    return spoken_of.intersection(context.knowledge.ids.get("initiatives", ()))


def _meetings(context: Context, older: str, newer: str) -> Iterator[Meeting]:
    for id in context.knowledge.ids.get("propositions", ()):
        record = context.knowledge.entries[id].record
        positions = record.positions if isinstance(record, Proposition) else ()
        by_source = {position.cite[0].source: position for position in positions}
        if older in by_source and newer in by_source:
            stances = (_stance(context, by_source[older]), _stance(context, by_source[newer]))
            yield Meeting(context.links.ref(id), stances)


def _stance(context: Context, position: Position) -> Stance:
    return Stance(position.stance, context.links.cites(position.cite))
