"""What a built page gets, whichever renderer built it: its metadata and how to cite it.

The theme leaves a mark where each of them belongs; a page at a former address has neither.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from intermestic import catalogue
from intermestic.english import date_in_words
from intermestic.reading.publication import Edition, Publication
from intermestic.site.head import Metadata

PREFIX = "theme-"
MARKS = ("metadata", "cite")
_MARK = re.compile(rf"<!-- ({'|'.join(MARKS)}) -->")
_PARTIALS = Environment(
    loader=FileSystemLoader(Path(__file__).parents[2] / "theme" / "partials"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
)


def theme_words(edition: Edition) -> dict[str, str]:
    """Return the words of the theme as plain text, by the names of their messages in it."""
    values = {"number": edition.number, "date": date_in_words(edition.date)}
    return {
        name.removeprefix(PREFIX): catalogue.words(name, **values)
        for name in catalogue.names()
        if name.startswith(PREFIX)
    }


def finished(
    html: str, metadata: Metadata | None, publication: Publication, words: Mapping[str, str]
) -> str:
    """Return a page with what belongs at its marks; nothing does if it has no `metadata`.

    Raises ValueError if a mark is not there, or more than once.
    """
    if sorted(_MARK.findall(html)) != sorted(MARKS):
        raise ValueError(f"marks in a page: {_MARK.findall(html)}, expected each of {MARKS} once")
    if metadata is None:
        return _MARK.sub("", html)
    values = {"metadata": metadata, "publication": publication, "words": words}
    return _MARK.sub(lambda mark: _PARTIALS.get_template(f"{mark[1]}.html").render(values), html)
