"""A renderer of its own: Python-Markdown and Jinja2 alone make pages of what is in docs/.

It reads of mkdocs.yml what this project uses, and gives the theme what MkDocs gives it. It is
called as MkDocs is: `python -m intermestic.site.plain build --config-file FILE`.
"""

import logging
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import frontmatter
import yaml
from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from intermestic import addresses
from intermestic.site.documents import listed, title
from intermestic.writing.files import fill

log = logging.getLogger("intermestic.plain")

# What MkDocs adds to the extensions of Markdown that are asked for.
EXTENSIONS = ("toc", "tables", "fenced_code")
LINKS = {"a": "href", "img": "src"}
NOT_FOUND = "404.html"

Json = dict[str, Any]


@dataclass
class Item:
    """A page in the menu, or several under a title."""

    title: str
    url: str | None = None
    children: list["Item"] = field(default_factory=list)

    @property
    def pages(self) -> list["Item"]:
        """The item, or those in it."""
        return [page for child in self.children for page in child.pages] or [self]


@dataclass
class Menu:
    """The menu of the site as the theme knows it."""

    items: list[Item]

    @property
    def homepage(self) -> Item:
        """The first page."""
        return self.items[0].pages[0]


class Links(Treeprocessor):
    """Makes links to files in docs/ lead to what becomes of them on the site.

    `addresses` has where each stands, by its path. What leads nowhere is told in `faults`.
    """

    def __init__(self, converter: Markdown, addresses: Mapping[str, str]) -> None:
        super().__init__(converter)
        self._addresses = addresses
        self.page = ""
        self.faults: list[str] = []

    def run(self, root: Element) -> None:
        """Rewrite the links of a page."""
        for tag, name in LINKS.items():
            for element in root.iter(tag):
                element.set(name, self._link(element.get(name, "")))

    def _link(self, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path or AMP_SUBSTITUTE in address:
            return address
        target = normpath(join(dirname(self.page), unquote(parts.path)))
        if target not in self._addresses:
            self.faults.append(f"{self.page}: link '{address}', expected one to a file in docs/")
            return address
        path = relative(self._addresses[target] or "./", self._addresses[self.page])
        return parts._replace(path=path).geturl()


def relative(address: str, page: str) -> str:
    """Return `address` as a link on the `page`; both are below the address of the site."""
    return relpath(address or ".", page or ".") + "/" * address.endswith("/")


class Site:
    """A site to be made as the `settings` of mkdocs.yml say; their paths are below `root`."""

    def __init__(self, root: Path, settings: Json) -> None:
        self._settings = settings
        self._docs, self._folder = root / settings["docs_dir"], root / settings["site_dir"]
        paths, self._files = listed(self._docs)
        self._pages = {path: frontmatter.load(str(self._docs / path)) for path in paths}
        self._addresses = {path: addresses.folder(path) for path in paths}
        self._addresses |= {file: file for file in self._files}
        self._converter, self._links = _converter(settings, self._addresses)
        theme = root / settings["theme"]["custom_dir"]
        self._theme = Environment(loader=FileSystemLoader(theme), auto_reload=False)
        self._theme.filters["url"] = self._url
        self._faults: list[str] = []

    def build(self) -> list[str]:
        """Write the site, and return its faults."""
        menu = Menu(list(self._items(self._settings["nav"])))
        if self._faults:
            return self._faults
        titles = {page.url or "": page.title for item in menu.items for page in item.pages}
        for path, document in self._pages.items():
            page = self._page(path, document, titles)
            self._write(f"{page['url']}index.html", "main.html", menu, page)
        self._write(NOT_FOUND, NOT_FOUND, menu, None)
        for file in self._files:
            (self._folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self._docs / file, self._folder / file)
        return self._links.faults

    def _items(self, settings: list[Any]) -> Iterator[Item]:
        """Yield the items of the menu; note those that are no pages."""
        for setting in settings:
            name, of = next(iter(setting.items())) if isinstance(setting, dict) else ("", setting)
            if isinstance(of, list):
                yield Item(name, children=list(self._items(of)))
            elif of in self._pages:
                yield Item(name or title(self._pages[of]), self._addresses[of])
            else:
                self._faults.append(f"mkdocs.yml: nav: '{of}', expected a page in docs/")

    def _page(self, path: str, document: frontmatter.Post, titles: Mapping[str, str]) -> Json:
        """Return a page as the theme knows it."""
        address = self._addresses[path]
        self._links.page = path
        content = self._converter.reset().convert(document.content)
        headings = self._converter.toc_tokens  # type: ignore[attr-defined] # which its extension adds
        return {
            "title": titles.get(address) or title(document),
            "url": address,
            "canonical_url": urljoin(self._settings["site_url"], address),
            "meta": document.metadata,
            "content": content,
            "toc": [_heading(token) for token in headings],
        }

    @pass_context
    def _url(self, context: Context, address: str) -> str:
        """Return an address for a link: from the page, or from the host if there may be no page."""
        page = context["page"]
        if page is None:
            return join(urlsplit(self._settings["site_url"]).path, address or ".")
        return relative(address, page["url"])

    def _write(self, path: str, template: str, menu: Menu, page: Json | None) -> None:
        values = {"config": self._settings, "nav": menu, "page": page}
        text = self._theme.get_template(template).render(values)
        fill(self._folder, {path: text.encode()})


def _converter(settings: Json, addresses: Mapping[str, str]) -> tuple[Markdown, Links]:
    """Return what makes HTML of Markdown, and the part of it that knows of links."""
    given = [it if isinstance(it, dict) else {it: {}} for it in settings["markdown_extensions"]]
    configured = {name: values for one in given for name, values in one.items()}
    converter = Markdown(
        extensions=list(dict.fromkeys((*EXTENSIONS, *configured))), extension_configs=configured
    )
    links = Links(converter, addresses)
    converter.treeprocessors.register(links, "links", 0)
    return converter, links


def _heading(token: Json) -> Json:
    """Return a heading of a page as the theme knows it, with the fragment of a link to it."""
    return {
        "title": token["name"],
        "url": f"#{token['id']}",
        "level": token["level"],
        "children": [_heading(child) for child in token["children"]],
    }


def read_settings(file: Path) -> Json:
    """Return the settings in `file`, with those that it inherits."""
    settings: Json = yaml.safe_load(file.read_text(encoding="utf-8"))
    parent = read_settings(file.parent / settings.pop("INHERIT")) if "INHERIT" in settings else {}
    extra = parent.get("extra", {}) | settings.get("extra", {})
    return {**parent, **settings, "extra": extra}


def main(arguments: list[str]) -> int:
    """Build a site as the file that is the last argument says; log its faults.

    Return 0, or 1 if there are faults.
    """
    logging.basicConfig(format="%(levelname)-7s -  %(message)s")
    file = Path(arguments[-1]).absolute()
    faults = Site(file.parent, read_settings(file)).build()
    for fault in faults:
        log.error(fault)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
