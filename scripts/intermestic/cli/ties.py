"""The commands `ties` and `silent`: what a source may change in older records, and what not."""

from collections.abc import Sequence
from pathlib import Path

import click

from intermestic.cli.terminal import DONE, ids_beginning, in_project, progress
from intermestic.cli.texts import not_at_hand, texts_of
from intermestic.editing.silence import with_silence
from intermestic.editing.ties import Tie, Ties
from intermestic.english import counted
from intermestic.knowledge import KnowledgeBase
from intermestic.problems import RefusedError, quoted
from intermestic.reading.project import read_project
from intermestic.records.prose import shorten
from intermestic.writing.files import write_all

WIDEST = 100
MOST = 10  # lines of a sort, but for --all


@click.command()
@click.argument("source", shell_complete=ids_beginning)
@click.option("--all", "is_all", is_flag=True, help=f"List all, not the first {MOST} of each sort.")
@in_project
def ties(root: Path, source: str, is_all: bool) -> int:
    """List what is to be tied to a source.

    These are: the recommendations and forecasts of earlier sources for which SOURCE was not
    searched yet; propositions on which it may have a position; records of which other sources have
    an account; and records whose date, standing or note it may change. All are about what SOURCE
    speaks of; those that share most with it, and most particular records, come first.
    """
    knowledge = read_project(root, progress).valid_subset(closed=True)
    if source not in knowledge.ids.get("sources", ()):
        raise RefusedError(f"no source {quoted(source)} without problems; see: intermestic check")
    found = Ties(knowledge, source)
    most = None if is_all else MOST
    sorts = (
        (f"Earlier advice and forecasts, to look for in {source}: a follow-up of each that it "
         "reports on; in the others, its id in 'silent'", found.to_look_for()),
        ("Propositions, for its position if it has one", found.without_position()),
        ("Records, for an account if it says enough", found.without_account()),
        ("Records to read again", found.to_read_again()),
    )  # fmt: skip
    for heading, listed in sorts:
        _show(knowledge, heading, listed, most)
    if not any(listed for _, listed in sorts):
        click.echo(f"Nothing is left to tie to {source}.", err=True)
    return DONE


def _show(knowledge: KnowledgeBase, heading: str, listed: Sequence[Tie], most: int | None) -> None:
    """Print the ties of one sort, at most so many, and how many more there are."""
    if not listed:
        return
    click.echo(click.style(f"{heading}: {len(listed)}", bold=True))
    for tie in listed[:most]:
        place = f"  {knowledge.entries[tie.id].file}:{tie.line}: "
        click.echo(place + shorten(tie.why, max(WIDEST - len(place), WIDEST // 2)))
    if rest := len(listed[most:] if most else ()):
        click.echo(f"  … and {rest} more that share less: --all")


@click.command()
@click.argument("source", shell_complete=ids_beginning)
@in_project
def silent(root: Path, source: str) -> int:
    """Note that a source says nothing of the rest.

    The rest are all earlier recommendations and forecasts for which SOURCE was not searched yet:
    each gets SOURCE in its 'silent'. To be called once its text was read for them, and whatever it
    reports has a follow-up or is in its 'repeats'; see: intermestic ties.
    """
    project = read_project(root, progress)
    knowledge = project.knowledge
    if knowledge is None:
        raise RefusedError("the records have problems; see: intermestic check")
    if source not in knowledge.ids.get("sources", ()):
        raise RefusedError(f"no source {quoted(source)}")
    if source not in texts_of(root):
        raise RefusedError(f"the text is {not_at_hand([source])}")
    files, number = with_silence(project, knowledge, source)
    write_all(dict(files))
    advice = counted(number, "recommendation or forecast", "recommendations and forecasts")
    click.echo(f"{source} is silent of {advice}, in {counted(len(files), 'file')}.")
    return DONE
