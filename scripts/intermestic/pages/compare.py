"""Two sources side by side: a page for each pair, and the page that leads to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.knowledge import grouped
from intermestic.pages.base import Context, Frame, Page, index_ref
from intermestic.pages.links import Ref, RichText
from intermestic.pages.stances import SourceView, stance_rows
from intermestic.records.models import Proposition


@dataclass(frozen=True)
class Meeting:
    """A proposition on which both sources of a pair take a stance, and their stances."""

    proposition: Ref
    stances: tuple[SourceView, SourceView]


@dataclass(frozen=True)
class Essay:
    """A source in a few words; of one of a pair, also the initiatives of which it alone speaks."""

    source: Ref
    thesis: RichText
    only: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class PairPage(Page):
    """Two sources side by side, the older first, and where they meet.

    They stand on opposite sides, on the same side, one more firmly, or take the same stance.
    `shared` are initiatives of which both speak.
    """

    index: Ref
    essays: tuple[Essay, Essay]
    oppositions: tuple[Meeting, ...]
    shades: tuple[Meeting, ...]
    agreements: tuple[Meeting, ...]
    shared: tuple[Ref, ...]


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
                pair.frame.ref,
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
    meetings = grouped(_meetings(context, older, newer))
    return PairPage(
        frame=Frame(
            path=addresses.pair(older, newer),
            title=words("pair", **names),
            template="pair",
            lead=words("pair-lead", **names),
            label=words("label-overview"),
            sources=(older, newer),
        ),
        index=index_ref("compare"),
        essays=(essay(context, older, ours - theirs), essay(context, newer, theirs - ours)),
        oppositions=meetings.get("oppositions", ()),
        shades=meetings.get("shades", ()),
        agreements=meetings.get("agreements", ()),
        shared=links.refs(knowledge.in_order(ours & theirs)),
    )


def essay(context: Context, source: str, only: Iterable[str] = ()) -> Essay:
    """Return a source in a few words, with the initiatives `only`."""
    knowledge, links = context.knowledge, context.links
    thesis = links.prose(knowledge.source(source).thesis)
    return Essay(links.ref(source), thesis, links.refs(knowledge.in_order(only)))


def _initiatives(context: Context, source: str) -> set[str]:
    """Return the initiatives of which a source speaks."""
    claims = context.knowledge.claims_in.get(source, ())
    spoken_of = {id for claim in claims for id in claim.about}
    return spoken_of.intersection(context.knowledge.ids.get("initiatives", ()))


def _meetings(context: Context, older: str, newer: str) -> Iterator[tuple[str, Meeting]]:
    """Yield each meeting of two sources with its kind, the name of those like it on their page."""
    places = [context.knowledge.compared_sources.index(source) for source in (older, newer)]
    for row in stance_rows(context, context.knowledge.records(Proposition)):
        first, second = (row.cells[place] for place in places)
        if first.stance and second.stance:
            same = "agreements" if first.stance == second.stance else "shades"
            kind = same if first.side == second.side else "oppositions"
            yield kind, Meeting(row.proposition, (first, second))
