"""The coverage report: how much of each source has statements or a reason for none."""

from collections import Counter
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.pages.base import Context, Page
from intermestic.pages.links import Ref, RichText
from intermestic.records.models import COLLECTIONS
from intermestic.records.source import Coverage, coverage_of
from intermestic.records.statements import KINDS


@dataclass(frozen=True)
class SourceCoverage:
    """The coverage of a source: its statements counted by kind, and what it omits and why.

    `not_meant` are its words that are names of records and mean something else, with the reason;
    `no_view` are records of which it says too little, and why; `language` is that of its text, if
    it is not English.
    """

    id: str
    source: Ref
    coverage: Coverage
    kinds: tuple[int, ...]
    omitted: tuple[tuple[tuple[int, ...], RichText], ...]
    not_meant: tuple[tuple[tuple[int, ...], str, RichText], ...]
    no_view: tuple[RichText, ...]
    language: str


@dataclass(frozen=True)
class CoveragePage(Page):
    """The coverage of every source, and the number of records of each collection."""

    sources: tuple[SourceCoverage, ...]
    collections: tuple[tuple[Ref, int], ...]
    kinds: tuple[str, ...] = KINDS


def coverage_page(context: Context) -> CoveragePage:
    """Return the coverage report."""
    ids = context.knowledge.ids
    return CoveragePage(
        frame=context.overview("coverage", "table"),
        sources=tuple(_source(context, id) for id in ids.get("sources", ())),
        collections=tuple(
            (Ref(words(f"collection-{name}"), addresses.index(name)), len(ids.get(name, ())))
            for name in COLLECTIONS
        ),
    )


def _source(context: Context, id: str) -> SourceCoverage:
    source = context.knowledge.source(id)
    count: Counter[str] = Counter(statement.kind for statement in source.statements)
    return SourceCoverage(
        id=id,
        source=context.links.ref(id),
        coverage=coverage_of(source),
        kinds=tuple(count[kind] for kind in KINDS),
        omitted=tuple((o.para, context.links.prose(o.reason)) for o in source.omitted),
        not_meant=tuple(
            (it.para, it.words, context.links.prose(it.reason)) for it in source.not_meant
        ),
        no_view=tuple(context.links.prose(it.text) for it in source.no_view),
        language=source.language or "",
    )
