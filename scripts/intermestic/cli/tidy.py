"""The command `tidy`, which removes what is left of a draft."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, FILE, text_in
from intermestic.editing.forms import tidied
from intermestic.english import counted
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
        changes[file] = tidied(text_in(file), str(file)).encode()
    write_all(changes)
    click.echo(f"{counted(len(files), 'file')} tidied.")
    return DONE
