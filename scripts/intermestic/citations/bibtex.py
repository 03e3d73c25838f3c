"""Works as BibTeX: the entry types and fields of the standard styles, and the `date` of biblatex.

Pandoc and Zotero read that too.
"""

import re
from collections.abc import Mapping
from typing import TextIO

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from intermestic.citations.works import Author, Kind, Work
from intermestic.english import date_in_words, with_capital
from intermestic.records.dates import (
    MONTHS,
    SEASONS,
    EdtfDate,
    closed_span,
    exact_date,
    rough_date,
)

_SEASON_NUMBERS = {name: str(number) for number, name in SEASONS.items()}
_TYPES: Mapping[Kind, str] = {
    "article": "article",
    "magazine": "article",
    "report": "techreport",
    "webpage": "misc",
    "document": "misc",
    "page": "incollection",
}
# What BibTeX's successors call languages, by their codes.
_LANGUAGES = {"es": "spanish", "fr": "french"}
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


def bibtex(work: Work) -> str:
    """Return a work as BibTeX. Names of texts are in braces: styles would lower their capitals."""
    entry = Entry(_TYPES[work.kind], _fields(work))
    return str(_BibTeX().to_string(BibliographyData({work.id: entry})))


def _fields(work: Work) -> dict[str, str]:
    container = {"article": "journal", "magazine": "journal", "webpage": "howpublished"}
    publisher = {"report": "institution", "document": "howpublished", "page": "publisher"}
    fields = {
        "author": " and ".join(map(_author, work.authors)),
        "title": _kept(work.title),
        container.get(work.kind, "booktitle"): _kept(work.container),
        # An article has none in BibTeX.
        publisher.get(work.kind, ""): _kept(work.publisher),
        "series": _kept(work.series),
        "number": latex(work.issue),
        "type": latex(work.genre),
        "entrysubtype": "magazine" if work.kind == "magazine" else "",
        "edition": latex(work.edition),
        **(dated := _date(work.date)),
        "note": "; ".join(filter(None, (dated.get("note"), latex(work.place)))),
        "url": work.url,
        "annote": latex(work.note),
        "langid": _LANGUAGES.get(work.language, ""),
    }
    return {name: value for name, value in fields.items() if name and value}


def _date(when: EdtfDate) -> dict[str, str]:
    """Return the fields of a date: exact ones with a year, for older styles know no `date`."""
    if date := exact_date(when):
        if date.season:  # by its number in EDTF; in a `date` Zotero would take that for a year
            return {"year": str(date.parts[0]), "month": _SEASON_NUMBERS[date.season]}
        year, month = (*date.parts, 0)[:2]
        name = MONTHS[month][:3].lower() if month else ""
        return {"year": str(year), "month": name, "date": date.iso}
    about = rough_date(when)
    if about and not about.season:
        return {"date": f"{about.iso}~"}
    if span := closed_span(when):
        return {"date": "/".join(end.iso for end in span)}
    return {"note": with_capital(date_in_words(when))}


def _kept(text: str) -> str:
    """Return a name with its capitals protected."""
    return f"{{{latex(text)}}}" if text else ""


def _author(author: Author) -> str:
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
