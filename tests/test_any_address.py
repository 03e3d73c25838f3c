"""The site at an address with a path, as a project's pages have on a shared host."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect
from support.browsers import open_search, served
from support.projects import copy_sample, edit
from support.sites import build_whole, shared

ADDRESS = "https://example.org/repo/"


def build_below_a_path(root: Path) -> None:
    """Make the sample's project at `root`, published below a path, with its site in repo/."""
    publication = copy_sample(root) / "data" / "publication.yml"
    edit(publication, "https://intermestic.example/\n", f"{ADDRESS}\n")
    build_whole(root)
    host = root / "host"
    host.mkdir()
    shutil.copytree(root / "site", host / "repo")


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a host whose path /repo/ is the site, built and checked by `make site`."""
    return shared(tmp_path_factory, "below-a-path", build_below_a_path) / "host"


@pytest.fixture(scope="module")
def at(host: Path) -> Iterator[str]:
    """Where that host is served."""
    with served(host) as address:
        yield address


def test_every_full_address_of_the_site_is_below_its_path(host: Path) -> None:
    sitemap = ElementTree.parse(host / "repo" / "sitemap.xml")
    named = [place.text for place in sitemap.iterfind(".//{*}loc")]
    assert named
    assert all(address.startswith(ADDRESS) for address in named)
    for page in (host / "repo").rglob("*.html"):
        full = re.findall(
            r'https://(?:example\.org|intermestic\.example)/[^"<&\s]*', page.read_text()
        )
        assert [address for address in full if not address.startswith(ADDRESS)] == []


def test_a_missing_page_leads_back_to_the_site_from_any_depth(host: Path) -> None:
    page = (host / "repo" / "404.html").read_text(encoding="utf-8")
    addresses = re.findall(r'(?:href|src)="([^"]+)"', page)
    on_this_host = [it for it in addresses if not it.startswith(("#", "https://", "data:"))]
    assert on_this_host
    assert all(it.startswith("/repo/") for it in on_this_host)


def test_the_search_finds_pages_below_the_path(browser: Browser, at: str) -> None:
    page = browser.new_page()
    page.goto(f"{at}/repo/initiatives/river-pact/")
    open_search(page)
    page.locator("dialog.search input").fill("River Treaty")
    expect(page.locator(".search-results a").first).to_have_attribute(
        "href", re.compile("^(http://[^/]+)?/repo/initiatives/river-treaty/")
    )
    page.locator(".search-results a").first.click()
    expect(page.locator("article h1")).to_have_text("River Treaty")
    page.close()
