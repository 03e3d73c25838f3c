"""What two renderers must agree on: how a page reads to browsers, however it is spelled."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from intermestic.addresses import CHECKSUMS

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LINKS = {"href", "src", "data-search", "data-search-base"}


class _Reader(HTMLParser):
    """Reads a page as the elements and texts in it; links as where they lead from `address`."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        led = {name: urljoin(self._address, values[name]) for name in values.keys() & LINKS}
        self.found.append((tag, sorted({**values, **led}.items())))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            self.found.append(text)


def as_read(site: Path, name: str) -> list[object]:
    """How the page `name` of a site reads."""
    reader = _Reader("/" + name.removesuffix("index.html"))
    reader.feed((site / name).read_text(encoding="utf-8"))
    return reader.found


def differences(one: Path, two: Path) -> list[str]:
    """In what two sites differ: files that one of them lacks, pages, other files, by name.

    The checksums are left out: they differ with the spelling of pages.
    """
    names, others = (
        {str(p.relative_to(s)) for p in s.rglob("*") if p.is_file()} for s in (one, two)
    )
    found = sorted(names ^ others)
    for name in sorted((names & others) - {CHECKSUMS}):
        if (one / name).read_bytes() == (two / name).read_bytes():
            continue
        pages = [as_read(site, name) for site in (one, two)] if name.endswith(".html") else [1, 2]
        if pages[0] != pages[1]:
            found.append(name)
    return found
