"""The search index of the built site: records' pages, and statements by themselves.

A statement stands on many pages; it is found once, at its own place, with its own filters.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from intermestic import addresses, catalogue
from intermestic.catalogue import LANGUAGE
from intermestic.english import years_in_words
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.records.citations import paragraphs
from intermestic.records.models import COLLECTIONS
from intermestic.site import pagefind
from intermestic.site.pagefind import Json
from intermestic.writing.files import fill
from intermestic.writing.kept import CACHE, Kept

FOLDER = "pagefind"
# Where it is kept from one build to the next, below the project's folder.
KEPT = CACHE / "search.sqlite"
# Where a page's text is, and what in it is found by itself, leads elsewhere, or stands on every
# page alike: statements, the lists and tables of other records, headings.
TEXT_CLASS = "text"
NOT_SEARCHED = (
    ".statement", "li", "table", "h2", "h3", "h4", ".admonition-title",
    "summary", ".aside", ".breadcrumbs", ".counts", ".cite", ".neighbours",
)  # fmt: skip
CONFIG = {
    "root_selector": f"article.{TEXT_CLASS}",
    "exclude_selectors": NOT_SEARCHED,
    "force_language": LANGUAGE,
}


def index_site(site: Path, knowledge: KnowledgeBase, root: Path) -> None:
    """Put the index into the folder of the built `site`.

    It is kept in the project at `root`, until something in it changes, or this code. Raises OSError
    if Pagefind fails, or the file system refuses.
    """

    def messages() -> Iterator[Json]:
        yield from _pages(site)
        yield from _statements(knowledge)

    code = sha256(Path(pagefind.__file__).read_bytes()).hexdigest()
    made_by = (code, json.dumps(CONFIG), version("pagefind"), version("cbor2"))
    kept = Kept(root / KEPT, made_by)
    made_of = [sha256(json.dumps(message).encode()).hexdigest() for message in messages()]
    packed = kept.recall(made_of, lambda: _packed(pagefind.index(CONFIG, messages())))
    kept.remove_unused()
    files = json.loads(packed)
    fill(site / FOLDER, {name: b64decode(content) for name, content in files.items()})


def _packed(files: Mapping[str, bytes]) -> bytes:
    return json.dumps({name: b64encode(files[name]).decode() for name in files}).encode()


def _pages(site: Path) -> Iterator[Json]:
    """Yield the pages of records. Those that gather are tools of the search."""
    for collection in COLLECTIONS:
        for page in sorted(site.glob(f"{collection}/*/index.html")):
            path, text = page.relative_to(site).as_posix(), page.read_text(encoding="utf-8")
            yield {"type": "AddFile", "file_path": path, "file_contents": text}


def _statements(knowledge: KnowledgeBase) -> Iterator[Json]:
    """Yield the statements: their words, where they stand, their filters."""
    for claim in knowledge.claims:
        yield {"type": "AddRecord", "language": LANGUAGE, **_record(claim, knowledge)}


def _record(claim: Claim, knowledge: KnowledgeBase) -> Json:
    statement, source = claim.statement, claim.source
    kind, name = catalogue.words(f"kind-{statement.kind}"), knowledge.name(source)
    place = addresses.folder(addresses.page("sources", source))
    return {
        "url": f"/{place}#{addresses.statement_anchor(statement.id)}",
        "content": f"{knowledge.plain(statement.text)} “{statement.phrase}”",
        "meta": {"place": f"{name} {paragraphs(statement.para)}", "kind": kind},
        "filters": {
            "collection": [catalogue.words("facet-statements")],
            "kind": [kind],
            "source": [name],
            "area": [knowledge.name(id) for id in statement.areas],
            "year": [years_in_words(knowledge.source(source).date.years)],
        },
    }
