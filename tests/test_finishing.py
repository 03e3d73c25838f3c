"""What is put into a built page, at the marks that the theme leaves."""

import pytest
from support.projects import SAMPLE, content

from intermestic.pages.base import Frame
from intermestic.site.finishing import finished, theme_words
from intermestic.site.head import metadata

PAGE = "<head><!-- metadata --></head><article>A page.<!-- cite --></article>"


def finish(page: str) -> str:
    about = content(SAMPLE)
    words = theme_words(about.publication.edition)
    frame = about.context.gathering(Frame("about.md", "About", template=""))
    head = metadata(frame, about.knowledge, about.publication)
    return finished(page, head, about.publication, words)


def test_a_page_gets_its_metadata_and_how_to_cite_it() -> None:
    page = finish(PAGE)
    assert '<meta name="citation_title" content="About">' in page.partition("</head>")[0]
    assert '<p id="cite-page">Intermestic editors, “About”' in page.partition("</head>")[2]
    assert "data-scripted>Copy</button>" in page
    assert "<!--" not in page


def test_a_page_without_metadata_gets_nothing() -> None:
    about = content(SAMPLE)
    words = theme_words(about.publication.edition)
    assert finished(PAGE, None, about.publication, words) == (
        "<head></head><article>A page.</article>"
    )


@pytest.mark.parametrize("page", ["", PAGE + "<!-- cite -->", "<!-- metadata -->"])
def test_a_mark_that_is_missing_or_doubled_is_a_fault(page: str) -> None:
    with pytest.raises(ValueError, match="expected each of"):
        finish(page)


def test_the_words_of_the_theme_have_their_values() -> None:
    words = theme_words(content(SAMPLE).publication.edition)
    assert words["edition"].startswith("Edition ")
    assert "{" not in "".join(words.values())
