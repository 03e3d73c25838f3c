"""Text in any field is text: hostile texts in every field of every record, on the real site.

The same records in harmless texts of the same shape make a twin of the site. Whatever a page
has that its twin has not, a text has made.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from support import PROJECT
from support.browsers import open_search, served
from support.hostile import PAYLOADS, Fields, is_text, models, owner
from support.sites import build_hostile, build_twin, shared

INLINE = {"a", "b", "bdi", "code", "em", "i", "small", "span", "strong"}
FORBIDDEN = {"base", "embed", "frame", "frameset", "iframe", "math", "object", "style"}
ADDRESSES = {"action", "cite", "data", "formaction", "href", "poster", "src", "xlink:href"}
# Has a heading for each letter with which a name begins, and more in the menu of the page.
BY_LETTER = "a-z/index.html"
# A line of a name in a picture: how many there are depends on how wide its letters are.
LINE = ("tspan", ("dy", "x"))
# What only some scripts need, none of which is in the harmless texts: around a name that runs from
# right to left; the endings of names without spaces, for the search.
OF_SCRIPTS = (("bdi", ()), ("span", ("data-pagefind-meta", "hidden")))


class Read(HTMLParser):
    """What a page is made of: its elements with the names of their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self._is_script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements[tag, tuple(sorted(name for name, _ in attributes))] += 1
        self.attributes += [(tag, name, value or "") for name, value in attributes]
        self._is_script = tag == "script"
        self.text += "" if tag in INLINE else "\n"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._is_script else data


class Site(NamedTuple):
    """A built site, its pages, and the texts and the fields of its records."""

    folder: Path
    pages: dict[str, Read]
    texts: list[str]
    fields: Fields


def _site(root: Path) -> Site:
    folder = root / "site"
    files = sorted(folder.rglob("*.html"))
    pages = {str(f.relative_to(folder)): Read(f.read_text(encoding="utf-8")) for f in files}
    worn = json.loads((root / "worn.json").read_text(encoding="utf-8"))
    return Site(folder, pages, worn["texts"], set(map(tuple, worn["fields"])))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _site(shared(tmp_path_factory, "hostile", build_hostile))


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _site(shared(tmp_path_factory, "twin", build_twin))


def test_every_text_field_of_every_model_wears_a_hostile_text(hostile: Site) -> None:
    fields = {
        owner(model, name)
        for model in models()
        for name in model.model_fields
        if is_text(model, name)
    }
    assert fields - hostile.fields == set()


def test_every_payload_is_worn_by_several_fields(hostile: Site) -> None:
    assert len(PAYLOADS) > 400
    for payload in PAYLOADS:
        assert sum(payload in text for text in hostile.texts) >= 3, payload


def test_no_text_makes_or_breaks_an_element_or_an_attribute(hostile: Site, twin: Site) -> None:
    assert hostile.pages.keys() == twin.pages.keys()
    made, expected = (
        sum((page.elements for path, page in site.pages.items() if path != BY_LETTER), Counter())
        for site in (hostile, twin)
    )
    for elements in (made, expected):
        assert elements.pop(LINE) > 0
        for element in OF_SCRIPTS:
            elements.pop(element, None)
    assert made - expected == Counter()
    assert expected - made == Counter()
    assert hostile.pages[BY_LETTER].elements.keys() - {LINE, *OF_SCRIPTS} <= expected.keys()


def test_every_text_is_shown_letter_for_letter(hostile: Site) -> None:
    shown = " ".join(" ".join(page.text.split()) for page in hostile.pages.values())
    missing = [
        text
        for text in hostile.texts
        if " ".join(unicodedata.normalize("NFC", text).split()) not in shown
    ]
    assert missing == []


# The site's own icon, which stands in each page.
THEME_ICON = PROJECT / "scripts" / "theme" / "partials" / "icon-site.html"
ICON = re.search(r'href="(.*?)"', THEME_ICON.read_text("utf-8"))[1]


def test_nothing_on_a_page_could_run_or_load_or_lead_where_it_should_not(hostile: Site) -> None:
    for path, page in hostile.pages.items():
        assert {tag for tag, _ in page.elements} & FORBIDDEN == set(), path
        for tag, name, value in page.attributes:
            assert not name.startswith("on"), (path, tag, name)
            assert name not in {"style", "srcdoc"}, (path, tag, value)
            if name in ADDRESSES and value != ICON:
                assert urlsplit(value).scheme in {"", "http", "https", "mailto"}, (path, value)
            if tag == "script" and name == "src":
                assert not urlsplit(value).netloc, (path, value)


def test_an_address_that_looks_like_markdown_stays_one_address(hostile: Site) -> None:
    odd = "https://rivers.example/odd_"
    found = {
        value.partition("#:~:")[0]
        for page in hostile.pages.values()
        for _, name, value in page.attributes
        if name == "href" and value.startswith(odd)
    }
    assert found == {odd + "%28a%29b%29_%2Ac%2A"}


@pytest.fixture(scope="module")
def address(browser: Browser, hostile: Site) -> Iterator[str]:
    """Where the hostile site is served."""
    with served(hostile.folder) as address:
        yield address


class Watched:
    """A browser without the site's Content-Security-Policy, and what went wrong in it."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.context: BrowserContext = browser.new_context(bypass_csp=True, base_url=address)
        self.page = self.context.new_page()
        self.events: list[str] = []
        self.page.on("dialog", lambda dialog: self._note("a dialog", dialog.dismiss))
        self.page.on("pageerror", lambda error: self._note(f"an error: {error}"))
        self.page.on("popup", lambda popup: self._note(f"a window: {popup.url}"))
        self.page.on("request", lambda request: self._asked(request.url, address))

    def _asked(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:image/svg+xml")):
            self._note(f"a request: {url}")

    def _note(self, event: str, then: Callable[[], object] = lambda: None) -> None:
        self.events.append(f"{self.page.url}: {event}")
        then()


@pytest.fixture(scope="module")
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    watched = Watched(browser, address)
    yield watched
    watched.context.close()


def test_no_text_runs_in_a_browser_even_without_the_policy(hostile: Site, watched: Watched) -> None:
    for path in hostile.pages:
        address = "/" + path.removesuffix("index.html")
        watched.page.goto(address)
        if ("meta", "http-equiv", "refresh") in hostile.pages[path].attributes:
            watched.page.wait_for_url(lambda url, left=address: not url.endswith(left))
    assert watched.events == []


@pytest.mark.parametrize("words", ["alert", "script", "onerror", "javascript", "xss"])
def test_no_text_runs_in_the_results_of_a_search(watched: Watched, words: str) -> None:
    watched.page.goto("/")
    open_search(watched.page)
    watched.page.get_by_label("Search for").fill(words)
    expect(watched.page.locator(".search-results li").first).to_be_visible()
    assert watched.page.locator(".search-results").evaluate(FOREIGN) == []
    assert watched.events == []


FOREIGN = """
(list) => [...list.querySelectorAll("*")]
  .filter((e) => !["LI", "A", "P", "SPAN", "MARK", "BUTTON", "STRONG", "SMALL"].includes(e.tagName)
    || [...e.attributes].some((a) => a.name.startsWith("on") || a.name == "style"))
  .map((e) => e.outerHTML)
"""
