"""The preview: reads the records, and makes a page when it is asked for.

An edit is reading the records again; what was read stays as it is until then. If that can't be
shown, the last that could is, and every page says what is wrong. How pages come to be asked for
is MkDocs' part; see `scripts/mkdocs_preview.py`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from intermestic import addresses
from intermestic.content import Content, content_in_part, content_of
from intermestic.editing.schemas import editor_files
from intermestic.exports.base import Export, Exported, Files
from intermestic.exports.downloads import downloads_page
from intermestic.exports.registry import EXPORTS
from intermestic.pages.base import Frame, Page
from intermestic.pages.registry import MakePage
from intermestic.problems import Problem
from intermestic.reading.project import Project, ReadingCache, read_project
from intermestic.records.publication import Edition
from intermestic.rendering.render import TEMPLATES, Writer, html_words
from intermestic.site.parts import PageParts
from intermestic.site.pipeline import refusal, template_problem
from intermestic.site.search_index import FOLDER as SEARCH
from intermestic.writing.docs import sync_one
from intermestic.writing.files import write_changed

State = frozenset[tuple[Path, int]]

_BODY = re.compile(rb".*?<body[^>]*>|", re.DOTALL)
_BANNER = Markup(
    '<aside class="banner" role="alert"><strong>{}</strong><ul tabindex="0">{}</ul></aside>'
)
# The search finds what it waits for in what is thrown; see `docs/assets/search.js`.
_NO_INDEX = b'throw Object.assign(new Error("No site was built yet."), { waits: true });'
# What is shown of a page that could never be made: a page for the banner to stand on.
NO_PAGE = b"<!doctype html><html><body></body></html>"


class Shown:
    """What a preview shows: the pages and files of `content`, each made when it is asked for."""

    def __init__(self, content: Content, writer: Writer, root: Path) -> None:
        self.content = content
        self.parts = PageParts(content, self._frame, root)
        self._writer = writer
        self._pages: dict[str, Page] = {}
        self._exported: dict[str, Files] = {}

    @cached_property
    def makers(self) -> Mapping[str, MakePage]:
        """What makes each page, by its path."""
        return {**self.content.makers, addresses.DOWNLOADS: self._downloads}

    def markdown(self, path: str) -> str:
        """Return the Markdown of the page at `path`. Raises jinja2.TemplateError if it breaks."""
        return self._writer.write(self._page(path))

    def export(self, path: str) -> bytes | None:
        """Return the file at `path` that an export makes, or None if none does."""
        for export in EXPORTS:
            for file in self._files(export):
                if file.path == path:
                    return file.content
        return None

    def _frame(self, path: str) -> Frame | None:
        return self._page(path).frame if path in self.makers else None

    def _page(self, path: str) -> Page:
        if path not in self._pages:
            self._pages[path] = self.makers[path]()
        return self._pages[path]

    def _downloads(self) -> Page:
        made = (
            Exported(export, tuple(file.listed for file in self._files(export)))
            for export in EXPORTS
        )
        return downloads_page(self.content, made)

    def _files(self, export: Export) -> Files:
        if export.name not in self._exported:
            self._exported[export.name] = tuple(export.files(self.content))
        return self._exported[export.name]


class Preview:
    """A preview of the project at `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._cache = ReadingCache()
        self._shown: Shown | None = None
        self._problems: tuple[str, ...] = ()
        self._unwritten: dict[str, tuple[str, ...]] = {}
        self._is_last_good = False
        self._named: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._read: State = frozenset()
        self._writer: Writer | None = None
        self._written_by: tuple[Edition, State] | None = None

    @property
    def has_begun(self) -> bool:
        """Whether there is something to show, even if it is older or lacks some records."""
        return self._shown is not None

    @property
    def shown(self) -> Shown:
        """What is shown. Raises ValueError before anything could be."""
        if self._shown is None:
            raise ValueError("records that were read")
        return self._shown

    def read(self) -> tuple[Problem, ...]:
        """Read the records, and return all problems.

        Records with problems are left out, unless one of them has been shown: then what was
        shown stays.
        """
        self._read = _state(self._root / "data")
        project = read_project(self._root, cache=self._cache)
        content, problems = content_of(project)
        content = content or self._in_part(project)
        if content:
            try:
                writer = self._renewed_writer(content.publication.edition)
                self._shown = Shown(content, writer, self._root)
            except Exception as error:
                broken = template_problem(error)
                if broken is None:
                    raise
                content, problems = None, (*problems, broken)
        if content and not problems:
            problems = self._renew_schemas(content)
        self._is_last_good = content is None
        self._problems = tuple(map(str, problems))
        return tuple(problems)

    def is_record(self, path: str) -> bool:
        """Return whether the file at `path` is one of a record."""
        file = Path(path)
        data = self._root.absolute() / "data"
        return file.is_relative_to(data) and len(file.relative_to(data).parts) > 1

    def is_behind(self) -> bool:
        """Return whether a record was edited since the records were read."""
        return self._read != _state(self._root / "data")

    def markdown(self, path: str) -> str:
        """Return the Markdown of the page at `path`, and write it to docs/, for editors to look at.

        Raises ValueError, saying where, if a template is broken.
        """
        try:
            text = self.shown.markdown(path)
        except Exception as error:
            if problem := template_problem(error):
                raise ValueError(str(problem)) from error
            raise
        try:
            refused = sync_one(self._root / "docs", path, text.encode(), "pages").refused
        except OSError as error:
            refused = (refusal(self._root, error),)
        self._unwritten[path] = tuple(map(str, refused))
        return text

    def search_file(self, path: str) -> bytes | None:
        """Return a file of the search index, which is that of the last site that was built.

        If there is none, return in place of its script one that says so.
        """
        file = self._root / "site" / path
        if path.startswith(f"{SEARCH}/") and file.is_file():
            return file.read_bytes()
        return _NO_INDEX if path == f"{SEARCH}/pagefind.js" else None

    def with_banner(self, page: bytes, path: str, failures: Sequence[str]) -> bytes:
        """Return the page at `path` with all that is wrong above it.

        `failures` are those of MkDocs.
        """
        wrong = (*failures, *self._unwritten.get(path, ()), *self._problems)
        if not wrong:
            return page
        if failures:
            what = html_words("preview-failed")
        elif not self._problems:
            what = html_words("preview-unwritten")
        else:
            count = len(self._problems)
            in_part = html_words("preview-in-part", count=count)
            what = html_words("preview-last-good", count=count) if self._is_last_good else in_part
        lines = Markup("").join(Markup("<li><code>{}</code></li>").format(line) for line in wrong)
        found = _BODY.match(page)
        place = found.end() if found else 0
        return page[:place] + _BANNER.format(what, lines).encode() + page[place:]

    def _in_part(self, project: Project) -> Content | None:
        """Return what the valid records make, or None if one that was shown is not valid."""
        shown = self._shown.content.knowledge.entries if self._shown else {}
        content = content_in_part(project)
        if content is None:
            return None
        there = project.loaded.collection_of.keys()
        return None if there & shown.keys() - content.knowledge.entries.keys() else content

    def _renewed_writer(self, edition: Edition) -> Writer:
        """Return a writer whose templates are compiled, the same while they are."""
        made_by = (edition, _state(TEMPLATES))
        if self._writer is None or made_by != self._written_by:
            writer = Writer(edition)
            writer.compile()
            self._writer, self._written_by = writer, made_by
        return self._writer

    def _renew_schemas(self, content: Content) -> tuple[Problem, ...]:
        """Renew the files by which editors complete ids, if those or the names have changed."""
        entries = content.knowledge.entries
        named = {id: (entry.collection, entry.record.names) for id, entry in entries.items()}
        if named != self._named:
            try:
                write_changed(self._root, editor_files(content.knowledge))
            except OSError as error:
                return (refusal(self._root, error),)
            self._named = named
        return ()


def _state(folder: Path) -> State:
    """Return the files in `folder`, each with the time of its last change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return frozenset((path, path.stat().st_mtime_ns) for path in files)
