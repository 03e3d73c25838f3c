"""What is done to a built site, whichever renderer built it.

A page gets its metadata, what the search filters it by and how to cite it, where the theme has
left a mark for each. Links in HTML within Markdown are written from the root of the site, for
renderers differ in what they take them to be relative to; here they become relative to the page.
The white space by which the theme's templates are laid out goes.
Around the pages come the files beside them, the search index and the checksums.
"""

import logging
import re
import shutil
from hashlib import sha256
from pathlib import Path

import frontmatter
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from intermestic import addresses
from intermestic.site import documents, search_aids, search_index
from intermestic.site.parts import PageParts
from intermestic.site.steps import PageStep
from intermestic.writing.files import fill

log = logging.getLogger(__name__)

MARKS = ("metadata", "filters", "cite")
_MARK = re.compile(rf"<!-- ({'|'.join(MARKS)}) -->")
_INDENT = re.compile(r"\n\s+")
_ROOT = 'href="/'
_FROM_ROOT = re.compile(r'(<a [^>]*?\bhref=")/(?!/)')
# The page for addresses at which nothing stands. Its links are from the root of the host.
NOT_FOUND = "404.html"
# Renderers make one too, by the clock.
SITEMAP = "sitemap.xml"
_PARTIALS = Environment(
    loader=FileSystemLoader(Path(__file__).parents[2] / "theme" / "partials"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
)


def finished(html: str, path: str, title: str, parts: PageParts) -> str:
    """Return the built page at `path` as the site has it.

    `title` counts if it is written by hand. Raises ValueError if a mark is not there, or more than
    once.
    """
    marks = _MARK.findall(html)
    if sorted(marks) != sorted(MARKS):
        raise ValueError(f"{path}: marks {marks}, expected one each of {list(MARKS)}")
    html = _without_indent(html)
    metadata = None
    if path != NOT_FOUND:
        metadata = parts.metadata(path, title)
        if _ROOT in html:
            html = _FROM_ROOT.sub(rf"\1{addresses.url(addresses.HOME, path)}", html)
    if metadata is None:
        return _MARK.sub("", html)
    values = {
        "metadata": metadata, "publication": parts.content.publication, "words": parts.words,
    }  # fmt: skip
    return _MARK.sub(lambda mark: _PARTIALS.get_template(f"{mark[1]}.html").render(values), html)


def _without_indent(html: str) -> str:
    """Return a page whose lines begin with a word or a tag, but for those of its article."""
    before, begin, rest = html.partition("<article")
    article, end, after = rest.rpartition("</article>")
    parts = (_INDENT.sub("\n", before).lstrip(), begin, article, end, _INDENT.sub("\n", after))
    return "".join(parts)


def finish(site: Path, docs: Path, parts: PageParts) -> tuple[str, ...]:
    """Finish what a renderer made of `docs` in the folder `site`, and return its faults.

    What else the renderer left there is removed. Raises OSError if the file system refuses.
    """
    pages, files = documents.listed(docs)
    page_file = {path: addresses.asset_path(path, "index.html") for path in pages}
    _remove_others(site, {*page_file.values(), *files, NOT_FOUND})
    shutil.copyfile(docs / SITEMAP, site / SITEMAP)
    faults = []
    step = PageStep("Finishing", len(pages))
    for path, name in {**page_file, NOT_FOUND: NOT_FOUND}.items():
        title = ""
        if path in page_file and parts.is_written(path):
            title = documents.title(frontmatter.load(str(docs / path)))
        try:
            html = finished((site / name).read_text(encoding="utf-8"), path, title, parts)
        except FileNotFoundError:
            faults.append(f"{path}: no page was made of it")
            continue
        except ValueError as error:
            faults.append(str(error))
            continue
        (site / name).write_text(html, encoding="utf-8")
        if path != NOT_FOUND:
            fill(site, parts.beside(path, title))
        step.page_done()
    log.info("Indexing the pages for the search")
    search_index.index_site(site, parts.content.knowledge, parts.root)
    fill(site / search_index.FOLDER, {search_aids.FILE: search_aids.search_aids(parts.content)})
    parts.cards.remove_unused()
    fill(site, {addresses.CHECKSUMS: checksums(site)})
    return tuple(faults)


def _remove_others(site: Path, wanted: set[str]) -> None:
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(site).as_posix() not in wanted:
            path.unlink()


def checksums(site: Path) -> bytes:
    """Return a line with the SHA-256 of each file of the built `site`, for `sha256sum --check`."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    names = sorted(files.keys() - {addresses.CHECKSUMS})
    lines = (f"{sha256(files[name].read_bytes()).hexdigest()}  {name}\n" for name in names)
    return "".join(lines).encode()
