"""The commands `show` and `refs`: what is known of a record, and what refers to it."""

from pathlib import Path

import click

from intermestic.cli.card import card
from intermestic.cli.terminal import DONE, ids_beginning, in_project, progress
from intermestic.english import counted
from intermestic.pages.base import Context
from intermestic.pages.record import record_page
from intermestic.pages.source import source_page
from intermestic.problems import RefusedError, did_you_mean, quoted
from intermestic.reading.project import Project, read_project
from intermestic.records.names import closest, fold
from intermestic.records.source import Source


@click.command()
@click.argument("id", shell_complete=ids_beginning)
@in_project
def show(root: Path, id: str) -> int:
    """Show a record, by its id or name.

    Shows its fields, its relations in both directions, and all that the sources say of it.
    """
    project = read_project(root, progress)
    context = Context(project.valid_subset(closed=True))
    entry = context.knowledge.entries.get(_found(project, id))
    if entry is None:
        found = f"the record {quoted(id)}, or one that it depends on, has problems"
        raise RefusedError(f"{found}; see: intermestic check")
    page = source_page if isinstance(entry.record, Source) else record_page
    click.echo("\n".join(card(page(context, entry))))
    _warn(project)
    return DONE


@click.command()
@click.argument("id", shell_complete=ids_beginning)
@in_project
def refs(root: Path, id: str) -> int:
    """List all references to a record, by its id or name.

    Prints file:line:column: field for each, in the records and in the pages of docs/ that are
    written by hand.
    """
    # What `show` does not need, and takes a while to read.
    from intermestic.editing.usages import page_usages, usages

    project = read_project(root, progress)
    id = _found(project, id)
    found = usages(root, project.valid, id)
    found += page_usages(root, project.loaded.collection_of[id], id)
    for usage in found:
        click.echo(f"{click.style(str(usage.place), bold=True)}: {usage.field}")
    files = len({usage.place.file for usage in found})
    click.echo(f"{counted(len(found), 'reference')} to {id} in {counted(files, 'file')}.", err=True)
    _warn(project)
    return DONE


def _found(project: Project, words: str) -> str:
    """Return the id of the record that has `words` as an id, a former id or a name."""
    ids: dict[str, set[str]] = {}
    for valid in project.valid:
        record = valid.record
        for name in (*record.names, *record.former_ids):
            ids.setdefault(fold(name), set()).add(valid.raw.id)
    if words in project.loaded.collection_of:
        return words
    found = sorted(ids.get(fold(words), ()))
    if len(found) > 1:
        raise RefusedError(f"{quoted(words)} is a name of {' and '.join(found)}; use an id")
    if not found:
        hint = did_you_mean(closest(words, (*project.loaded.collection_of, *ids)))
        raise RefusedError(f"no record has the id or name {quoted(words)}{hint}")
    return found[0]


def _warn(project: Project) -> None:
    if project.problems:
        number = counted(len(project.problems), "problem")
        click.echo(f"{number} in the records, left out here; see: intermestic check", err=True)
