"""Citations in words: of a source, a paragraph of it, the site, a page of it."""

from intermestic.citations.works import Work
from intermestic.english import date_in_words, listed


def citation(work: Work, locator: str = "") -> str:
    """Return how to cite a work: `Ana Author, “Title”, Publisher, 2021, ¶22, https://…`."""
    return ", ".join(citation_parts(work, locator))


def citation_parts(work: Work, locator: str = "") -> tuple[str, ...]:
    """Return the parts of a citation, in order."""
    container = f"in {work.container}" if work.kind == "page" and work.container else work.container
    parts = (
        listed(author.name for author in work.authors) or "Unnamed author",
        f"“{work.title}”" if work.title else f"untitled {work.form}",
        container,
        work.publisher,
        f"edition {work.edition}" if work.edition else "",
        f"no. {work.issue}" if work.issue else "",
        date_in_words(work.date),
        locator,
        work.url,
    )
    return tuple(filter(None, parts))
