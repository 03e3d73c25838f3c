"""`intermestic site` and `check-site`: the site that a renderer makes of the pages."""

import logging
from pathlib import Path

import click

from intermestic.cli.terminal import DONE, PROBLEMS, in_project
from intermestic.english import counted
from intermestic.problems import RefusedError
from intermestic.site.checker import Report, check
from intermestic.site.renderers import DEFAULT, RENDERERS, is_installed
from intermestic.site.safe_build import build_safely


@click.command()
@click.option(
    "--renderer",
    type=click.Choice(list(RENDERERS)),
    default=DEFAULT,
    show_default=True,
    help="The program that makes the pages.",
)
@in_project
def site(root: Path, renderer: str) -> int:
    """Build the site in site/ and check it.

    It is built strictly, in a folder of its own, and checked as check-site does. Only a site
    without faults replaces the last one.
    """
    if not is_installed(renderer):
        raise RefusedError(f"{renderer} is not installed; try: python -m pip install {renderer}")
    logging.basicConfig(format="%(levelname)-7s -  %(message)s", level=logging.INFO)
    report = build_safely(root, renderer)
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
