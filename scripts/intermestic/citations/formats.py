"""Works as BibTeX, RIS and CSL-JSON, as the programs read them that people use.

BibTeX: the entry types and fields of the standard styles, and the `date` of biblatex, which pandoc
and Zotero read too. RIS: the specification of 2011, in the sense that Zotero gives it. CSL-JSON:
the input schema of CSL 1.0.2. No date is more precise than it is known in any of these programs:
where one has no form for it, it gets words that no program takes for a date.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TextIO

import rispy
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from intermestic import addresses
from intermestic.citations.works import Author, Kind, Work
from intermestic.english import date_in_words, with_capital
from intermestic.records.dates import (
    MONTHS,
    SEASONS,
    EdtfDate,
    calendar_date,
    closed_span,
    exact_date,
    uncertain_date,
)

_JOURNALS = ("article", "magazine")
_SEASON_NUMBERS = {name: str(number) for number, name in SEASONS.items()}

# A work's kind in each format. RIS: a GEN would be an article to Zotero.
BIBTEX_TYPES: Mapping[Kind, str] = {
    "article": "article",
    "magazine": "article",
    "report": "techreport",
    "webpage": "misc",
    "document": "misc",
    "page": "incollection",
}
RIS_TYPES: Mapping[Kind, str] = {
    "article": "JOUR",
    "magazine": "MGZN",
    "report": "RPRT",
    "webpage": "ELEC",
    "document": "MANSCPT",
    "page": "ENCYC",
}
CSL_TYPES: Mapping[Kind, str] = {
    "article": "article-journal",
    "magazine": "article-magazine",
    "report": "report",
    "webpage": "webpage",
    "document": "document",
    "page": "entry-encyclopedia",
}
_LATEX = str.maketrans(
    {c: f"\\{c}" for c in "%&$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "`": r"\`{}",  # or it would be a quotation mark, and ?` another sign
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

    def _write_field(self, stream: TextIO, name: str, value: str) -> None:
        """Write the name of a month without quotes: styles know it by its abbreviation."""
        if name == "month":
            stream.write(f",\n    {name} = {value}")
        else:
            super()._write_field(stream, name, value)


# What BibTeX's successors call languages, by their codes.
_LANGUAGES = {"es": "spanish", "fr": "french"}


def bibtex(works: Iterable[Work]) -> str:
    """Return works as BibTeX. Names of texts are in braces: styles would lower their capitals."""
    return "\n".join({work.id: _bibtex_entry(work) for work in works}.values())


@cache
def _bibtex_entry(work: Work) -> str:
    """Return a work as an entry; the sources stand beside most pages."""
    entry = Entry(BIBTEX_TYPES[work.kind], _bibtex_fields(work))
    return str(_BibTeX().to_string(BibliographyData({work.id: entry})))


def _bibtex_fields(work: Work) -> dict[str, str]:
    container = {"article": "journal", "magazine": "journal", "webpage": "howpublished"}
    publisher = {"report": "institution", "document": "howpublished", "page": "publisher"}
    fields = {
        "author": " and ".join(map(_bibtex_author, work.authors)),
        "title": _kept(work.title),
        container.get(work.kind, "booktitle"): _kept(work.container),
        # An article has none in BibTeX.
        publisher.get(work.kind, ""): _kept(work.publisher),
        "series": _kept(work.series),
        "number": latex(work.issue),
        "type": latex(_genre(work)),
        "entrysubtype": "magazine" if work.kind == "magazine" else "",
        "edition": latex(work.edition),
        **(dated := _bibtex_date(work.date)),
        "note": "; ".join(filter(None, (dated.get("note"), latex(work.place)))),
        "url": work.url,
        "annote": latex(work.note),
        "langid": _LANGUAGES.get(work.language, ""),
    }
    return {name: value for name, value in fields.items() if name and value}


def _genre(work: Work) -> str:
    """Return what kind of text it is, if its title and container do not say enough."""
    return "" if work.kind in _JOURNALS and work.title else work.form


def _bibtex_date(when: EdtfDate) -> dict[str, str]:
    """Return the fields of a date: exact ones with a year, for older styles know no `date`."""
    if date := exact_date(when):
        if date.season:  # by its number in EDTF; in a `date` Zotero would take that for a year
            return {"year": str(date.parts[0]), "month": _SEASON_NUMBERS[date.season]}
        year, month = (*date.parts, 0)[:2]
        name = MONTHS[month][:3].lower() if month else ""
        return {"year": str(year), "month": name, "date": date.iso}
    about = calendar_date(when) or uncertain_date(when)
    if about and not about.season:
        return {"date": f"{about.iso}~"}
    if span := closed_span(when):
        return {"date": "/".join(end.iso for end in span)}
    return {"note": with_capital(date_in_words(when))}


def _kept(text: str) -> str:
    """Return a name with its capitals protected."""
    return f"{{{latex(text)}}}" if text else ""


def _bibtex_author(author: Author) -> str:
    if author.family:
        return f"{latex(author.family)}, {latex(author.given)}"
    return f"{{{latex(author.name)}}}"


def latex(text: str) -> str:
    """Return `text` as LaTeX that prints it letter for letter, but for the look of quotes."""
    braces = re.sub(r"[^{}]", "", text)
    while "{}" in braces:
        braces = braces.replace("{}", "")
    escaped = text.translate(_LATEX)
    if braces:  # BibTeX counts them even where they are escaped
        escaped = escaped.replace(r"\{", r"\textbraceleft{}").replace(r"\}", r"\textbraceright{}")
    # Two of these are another sign in LaTeX, such as a dash.
    return re.sub(r"([-',<>])(?=\1)", r"\1{}", escaped)


class _RIS(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """rispy's writer, without the number that it puts before each reference."""

    def set_header(self, count: int) -> str:
        return ""


def ris(works: Sequence[Work]) -> str:
    """Return works as RIS."""
    return str(rispy.dumps([_ris_reference(work) for work in works], implementation=_RIS))


def _ris_reference(work: Work) -> dict[str, str | list[str]]:
    date = exact_date(work.date)
    is_report, is_article = work.kind == "report", work.kind in _JOURNALS
    fields: dict[str, str | list[str]] = {
        "type_of_reference": RIS_TYPES[work.kind],
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
    date = calendar_date(when)
    words = date_in_words(when)
    if date and not date.is_about:
        return words if date.season else date.iso.replace("-", "/")
    about = date or uncertain_date(when)
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


def csl(works: Iterable[Work]) -> str:
    """Return works as CSL-JSON. Styles describe a work that has no title.

    No free text is in its note: Zotero reads notes for lines such as `Date: 1999`, and believes
    them. A place begins with the sign of a paragraph.
    """
    return json.dumps([_csl_item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def _csl_item(work: Work) -> dict[str, object]:
    fields = {
        "id": work.id,
        "type": CSL_TYPES[work.kind],
        "genre": _genre(work),
        "author": [_csl_name(author) for author in work.authors],
        "title": work.title,
        "container-title": work.container,
        "collection-title": work.series,
        "publisher": work.publisher,
        "issue": work.issue,
        "edition": work.edition,
        "issued": _csl_date(work.date),
        "language": work.language,
        "URL": work.url,
        "note": work.place,
    }
    return {name: value for name, value in fields.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if author.family:
        return {"family": author.family, "given": author.given}
    return {"literal": author.name}


def _csl_date(when: EdtfDate) -> dict[str, object]:
    if span := closed_span(when):
        return {"date-parts": [list(end.parts) for end in span]}
    date = calendar_date(when) or uncertain_date(when)
    if date is None or (date.season and date.is_about):
        return {"literal": date_in_words(when)}
    issued: dict[str, object] = {"date-parts": [list(date.parts)]}
    if date.season:
        issued["season"] = list(SEASONS.values()).index(date.season) + 1
        issued["raw"] = date_in_words(when)  # Zotero shows the season by its number
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
