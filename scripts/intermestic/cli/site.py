"""`intermestic site` and `check-site`: the site that MkDocs makes of the pages."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, PROBLEMS, in_project
from intermestic.english import counted
from intermestic.site.checker import Report, check
from intermestic.site.safe_build import build_safely


@click.command()
@in_project
def site(root: Path) -> int:
    """Build the site in site/ and check it.

    MkDocs builds it strictly, in a folder of its own, and it is checked as check-site does. Only
    a site without faults replaces the last one.
    """
    report = build_safely(root)
    if report is None or not _show(report):
        click.echo("The site was left as it was.", err=True)
        return PROBLEMS
    return DONE


@click.command()
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="SITE",
)
def check_site(folder: Path) -> int:
    """Check the built site in the folder SITE.

    Every link and fragment must lead somewhere, every page be reached from the home page, and
    every id be unique on its page; nothing may be loaded from another host, and no page weigh
    or load too much.
    """
    return DONE if _show(check(folder)) else PROBLEMS


def _show(report: Report) -> bool:
    """Print the faults of a site and their number; return whether there are none."""
    for fault in report.faults:
        click.echo(fault, err=True)
    pages, faults = counted(report.pages, "page"), counted(len(report.faults), "fault")
    click.echo(f"{pages} checked: {faults}.")
    return not report.faults
