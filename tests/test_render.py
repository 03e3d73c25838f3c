"""Stage 4: the sample's pages, as files in cases/pages."""

from pathlib import Path

import pytest
from support import TESTS

from intermestic.pipeline import gather
from intermestic.records.prose import shorten
from intermestic.rendering.filters import paragraphs
from intermestic.rendering.render import render

PAGES = TESTS / "cases" / "pages"
EXPECTED = sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.md"))


@pytest.fixture
def pages(sample: Path) -> dict[str, str]:
    content, problems = gather(sample)
    assert content is not None, problems
    return render(content.knowledge, content.publication, content.editions)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_is_rendered_as_expected(name: str, pages: dict[str, str]) -> None:
    assert pages[name] == (PAGES / name).read_text(encoding="utf-8")


def test_every_record_and_every_collection_has_a_page(pages: dict[str, str]) -> None:
    assert sorted(pages) == EXPECTED


@pytest.mark.parametrize(
    ("numbers", "shown"), [((22,), "¶22"), ((21, 22, 23), "¶21–23"), ((9, 11, 12), "¶9, 11–12")]
)
def test_paragraphs_are_shown_as_readers_write_them(numbers: tuple, shown: str) -> None:
    assert paragraphs(numbers) == shown


def test_a_description_is_cut_at_a_word() -> None:
    assert shorten("one two three", 12) == "one two…"
