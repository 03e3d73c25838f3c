"""The command `tidy`, which removes what is left of a draft."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, FILE, Misuse
from intermestic.editing.forms import tidied
from intermestic.english import counted
from intermestic.reading.load import read_text
from intermestic.writing.files import write_all


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE…")
def tidy(files: tuple[Path, ...]) -> int:
    """Remove the comments that a draft left.

    Removes every comment on a line of its own but the number above the statements of a
    paragraph (# ¶22 or # [22]).
    """
    changes: dict[Path, bytes | None] = {}
    for file in files:
        text, problems = read_text(file, str(file))
        if text is None:
            raise Misuse(str(problems[0]))
        try:
            changes[file] = tidied(text, str(file)).encode()
        except ValueError as error:
            raise Misuse(str(error)) from None
    write_all(changes)
    click.echo(f"{counted(len(files), 'file')} tidied.")
    return DONE
