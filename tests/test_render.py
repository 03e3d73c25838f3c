"""Stage 4: the sample's pages, as files in cases/pages."""

from pathlib import Path

import pytest
from support import TESTS
from support.projects import content, rendered

from intermestic.content import Content
from intermestic.records.citations import paragraphs
from intermestic.records.prose import shorten

PAGES = TESTS / "cases" / "pages"
EXPECTED = sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.md"))


@pytest.fixture(scope="module")
def pages(sample_data: Content) -> dict[str, str]:
    return rendered(sample_data)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_is_rendered_as_expected(name: str, pages: dict[str, str]) -> None:
    assert pages[name] == (PAGES / name).read_text(encoding="utf-8")


def test_every_record_and_every_collection_has_a_page(pages: dict[str, str]) -> None:
    assert sorted(pages) == EXPECTED


def test_a_note_on_a_source_stands_apart_from_how_to_cite_it(sample: Path) -> None:
    source = sample / "data" / "sources" / "northcott-2020.yml"
    text = source.read_text(encoding="utf-8")
    source.write_text(f"note: A draft.\n{text}", encoding="utf-8")
    page = rendered(content(sample))["sources/northcott-2020.md"]
    assert '{ #cite-source }\n\n??? fold colophon "Names, sources and notes"' in page
    assert "**Editors’ note:** A draft." in page


@pytest.mark.parametrize(
    ("numbers", "shown"), [((22,), "¶22"), ((21, 22, 23), "¶21–23"), ((9, 11, 12), "¶9, 11–12")]
)
def test_paragraphs_are_shown_as_readers_write_them(numbers: tuple, shown: str) -> None:
    assert paragraphs(numbers) == shown


def test_a_description_is_cut_at_a_word() -> None:
    assert shorten("one two three", 12) == "one two…"
