"""`intermestic stats` and `coverage`: how much there is, and what is still to be read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from intermestic.cli.terminal import DONE, in_project, progress
from intermestic.editing.usages import references
from intermestic.pages.coverage import coverage_of
from intermestic.reading.project import read_project
from intermestic.records.citations import format_paragraphs
from intermestic.records.models import COLLECTIONS, Source
from intermestic.records.statements import KINDS


@click.command()
@in_project
def stats(root: Path) -> int:
    """Count records, references and statements."""
    project = read_project(root, progress)
    count = Counter(valid.raw.collection for valid in project.valid)
    referring = Counter()
    for valid in project.valid:
        referring[valid.raw.collection] += len([*references(valid.record)])
    rows = [(model.label, count[name], referring[name]) for name, model in COLLECTIONS.items()]
    _print_table(("", "records", "references"), (*rows, _total(rows)))
    click.echo()
    rows = []
    for valid in project.valid:
        if isinstance(valid.record, Source):
            kinds = Counter(statement.kind for statement in valid.record.statements)
            rows.append((valid.raw.id, *(kinds[kind] for kind in KINDS), kinds.total()))
    _print_table(("", *KINDS, "all"), (*rows, _total(rows)))
    return DONE


@click.command()
@in_project
def coverage(root: Path) -> int:
    """Count paragraphs with statements, left out, open."""
    rows, still_open = [], []
    for valid in read_project(root, progress).valid:
        if isinstance(valid.record, Source):
            found = coverage_of(valid.record)
            rows.append((valid.raw.id, found.paragraphs, found.stated, found.omitted, found.open))
            if found.open:
                still_open.append(
                    f"open in {valid.raw.id}: ¶{format_paragraphs(found.open_paragraphs)}"
                )
    _print_table(("", "paragraphs", "stated", "left out", "open"), (*rows, _total(rows)))
    for line in still_open:
        click.echo(line)
    return DONE


def _total(rows: Sequence[tuple]) -> tuple:
    return ("all", *(sum(column) for column in [*zip(*rows, strict=True)][1:]))


def _print_table(head: tuple[str, ...], rows: Iterable[tuple]) -> None:
    """Prints a table, the first column to the left, numbers to the right."""
    lines = [head, *(tuple(c if isinstance(c, str) else f"{c:,}" for c in row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for number, line in enumerate(lines):
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        click.echo(click.style("  ".join(cells).rstrip(), bold=number == 0))
