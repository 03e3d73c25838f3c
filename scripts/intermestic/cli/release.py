"""The command `release`, which brings out an edition."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, in_project, progress, report
from intermestic.content import content_of
from intermestic.editing.edits import with_ids
from intermestic.editions.release import release as edition
from intermestic.problems import RefusedError
from intermestic.reading.project import read_project
from intermestic.writing.files import write_all


@click.command()
@click.argument("number")
@click.argument("date")
@in_project
def release(root: Path, number: str, date: str) -> int:
    """Bring out an edition of the records.

    NUMBER is a number such as 1.2, DATE a day such as 2026-11-22. The records are kept for good
    as they are now, and data/publication.yml lists the edition; ids of statements that were not
    written down are, for they stay from now on.
    """
    project = read_project(root, progress)
    content, problems = content_of(project)
    if content is None:
        return report(problems, "no edition made")
    try:
        files = edition(root, content.knowledge, content.publication, number=number, date=date)
    except ValueError as error:
        raise RefusedError(f"found {number} of {date}, expected {error}") from None
    write_all({**with_ids(root, project.valid), **{root / n: text for n, text in files.items()}})
    click.echo(f"Edition {number} is kept in {next(iter(files))}.")
    return DONE
