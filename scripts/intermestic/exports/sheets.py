"""Sheets: the tables of the pages that gather, each as one CSV file, in the order of its page.

What the tables of the data hold in several, to be joined, stands in a sheet on one row, in words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from posixpath import dirname
from typing import Any

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.content import Content
from intermestic.exports.base import Files
from intermestic.exports.tables import csv_file
from intermestic.knowledge import Relation
from intermestic.pages.base import Page
from intermestic.pages.compare import ComparePage
from intermestic.pages.coverage import CoveragePage
from intermestic.pages.dated import Line as Dated
from intermestic.pages.figures import FigureRow, FiguresPage
from intermestic.pages.ledger import LedgerPage, Line
from intermestic.pages.links import Ref, plain
from intermestic.pages.matrix import MatrixPage
from intermestic.pages.network import NetworkPage, network_relations
from intermestic.pages.stances import AgreementsPage
from intermestic.pages.timeline import TimelinePage
from intermestic.records.citations import paragraphs
from intermestic.serialization.columns import Column, Table, Value, date_columns, table

# A sheet: what a row of it is, its columns, and what its rows are made of.
Sheet = tuple[str, Iterable[Column[Any]], Iterable[Any]]


def sheets(content: Content) -> Iterator[Table]:
    """Yield the sheet of each page that has one, named as the folder of the page."""
    for page in content.gathering.values():
        if make := _SHEETS.get(type(page)):
            description, columns, items = make(content, page)
            yield table(dirname(page.frame.path), description, columns, items, key=())


def files(content: Content) -> Files:
    """Return a CSV file for each sheet."""
    return tuple(csv_file(addresses.sheet(sheet.name), sheet) for sheet in sheets(content))


def _names(refs: Iterable[Ref]) -> str | None:
    """Return the words of links, or None if there are none."""
    return "; ".join(ref.words for ref in refs) or None


def _url(content: Content, description: str, ref: Callable[[Any], Ref]) -> Column[Any]:
    """Return the column of the full address to which the link `ref` of an item leads."""

    def url(item: Any) -> str:
        page = addresses.canonical(content.publication.address, ref(item).path)
        return page + (f"#{ref(item).anchor}" if ref(item).anchor else "")

    return Column("url", description, url)


def _attributes(of: str, columns: Mapping[str, str], type: str = "string") -> Iterator[Column[Any]]:
    """Yield a column for each attribute of what `of` leads to, by its name, with its meaning."""
    for name, meaning in columns.items():
        yield Column(name, meaning, attrgetter(of + name), type)


def _series(
    names: Iterable[str],
    meaning: str,
    cells: Callable[[Any], Sequence[Value]],
    type: str = "string",
) -> Iterator[Column[Any]]:
    """Yield a column for each of `names`; `cells` returns those of an item, in the same order."""

    def cell(place: int) -> Callable[[Any], Value]:
        return lambda item: cells(item)[place]

    for place, name in enumerate(names):
        yield Column(name, meaning, cell(place), type)


def _said(content: Content) -> Iterator[Column[Any]]:
    """Yield the columns that tell where the claim of an item stands and what it is about."""
    knowledge = content.knowledge

    def source(item: Any) -> str:
        id: str = item.claim.address.partition("/")[0]
        return id

    def authors(item: Any) -> str | None:
        ids = knowledge.source(source(item)).authors
        return "; ".join(knowledge.entries[id].record.name for id in ids) or None

    yield Column("source", "the text that says it", lambda it: knowledge.name(source(it)))
    yield Column("authors", "its authors, if it names any", authors)
    yield from date_columns(
        "source_date", "the date of the text", lambda it: knowledge.source(source(it)).date
    )
    yield Column("paragraphs", "its paragraphs that say it",
                 lambda it: paragraphs(it.claim.statement.para))  # fmt: skip
    yield Column("areas", "the fields of policy", lambda it: _names(it.claim.areas))
    yield _url(content, "its place here", attrgetter("claim.permalink"))


def _ledger(content: Content, page: LedgerPage) -> Sheet:
    columns: list[Column[Line]] = [
        Column("text", "what it says, in our words", lambda line: plain(line.claim.text))
    ]
    if page.kind == "recommendation":
        addressees = attrgetter("claim.addressees")
        columns.append(Column("addressees", "who should act", lambda it: _names(addressees(it))))
    else:
        columns += _attributes("claim.statement.", {"hedge": "the text's hedge"})
        columns += date_columns("horizon", "by when", attrgetter("claim.statement.horizon"))

    def reports(line: Line) -> str | None:
        told = (
            f"{it.source.words}: {it.outcome}. {plain(it.report.text)} ({_names(it.report.cites)})"
            for it in line.claim.fate
            if it.report
        )
        return " | ".join(told) or None

    def silent(line: Line) -> str | None:
        return _names(cell.source for cell in line.claim.fate if cell.part == "silent")

    columns += (
        Column("fate", "what came of it, in a word, by the latest text to report any; or again, "
               "if it was only asked for again; silent, if no later text has a word of it; open, "
               "if not all were searched; empty, if there is no later text",
               lambda line: line.claim.became or None),
        Column("reports", "what later texts report of it", reports),
        Column("asked_again_in", "where it is asked for again",
               lambda line: _names(line.claim.repeated_in)),
        Column("no_word_in", "the later texts that say nothing of it", silent),
        *_said(content),
    )  # fmt: skip
    lines = (line for source in page.sources for line in source.lines)
    return f"A {page.kind}, with what later texts say of it.", columns, lines


def _figures(content: Content, page: FiguresPage) -> Sheet:
    def converted(name: str) -> Callable[[FigureRow], Value]:
        return lambda row: getattr(row.figure.converted, name, None)

    columns: tuple[Column[FigureRow], ...] = (
        *_attributes("figure.", {"counts": "what is counted", "hedge": "the text's hedge"}),
        *_attributes(
            "figure.", {"value": "the number", "upper": "the upper end of a range"}, "number"
        ),
        *_attributes("figure.", {"unit": "the unit"}),
        *date_columns("as_of", "when it holds", lambda row: row.figure.as_of or row.figure.when),
        *_attributes("figure.", {"measure": "what it measures, as the comparable ones do"}),
        Column("converted", "the number, to be compared", converted("value"), "number"),
        Column("converted_unit", "its unit", converted("unit")),
        Column("converted_how", "how it was worked out", converted("how")),
        Column("text", "what is said, in our words", lambda row: plain(row.claim.text)),
        *_said(content),
    )
    return "A figure, by policy area.", columns, page.figures


def _agreements(content: Content, page: AgreementsPage) -> Sheet:
    sources = (cell.source.words for row in page.rows[:1] for cell in row.cells)
    columns = (
        Column("claim", "the claim", lambda row: row.proposition.words),
        Column("divided", "whether texts take opposite sides", attrgetter("is_divided"), "boolean"),
        *_series(sources, "where the text stands; empty if it says nothing",
                 lambda row: [cell.stance or None for cell in row.cells]),
        _url(content, "its page", lambda row: row.proposition),
    )  # fmt: skip
    return "A claim, and where each text stands on it, the most divided first.", columns, page.rows


def _matrix(content: Content, page: MatrixPage) -> Sheet:
    sources = (source.words for source in page.sources)
    columns = (
        Column("record", "its name", lambda it: it[1].record.words),
        Column("collection", "its collection", lambda it: words(f"collection-{it[0]}")),
        *_series(sources, "how many statements of the text are about it",
                 lambda it: [int(cell.link.words) if cell else 0 for cell in it[1].cells],
                 "integer"),
        _url(content, "its page", lambda it: it[1].record),
    )  # fmt: skip
    rows = ((tracked.collection, row) for tracked in page.tables for row in tracked.rows)
    return "An initiative or a policy area, and how much each text says of it.", columns, rows


def _coverage(content: Content, page: CoveragePage) -> Sheet:
    counts = {
        "paragraphs": "its paragraphs",
        "stated": "those that have statements",
        "omitted": "those left out for a stated reason",
        "open": "those not yet read",
        "statements": "its statements",
    }
    columns = (
        Column("source", "the text", lambda line: line.source.words),
        *_attributes("coverage.", counts, "integer"),
        *_series(page.kinds, "of which of this kind", attrgetter("kinds"), "integer"),
        _url(content, "its page", lambda line: line.source),
    )
    return "A text, and how much of it has statements.", columns, page.sources


def _network(content: Content, _: NetworkPage) -> Sheet:
    knowledge, links = content.knowledge, content.context.links
    columns: tuple[Column[Relation], ...] = (
        Column("subject", "whom or what it leads from", lambda it: knowledge.name(it.subject)),
        Column("relation", "its name, as in all files", lambda it: it.name),
        Column("object", "whom or what it leads to", lambda it: knowledge.name(it.object)),
        *date_columns("date", "when it holds", lambda it: it.when),
        Column("detail", "the office or the role in words", lambda it: it.detail or None),
        Column("cited", "the paragraphs that say so, if not those of its record",
               lambda it: _names(links.cites(it.cite)) if it.related else None),
        Column("editorial", "why the editors add it, if no text says it",
               lambda it: it.editorial or None),
        _url(content, "the page of what it leads from", lambda it: links.ref(it.subject)),
    )  # fmt: skip
    return "A relation between two records.", columns, network_relations(knowledge)


def _timeline(content: Content, page: TimelinePage) -> Sheet:
    columns: tuple[Column[Dated], ...] = (
        Column("title", "what it is, in a few words", lambda it: it.title),
        Column("kind", "event, due, life, essay, or said in a statement", lambda it: it.kind),
        *date_columns("date", "when it was, or will be", lambda it: it.when),
        Column("text", "what it is, in a sentence", lambda it: plain(it.text) or None),
        Column("cited", "the paragraphs that say so",
               lambda it: _names((it.claim.place,) if it.claim else it.cites)),
        Column("later", "of what was due: told of in a later text, silent, or ahead of all",
               lambda it: it.later or None),
        _url(content, "the page, or the statement", lambda it: it.record),
    )  # fmt: skip
    lines = (line for decade in page.decades for year in decade.years for line in year.lines)
    return "Something that has a date, in the order of the timeline.", columns, lines


def _compare(content: Content, page: ComparePage) -> Sheet:
    counts = {
        "oppositions": "claims on which they take opposite sides",
        "shades": "claims on which one agrees or disagrees more firmly",
        "agreements": "claims on which both stand the same",
    }
    columns = (
        Column("pair", "the two texts, the older first", lambda row: row.pair.words),
        *_attributes("", counts, "integer"),
        _url(content, "its page", lambda row: row.pair),
    )
    return "Two texts, and on how many claims they meet.", columns, page.pairs


# What makes the sheet of a kind of page.
_SHEETS: dict[type[Page], Callable[[Content, Any], Sheet]] = {
    LedgerPage: _ledger,
    FiguresPage: _figures,
    AgreementsPage: _agreements,
    MatrixPage: _matrix,
    CoveragePage: _coverage,
    NetworkPage: _network,
    TimelinePage: _timeline,
    ComparePage: _compare,
}
