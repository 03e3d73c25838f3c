"""Works as BibTeX, RIS and CSL-JSON, for reference managers.

BibTeX: the entry types and fields of the standard styles. RIS: the specification of 2011.
CSL-JSON: the input schema of CSL 1.0.2. A date is never more precise than it is known: where
a format has no place for an approximate date or a span, it gets the words.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import rispy
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from intermestic import addresses
from intermestic.citations.works import Author, Work
from intermestic.english import date_in_words
from intermestic.records.dates import (
    MONTHS,
    SEASONS,
    CalendarDate,
    EdtfDate,
    calendar_date,
    exact_date,
)

# A work's kind in each format.
BIBTEX_TYPES = {
    "article": "article",
    "report": "techreport",
    "page": "incollection",
    "document": "misc",
}
RIS_TYPES = {"article": "JOUR", "report": "RPRT", "page": "ENCYC", "document": "GEN"}
CSL_TYPES = {
    "article": "article-journal",
    "report": "report",
    "page": "entry-encyclopedia",
    "document": "document",
}
_LATEX = str.maketrans(
    {c: f"\\{c}" for c in "%&$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def page_files(path: str, works: Sequence[Work]) -> dict[str, bytes]:
    """Return the page at `path`, as a work, and those it draws on, in each format, by file."""
    return {
        addresses.asset_path(path, name): FORMATS[format].write(works).encode()
        for format, name in addresses.CITATIONS.items()
    }


class _BibTeX(Writer):  # type: ignore[misc]  # pybtex has no types
    """pybtex's writer, for values that are escaped already: it would escape addresses too."""

    def _encode(self, text: str) -> str:
        return text


def bibtex(works: Iterable[Work]) -> str:
    """Return works as BibTeX. Titles are in braces, for styles would lower their capitals."""
    entries = {work.id: Entry(BIBTEX_TYPES[work.kind], _bibtex_fields(work)) for work in works}
    return str(_BibTeX().to_string(BibliographyData(entries)))


def _bibtex_fields(work: Work) -> dict[str, str]:
    date = exact_date(work.date)
    publisher = {"report": "institution", "document": "howpublished"}.get(work.kind, "publisher")
    fields = {
        "author": " and ".join(map(_bibtex_author, work.authors)),
        "title": f"{{{latex(work.title)}}}" if work.title else "",
        "journal" if work.kind == "article" else "booktitle": latex(work.container),
        publisher: latex(work.publisher),
        "series": latex(work.series),
        "number": latex(work.issue),
        "type": latex(work.form) if work.kind == "report" else "",
        "edition": latex(work.edition),
        "year": str(date.parts[0]) if date else date_in_words(work.date),
        "month": _bibtex_month(date) if date else "",
        "url": work.url,
        "annote": latex(work.note),
    }
    return {name: value for name, value in fields.items() if value}


def _bibtex_month(date: CalendarDate) -> str:
    return MONTHS[date.parts[1]] if date.parts[1:] else date.season.title()


def _bibtex_author(author: Author) -> str:
    if author.family:
        return f"{latex(author.family)}, {latex(author.given)}"
    return f"{{{latex(author.name)}}}"


def latex(text: str) -> str:
    """Return `text` as LaTeX that prints it letter for letter."""
    return text.translate(_LATEX)


class _RIS(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """rispy's writer, without the number that it puts before each reference."""

    def set_header(self, count: int) -> str:
        return ""


def ris(works: Sequence[Work]) -> str:
    """Return works as RIS."""
    return str(rispy.dumps([_ris_reference(work) for work in works], implementation=_RIS))


def _ris_reference(work: Work) -> dict[str, str | list[str]]:
    date = exact_date(work.date)
    fields: dict[str, str | list[str]] = {
        "type_of_reference": RIS_TYPES[work.kind],
        "id": work.id,
        "authors": [_inverted(author) for author in work.authors],
        "title": work.title,
        "secondary_title": work.container,
        "tertiary_title": work.series,
        "publisher": work.publisher,
        "number": work.issue,
        "edition": work.edition,
        "year": str(date.parts[0]) if date else "",
        "date": _ris_date(work.date),
        "type_of_work": work.form,
        "urls": [work.url] if work.url else [],
        "notes": [work.note] if work.note else [],
    }
    return {name: value for name, value in fields.items() if value}


def _ris_date(when: EdtfDate) -> str:
    """Return a date as `YYYY/MM/DD/other`: words at the end for what no calendar has."""
    date = exact_date(when)
    if date is None:
        return f"///{date_in_words(when)}"
    year, month, day = (*date.iso.split("-"), "", "")[:3]
    return f"{year}/{month}/{day}/{date.season}"


def _inverted(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family else author.name


def csl(works: Iterable[Work]) -> str:
    """Return works as CSL-JSON. Styles describe a work that has no title."""
    return json.dumps([_csl_item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def _csl_item(work: Work) -> dict[str, object]:
    fields = {
        "id": work.id,
        "type": CSL_TYPES[work.kind],
        "genre": work.form,
        "author": [_csl_name(author) for author in work.authors],
        "title": work.title,
        "container-title": work.container,
        "collection-title": work.series,
        "publisher": work.publisher,
        "issue": work.issue,
        "edition": work.edition,
        "issued": _csl_date(work.date),
        "URL": work.url,
        "note": work.note,
    }
    return {name: value for name, value in fields.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if author.family:
        return {"family": author.family, "given": author.given}
    return {"literal": author.name}


def _csl_date(when: EdtfDate) -> dict[str, object]:
    date = calendar_date(when)
    if date is None:
        return {"literal": date_in_words(when)}
    issued: dict[str, object] = {"date-parts": [list(date.parts)]}
    if date.season:
        issued["season"] = list(SEASONS.values()).index(date.season) + 1
    if date.is_about:
        issued["circa"] = True
    return issued


@dataclass(frozen=True)
class Format:
    """A format: what writes works in it, and its media type."""

    write: Callable[[Sequence[Work]], str]
    media_type: str


FORMATS = {
    "bibtex": Format(bibtex, "application/x-bibtex"),
    "ris": Format(ris, "application/x-research-info-systems"),
    "csl-json": Format(csl, "application/vnd.citationstyles.csl+json"),
}
