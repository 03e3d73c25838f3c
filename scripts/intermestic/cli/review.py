"""`intermestic review`: what changed, in words."""

from pathlib import Path

import click

from intermestic.cli.review_text import in_words
from intermestic.cli.review_text import review as reviewed
from intermestic.cli.terminal import (
    DONE,
    Misuse,
    in_project,
    report,
)
from intermestic.cli.texts import not_at_hand, texts_of
from intermestic.content import gather


@click.command()
@click.argument("base", metavar="BASE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="Plain text, or Markdown in which all shows letter for letter.",
)
@in_project
def review(root: Path, base: str, form: str) -> int:
    """Say what changed since a revision in Git.

    BASE is the revision, such as main: the records are compared with those where both parted.
    Texts that are not at hand are named: nothing of their sources was held against them.
    """
    content, problems = gather(root)
    if content is None:
        return report(problems, "nothing compared")
    try:
        found, problems = reviewed(root, content.knowledge, content.publication, base)
    except ValueError as error:
        raise Misuse(str(error)) from None
    if found is None:
        return report(problems, f"so the records of {base} can't be compared")
    click.echo(in_words(found, markdown=form == "markdown"), nl=False)
    texts = texts_of(root)
    if missing := [id for id, _ in content.knowledge.sources if id not in texts]:
        click.echo(f"\nTexts {not_at_hand(missing)}.")
    return DONE
