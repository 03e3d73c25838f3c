"""The search index of the built site, by Pagefind: records' pages, and statements by themselves.

A statement stands on many pages; it is found once, at its own place, with its own filters.
"""

import asyncio
import os
from collections.abc import Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.index import IndexConfig, PagefindIndex

from intermestic import addresses, catalogue
from intermestic.catalogue import LANGUAGE
from intermestic.english import years_in_words
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.records.citations import paragraphs
from intermestic.records.models import COLLECTIONS

FOLDER = "pagefind"
TRIES = 3
# A part of the index is fetched for each word searched for: smaller parts, less to wait for.
CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"}
# The pages of records. Those that gather are tools of the search; those of text apart repeat it.
RECORDS = f"{{{','.join(COLLECTIONS)}}}/*/index.html"
# Where a page's text is, and what in it is found by itself, leads elsewhere, or stands on every
# page alike: statements, the lists and tables of other records, headings.
TEXT_CLASS = "text"
NOT_SEARCHED = (
    ".statement", "li", "table", "h2", "h3", "h4", ".admonition-title",
    "summary", ".aside", ".breadcrumbs", ".counts", ".cite", ".neighbours",
)  # fmt: skip


def index_site(site: Path, knowledge: KnowledgeBase) -> None:
    """Put the index into the folder of the built `site`.

    Raises OSError if Pagefind leaves a file empty each time.
    """
    os.environ.update(CHUNK)
    # Pagefind sometimes ends before its last file is written, and reports success.
    for _ in range(TRIES):
        _index(site, knowledge)
        empty = [file for file in (site / FOLDER).rglob("*.*") if not file.stat().st_size]
        if not empty:
            return
    raise OSError(f"Pagefind left {empty[0].name} empty, {TRIES} times")


def _index(site: Path, knowledge: KnowledgeBase) -> None:
    config: IndexConfig = {
        "root_selector": f"article.{TEXT_CLASS}",
        "exclude_selectors": list(NOT_SEARCHED),
        "force_language": LANGUAGE,
        "output_path": str(site / FOLDER),
    }
    # A page for each statement, for Pagefind takes a folder at once, but single records slowly.
    with TemporaryDirectory() as folder:
        for claim in knowledge.claims:
            file = Path(folder) / claim.source / f"{claim.statement.id}.html"
            file.parent.mkdir(exist_ok=True)
            file.write_text(_page(claim, knowledge), encoding="utf-8")
        asyncio.run(_index_folders(config, {str(site): RECORDS, folder: "*/*.html"}))


async def _index_folders(config: IndexConfig, folders: Mapping[str, str]) -> None:
    async with PagefindIndex(config=config) as index:
        for folder, files in folders.items():
            await index.add_directory(folder, glob=files)


def _page(claim: Claim, knowledge: KnowledgeBase) -> str:
    """Return a statement as a page for Pagefind: its words, where it stands, its filters."""
    statement = claim.statement
    kind = catalogue.words(f"kind-{statement.kind}")
    name = knowledge.name(claim.source)
    anchor = addresses.statement_anchor(statement.id)
    meta = {
        "url": f"{addresses.folder(addresses.page('sources', claim.source))}#{anchor}",
        "place": f"{name} {paragraphs(statement.para)}",
        "kind": kind,
    }
    filters = [
        ("collection", catalogue.words("facet-statements")),
        ("kind", kind),
        ("source", name),
    ]
    filters += [("area", knowledge.name(id)) for id in statement.areas]
    filters += [("year", years_in_words(knowledge.source(claim.source).date.years))]
    marks = [("meta", f"{key}:{value}") for key, value in meta.items()]
    marks += [("filter", f"{key}:{value}") for key, value in filters]
    spans = "".join(f'<span data-pagefind-{what}="{escape(mark)}"></span>' for what, mark in marks)
    words = escape(f"{knowledge.plain(statement.text)} “{statement.phrase}”")
    return f'<html lang="{LANGUAGE}"><article class="{TEXT_CLASS}">{spans}{words}</article></html>'
