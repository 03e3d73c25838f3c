"""The commands `build` and `schemas`, which write the pages and what editors complete by."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, in_project, report
from intermestic.content import load_knowledge
from intermestic.editing.schemas import editor_files
from intermestic.english import counted
from intermestic.site import pipeline
from intermestic.writing.files import write_changed


@click.command("schemas")
@in_project
def renew_schemas(root: Path) -> int:
    """Update the files by which editors complete fields, ids and links.

    These are the JSON Schemas in docs/schemas/, and snippets for Visual Studio Code.
    """
    knowledge, problems = load_knowledge(root)
    if knowledge is None:
        return report(problems, "editors' files left as they were")
    written = write_changed(root, editor_files(knowledge))
    click.echo(f"{counted(len(written), 'file')} for editors written.")
    return DONE


@click.command()
@in_project
def build(root: Path) -> int:
    """Build the pages in docs/."""
    outcome = pipeline.build(root)
    if outcome.content is None or outcome.problems:
        return report(outcome.problems, "pages left as they were")
    written, removed = len(outcome.changes.written), len(outcome.changes.removed)
    click.echo(
        f"{counted(len(outcome.content.knowledge.entries), 'record')}: "
        f"{counted(written, 'file')} written, {removed} removed."
    )
    return DONE
