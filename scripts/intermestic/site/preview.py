"""What previews need besides a build: to build again only what changed, and to say on every
page what is wrong. Knows MkDocs' server and files by what they offer, and imports nothing of it.
"""

import logging
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from markupsafe import Markup

from intermestic.english import counted
from intermestic.memory import Memory
from intermestic.reading.project import ReadingCache

log = logging.getLogger("mkdocs.preview")

_LONG_AGO = (0, 0)
_BANNER = Markup(
    '<aside class="md-banner" role="alert"><div class="md-banner__inner md-grid md-typeset">'
    '<strong>{}</strong><ul tabindex="0">{}</ul></div></aside>'
)


class Preview:
    """A preview, from one build to the next; `memory` and `reading` are for the next."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.reading = ReadingCache()
        self._failure = ""
        self._wrong: tuple[str, ...] = ()
        self._is_last_good = False
        self._made_of: dict[str, object] = {}
        self._server: Any = None
        self._docs = ""

    def begin(self, server: Any, docs: str) -> None:
        """Makes `server` survive failing builds, and show on every page what is wrong."""
        self._server, self._docs = server, docs
        server.builder = self._surviving(server.builder)
        server.set_app(self._telling(server.get_app()))

    def tell(self, problems: Iterable[object], *, is_last_good: bool) -> None:
        """Has every page tell the `problems` of the last build's records.

        If the site `is_last_good`, it is that of an earlier build; if not, it is new, but for the
        records that have them.
        """
        self._wrong, self._is_last_good = tuple(map(str, problems)), is_last_good

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The time in which the build writes to docs/: nobody watches, for that is no edit."""
        if self._server:
            self._server.unwatch(self._docs)
        try:
            yield
        finally:
            if self._server:
                self._server.watch(self._docs)

    def renew(self, files: Iterable[Any], generated: Collection[str], shared: object) -> None:
        """Removes what is gone from the site, and makes what must be built again look old.

        MkDocs builds a page again if it is older than its source. But a page also depends on
        what is `shared` by all; one written by hand, on which pages there are to link to; and
        a source may have been changed while it was being read, or have an older one's time.
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
        """`build`, its failure kept to be shown: MkDocs would leave every request hanging."""

        def surviving() -> None:
            self._failure = ""
            try:
                build()
            except Exception as error:
                self._failure = f"{type(error).__name__}: {error}"
                log.exception("The site could not be built")

        return surviving

    def _telling(self, app: Callable) -> Callable:
        """The WSGI application `app`, with what is wrong above each of its pages."""

        def telling(environ: dict, start_response: Callable) -> Iterable[bytes]:
            started: list[tuple] = []
            body = app(environ, lambda *arguments: started.append(arguments))
            status, headers = started[0]
            if dict(headers).get("Content-Type") == "text/html" and (banner := self._banner()):
                content = b"".join(body)
                start = re.match(rb".*?<body[^>]*>|", content, re.DOTALL).end()
                body = [content[:start], banner.encode(), content[start:]]
                length = sum(map(len, body))
                headers = [*(h for h in headers if h[0] != "Content-Length"),
                           ("Content-Length", str(length))]  # fmt: skip
            start_response(status, headers)
            return body

        return telling

    def _banner(self) -> str:
        if not (self._wrong or self._failure):
            return ""
        number = counted(len(self._wrong), "problem")
        what = "The site could not be built" if self._failure else f"The records have {number}"
        last_good = self._failure or self._is_last_good
        what += "; this is the last good site." if last_good else "; some are left out here."
        wrong = (*filter(None, [self._failure]), *self._wrong)
        lines = Markup("").join(Markup("<li><code>{}</code></li>").format(each) for each in wrong)
        return _BANNER.format(what, lines)
