"""The commands `build` and `schemas`, which write the pages and the editors' JSON Schemas."""

from pathlib import Path

import click

from intermestic import pipeline
from intermestic.cli.terminal import DONE, PROBLEMS, in_project, report
from intermestic.content import load_knowledge
from intermestic.editing.schemas import FOLDER, schemas
from intermestic.english import counted
from intermestic.writing.files import write_changed


@click.command("schemas")
@in_project
def renew_schemas(root: Path) -> int:
    """Update the editors' JSON Schemas in docs/schemas/."""
    knowledge, problems = load_knowledge(root)
    if knowledge is None:
        report(problems, "schemas left as they were")
        return PROBLEMS
    written = write_changed(root / "docs" / FOLDER, schemas(knowledge))
    click.echo(f"{counted(len(written), 'schema')} written.")
    return DONE


@click.command()
@in_project
def build(root: Path) -> int:
    """Build the pages in docs/."""
    outcome = pipeline.build(root)
    if outcome.content is None or outcome.problems:
        report(outcome.problems, "pages left as they were")
        return PROBLEMS
    written, removed = len(outcome.changes.written), len(outcome.changes.removed)
    click.echo(
        f"{counted(len(outcome.content.knowledge.entries), 'record')}: "
        f"{counted(written, 'file')} written, {removed} removed."
    )
    return DONE
