"""Two sources side by side: a page for each pair, and the page that leads to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.links import Ref, RichText
from intermestic.pages.base import Context, Frame, Page
from intermestic.pages.stances import StanceCell, stance_rows


@dataclass(frozen=True)
class Meeting:
    """A proposition on which both sources of a pair take a stance, and their stances."""

    proposition: Ref
    stances: tuple[StanceCell, StanceCell]

    @property
    def is_agreement(self) -> bool:
        """Whether both take the same stance."""
        return self.stances[0].stance == self.stances[1].stance

    @property
    def is_opposition(self) -> bool:
        """Whether one agrees, if only in part, and the other doubts or disagrees."""
        return self.stances[0].side != self.stances[1].side


@dataclass(frozen=True)
class Essay:
    """One source of a pair: its thesis, and the initiatives of which it alone speaks."""

    source: Ref
    thesis: RichText
    only: tuple[Ref, ...]


@dataclass(frozen=True)
class PairPage(Page):
    """Two sources side by side, the older first; `shared` are initiatives of which both speak."""

    index: Ref
    essays: tuple[Essay, Essay]
    meetings: tuple[Meeting, ...]
    shared: tuple[Ref, ...]

    @property
    def oppositions(self) -> tuple[Meeting, ...]:
        """The propositions on which they take opposite sides."""
        return tuple(meeting for meeting in self.meetings if meeting.is_opposition)

    @property
    def shades(self) -> tuple[Meeting, ...]:
        """The propositions on which they stand on the same side, one more firmly."""
        both = (*self.oppositions, *self.agreements)
        return tuple(meeting for meeting in self.meetings if meeting not in both)

    @property
    def agreements(self) -> tuple[Meeting, ...]:
        """The propositions on which both take the same stance."""
        return tuple(meeting for meeting in self.meetings if meeting.is_agreement)


@dataclass(frozen=True)
class PairRow:
    """A pair: the link to its page, and how often its sources differ and agree."""

    pair: Ref
    oppositions: int
    shades: int
    agreements: int


@dataclass(frozen=True)
class ComparePage(Page):
    """All pairs of compared sources, the older source of each first."""

    pairs: tuple[PairRow, ...]


def compare_page(context: Context) -> ComparePage:
    """Return the page that leads to those of all pairs."""
    sources = context.knowledge.compared_sources
    pairs = (pair_page(context, older, newer) for older, newer in combinations(sources, 2))
    return ComparePage(
        context.overview("compare"),
        tuple(
            PairRow(
                Ref(pair.frame.title, pair.frame.path),
                len(pair.oppositions),
                len(pair.shades),
                len(pair.agreements),
            )
            for pair in pairs
        ),
    )


def pair_page(context: Context, older: str, newer: str) -> PairPage:
    """Return the page that sets two sources side by side."""
    knowledge, links = context.knowledge, context.links
    ours, theirs = (_initiatives(context, source) for source in (older, newer))
    names = {"older": knowledge.name(older), "newer": knowledge.name(newer)}
    return PairPage(
        frame=Frame(
            path=addresses.pair(older, newer),
            title=words("pair", **names),
            template="pair",
            lead=words("pair-lead", **names),
            label=words("label-overview"),
            sources=(older, newer),
        ),
        index=Ref(words("compare-title"), addresses.index("compare")),
        essays=(_essay(context, older, ours - theirs), _essay(context, newer, theirs - ours)),
        meetings=tuple(_meetings(context, older, newer)),
        shared=links.refs(knowledge.in_order(ours & theirs)),
    )


def _essay(context: Context, source: str, only: set[str]) -> Essay:
    return Essay(
        context.links.ref(source),
        context.links.prose(context.knowledge.source(source).thesis),
        context.links.refs(context.knowledge.in_order(only)),
    )


def _initiatives(context: Context, source: str) -> set[str]:
    """Return the initiatives of which a source speaks."""
    claims = context.knowledge.claims_in.get(source, ())
    spoken_of = {id for claim in claims for id in claim.about}
    return spoken_of.intersection(context.knowledge.ids.get("initiatives", ()))


def _meetings(context: Context, older: str, newer: str) -> Iterator[Meeting]:
    ids = context.knowledge.ids.get("propositions", ())
    places = [context.knowledge.compared_sources.index(source) for source in (older, newer)]
    for row in stance_rows(context, ids):
        first, second = (row.cells[place] for place in places)
        if first.stance and second.stance:
            yield Meeting(row.proposition, (first, second))
