"""What mkdocs.yml leaves open for every renderer: the site's name and address, the theme's words.

The publication has them, and the catalogue.
"""

from typing import Any

from intermestic import catalogue
from intermestic.english import date_in_words
from intermestic.records.publication import Edition, Publication

PREFIX = "theme-"


def settings(publication: Publication) -> dict[str, Any]:
    """Return the settings, by their names in mkdocs.yml."""
    words = theme_words(publication.edition)
    extra = {"words": words, "repository": publication.repository}
    return {"site_name": publication.name, "site_url": publication.address, "extra": extra}


def theme_words(edition: Edition) -> dict[str, str]:
    """Return the words of the theme as plain text, by the names of their messages in it."""
    values = {"number": edition.number, "date": date_in_words(edition.date)}
    return {
        name.removeprefix(PREFIX): catalogue.words(name, **values)
        for name in catalogue.names()
        if name.startswith(PREFIX)
    }
