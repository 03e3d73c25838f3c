"""The command `review`, which says in words what a change to the records would change."""

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from intermestic.catalogue import words
from intermestic.cli.terminal import DONE, in_project, report
from intermestic.cli.texts import not_at_hand, texts_of
from intermestic.content import gather, load_knowledge
from intermestic.editions.differences import Difference, Differences, compare
from intermestic.editions.snapshot import Snapshot
from intermestic.problems import RefusedError
from intermestic.records.prose import shorten
from intermestic.rendering.render import markdown_templates
from intermestic.serialization.kb import edition

LONGEST = 200  # characters of what a difference is about


@click.command()
@click.argument("base")
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
    with TemporaryDirectory() as folder:
        _check_out(root, base, Path(folder))
        before, problems = load_knowledge(Path(folder))
    if before is None:
        return report(problems, f"so the records of {base} can't be compared")
    old, new = (
        Snapshot.of(edition(knowledge, content.publication))
        for knowledge in (before, content.knowledge)
    )
    click.echo(in_words(compare(old, new), markdown=form == "markdown"), nl=False)
    texts = texts_of(root)
    if missing := [id for id, _ in content.knowledge.sources if id not in texts]:
        click.echo(f"\nTexts {not_at_hand(missing)}.")
    return DONE


def in_words(differences: Differences, *, markdown: bool) -> str:
    """Return what changed as a list, in Markdown that shows text letter for letter, or plain."""
    templates = markdown_templates()
    if not markdown:
        templates = templates.overlay(autoescape=False, finalize=None)
        templates.globals["words"] = words
    template = templates.get_template("differences.md.jinja")
    return template.render(differences=differences, subject=_subject).strip() + "\n"


def _subject(difference: Difference) -> str:
    return f"{shorten(difference.words, LONGEST)} ({difference.id})"


def _check_out(root: Path, revision: str, folder: Path) -> None:
    """Copy the data folder into `folder`, as it was where this branch left `revision`."""
    base = _git(root, "merge-base", "--end-of-options", "HEAD", revision).decode().strip()
    archive = _git(root, "archive", base, "data")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    """Return what Git answers; it refuses a revision that it does not know, or without data."""
    ran = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip()
        raise RefusedError(said or f"git {' '.join(arguments)} found nothing")
    return ran.stdout
