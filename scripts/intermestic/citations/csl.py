"""Works as CSL-JSON: the input schema of CSL 1.0.2."""

import json
from collections.abc import Mapping

from intermestic.citations.works import Author, Kind, Work
from intermestic.english import date_in_words
from intermestic.records.dates import (
    SEASONS,
    EdtfDate,
    closed_span,
    rough_date,
)

_TYPES: Mapping[Kind, str] = {
    "article": "article-journal",
    "magazine": "article-magazine",
    "report": "report",
    "webpage": "webpage",
    "document": "document",
    "page": "entry-encyclopedia",
}


def csl(work: Work) -> str:
    """Return a work as an item of CSL-JSON. Styles describe a work that has no title.

    No free text is in its note: Zotero reads notes for lines such as `Date: 1999`, and believes
    them. A place begins with the sign of a paragraph.
    """
    fields = {
        "id": work.id,
        "type": _TYPES[work.kind],
        "genre": work.genre,
        "author": [_name(author) for author in work.authors],
        "title": work.title,
        "container-title": work.container,
        "collection-title": work.series,
        "publisher": work.publisher,
        "issue": work.issue,
        "edition": work.edition,
        "issued": _date(work.date),
        "language": work.language,
        "URL": work.url,
        "note": work.place,
    }
    item = {name: value for name, value in fields.items() if value}
    lines = json.dumps(item, ensure_ascii=False, indent=1)
    return " " + lines.replace("\n", "\n ")  # as far in as the items of a list


def _name(author: Author) -> dict[str, str]:
    if author.family:
        return {"family": author.family, "given": author.given}
    return {"literal": author.name}


def _date(when: EdtfDate) -> dict[str, object]:
    if span := closed_span(when):
        return {"date-parts": [list(end.parts) for end in span]}
    date = rough_date(when)
    if date is None or (date.season and date.is_about):
        return {"literal": date_in_words(when)}
    issued: dict[str, object] = {"date-parts": [list(date.parts)]}
    if date.season:
        issued["season"] = list(SEASONS.values()).index(date.season) + 1
        issued["raw"] = date_in_words(when)  # Zotero shows the season by its number
    if date.is_about:
        issued["circa"] = True
    return issued
