"""Sheets: the tables of the pages that gather, each as one CSV file, in the order of its page.

What the tables of the data hold in several, to be joined, stands in a sheet on one row, in words.
"""

from collections.abc import Callable, Iterator
from operator import attrgetter
from posixpath import dirname
from typing import Any

from intermestic import addresses
from intermestic.catalogue import collection_words
from intermestic.content import Content
from intermestic.exports.base import Export, File, Files
from intermestic.exports.claim_sheets import figures_sheet, ledger_sheet
from intermestic.exports.sheet_cells import Sheet, names, url_column
from intermestic.exports.tables import CSV, csv_of
from intermestic.knowledge import Relation
from intermestic.links import plain
from intermestic.pages.agreements import AgreementsPage
from intermestic.pages.base import Page
from intermestic.pages.compare import ComparePage
from intermestic.pages.coverage import CoveragePage
from intermestic.pages.dated import Line as Dated
from intermestic.pages.figures import FiguresPage
from intermestic.pages.ledger import LedgerPage
from intermestic.pages.matrix import MatrixPage
from intermestic.pages.network import NetworkPage, network_relations
from intermestic.pages.timeline import TimelinePage
from intermestic.serialization.columns import Column, Table, date_columns, table


def sheets(content: Content) -> Iterator[Table]:
    """Yield the sheet of each page that has one, named as the folder of the page."""
    for path, page in content.gathering.items():
        if make := next((make for kind, make in _SHEETS.items() if isinstance(page, kind)), None):
            description, columns, items = make(content, page)
            yield table(dirname(path), description, columns, items, key=())


def files(content: Content) -> Files:
    """Return a CSV file for each sheet."""
    return tuple(
        File(addresses.sheet(sheet.name), csv_of(sheet), CSV, len(sheet.rows), "row")
        for sheet in sheets(content)
    )


def _agreements(content: Content, page: AgreementsPage) -> Sheet:
    def stance(place: int) -> Callable[[Any], str | None]:
        return lambda row: row.cells[place].stance or None

    cells = page.rows[0].cells if page.rows else ()
    columns = (
        Column("claim", "the claim", lambda row: row.proposition.words),
        Column("divided", "whether texts take opposite sides", attrgetter("is_divided"), "boolean"),
        *(
            Column(cell.source.words, "where the text stands; empty if it says nothing",
                   stance(place))
            for place, cell in enumerate(cells)
        ),
        url_column(content, "its page", lambda row: row.proposition),
    )  # fmt: skip
    return "A claim, and where each text stands on it, the most divided first.", columns, page.rows


def _matrix(content: Content, page: MatrixPage) -> Sheet:
    def count(place: int) -> Callable[[Any], int]:
        return lambda it: int(it[1].cells[place].link.words if it[1].cells[place] else 0)

    columns = (
        Column("record", "its name", lambda it: it[1].record.words),
        Column("collection", "its collection", lambda it: collection_words(it[0]).label),
        *(
            Column(source.words, "how many statements of the text are about it", count(place),
                   "integer")
            for place, source in enumerate(page.sources)
        ),
        url_column(content, "its page", lambda it: it[1].record),
    )  # fmt: skip
    rows = ((tracked.collection, row) for tracked in page.tables for row in tracked.rows)
    return "An initiative or a policy area, and how much each text says of it.", columns, rows


def _coverage(content: Content, page: CoveragePage) -> Sheet:
    def kind(place: int) -> Callable[[Any], int]:
        return lambda line: int(line.kinds[place])

    columns: tuple[Column[Any], ...] = (
        Column("source", "the text", lambda line: line.source.words),
        *(
            Column(name, meaning, attrgetter(f"coverage.{name}"), "integer")
            for name, meaning in (
                ("paragraphs", "its paragraphs"),
                ("stated", "those that have statements"),
                ("omitted", "those left out for a stated reason"),
                ("open", "those not yet read"),
                ("statements", "its statements"),
            )
        ),
        *(
            Column(name, "of which of this kind", kind(place), "integer")
            for place, name in enumerate(page.kinds)
        ),
        url_column(content, "its page", lambda line: line.source),
    )
    return "A text, and how much of it has statements.", columns, page.sources


def _network(content: Content, _: NetworkPage) -> Sheet:
    knowledge = content.knowledge
    links = content.context.links
    columns: tuple[Column[Relation], ...] = (
        Column("subject", "whom or what it leads from", lambda it: knowledge.name(it.subject)),
        Column("relation", "its name, as in all files", lambda it: it.name),
        Column("object", "whom or what it leads to", lambda it: knowledge.name(it.object)),
        *date_columns("date", "when it holds", lambda it: it.when),
        Column("detail", "the office or the role in words", lambda it: it.detail or None),
        Column("cited", "the paragraphs that say so, if not those of its record",
               lambda it: names(links.cites(it.cite)) if it.related else None),
        Column("editorial", "why the editors add it, if no text says it",
               lambda it: it.editorial or None),
        url_column(content, "the page of what it leads from", lambda it: links.ref(it.subject)),
    )  # fmt: skip
    return "A relation between two records.", columns, network_relations(knowledge)


def _timeline(content: Content, page: TimelinePage) -> Sheet:
    columns: tuple[Column[Dated], ...] = (
        Column("title", "what it is, in a few words", lambda it: it.title),
        Column("kind", "event, due, life, essay, or said in a statement", lambda it: it.kind),
        *date_columns("date", "when it was, or will be", lambda it: it.when),
        Column("text", "what it is, in a sentence", lambda it: plain(it.text) or None),
        Column("cited", "the paragraphs that say so",
               lambda it: names((it.claim.place,) if it.claim else it.cites)),
        Column("later", "of what was due: told of in a later text, silent, or ahead of all",
               lambda it: it.later or None),
        url_column(content, "the page, or the statement", lambda it: it.record),
    )  # fmt: skip
    lines = (line for decade in page.decades for year in decade.years for line in year.lines)
    return "Something that has a date, in the order of the timeline.", columns, lines


def _compare(content: Content, page: ComparePage) -> Sheet:
    columns: tuple[Column[Any], ...] = (
        Column("pair", "the two texts, the older first", lambda row: row.pair.words),
        *(
            Column(name, meaning, attrgetter(name), "integer")
            for name, meaning in (
                ("oppositions", "claims on which they take opposite sides"),
                ("shades", "claims on which one agrees or disagrees more firmly"),
                ("agreements", "claims on which both stand the same"),
            )
        ),
        url_column(content, "its page", lambda row: row.pair),
    )
    return "Two texts, and on how many claims they meet.", columns, page.pairs


# What makes the sheet of a kind of page.
_SHEETS: dict[type[Page], Callable[[Content, Any], Sheet]] = {
    LedgerPage: ledger_sheet,
    FiguresPage: figures_sheet,
    AgreementsPage: _agreements,
    MatrixPage: _matrix,
    CoveragePage: _coverage,
    NetworkPage: _network,
    TimelinePage: _timeline,
    ComparePage: _compare,
}
EXPORT = Export("sheets", addresses.sheet("recommendations"), files)
