"""A record on the terminal: what its page shows, in plain text."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import click

from intermestic.catalogue import words
from intermestic.english import date_in_words
from intermestic.pages.about import About
from intermestic.pages.base import Report, ShownClaim
from intermestic.pages.links import Ref, plain
from intermestic.pages.record import RecordPage
from intermestic.pages.relations import RelationLine
from intermestic.pages.source import SourcePage

WIDEST = 100


def card(page: RecordPage | SourcePage) -> Iterator[str]:
    """Yield the lines that show a record."""
    yield click.style(page.about.name, bold=True)
    yield f"{page.frame.label} · {page.frame.generated_from}"
    yield from _about(page.about)
    if isinstance(page, SourcePage):
        yield from _source(page)
    else:
        yield from _record(page)


def _about(about: About) -> Iterator[str]:
    if about.other_names:
        yield from _wrapped(f"{words('fact-also')}: {', '.join(about.other_names)}")
    yield ""
    for paragraph in (about.lead, *about.rest):
        yield from _wrapped(plain(paragraph))
    for cites in filter(None, (about.lead_cites, about.cites)):
        yield from _wrapped(_names(cites))
    notes = [plain(note) for note in (about.note, about.editorial) if note]
    yield from _section(words("editors-note"), notes)


def _record(page: RecordPage) -> Iterator[str]:
    if page.scope:
        yield from _section(words("fact-covers"), [plain(page.scope)])
    if page.when:
        yield from _section(words("fact-when"), [date_in_words(page.when)])
    if page.place:
        yield from _section(words("fact-where"), [plain(page.place)])
    if page.standing:
        standing = words(f"standing-{page.standing.state}")
        line = f"{standing} ({_names(page.standing.cites)})"
        yield from _section(words("fact-standing"), [line])
    accounts = [f"{account.source.words}: {_report(account.report)}" for account in page.accounts]
    yield from _section(words("heading-accounts"), accounts)
    positions = [
        f"{words(f'stance-{position.stance}')}: {_report(position.report)}"
        for position in page.positions
    ]
    yield from _section(words("heading-positions"), positions)
    for group in (*page.box, *page.relations):
        yield from _section(words(f"relation-{group.name}"), map(_line, group.lines))
    for claims in page.by_source:
        yield from _section(claims.source.words, map(_claim, claims.claims))


def _source(page: SourcePage) -> Iterator[str]:
    facts = page.bibliography
    date = f"{date_in_words(facts.date)}. {plain(facts.date_basis)}"
    yield from _section(words("source-date"), [date])
    for section in page.sections:
        claims = [claim for paragraph in section.paragraphs for claim in paragraph.claims]
        yield from _section(section.heading, map(_claim, claims))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the heading and the lines below it, or nothing if there are none."""
    lines = list(lines)
    if lines:
        yield ""
        yield click.style(heading, fg="cyan")
        for line in lines:
            yield from _wrapped(line, "  ")


def _line(line: RelationLine) -> str:
    id = PurePosixPath(line.other.path).stem
    when = date_in_words(line.when) if line.when else ""
    parts = (f"{line.other.words} ({id})", line.detail, when, _names(line.cites), line.editorial)
    return " · ".join(filter(None, parts))


def _claim(claim: ShownClaim) -> str:
    kind = words(f"kind-{claim.statement.kind}")
    return f"{claim.place.words} {kind}: {plain(claim.text)}"


def _report(report: Report) -> str:
    return f"{plain(report.text)} ({_names(report.cites)})"


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
