"""The preview: MkDocs builds again only what changed, and pages show the problems of a build.

It knows MkDocs' server and files by the protocols below, and imports nothing of MkDocs.
"""

import logging
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from markupsafe import Markup

from intermestic.english import counted
from intermestic.pipeline import BuildCache

log = logging.getLogger("mkdocs.preview")

_LONG_AGO = (0, 0)
_BODY = re.compile(rb".*?<body[^>]*>|", re.DOTALL)
_BANNER = Markup(
    '<aside class="md-banner" role="alert"><div class="md-banner__inner md-grid md-typeset">'
    '<strong>{}</strong><ul tabindex="0">{}</ul></div></aside>'
)


WriteBody = Callable[[bytes], object]


class SiteFile(Protocol):
    """A file of the site, as MkDocs knows it."""

    src_uri: str
    abs_src_path: str
    abs_dest_path: str

    def is_documentation_page(self) -> bool:
        """Return whether the file is a page."""


class Server(Protocol):
    """MkDocs' live-reload server."""

    builder: Callable[[], None]

    def watch(self, path: str) -> None:
        """Build again when something at `path` changes."""

    def unwatch(self, path: str) -> None:
        """Stop watching `path`."""

    def get_app(self) -> WSGIApplication:
        """Return the application that answers requests."""

    def set_app(self, app: WSGIApplication) -> None:
        """Let `app` answer requests."""


class Preview:
    """A preview: what it keeps from one build to the next, and the problems that it shows."""

    def __init__(self) -> None:
        self.cache = BuildCache()
        self._failure = ""
        self._problems: tuple[str, ...] = ()
        self._is_last_good = False
        self._made_of: Mapping[str, object] = {}
        self._server: Server | None = None
        self._docs = ""

    def begin(self, server: Server, docs: str) -> None:
        """Let `server` survive a failing build, and show problems on every page."""
        self._server, self._docs = server, docs
        server.builder = self._surviving(server.builder)
        server.set_app(self._with_banner(server.get_app()))

    def report(self, problems: Iterable[object], *, is_last_good: bool) -> None:
        """Show the `problems` of the last build on every page.

        If `is_last_good`, the site is that of an earlier build; if not, it is new and leaves out
        the records that have problems.
        """
        self._problems, self._is_last_good = tuple(map(str, problems)), is_last_good

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Stop watching docs/ while the build writes there: that is no edit."""
        if self._server:
            self._server.unwatch(self._docs)
        try:
            yield
        finally:
            if self._server:
                self._server.watch(self._docs)

    def renew(self, files: Iterable[SiteFile], generated: Collection[str], shared: object) -> None:
        """Remove from the site what is gone, and make what must be built again look old.

        MkDocs builds a page again if it is older than its source. But every page also depends
        on `shared`; a page written by hand depends on which pages there are to link to; and a
        source may have changed while it was read, or have the time of an older file.
        """
        files = list(files)
        pages = {file.src_uri for file in files if file.is_documentation_page()}
        made_of = {
            file.abs_dest_path: (
                Path(file.abs_src_path).stat().st_mtime_ns,
                shared,
                pages if file.src_uri in pages and file.src_uri not in generated else None,
            )
            for file in files
        }
        for path in self._made_of.keys() - made_of.keys():
            Path(path).unlink(missing_ok=True)
        for path, parts in made_of.items():
            if parts != self._made_of.get(path) and Path(path).exists():
                os.utime(path, _LONG_AGO)
        self._made_of = made_of

    def _surviving(self, build: Callable[[], None]) -> Callable[[], None]:
        """Return `build` with its failures caught and shown: MkDocs would let requests hang."""

        def surviving() -> None:
            self._failure = ""
            try:
                build()
            except Exception as error:
                self._failure = f"{type(error).__name__}: {error}"
                log.exception("The site could not be built")

        return surviving

    def _with_banner(self, app: WSGIApplication) -> WSGIApplication:
        """Return `app` with the problems above each of its pages."""

        def with_banner(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            started: list[tuple[str, list[tuple[str, str]]]] = []

            def start(status: str, headers: list[tuple[str, str]], *_: object) -> WriteBody:
                started.append((status, headers))
                return lambda _: None  # nobody uses it to write

            body = app(environ, start)
            status, headers = started[0]
            if dict(headers).get("Content-Type") == "text/html" and (banner := self._banner()):
                content = b"".join(body)
                found = _BODY.match(content)
                place = found.end() if found else 0
                body = [content[:place], banner.encode(), content[place:]]
                length = ("Content-Length", str(sum(map(len, body))))
                headers = [*(h for h in headers if h[0] != "Content-Length"), length]
            start_response(status, headers)
            return body

        return with_banner

    def _banner(self) -> str:
        if not (self._problems or self._failure):
            return ""
        number = counted(len(self._problems), "problem")
        what = "The site could not be built" if self._failure else f"The records have {number}"
        last_good = self._failure or self._is_last_good
        what += "; this is the last good site." if last_good else "; some are left out here."
        wrong = (*filter(None, [self._failure]), *self._problems)
        lines = Markup("").join(Markup("<li><code>{}</code></li>").format(line) for line in wrong)
        return _BANNER.format(what, lines)
