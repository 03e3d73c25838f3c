"""The command `silent`, which notes what a source does not report on."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, Misuse, ids_beginning, in_project, progress
from intermestic.cli.texts import not_at_hand, texts_of
from intermestic.editing.silence import with_silence
from intermestic.english import counted
from intermestic.problems import quoted
from intermestic.reading.project import read_project
from intermestic.writing.files import write_all


@click.command()
@click.argument("source", metavar="SOURCE", shell_complete=ids_beginning)
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
        raise Misuse("the records have problems; see: intermestic check")
    if source not in knowledge.ids.get("sources", ()):
        raise Misuse(f"no source {quoted(source)}")
    if source not in texts_of(root):
        raise Misuse(f"the text is {not_at_hand([source])}")
    try:
        files, number = with_silence(project, knowledge, source)
    except ValueError as error:
        raise Misuse(str(error)) from None
    write_all(dict(files))
    advice = counted(number, "recommendation or forecast", "recommendations and forecasts")
    click.echo(f"{source} is silent of {advice}, in {counted(len(files), 'file')}.")
    return DONE
