"""Sheets: the tables of the pages that gather, each as one CSV file, in the order of its page.

What the tables of the data hold in several, to be joined, stands in a sheet on one row, in words.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from posixpath import dirname
from typing import Any

from intermestic import addresses
from intermestic.catalogue import collection_words
from intermestic.content import Content
from intermestic.exports.base import Export, File, Files
from intermestic.exports.tables import CSV, csv_of
from intermestic.knowledge import Relation
from intermestic.links import Links, Ref, plain
from intermestic.pages.agreements import AgreementsPage
from intermestic.pages.base import Page, Report, ShownClaim
from intermestic.pages.compare import ComparePage
from intermestic.pages.coverage import CoveragePage
from intermestic.pages.figures import FiguresPage
from intermestic.pages.ledger import LedgerPage, Line
from intermestic.pages.matrix import MatrixPage
from intermestic.pages.network import NetworkPage, network_relations
from intermestic.pages.timeline import Line as Dated
from intermestic.pages.timeline import TimelinePage
from intermestic.records.citations import paragraphs
from intermestic.serialization.columns import Column, Table, date_columns, table


def sheets(content: Content) -> Iterator[Table]:
    """Yield the sheet of each page that has one, named as the folder of the page."""
    for path, page in ((page.frame.path, page) for page in content.pages):
        if make := next((make for kind, make in _SHEETS.items() if isinstance(page, kind)), None):
            description, columns, items = make(_Words(content), page)
            yield table(dirname(path), description, columns, items, key=())


def files(content: Content) -> Files:
    """Return a CSV file for each sheet."""
    return tuple(
        File(addresses.sheet(sheet.name), csv_of(sheet), CSV, len(sheet.rows), "row")
        for sheet in sheets(content)
    )


Sheet = tuple[str, Iterable[Column[Any]], Iterable[Any]]


@dataclass(frozen=True)
class _Words:
    """What pages say by links and in several places, in words for one cell."""

    content: Content

    def url(self, ref: Ref) -> str:
        page = addresses.canonical(self.content.publication.address, ref.path)
        return page + (f"#{ref.anchor}" if ref.anchor else "")

    def authors(self, claim: ShownClaim) -> str | None:
        knowledge = self.content.knowledge
        source = knowledge.source(claim.address.partition("/")[0])
        return "; ".join(knowledge.entries[id].record.name for id in source.authors) or None

    def said(self, claim: Callable[[Any], ShownClaim]) -> Iterator[Column[Any]]:
        """Yield the columns that tell where a claim stands and what it is about."""
        knowledge = self.content.knowledge

        def source(item: Any) -> str:
            return claim(item).address.partition("/")[0]

        yield Column("source", "the text that says it", lambda it: knowledge.name(source(it)))
        yield Column("authors", "its authors, if it names any", lambda it: self.authors(claim(it)))
        yield from date_columns(
            "source_date", "the date of the text", lambda it: knowledge.source(source(it)).date
        )
        yield Column("paragraphs", "its paragraphs that say it",
                     lambda it: paragraphs(claim(it).statement.para))  # fmt: skip
        yield Column("areas", "the fields of policy", lambda it: _names(claim(it).areas))
        yield Column("url", "its place here", lambda it: self.url(claim(it).permalink))


def _names(refs: Iterable[Ref]) -> str | None:
    return "; ".join(ref.words for ref in refs) or None


def _report(source: Ref, outcome: str, report: Report) -> str:
    place = "; ".join(ref.words for ref in report.cites)
    return f"{source.words}: {outcome}. {plain(report.text)} ({place})"


def _ledger(words: _Words, page: LedgerPage) -> Sheet:
    claim: Callable[[Line], ShownClaim] = attrgetter("claim")
    is_advice = page.frame.path == addresses.index("recommendations")
    own: tuple[Column[Line], ...] = (
        Column("addressees", "who should act", lambda line: _names(claim(line).addressees)),
    )
    if not is_advice:
        own = (
            Column("hedge", "the text's hedge", attrgetter("claim.statement.hedge")),
            *date_columns("horizon", "by when", attrgetter("claim.statement.horizon")),
        )

    def fate(line: Line) -> str | None:
        reported = [cell.outcome for cell in claim(line).fate if cell.outcome]
        return reported[-1] if reported else line.fate or None

    def reports(line: Line) -> str | None:
        cells = [cell for cell in claim(line).fate if cell.report]
        told = (_report(it.source, it.outcome, it.report) for it in cells if it.report)
        return " | ".join(told) or None

    def silent(line: Line) -> str | None:
        return _names(cell.source for cell in claim(line).fate if cell.part == "silent")

    columns = (
        Column("text", "what it says, in our words", lambda line: plain(claim(line).text)),
        *own,
        Column("fate", "what came of it, in a word, by the latest text to report any; or again, "
               "if it was only asked for again; silent, if no later text has a word of it; open, "
               "if not all were searched; empty, if there is no later text", fate),
        Column("reports", "what later texts report of it", reports),
        Column("asked_again_in", "where it is asked for again",
               lambda line: _names(claim(line).repeated_in)),
        Column("no_word_in", "the later texts that say nothing of it", silent),
        *words.said(claim),
    )  # fmt: skip
    noun = "A recommendation" if is_advice else "A forecast"
    lines = (line for source in page.sources for line in source.lines)
    return f"{noun}, with what later texts say of it.", columns, lines


def _figures(words: _Words, page: FiguresPage) -> Sheet:
    stated: Callable[[Any], Any] = attrgetter("claim.statement")

    def converted(name: str) -> Callable[[Any], Any]:
        return lambda it: getattr(stated(it).converted, name, None)

    columns = (
        Column("counts", "what is counted", lambda it: stated(it).counts),
        Column("hedge", "the text's hedge", lambda it: stated(it).hedge),
        Column("value", "the number", lambda it: stated(it).value, "number"),
        Column("upper", "the upper end of a range", lambda it: stated(it).upper, "number"),
        Column("unit", "the unit", lambda it: stated(it).unit),
        *date_columns("as_of", "when it holds", lambda it: stated(it).as_of or stated(it).when),
        Column("measure", "what it measures, as the comparable ones do",
               lambda it: stated(it).measure),
        Column("converted", "the number, to be compared", converted("value"), "number"),
        Column("converted_unit", "its unit", converted("unit")),
        Column("converted_how", "how it was worked out", converted("how")),
        Column("text", "what is said, in our words", lambda it: plain(it.claim.text)),
        *words.said(attrgetter("claim")),
    )  # fmt: skip
    return "A figure, by policy area.", columns, page.figures


def _agreements(words: _Words, page: AgreementsPage) -> Sheet:
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
        Column("url", "its page", lambda row: words.url(row.proposition)),
    )  # fmt: skip
    return "A claim, and where each text stands on it, the most divided first.", columns, page.rows


def _matrix(words: _Words, page: MatrixPage) -> Sheet:
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
        Column("url", "its page", lambda it: words.url(it[1].record)),
    )  # fmt: skip
    rows = ((tracked.collection, row) for tracked in page.tables for row in tracked.rows)
    return "An initiative or a policy area, and how much each text says of it.", columns, rows


def _coverage(words: _Words, page: CoveragePage) -> Sheet:
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
        Column("url", "its page", lambda line: words.url(line.source)),
    )
    return "A text, and how much of it has statements.", columns, page.sources


def _network(words: _Words, _: NetworkPage) -> Sheet:
    knowledge = words.content.knowledge
    links = Links(knowledge)
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
        Column("url", "the page of what it leads from",
               lambda it: words.url(links.ref(it.subject))),
    )  # fmt: skip
    return "A relation between two records.", columns, network_relations(knowledge)


def _timeline(words: _Words, page: TimelinePage) -> Sheet:
    columns: tuple[Column[Dated], ...] = (
        Column("title", "what it is, in a few words", lambda it: it.title),
        Column("kind", "event, due, life, essay, or said in a statement", lambda it: it.kind),
        *date_columns("date", "when it was, or will be", lambda it: it.when),
        Column("text", "what it is, in a sentence", lambda it: plain(it.text) or None),
        Column("cited", "the paragraphs that say so",
               lambda it: _names((it.claim.place,) if it.claim else it.cites)),
        Column("later", "of what was due: told of in a later text, silent, or ahead of all",
               lambda it: it.later or None),
        Column("url", "the page, or the statement", lambda it: words.url(it.record)),
    )  # fmt: skip
    lines = (line for decade in page.decades for year in decade.years for line in year.lines)
    return "Something that has a date, in the order of the timeline.", columns, lines


def _compare(words: _Words, page: ComparePage) -> Sheet:
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
        Column("url", "its page", lambda row: words.url(row.pair)),
    )
    return "Two texts, and on how many claims they meet.", columns, page.pairs


# What makes the sheet of a kind of page.
_SHEETS: dict[type[Page], Callable[[_Words, Any], Sheet]] = {
    LedgerPage: _ledger,
    FiguresPage: _figures,
    AgreementsPage: _agreements,
    MatrixPage: _matrix,
    CoveragePage: _coverage,
    NetworkPage: _network,
    TimelinePage: _timeline,
    ComparePage: _compare,
}
EXPORT = Export("sheets", addresses.sheet("recommendations"), files)
