"""The command `release`, which brings out an edition."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, PROBLEMS, Misuse, in_project, report
from intermestic.content import gather
from intermestic.editions.release import release as edition
from intermestic.writing.files import write_all


@click.command()
@click.argument("number", metavar="NUMBER")
@click.argument("date", metavar="DATE")
@in_project
def release(root: Path, number: str, date: str) -> int:
    """Bring out an edition of the records.

    NUMBER is a number such as 1.2, DATE a day such as 2026-11-22. The records are kept for good
    as they are now, and data/publication.yml lists the edition.
    """
    content, problems = gather(root)
    if content is None:
        report(problems, "no edition made")
        return PROBLEMS
    try:
        files = edition(root, content.knowledge, content.publication, number=number, date=date)
    except ValueError as error:
        raise Misuse(f"found {number} of {date}, expected {error}") from None
    write_all({root / name: text for name, text in files.items()})
    click.echo(f"Edition {number} is kept in {next(iter(files))}.")
    return DONE
