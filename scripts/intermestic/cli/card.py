"""A record on the terminal: what its page shows, in plain text."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import click

from intermestic.catalogue import words
from intermestic.english import date_in_words
from intermestic.pages.base import Report, ShownClaim
from intermestic.pages.links import Ref, plain
from intermestic.pages.record import RecordPage
from intermestic.pages.relations import RelationLine
from intermestic.pages.source import SourcePage

WIDEST = 100
# Its heading, and its lines; without lines it is not shown.
Section = tuple[str, list[str]]


def card(page: RecordPage | SourcePage) -> Iterator[str]:
    """Yield the lines that show a record."""
    about = page.about
    yield click.style(about.name, bold=True)
    yield f"{page.frame.label} · {page.frame.generated_from}"
    if about.other_names:
        yield from _wrapped(f"{words('fact-also')}: {', '.join(about.other_names)}")
    yield ""
    for paragraph in (about.lead, *about.rest):
        yield from _wrapped(plain(paragraph))
    for cites in filter(None, (about.lead_cites, about.cites)):
        yield from _wrapped(_names(cites))
    notes = [plain(note) for note in (about.note, about.editorial) if note]
    sections = _of_source(page) if isinstance(page, SourcePage) else _of_record(page)
    for heading, lines in ((words("editors-note"), notes), *sections):
        if lines:
            yield ""
            yield click.style(heading, fg="cyan")
            for line in lines:
                yield from _wrapped(line, "  ")


def _of_record(page: RecordPage) -> Iterator[Section]:
    yield words("fact-covers"), [plain(page.scope)] if page.scope else []
    yield words("fact-when"), [date_in_words(page.when)] if page.when else []
    yield words("fact-where"), [plain(page.place)] if page.place else []
    if page.standing:
        standing = words(f"standing-{page.standing.state}")
        yield words("fact-standing"), [f"{standing} ({_names(page.standing.cites)})"]
    accounts = [f"{account.source.words}: {_report(account.report)}" for account in page.accounts]
    yield words("heading-accounts"), accounts
    positions = [
        f"{words(f'stance-{position.stance}')}: {_report(position.report)}"
        for position in page.positions
    ]
    yield words("heading-positions"), positions
    for group in (*page.box, *page.relations):
        yield words(f"relation-{group.name}"), [_line(line) for line in group.lines]
    for claims in page.by_source:
        yield claims.source.words, [_claim(claim) for claim in claims.claims]


def _of_source(page: SourcePage) -> Iterator[Section]:
    facts = page.bibliography
    yield words("source-date"), [f"{date_in_words(facts.date)}. {plain(facts.date_basis)}"]
    for section in page.sections:
        claims = [claim for paragraph in section.paragraphs for claim in paragraph.claims]
        yield section.heading, [_claim(claim) for claim in claims]


def _line(line: RelationLine) -> str:
    id = PurePosixPath(line.other.path).stem
    when = date_in_words(line.when) if line.when else ""
    parts = (f"{line.other.words} ({id})", line.detail, when, _names(line.cites), line.editorial)
    return " · ".join(filter(None, parts))


def _claim(claim: ShownClaim) -> str:
    kind = words(f"kind-{claim.statement.kind}")
    return f"{claim.place.words} {kind}: {plain(claim.text)}"


def _report(report: Report | None) -> str:
    return f"{plain(report.text)} ({_names(report.cites)})" if report else ""


def _names(targets: Iterable[Ref]) -> str:
    return "; ".join(target.words for target in targets)


def _wrapped(text: str, indent: str = "") -> list[str]:
    width = min(WIDEST, shutil.get_terminal_size().columns)
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
    )
