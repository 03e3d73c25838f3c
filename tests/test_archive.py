"""The archive of the site, read back by zipfile and, from files, by a real browser."""

import hashlib
import io
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from intermestic.exports import archive
from intermestic.exports.archive import ARCHIVE, CHECKSUMS, from_files
from intermestic.content import Content


@pytest.mark.parametrize(
    ("written", "opens"),
    [
        ('<a href="../actors/mexico/">', '<a href="../actors/mexico/index.html">'),
        ('<a href="../sources/x/#p22">', '<a href="../sources/x/index.html#p22">'),
        ('<a class="x" href="../..">', '<a class="x" href="../../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<link href="../assets/x.css" rel="y">', '<link href="../assets/x.css" rel="y">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="https://a.example/x/">', '<a href="https://a.example/x/">'),
        ('<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
        ('<meta content="0; url=../arcadia/">', '<meta content="0; url=../arcadia/index.html">'),
        ('<p title="a > b">href="x/"</p>', '<p title="a > b">href="x/"</p>'),
    ],
)
def test_a_link_within_the_site_names_its_file(written: str, opens: str) -> None:
    assert from_files(written, 2) == opens


def test_the_index_stands_where_the_search_stood() -> None:
    button = '<button type="button" class="s" data-search-open hidden>\n<svg/>Search\n</button>'
    assert from_files(f"<p>{button}</p>", 2) == (
        '<p><a class="search-open" href="../../a-z/index.html">A–Z index</a></p>'
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built site."""
    for name in ("index.html", "a/index.html", "404.html", "pagefind/x.js", "data/x.csv", "b.map"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('<a href="a/">', encoding="utf-8")
    return tmp_path / "site"


def test_the_archive_holds_what_works_from_files(site: Path, sample_data: Content) -> None:
    made = archive.files(site, sample_data.publication)
    with zipfile.ZipFile(io.BytesIO(made[ARCHIVE])) as zip:
        assert zip.testzip() is None
        assert zip.namelist() == [
            "intermestic-0.1/a/index.html",
            "intermestic-0.1/data/x.csv",
            "intermestic-0.1/index.html",
        ]
        assert zip.read("intermestic-0.1/index.html") == b'<a href="a/index.html">'
        assert {info.date_time for info in zip.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_equal_sites_make_equal_archives(site: Path, sample_data: Content, tmp_path: Path) -> None:
    made = archive.files(site, sample_data.publication)
    for name, content in made.items():
        (site / name).write_bytes(content)
    assert archive.files(site, sample_data.publication) == made
    copy = tmp_path / "copy"
    shutil.copytree(site, copy, copy_function=shutil.copy)
    (copy / "index.html").chmod(0o600)
    os.utime(copy / "index.html", (0, 0))
    assert archive.files(copy, sample_data.publication) == made


def test_every_file_has_its_checksum(site: Path, sample_data: Content) -> None:
    made = archive.files(site, sample_data.publication)
    (site / ARCHIVE).write_bytes(made[ARCHIVE])
    sums = dict(line.split("  ")[::-1] for line in made[CHECKSUMS].decode().splitlines())
    files = {str(path.relative_to(site)): path for path in site.rglob("*") if path.is_file()}
    assert sums == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()
    }


@pytest.fixture(scope="module")
def unpacked(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the sample's site, unpacked."""
    folder = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(sample_site / "site" / ARCHIVE) as zip:
        zip.extractall(folder)
    return folder / "intermestic-0.1"


def test_every_link_of_the_archive_leads_to_a_file(unpacked: Path) -> None:
    pages = list(unpacked.rglob("*.html"))
    for page in pages:
        for address in re.findall(r'<[^>]*\b(?:href|src)="([^"#]*)', page.read_text("utf-8")):
            if address and not re.match(r"https?:|mailto:", address):
                assert (page.parent / address).is_file(), (page, address)
    assert len(pages) > 20


def test_the_sitemap_names_every_page_of_the_built_site(unpacked: Path) -> None:
    sitemap = (unpacked / "sitemap.xml").read_text(encoding="utf-8")
    named = set(re.findall("<loc>https://intermestic.example/(.*)</loc>", sitemap))
    present = {
        path.relative_to(unpacked).as_posix().removesuffix("index.html")
        for path in unpacked.rglob("*.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    }
    assert named == present


@pytest.fixture
def page(browser: Browser, unpacked: Path) -> Iterator[Page]:
    """The home page, opened from its file."""
    page = browser.new_page()
    page.goto((unpacked / "index.html").as_uri())
    yield page
    page.close()


def test_from_files_pages_have_their_styles(page: Page) -> None:
    header = page.locator("header").first
    assert header.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_from_files_the_index_stands_in_for_the_search(page: Page) -> None:
    expect(page.get_by_role("button", name="Search")).to_have_count(0)
    page.get_by_role("link", name="A–Z index").first.click()
    expect(page.locator("article")).to_contain_text("Where the search cannot run")
    page.get_by_role("link", name="River Council").first.click()
    expect(page.locator("h1")).to_have_text("River Council")
    assert page.url.endswith("/actors/river-council/index.html")


def test_from_files_a_citation_leads_to_its_paragraph(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "initiatives" / "river-pact" / "index.html").as_uri())
    page.locator("article").get_by_role("link", name="¶1").first.click()
    assert page.url.endswith("/sources/northcott-2022/index.html#p1")
    expect(page.locator("#p1")).to_be_in_viewport()


def test_from_files_a_former_address_leads_on(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "actors" / "arcady" / "index.html").as_uri())
    page.wait_for_url("**/actors/arcadia/index.html")
