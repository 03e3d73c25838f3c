"""`intermestic build`: the pages."""

from pathlib import Path

import click

from .. import pipeline
from ..names import counted
from .terminal import DONE, PROBLEMS, in_project, report


@click.command()
@in_project
def build(root: Path) -> int:
    """Build the pages in docs/."""
    outcome = pipeline.build(root)
    if outcome.problems:
        report(outcome.problems, "pages left as they were")
        return PROBLEMS
    written, removed = len(outcome.changes.written), len(outcome.changes.removed)
    click.echo(
        f"{counted(len(outcome.content.knowledge.entries), 'record')}: "
        f"{counted(written, 'file')} written, {removed} removed."
    )
    return DONE
