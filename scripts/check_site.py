"""Checks a built site as a whole: links, fragments, ids, orphans, what it loads, and its weight.

MkDocs' strict mode never sees links in raw HTML or in the theme, and misses some anchors.
Run as `python scripts/check_site.py SITE`; prints every fault and exits with 1 if any.
"""

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LOADS = {"img": "src", "script": "src", "iframe": "src", "source": "src", "link": "href"}
# Links that say where something is; a browser fetches nothing for them.
NOT_LOADED = {"canonical", "prev", "next", "alternate", "describedby"}
# What a page may weigh, compressed, and how many requests it may take, itself included.
MOST_BYTES, MOST_REQUESTS = 100_000, 10
_IMPORT = re.compile(r"""^import (?:.* from )?["'](.+)["'];""", re.MULTILINE)


@dataclass
class Page:
    """What a page holds: its ids, the links of its text, and the files it loads.

    `leads_on` if it stands at a former address, to which no link of the site need lead.
    """

    leads_on: bool = False
    ids: Counter = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if values.get("id"):
            self.page.ids[values["id"]] += 1
        if tag in {"a", "area"} and values.get("href") is not None:
            self.page.links.append(values["href"])
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.page.leads_on = True
        loaded = values.get(LOADS.get(tag, ""))
        if loaded and not NOT_LOADED.intersection((values.get("rel") or "").split()):
            self.page.loads.append(loaded)


def check(site: Path) -> Iterator[str]:
    """Every fault of the site in the folder `site`, as `page: fault`."""
    pages = {
        path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))
    }
    if "index.html" not in pages:
        yield f"{site}: no index.html"
        return
    for name in pages:
        yield from (f"{name}: {fault}" for fault in _faults(site, pages, name))
    reached = _reachable(pages)
    for name, page in pages.items():
        if name not in reached and name != "404.html" and not page.leads_on:
            yield f"{name}: orphan"


def _faults(site: Path, pages: Mapping[str, Page], name: str) -> Iterator[str]:
    page = pages[name]
    yield from (f"id '{id}' {n} times" for id, n in page.ids.items() if n > 1)
    yield from (f"loads from another host: {it}" for it in page.loads if urlsplit(it).netloc)
    for address in (*page.links, *page.loads):
        if fault := _fault(site, pages, name, address):
            yield f"{fault}: {address}"
    size, requests = weight(site, name, page)
    if size > MOST_BYTES:
        yield f"{size:,} bytes compressed, more than {MOST_BYTES:,}"
    if requests > MOST_REQUESTS:
        yield f"{requests} requests, more than {MOST_REQUESTS}"


def weight(site: Path, name: str, page: Page) -> tuple[int, int]:
    """What a browser fetches to show a page: bytes, each file compressed, and requests."""
    files = {site / name}
    todo = [target[0] for address in page.loads if (target := _target(name, address))]
    while todo:
        file = todo.pop()
        if site / file not in files and (site / file).is_file():
            files.add(site / file)
            todo += _imports(site, file)
    return sum(_compressed(file) for file in files), len(files)


@cache
def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def _imports(site: Path, file: str) -> list[str]:
    """The scripts that a script imports at once; what it imports on demand does not count."""
    if not file.endswith(".js"):
        return []
    found = _IMPORT.findall((site / file).read_text(encoding="utf-8"))
    return [urlsplit(urljoin(f"/{file}", address)).path.lstrip("/") for address in found]


def _read(path: Path) -> Page:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


def _target(name: str, address: str) -> tuple[str, str] | None:
    """The file and fragment to which `address` on page `name` leads, if it stays on the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(urlsplit(urljoin(f"/{name}", parts.path)).path) if parts.path else f"/{name}"
    file = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    return file, unquote(parts.fragment)


def _fault(site: Path, pages: Mapping[str, Page], name: str, address: str) -> str:
    target = _target(name, address)
    if target is None:
        scheme = urlsplit(address).scheme
        return "" if scheme in {"http", "https", "mailto"} else "unsafe scheme"
    file, fragment = target
    if not (site / file).is_file():
        return "broken link"
    known = fragment in pages[file].ids if file in pages else True
    return "" if not fragment or known else "broken fragment"


def _reachable(pages: Mapping[str, Page]) -> set[str]:
    """The pages that a reader can come to from the home page by links."""
    reached, todo = {"index.html"}, ["index.html"]
    while todo:
        name = todo.pop()
        for address in pages[name].links:
            target = _target(name, address)
            if target and target[0] in pages and target[0] not in reached:
                reached.add(target[0])
                todo.append(target[0])
    return reached


def report(site: Path) -> int:
    """Prints every fault of the site in the folder `site`; returns the exit status."""
    faults = list(check(site))
    for fault in faults:
        print(fault, file=sys.stderr)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"{pages:,} pages checked: {len(faults)} faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(report(Path(sys.argv[1])))
