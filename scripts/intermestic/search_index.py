"""The search index of the built site, by Pagefind: pages, and each statement by itself.

A statement stands on many pages; it is found once, at its own place, with its own filters.
"""

import asyncio
import os
from pathlib import Path

from pagefind.index import PagefindIndex

from . import addresses
from .fields import paragraphs
from .knowledge import KnowledgeBase, Said

LANGUAGE = "en"
# A part of the index is fetched for each word searched for: smaller parts, less to wait for.
CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}
# Where a page's text is, and what in it is found by itself, leads elsewhere, or stands on every
# page alike: statements, the lists and tables of other records, headings.
TEXT = "article.md-content__inner"
NOT_SEARCHED = (
    ".statement", "li", "table", "h2", "h3", "h4", ".admonition-title",
    ".aside", ".breadcrumbs", ".counts", ".cite", ".neighbours",
)  # fmt: skip


def index_site(site: Path, knowledge: KnowledgeBase) -> None:
    """Puts the index into the folder of the built `site`."""
    os.environ.update(CHUNK)
    asyncio.run(_index(site, knowledge))


async def _index(site: Path, knowledge: KnowledgeBase) -> None:
    config = {"root_selector": TEXT, "exclude_selectors": NOT_SEARCHED, "force_language": LANGUAGE}
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(site))
        for said in knowledge.statements_of(object):
            await index.add_custom_record(**_record(said, knowledge))
        await index.write_files(output_path=str(site / "pagefind"))


def _record(said: Said, knowledge: KnowledgeBase) -> dict:
    """A statement as Pagefind takes it: its words, what stands over them, its filters."""
    it = said.statement
    anchor = addresses.statement_anchor(it.id)
    name = knowledge.name(said.source)
    return {
        "url": f"/{addresses.folder(addresses.page('sources', said.source))}#{anchor}",
        "content": f"{knowledge.plain(it.text)} “{it.phrase}”",
        "language": LANGUAGE,
        "meta": {"place": f"{name} {paragraphs(it.para)}", "kind": it.kind},
        "filters": {
            "collection": ["Statements"],
            "kind": [it.kind],
            "area": [knowledge.name(id) for id in it.areas],
            "source": [name],
            "year": [knowledge.source(said.source).date.years],
        },
    }
