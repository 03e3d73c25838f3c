"""The commands `format` and `tidy`: the common format of records, and no rest of a draft."""

import difflib
from pathlib import Path

import click

from intermestic.cli.terminal import DONE, FILE, PROBLEMS, in_project, report
from intermestic.cli.texts import text_in
from intermestic.editing.formatting import formatted, tidied
from intermestic.english import counted
from intermestic.problems import Problem
from intermestic.reading.load import read_text
from intermestic.writing.files import write_all

SEEN = {ord("\r"): "␍", ord("\ufeff"): "[byte-order mark]", ord("\t"): "␉"}


@click.command("format")
@click.option("--check", is_flag=True, help="Change nothing; show what would change.")
@click.argument("files", nargs=-1, type=FILE, metavar="[FILE]…")
@in_project
def format_records(root: Path, files: tuple[Path, ...], check: bool) -> int:
    """Write records in the common format. Without FILE: all of them.

    The first line names the schema; lines end with a line feed and no spaces; letters with
    accents are single characters; folded texts (>-) have lines of at most 100 characters. What
    a record says stays, to the word. With --check, exits with 1 if anything would change.
    """
    changes: dict[Path, bytes | None] = {}
    problems: list[Problem] = []
    for file in files or sorted(root.glob("data/*/*.yml")):
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
        text, found = read_text(file, name)
        new, wrong = (None, found) if text is None else formatted(text, file.parent.name, name)
        problems += wrong
        if new is not None and new.encode() != (old := file.read_bytes()):
            changes[file] = new.encode()
            if check:
                click.echo(_difference(name, old.decode(), new), nl=False)
    if problems:
        return report(problems, "nothing changed")
    if check:
        click.echo(f"{counted(len(changes), 'file')} to format.", err=True)
        return PROBLEMS if changes else DONE
    write_all(changes)
    click.echo(f"{counted(len(changes), 'file')} changed.")
    return DONE


def _difference(name: str, old: str, new: str) -> str:
    """Return what changes in the file `name` as a unified diff that shows line ends and tabs."""
    if not old.endswith("\n"):
        old += "\n\\ No newline at end of file\n"
    before, after = (text.translate(SEEN).splitlines(keepends=True) for text in (old, new))
    return "".join(difflib.unified_diff(before, after, name, f"{name}, formatted"))


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
