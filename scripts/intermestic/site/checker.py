"""Check a built site as a whole: links, fragments, ids, orphans, loads, weight, search index.

No renderer sees links in raw HTML or in the theme, and each misses some anchors.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from intermestic.site import pagefind
from intermestic.site.finishing import MARKS
from intermestic.site.search_index import FOLDER

LOADS = {"img": "src", "script": "src", "iframe": "src", "source": "src", "link": "href"}
# Links that say where something is; a browser fetches nothing for them.
NOT_LOADED = {"canonical", "prev", "next", "alternate", "describedby"}
# The most that a page may weigh, compressed, and the most requests it may take, with its own.
MOST_BYTES, MOST_REQUESTS = 100_000, 10
# A made-up folder for the host to lie in: `..` can't lead out of a root, but it can out of this.
_HOST = "/host"
# What a script or a style sheet loads besides: scripts that it imports, fonts.
_LOADED = {
    ".js": re.compile(r"""^import (?:.* from )?["'](.+)["'];""", re.MULTILINE),
    ".css": re.compile(r"""\burl\(["']?([^"'#)]+)["']?\)"""),
}


@dataclass(frozen=True)
class Report:
    """The number of pages of a site, and every fault, as `page: fault`."""

    pages: int
    faults: tuple[str, ...]


def check(folder: Path) -> Report:
    """Check the site in `folder`."""
    site = _Site(folder)
    return Report(len(site.pages), tuple(site.faults()))


class _Page(HTMLParser):
    """The marks on a page, its ids, the links in its text, and the files that it loads.

    `marks` are those of the theme, which nobody finished.
    `redirects` is true of a page at a former address, to which no page need link. `canonical` is
    the full address that it gives as its own.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.marks: list[str] = []
        self.redirects = False
        self.canonical = ""
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_comment(self, data: str) -> None:
        if data.strip() in MARKS:
            self.marks.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if id := values.get("id"):
            self.ids[id] += 1
        if tag in {"a", "area"} and (address := values.get("href")) is not None:
            self.links.append(address)
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.redirects = True
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href") or ""
        loaded = values.get(LOADS.get(tag, "")) or ""
        # A picture that the address itself holds is not loaded.
        if not loaded or (loaded.startswith("data:image/") and tag in {"img", "link"}):
            return
        if not NOT_LOADED.intersection((values.get("rel") or "").split()):
            self.loads.append(loaded)


class _Site:
    """The pages of a built site, by their path in its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            path.relative_to(folder).as_posix(): _Page(path.read_text(encoding="utf-8"))
            for path in sorted(folder.rglob("*.html"))
        }
        # Where on its host the site stands, as its home page says: `/`, or `/repo/`.
        home = self.pages.get("index.html") or _Page("")
        self._base = _HOST + (unquote(urlsplit(home.canonical).path) or "/")
        files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        self._files = {file.as_posix() for file in files}
        self._targets = {
            name: {it: self._target(name, it) for it in {*page.links, *page.loads}}
            for name, page in self.pages.items()
        }
        self._sizes: dict[Path, int] = {}

    def faults(self) -> Iterator[str]:
        if "index.html" not in self.pages:
            yield f"{self.folder}: no index.html"
            return
        for name in self.pages:
            yield from (f"{name}: {fault}" for fault in self._faults_of(name))
        if (index := self.folder / FOLDER).is_dir():
            yield from (f"{FOLDER}/{fault}" for fault in pagefind.faults(index))
        reached = self._reachable()
        for name, page in self.pages.items():
            if name not in reached and name != "404.html" and not page.redirects:
                yield f"{name}: orphan"

    def _faults_of(self, name: str) -> Iterator[str]:
        page = self.pages[name]
        yield from (f"mark '{mark}', which was to be replaced" for mark in page.marks)
        yield from (f"id '{id}' {n} times" for id, n in page.ids.items() if n > 1)
        yield from (f"loads from another host: {it}" for it in page.loads if urlsplit(it).netloc)
        for address in (*page.links, *page.loads):
            if fault := self._fault_of_link(name, address):
                yield f"{fault}: {address}"
        size, requests = self._weight(name)
        if size > MOST_BYTES:
            yield f"{size:,} bytes compressed, more than {MOST_BYTES:,}"
        if requests > MOST_REQUESTS:
            yield f"{requests} requests, more than {MOST_REQUESTS}"

    def _fault_of_link(self, name: str, address: str) -> str:
        target = self._targets[name][address]
        if target is None:
            scheme = urlsplit(address).scheme
            return "" if scheme in {"http", "https", "mailto"} else "unsafe scheme"
        file, fragment = target
        if file not in self._files:
            return "broken link"
        known = fragment in self.pages[file].ids if file in self.pages else True
        return "" if not fragment or known else "broken fragment"

    def _weight(self, name: str) -> tuple[int, int]:
        """Return the bytes, compressed, and the requests that a browser needs to show a page."""
        files = {self.folder / name}
        todo = [target[0] for it in self.pages[name].loads if (target := self._targets[name][it])]
        while todo:
            file = todo.pop()
            path = self.folder / file
            if path not in files and path.is_file():
                files.add(path)
                todo += self._loaded(file)
        return sum(self._size(file) for file in files), len(files)

    def _loaded(self, file: str) -> list[str]:
        """Return what a file loads by itself, but not the scripts that are imported on demand."""
        pattern = _LOADED.get(PurePosixPath(file).suffix)
        if not pattern:
            return []
        found = pattern.findall((self.folder / file).read_text(encoding="utf-8"))
        return [urlsplit(urljoin(f"/{file}", address)).path.lstrip("/") for address in found]

    def _size(self, file: Path) -> int:
        if file not in self._sizes:
            self._sizes[file] = len(gzip.compress(file.read_bytes()))
        return self._sizes[file]

    def _reachable(self) -> set[str]:
        """Return the pages that a reader can reach from the home page by links."""
        reached, todo = {"index.html"}, ["index.html"]
        while todo:
            name = todo.pop()
            for address in self.pages[name].links:
                target = self._targets[name][address]
                if target and target[0] in self.pages and target[0] not in reached:
                    reached.add(target[0])
                    todo.append(target[0])
        return reached

    def _target(self, name: str, address: str) -> tuple[str, str] | None:
        """Return the file and fragment to which `address` on page `name` leads, if on this host.

        The file is "" if it lies beside the site: what stands there nobody knows.
        """
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        own = self._base + name
        given = _HOST + parts.path if parts.path.startswith("/") else parts.path
        path = unquote(urlsplit(urljoin(own, given)).path) if given else own
        if not path.startswith(self._base):
            return "", ""
        file = path.removeprefix(self._base) + ("index.html" if path.endswith("/") else "")
        return file, unquote(parts.fragment)
