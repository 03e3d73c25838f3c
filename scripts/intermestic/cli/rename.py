"""The command `rename`, which changes the id of a record."""

from pathlib import Path

import click

from intermestic.cli.terminal import (
    DONE,
    PROBLEMS,
    Misuse,
    ids_beginning,
    in_project,
    progress,
    report,
)
from intermestic.editing.rename import rename as renaming_of
from intermestic.english import counted
from intermestic.reading.project import read_project
from intermestic.writing.files import write_all


@click.command()
@click.argument("old", metavar="OLD", shell_complete=ids_beginning)
@click.argument("new", metavar="NEW")
@in_project
def rename(root: Path, old: str, new: str) -> int:
    """Change the id of a record, everywhere.

    Changes every reference, citation and [[link]] in data/ and every link in the pages of
    docs/ that are written by hand; comments and layout stay as they are. The record keeps OLD
    among its former ids, so that its old address redirects. Changes all files or none.
    """
    try:
        renaming, problems = renaming_of(read_project(root, progress), old, new)
    except ValueError as refusal:
        raise Misuse(str(refusal)) from None
    if renaming is None:
        report(problems, "nothing renamed")
        return PROBLEMS
    write_all(renaming.changes)
    files = sum(content is not None for content in renaming.changes.values())
    click.echo(
        f"{old} is now {new}: {counted(renaming.references, 'reference')}, "
        f"{counted(files, 'file')} changed. Its old address redirects to the new one."
    )
    return DONE
