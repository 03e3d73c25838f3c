"""`intermestic diff` and `review`: what changed, in words."""

from pathlib import Path

import click

from intermestic.cli.review_text import in_words
from intermestic.cli.review_text import review as reviewed
from intermestic.cli.terminal import DONE, PROBLEMS, Misuse, in_project, report
from intermestic.editions.differences import compare
from intermestic.editions.snapshot import Snapshot, parse
from intermestic.pipeline import gather

FILE = click.Path(path_type=Path)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="Plain text, or Markdown in which all shows letter for letter.",
)


@click.command()
@click.argument("old", type=FILE, metavar="OLD")
@click.argument("new", type=FILE, metavar="NEW")
@format_option
def diff(old: Path, new: Path, form: str) -> int:
    """Say what changed from one edition to another.

    OLD and NEW are the kb.json of each.
    """
    click.echo(in_words(compare(_read(old), _read(new)), markdown=form == "markdown"), nl=False)
    return DONE


def _read(path: Path) -> Snapshot:
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise Misuse(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise Misuse(f"{path}: found something else, expected {error}") from None


@click.command()
@click.argument("base", metavar="BASE")
@format_option
@in_project
def review(root: Path, base: str, form: str) -> int:
    """Say what changed since a revision in Git.

    BASE is the revision, such as main: the records are compared with those where both parted.
    """
    content, problems = gather(root)
    if content is None:
        report(problems, "nothing compared")
        return PROBLEMS
    try:
        found, problems = reviewed(root, content.knowledge, content.publication, base)
    except ValueError as error:
        raise Misuse(str(error)) from None
    if found is None:
        report(problems, f"so the records of {base} can't be compared")
        return PROBLEMS
    click.echo(in_words(found, markdown=form == "markdown"), nl=False)
    return DONE
