"""What helps the search beside its index: the words of names, filters, and the tools of the site.

By the words typing errors are mended; those of at most three letters are too short for it. The
filters stand here, for Pagefind's own lists of them are long. A tool is a page that gathers, such
as a ledger or the timeline; a search may name it together with one of its choices, as in
"recommendations 2017".
"""

import json
import re
from collections.abc import Iterable, Iterator
from posixpath import dirname

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.content import Content
from intermestic.english import years_in_words
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Page, section_title
from intermestic.pages.compare import ComparePage
from intermestic.pages.figures import FiguresPage
from intermestic.pages.ledger import LedgerPage
from intermestic.pages.registry import OVERVIEWS
from intermestic.pages.timeline import TimelinePage
from intermestic.records.models import COLLECTIONS
from intermestic.records.names import fold
from intermestic.records.statements import KINDS

FILE = "aids.json"
Choice = tuple[str, str]  # a name, and the address on the site to which it leads


def search_aids(content: Content) -> bytes:
    """Return what the search reads: words, filters, and tools with their choices, as JSON."""
    tools = [addresses.index(name) for name in COLLECTIONS]
    tools = [path for path in (*OVERVIEWS, *tools) if path != addresses.HOME]
    aids = {
        "words": _words(content.knowledge),
        "filters": _filters(content.knowledge),
        "tools": [
            *(_tool(path, _choices(content.gathering[path])) for path in tools),
            _tool(addresses.DOWNLOADS, ()),
        ],
    }
    return json.dumps(aids, ensure_ascii=False, separators=(",", ":")).encode()


def _words(knowledge: KnowledgeBase) -> list[str]:
    """Return each word of the names once, with the accents that it has in the first."""
    found: dict[str, str] = {}
    for entry in knowledge.entries.values():
        for name in (entry.record.name, *entry.record.other_names):
            for word in re.findall(r"[^\W\d_]{4,}", name):
                found.setdefault(fold(word), word)
    return sorted(found.values())


def _filters(knowledge: KnowledgeBase) -> dict[str, list[str]]:
    """Return the values of each filter of the index."""
    statements = [claim.statement for claim in knowledge.claims]
    areas = {area for statement in statements for area in statement.areas}
    collections = [words(f"collection-{name}") for name in COLLECTIONS if name in knowledge.ids]
    years = [years_in_words(source.date.years) for _, source in knowledge.sources]
    kinds = {statement.kind for statement in statements}
    return {
        "collection": [words("facet-statements"), *collections],
        "kind": [words(f"kind-{kind}") for kind in KINDS if kind in kinds],
        "area": sorted(map(knowledge.name, areas)),
        "source": [knowledge.name(id) for id, _ in knowledge.sources],
        "year": list(dict.fromkeys(years)),
    }


def _tool(path: str, choices: Iterable[Choice]) -> dict[str, object]:
    name = dirname(path)
    return {
        "title": section_title(name),
        "also": words(f"also-{name}"),
        "address": addresses.folder(path),
        "choices": list(choices),
    }


def _choices(page: Page) -> Iterator[Choice]:
    """Yield what can be chosen on a page by its address."""
    address = addresses.folder(page.frame.path)
    match page:
        case LedgerPage():
            for choices in page.choices:
                for choice in choices.all:
                    yield choice.name, f"{address}?{choices.mark}={choice.value}"
        case TimelinePage():
            for decade in page.decades:
                yield from ((year.heading, f"{address}#{year.anchor}") for year in decade.years)
        case FiguresPage():
            yield from _measures(page)
        case ComparePage():
            yield from ((row.pair.words, addresses.folder(row.pair.path)) for row in page.pairs)


def _measures(page: FiguresPage) -> Iterator[Choice]:
    """Yield what is measured: figures that can be compared together, each other at its place."""
    address = addresses.folder(page.frame.path)
    for number, measure in enumerate(page.measures, 1):
        yield measure.measure, f"{address}#{addresses.measure_anchor(number)}"
    for row in page.figures:
        link = row.claim.permalink
        if not row.figure.measure:
            yield row.figure.counts, addresses.on_site(f"{link.path}#{link.anchor}")
