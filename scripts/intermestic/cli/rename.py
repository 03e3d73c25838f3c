"""The command `rename`, which changes the id of a record or a statement."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, ids_beginning, in_project, progress, report
from intermestic.editing.rename import rename as rename_record
from intermestic.editing.rename import rename_statement
from intermestic.editions.permanence import read_released, released_ids
from intermestic.english import counted
from intermestic.problems import Problem
from intermestic.reading.project import read_project
from intermestic.reading.publication import read_publication
from intermestic.writing.files import write_all


@click.command()
@click.argument("old", shell_complete=ids_beginning)
@click.argument("new")
@in_project
def rename(root: Path, old: str, new: str) -> int:
    """Change the id of a record or a statement, everywhere.

    OLD is the id of a record, or source/statement. Changes every reference, citation and
    [[link]] in data/ and every link in the pages of docs/ that are written by hand; comments and
    layout stay as they are. A record that an edition has keeps OLD among its former ids, so that
    its old address redirects. A record that was just begun may have problems. Changes all files
    or none.
    """
    project = read_project(root, progress)
    published, problems = _published(root)
    if problems:
        return report(problems, "nothing renamed")
    change = rename_statement if "/" in old else rename_record
    renaming, problems = change(project, old, new, published)
    if renaming is None:
        return report(problems, "nothing renamed")
    write_all(renaming.changes)
    files = sum(content is not None for content in renaming.changes.values())
    click.echo(
        f"{old} is now {new}: {counted(renaming.references, 'reference')}, "
        f"{counted(files, 'file')} changed."
        + (" Its old address redirects to the new one." if old in published else "")
    )
    return DONE


def _published(root: Path) -> tuple[set[str], list[Problem]]:
    """Return the ids that editions have, or what is wrong with these."""
    publication, problems = read_publication(root)
    if publication is None:
        return set(), list(problems)
    released, problems = read_released(root, publication)
    return released_ids(released), list(problems)
