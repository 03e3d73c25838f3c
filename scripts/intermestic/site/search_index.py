"""The search index of the built site, by Pagefind: pages, and each statement by itself.

A statement stands on many pages; it is found once, at its own place, with its own filters.
Pagefind writes its filters in an order that differs from run to run, and names files after what
is in them; in order, the same pages give the same bytes. Its files are gzipped CBOR.
"""

import asyncio
import gzip
import os
import re
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import cbor2
from pagefind.index import PagefindIndex

from intermestic import addresses, catalogue
from intermestic.english import years_in_words
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.records.citations import paragraphs

FOLDER = "pagefind"
LANGUAGE = "en"
# A part of the index is fetched for each word searched for: smaller parts, less to wait for.
CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}
# Where a page's text is, and what in it is found by itself, leads elsewhere, or stands on every
# page alike: statements, the lists and tables of other records, headings.
TEXT_CLASS = "md-content__inner"
NOT_SEARCHED = (
    ".statement", "li", "table", "h2", "h3", "h4", ".admonition-title",
    ".aside", ".breadcrumbs", ".counts", ".cite", ".neighbours",
)  # fmt: skip
_MAGIC = b"pagefind_dcd"
_NAME = re.compile(r"(\w+_)([0-9a-f]+)(?=\.pf_)")
# Where the list of filters stands in Pagefind's account of its index.
_FILTERS = 3


def index_site(site: Path, knowledge: KnowledgeBase) -> None:
    """Puts the index into the folder of the built `site`."""
    os.environ.update(CHUNK)
    asyncio.run(_index(site, knowledge))
    folder = site / FOLDER
    renamed = dict(_put_in_order(file) for file in sorted(folder.glob("filter/*.pf_filter")))
    entry = folder / "pagefind-entry.json"
    for file in sorted(folder.glob("*.pf_meta")):
        old, new = _name_filters(file, renamed)
        entry.write_bytes(entry.read_bytes().replace(old.encode(), new.encode()))


async def _index(site: Path, knowledge: KnowledgeBase) -> None:
    config = {
        "root_selector": f"article.{TEXT_CLASS}",
        "exclude_selectors": NOT_SEARCHED,
        "force_language": LANGUAGE,
        "output_path": str(site / FOLDER),
    }
    # A page for each statement, for Pagefind takes a folder at once, but single records slowly.
    with TemporaryDirectory() as folder:
        for said in knowledge.claims:
            file = Path(folder) / said.source / f"{said.statement.id}.html"
            file.parent.mkdir(exist_ok=True)
            file.write_text(_page(said, knowledge), encoding="utf-8")
        async with PagefindIndex(config=config) as index:
            await index.add_directory(str(site))
            await index.add_directory(folder)


def _page(said: Claim, knowledge: KnowledgeBase) -> str:
    """A statement as a page that is only searched: its words, where it stands, its filters."""
    it = said.statement
    kind = catalogue.words(f"kind-{it.kind}")
    name = knowledge.name(said.source)
    anchor = addresses.statement_anchor(it.id)
    meta = {
        "url": f"{addresses.folder(addresses.page('sources', said.source))}#{anchor}",
        "place": f"{name} {paragraphs(it.para)}",
        "kind": kind,
    }
    filters = [("collection", "Statements"), ("kind", kind), ("source", name)]
    filters += [("area", knowledge.name(id)) for id in it.areas]
    filters += [("year", years_in_words(knowledge.source(said.source).date.years))]
    marks = [("meta", f"{key}:{value}") for key, value in meta.items()]
    marks += [("filter", f"{key}:{value}") for key, value in filters]
    spans = "".join(f'<span data-pagefind-{what}="{escape(mark)}"></span>' for what, mark in marks)
    words = escape(f"{knowledge.plain(it.text)} “{it.phrase}”")
    return f'<html lang="{LANGUAGE}"><article class="{TEXT_CLASS}">{spans}{words}</article></html>'


def _put_in_order(filter: Path) -> tuple[str, str]:
    """Sorts the values of a filter; returns the old and the new name of its file."""
    name, values = _read(filter)
    return _replace(filter, [name, sorted(values)])


def _name_filters(meta: Path, renamed: dict[str, str]) -> tuple[str, str]:
    """Sorts the filters in `meta` under their new names; returns its own old and new name."""
    content = _read(meta)
    content[_FILTERS] = sorted([name, renamed[file]] for name, file in content[_FILTERS])
    return _replace(meta, content)


def _read(file: Path) -> list:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MAGIC))


def _replace(file: Path, content: list) -> tuple[str, str]:
    """Writes `content` in the place of `file`, under its hash; returns the old and new name."""
    encoded = _MAGIC + cbor2.dumps(content)
    old = _NAME.search(file.name)
    new = old[1] + sha256(encoded).hexdigest()[: len(old[2])]
    file.unlink()
    file.with_name(file.name.replace(old[0], new)).write_bytes(gzip.compress(encoded, mtime=0))
    return old[0], new
