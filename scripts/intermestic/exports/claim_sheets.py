"""The sheets of claims: the ledgers of recommendations and forecasts, and the figures."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from intermestic import addresses
from intermestic.content import Content
from intermestic.exports.sheet_cells import Sheet, names, url_column
from intermestic.pages.base import Report
from intermestic.pages.figures import FiguresPage
from intermestic.pages.ledger import LedgerPage, Line
from intermestic.pages.links import Ref, plain
from intermestic.records.citations import paragraphs
from intermestic.serialization.columns import Column, date_columns


def ledger_sheet(content: Content, page: LedgerPage) -> Sheet:
    """Return the sheet of a ledger of advice or forecasts."""
    is_advice = page.frame.path == addresses.index("recommendations")
    own: tuple[Column[Line], ...] = (
        Column("addressees", "who should act", lambda line: names(line.claim.addressees)),
    )
    if not is_advice:
        own = (
            Column("hedge", "the text's hedge", attrgetter("claim.statement.hedge")),
            *date_columns("horizon", "by when", attrgetter("claim.statement.horizon")),
        )

    def reports(line: Line) -> str | None:
        cells = [cell for cell in line.claim.fate if cell.report]
        told = (_report(it.source, it.outcome, it.report) for it in cells if it.report)
        return " | ".join(told) or None

    def silent(line: Line) -> str | None:
        return names(cell.source for cell in line.claim.fate if cell.part == "silent")

    columns = (
        Column("text", "what it says, in our words", lambda line: plain(line.claim.text)),
        *own,
        Column("fate", "what came of it, in a word, by the latest text to report any; or again, "
               "if it was only asked for again; silent, if no later text has a word of it; open, "
               "if not all were searched; empty, if there is no later text",
               lambda line: line.claim.became or None),
        Column("reports", "what later texts report of it", reports),
        Column("asked_again_in", "where it is asked for again",
               lambda line: names(line.claim.repeated_in)),
        Column("no_word_in", "the later texts that say nothing of it", silent),
        *_said(content),
    )  # fmt: skip
    noun = "A recommendation" if is_advice else "A forecast"
    lines = (line for source in page.sources for line in source.lines)
    return f"{noun}, with what later texts say of it.", columns, lines


def _report(source: Ref, outcome: str, report: Report) -> str:
    place = "; ".join(ref.words for ref in report.cites)
    return f"{source.words}: {outcome}. {plain(report.text)} ({place})"


def figures_sheet(content: Content, page: FiguresPage) -> Sheet:
    """Return the sheet of the figures."""
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
        *_said(content),
    )  # fmt: skip
    return "A figure, by policy area.", columns, page.figures


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
    yield Column("areas", "the fields of policy", lambda it: names(it.claim.areas))
    yield url_column(content, "its place here", attrgetter("claim.permalink"))
