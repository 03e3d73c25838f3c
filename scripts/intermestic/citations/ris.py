"""Works as RIS: the specification of 2011, in the sense that Zotero gives it."""

from collections.abc import Mapping

import rispy

from intermestic.citations.works import ARTICLES, Author, Kind, Work
from intermestic.english import date_in_words
from intermestic.records.dates import (
    EdtfDate,
    closed_span,
    exact_date,
    rough_date,
)

# A GEN would be an article to Zotero.
_TYPES: Mapping[Kind, str] = {
    "article": "JOUR",
    "magazine": "MGZN",
    "report": "RPRT",
    "webpage": "ELEC",
    "document": "MANSCPT",
    "page": "ENCYC",
}


class _RIS(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """rispy's writer, without the number that it puts before each reference."""

    def set_header(self, count: int) -> str:
        return ""


def ris(work: Work) -> str:
    """Return a work as RIS."""
    return str(rispy.dumps([_reference(work)], implementation=_RIS))


def _reference(work: Work) -> dict[str, str | list[str]]:
    date = exact_date(work.date)
    is_report, is_article = work.kind == "report", work.kind in ARTICLES
    fields: dict[str, str | list[str]] = {
        "type_of_reference": _TYPES[work.kind],
        "id": work.id,
        "authors": [_inverted(author) for author in work.authors],
        "title": work.title,
        "secondary_title": work.series if is_report else work.container,
        "tertiary_title": "" if is_report else work.series,
        "publisher": "" if is_article else work.publisher,
        "number": work.issue,
        "edition": work.edition,
        "language": work.language,
        "year": str(date.parts[0]) if date else "",
        "date": date_for_readers(work.date),
        # In an article Zotero would take it for a DOI.
        "type_of_work": "" if is_article else work.form,
        "urls": [work.url] if work.url else [],
        "notes": [note for note in (work.place, work.note) if note],
    }
    return {name: value for name, value in fields.items() if value}


def date_for_readers(when: EdtfDate) -> str:
    """Return a date for programs that read a date in a line of text: RIS, tags in a page's head.

    `2021/10/08`, `2021/10`, `winter 2017`, `about 2009`, `2006–2012` are read as that. The words
    of any other date are in quotation marks, or a year among them would be taken for the date.
    """
    words = date_in_words(when)
    if date := exact_date(when):
        return words if date.season else date.iso.replace("-", "/")
    about = rough_date(when)
    if about and about.parts[1:] == () and not about.season:
        return f"about {about.parts[0]}"
    if (span := closed_span(when)) and all(end.parts[1:] == () for end in span):
        return "–".join(str(end.parts[0]) for end in span)
    return f'"{words}"'


def _inverted(author: Author) -> str:
    if author.family:
        return f"{author.family}, {author.given}"
    # The first comma ends a family name: a name that is one whole has it at its very end.
    return author.name.replace(",", "") + ","
