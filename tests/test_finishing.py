"""What is done to a built site, whichever renderer built it."""

import shutil
from pathlib import Path

import pytest
from support.projects import SAMPLE, content

from intermestic.content import Content
from intermestic.pages.base import Frame
from intermestic.site.finishing import NOT_FOUND, finish, finished
from intermestic.site.parts import PageParts
from intermestic.site.settings import settings

PAGE = "<head><!-- metadata --></head><article><!-- filters -->A page.<!-- cite --></article>"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> PageParts:
    """The parts of the sample's pages, of which all count as written by hand."""
    return PageParts(content(SAMPLE), {}.get, tmp_path_factory.mktemp("project"))


def test_a_page_gets_its_metadata_and_how_to_cite_it(parts: PageParts) -> None:
    page = finished(PAGE, "about.md", "About", parts)
    assert '<meta name="citation_title" content="About">' in page.partition("</head>")[0]
    assert '<p id="cite-page">Intermestic editors, “About”' in page.partition("</head>")[2]
    assert "data-scripted>Copy</button>" in page
    assert "<!--" not in page


def test_a_page_gets_what_the_search_filters_it_by_and_its_other_names(
    sample_data: Content, tmp_path: Path
) -> None:
    frame = Frame(
        "terms/tea.md", "Tea", "", names=("chá", "a | b"), facets=(("area", ("Food & drink",)),)
    )
    page = finished(PAGE, frame.path, "", PageParts(sample_data, {frame.path: frame}.get, tmp_path))
    assert '<article><span hidden data-pagefind-filter="area:Food &amp; drink"></span>' in page
    assert '<span hidden data-pagefind-meta="names:chá | a | b"></span>' in page


def test_the_page_for_addresses_where_nothing_stands_has_none_of_these(parts: PageParts) -> None:
    page = PAGE.replace("A page.", '<a href="/repo/">Home</a>')
    assert finished(page, NOT_FOUND, "", parts) == (
        '<head></head><article><a href="/repo/">Home</a></article>'
    )


def test_links_from_the_root_of_the_site_become_relative_to_the_page(parts: PageParts) -> None:
    page = PAGE.replace("A page.", '<a class="x" href="/terms/">T</a> &lt;a href="/x/">')
    for path, root in (("about.md", "../"), ("index.md", "./"), ("terms/a.md", "../../")):
        text = finished(page, path, "", parts).partition("<article>")[2]
        assert text.startswith(f'<a class="x" href="{root}terms/">T</a> &lt;a href="/x/">')


def test_white_space_by_which_templates_are_laid_out_goes_but_not_that_of_the_article(
    parts: PageParts,
) -> None:
    page = PAGE.replace("<head>", "\n<head>\n\n  ").replace("A page.", "<pre>a\n  b</pre>")
    text = finished(page + "\n    <footer>", "about.md", "About", parts)
    assert text.startswith("<head>\n<meta")
    assert "<pre>a\n  b</pre>" in text
    assert text.endswith("</article>\n<footer>")


@pytest.mark.parametrize(
    ("page", "marks"),
    [
        ("", "[]"),
        (PAGE + "<!-- cite -->", "['metadata', 'filters', 'cite', 'cite']"),
        ("<!-- metadata -->", "['metadata']"),
    ],
)
def test_a_mark_that_is_missing_or_doubled_is_a_fault(
    page: str, marks: str, parts: PageParts
) -> None:
    with pytest.raises(ValueError, match="expected one each") as error:
        finished(page, "about.md", "About", parts)
    expected = "expected one each of ['metadata', 'filters', 'cite']"
    assert str(error.value) == f"about.md: marks {marks}, {expected}"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder docs/ with two pages and a sitemap."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("about", "guide"):
        (folder / f"{name}.md").write_text(f"# {name.title()}\n", encoding="utf-8")
    (folder / "sitemap.xml").write_text("ours", encoding="utf-8")
    return folder


def rendered(folder: Path) -> Path:
    """What a renderer made of these docs in `folder`, which has things of its own too."""
    for name in ("about/index.html", "guide/index.html", NOT_FOUND, "sitemap.xml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE, encoding="utf-8")
    for name in ("search.json", "assets/javascripts/bundle.js", "sitemap.xml.gz"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_built_site_gets_what_is_ours_and_loses_what_renderers_leave(
    docs: Path, tmp_path: Path, parts: PageParts
) -> None:
    site = rendered(tmp_path / "site")
    assert finish(site, docs, parts) == ()
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    beside = ("card.png", "cite.bib", "cite.json", "cite.ris", "index.html")
    assert {name for name in names if not name.startswith("pagefind/")} == {
        *(f"{page}/{name}" for page in ("about", "guide") for name in beside),
        *(NOT_FOUND, "sitemap.xml", "SHA256SUMS"),
    }
    assert (site / "sitemap.xml").read_text(encoding="utf-8") == "ours"
    assert "“Guide”" in (site / "guide" / "index.html").read_text(encoding="utf-8")
    assert not (site / "assets").exists()


def test_a_page_that_was_not_made_or_has_no_mark_is_a_fault(
    docs: Path, tmp_path: Path, parts: PageParts
) -> None:
    site = rendered(tmp_path / "site")
    shutil.rmtree(site / "about")
    (site / "guide" / "index.html").write_text("<html></html>", encoding="utf-8")
    assert finish(site, docs, parts) == (
        "about.md: no page was made of it",
        "guide.md: marks [], expected one each of ['metadata', 'filters', 'cite']",
    )


def test_the_words_of_the_theme_have_their_values() -> None:
    words = settings(content(SAMPLE).publication)["extra"]["words"]
    assert words["edition"] == "Edition 0.1, 22 November 2026."
    assert "{" not in "".join(words.values())
