"""The plain renderer by itself; that it makes the site that MkDocs makes: test_renderers.py."""

from pathlib import Path

import pytest
from support import PROJECT

from intermestic.records.publication import Edition
from intermestic.site.plain import Site, read_settings
from intermestic.site.settings import theme_words

EDITION = Edition.model_validate({"number": "1.0", "date": "2026-11-26", "sha256": 64 * "0"})
NAV = ["index.md", {"More": ["about.md"]}]


def built(root: Path, about: str = "# About\n", nav: list = NAV) -> list[str]:
    """The faults of a site of two pages."""
    docs = root / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs / "about.md").write_text(about, encoding="utf-8")
    (docs / "data.json").write_text("{}", encoding="utf-8")
    settings = read_settings(PROJECT / "mkdocs.yml")
    theme = {"custom_dir": str(PROJECT / "scripts" / "theme")}
    settings |= {"nav": nav, "theme": theme, "site_url": "https://example.org/repo/"}
    settings["extra"]["words"] = theme_words(EDITION)
    return Site(root, settings).build()


def page(root: Path, name: str) -> str:
    return (root / "site" / name).read_text(encoding="utf-8")


def test_links_to_files_lead_to_what_becomes_of_them(tmp_path: Path) -> None:
    links = "[a](index.md) [b](about.md#top) [c](data.json) [d](https://example.org) [e](#f)"
    assert built(tmp_path, f"# About\n\n{links} <a@example.org>\n") == []
    about = page(tmp_path, "about/index.html")
    for address in ("../", "./#top", "../data.json", "https://example.org", "#f"):
        assert f'<a href="{address}">' in about


@pytest.mark.parametrize("link", ["gone.md", "../index.md", "/about/", "about/", "index.html"])
def test_a_link_that_leads_nowhere_is_told_with_its_page(link: str, tmp_path: Path) -> None:
    assert built(tmp_path, f"# About\n\n[a]({link})\n") == [
        f"about.md: link '{link}', expected one to a file in docs/"
    ]


def test_a_missing_picture_is_told_too(tmp_path: Path) -> None:
    assert built(tmp_path, "![a](gone.png)\n") == [
        "about.md: link 'gone.png', expected one to a file in docs/"
    ]


def test_a_page_of_the_menu_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert built(tmp_path, nav=[*NAV, "gone.md"]) == [
        "mkdocs.yml: nav: 'gone.md', expected a page in docs/"
    ]


def test_the_page_for_addresses_where_nothing_stands_links_from_the_host(tmp_path: Path) -> None:
    assert built(tmp_path) == []
    assert 'href="/repo/about/"' in page(tmp_path, "404.html")


def test_settings_are_read_with_those_that_they_inherit(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("a: 1\nb: 1\nextra: {x: 1, y: 1}\n", encoding="utf-8")
    (tmp_path / "own.yml").write_text(
        "INHERIT: mkdocs.yml\nb: 2\nextra: {y: 2}\n", encoding="utf-8"
    )
    assert read_settings(tmp_path / "own.yml") == {"a": 1, "b": 2, "extra": {"x": 1, "y": 2}}
