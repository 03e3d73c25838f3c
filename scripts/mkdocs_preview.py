"""MkDocs' server, which makes a page when it is asked for.

MkDocs builds its site without the pages: its settings, its navigation, its theme. What a build
then does with every page, the server does with the one that is asked for.
"""

import io
import logging
import posixpath
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from threading import RLock
from typing import Any
from wsgiref.util import FileWrapper

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from intermestic.editing.schemas import FOLDER as SCHEMAS
from intermestic.memory import undisturbed
from intermestic.pages.base import section_title
from intermestic.site.preview import NO_PAGE, Preview
from intermestic.writing.docs import STATE, generated
from mkdocs_pages import PACKAGE, KeptPage, keep_pages

log = logging.getLogger(f"{PACKAGE}.preview")

HTML = "text/html"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
EDITS = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class FilesOnRequest(Files):
    """The files of a site of which MkDocs is to build none ahead."""

    def __init__(self, files: Iterable[File], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._config = config

    def documentation_pages(self, **_: Any) -> list[File]:
        """Return no page."""
        return []

    def copy_static_files(self, *_: Any, **__: Any) -> None:
        """Copy nothing."""

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at `path`; an export, which is made on request, is taken to be there."""
        file = super().get_file_from_path(path)
        if file is None and PurePosixPath(path).suffix not in ("", ".md"):
            return File.generated(self._config, path, content="")
        return file


def files_on_request(files: Files, config: MkDocsConfig, preview: Preview) -> FilesOnRequest:
    """Return `files` with the pages that `preview` shows in place of those of the last build."""
    ours = generated(Path(config.docs_dir))
    kept = [file for file in files if not (file.generated_by or file.src_uri in ours)]
    pages = [File.generated(config, path, content="") for path in preview.shown.makers]
    return FilesOnRequest([*kept, *pages], config)


def log_all(problems: Collection[object]) -> int:
    """Log each problem, and return their number."""
    for problem in problems:
        log.error(str(problem))
    return len(problems)


def name_pages(
    nav: Navigation, config: MkDocsConfig, files: FilesOnRequest, preview: Preview
) -> None:
    """Give the pages in the menu, which stands on every page, their titles."""
    for page in nav.pages:
        path = page.file.src_uri
        if path not in preview.shown.makers:
            _populate_page(page, config, files)
        elif page.title is None:
            page.title = section_title(path.partition("/")[0])


@dataclass
class Site:
    """A site as MkDocs built it, without its pages; `made` are those that were asked for."""

    config: MkDocsConfig
    files: FilesOnRequest
    nav: Navigation
    env: Environment | None = None
    not_found: bytes = b""
    made: dict[str, bytes] = field(default_factory=dict)

    def with_records_of(self, preview: Preview) -> "Site":
        """Return the site as it is with the records that `preview` has read since."""
        files = files_on_request(self.files, self.config, preview)
        nav = get_navigation(files, self.config)
        keep_pages(files)
        name_pages(nav, self.config, files, preview)
        return Site(self.config, files, nav, self.env, self.not_found)

    @cached_property
    def by_address(self) -> dict[str, File]:
        """The files by the addresses at which they stand, such as `actors/mexico/index.html`."""
        return {file.dest_uri: file for file in self.files}

    def page_of(self, address: str) -> Page | None:
        """Return the page beside which something stands at an `address`."""
        file = self.by_address.get(f"{address.rpartition('/')[0]}/index.html".lstrip("/"))
        return self._page(file) if file and file.is_documentation_page() else None

    def make(self, file: File) -> bytes:
        """Return the page of `file` as a build makes it."""
        if file.src_uri not in self.made:
            page = self._page(file)
            _populate_page(page, self.config, self.files)
            _build_page(page, self.config, [], self.nav, self.env)
            self.made[file.src_uri] = Path(file.abs_dest_path).read_bytes()
        return self.made[file.src_uri]

    def _page(self, file: File) -> Page:
        return file.page or KeptPage(None, file, self.config)


class PreviewServer(LiveReloadServer):
    """MkDocs' server over the last `site` that could be built."""

    def __init__(self, server: LiveReloadServer, preview: Preview, site: Site) -> None:
        host, port = server.server_address
        super().__init__(server.builder, host, port, server.root, server.mount_path)
        server.server_close()
        self.site = site
        self._preview = preview
        self._build, self.builder = self.builder, self.build
        self.build_delay = 0.05
        self._failure: tuple[str, ...] = ()
        self._older: dict[str, bytes] = {}
        self._edited: set[str] = set()
        self._at_work = RLock()
        # MkDocs' own looks at every file twice a second; this one is told by the system.
        self.observer = Observer()
        self._handler = FileSystemEventHandler()
        self._handler.on_any_event = self._notice

    def build(self) -> None:
        """Build again, if only records were edited no more than they need.

        If that fails, go on with the last site, and say so.
        """
        edited, self._edited = self._edited, set()
        with self._at_work, undisturbed():
            self._older |= self.site.made
            try:
                if edited and not self._failure and all(map(self._preview.is_record, edited)):
                    log_all(self._preview.read())
                    self.site = self.site.with_records_of(self._preview)
                else:
                    self._build()
                self._failure = ()
            except Exception as error:
                self._failure = (f"{type(error).__name__}: {error}",)
                log.exception("The site could not be built")

    def watch(self, path: str, *_: Any, **__: Any) -> None:
        """Build again when something at `path` changes."""
        watched = Path(path).absolute()
        if str(watched) not in self._watched_paths:
            self._watched_paths[str(watched)] = 1
            # A file is watched by its folder, since editors put another in its place.
            folder = watched if watched.is_dir() else watched.parent
            self.observer.schedule(
                self._handler, str(folder), recursive=folder == watched, event_filter=EDITS
            )

    def _notice(self, event: FileSystemEvent) -> None:
        paths = {path for path in (event.src_path, event.dest_path) if path}
        if edited := set(filter(self._is_edit, paths)):
            with self._rebuild_cond:
                self._edited |= edited
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

    def _is_edit(self, path: str) -> bool:
        """Whether the file at `path` is watched, and not one that we write ourselves."""
        file = Path(path)
        docs = Path(self.site.config.docs_dir)
        if file.is_relative_to(docs):
            name = file.relative_to(docs)
            if name.parts[0] in (STATE, SCHEMAS) or name.as_posix() in self._preview.shown.makers:
                return False
        return any(file.is_relative_to(watched) for watched in self._watched_paths)

    def _serve_request(self, environ, start_response):
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        # As MkDocs does, so that no path leads out of the site.
        address = posixpath.normpath(f"/{path.removeprefix(self.mount_path)}").lstrip("/")
        if path.endswith("/"):
            address = f"{address}/index.html".lstrip("/")
        with self._at_work, undisturbed():
            if not path.endswith("/") and f"{address}/index.html" in self.site.by_address:
                start_response("302 Found", [("Location", f"{path}/")])
                return []
            status, kind, content = self._answer(address)
        if kind == HTML:
            # MkDocs' live reload is an inline script, which our policy would not let run.
            content = self._inject_js_into_html(_POLICY.sub(b"", content), epoch)
        headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]
        start_response(status, headers)
        return FileWrapper(io.BytesIO(content))

    def _answer(self, address: str) -> tuple[str, str, bytes]:
        """Return the status, the type and the content of the answer to a request."""
        file = self.site.by_address.get(address)
        if file and file.is_documentation_page():
            return self._page(file)
        content = file.content_bytes if file else self._other(address)
        if content is None:
            page = self._preview.with_banner(self.site.not_found, address, self._failure)
            return "404 Not Found", HTML, page
        return "200 OK", self._guess_type(address), content

    def _page(self, file: File) -> tuple[str, str, bytes]:
        failure = self._failure
        try:
            page = self.site.make(file)
        except Exception as error:
            log.exception("The page could not be made")
            failure = (*failure, str(error) if isinstance(error, ValueError) else repr(error))
            page = self._older.get(file.src_uri, NO_PAGE)
        return "200 OK", HTML, self._preview.with_banner(page, file.src_uri, failure)

    def _other(self, address: str) -> bytes | None:
        """Return what stands beside a page, is in the search index, or is an export."""
        page = self.site.page_of(address)
        if page:
            beside = self._preview.shown.parts.beside(page.file.src_uri, page.title or "")
            if address in beside:
                return beside[address]
        if address.endswith(".html"):
            return None
        return self._preview.search_file(address) or self._preview.shown.export(address)
