"""What all commands share: the project's folder, exit statuses, and how things are printed."""

import functools
import glob
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import click

from intermestic.english import counted
from intermestic.problems import Problem

DONE, PROBLEMS, MISUSE = 0, 1, 2
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
LONG = 2_000  # pieces; fewer are done before a bar could be read


class Misuse(click.ClickException):
    """What the command was asked can't be done; exits with 2."""

    exit_code = MISUSE

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"intermestic: {self.message}", file=file, err=True)


class InOrder(click.Group):
    """A group that lists its commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds mkdocs.yml."""
    return next((f for f in (start, *start.parents) if (f / "mkdocs.yml").is_file()), None)


def in_project(run: Callable[..., int]) -> Callable[..., int]:
    """Hands a command the folder of the project as its first argument, or says there is none."""

    @click.pass_obj
    def run_in_project(root: Path | None, /, **options: Any) -> int:
        root = root or find_root(Path.cwd())
        if root is None:
            raise Misuse("no mkdocs.yml here or above; use --root")
        return run(root, **options)

    return functools.update_wrapper(run_in_project, run)


def ids_beginning(_context: click.Context, _argument: click.Argument, start: str) -> list[str]:
    """The ids that begin with `start`, for a shell that completes them."""
    root = find_root(Path.cwd())
    return (
        sorted(file.stem for file in root.glob(f"data/*/{glob.escape(start)}*.yml")) if root else []
    )


def report(problems: Iterable[Problem], ending: str) -> None:
    """Prints every problem, then how many there are."""
    problems = tuple(problems)
    for problem in problems:
        place, _, rest = str(problem).partition(": ")
        click.echo(f"{click.style(place, bold=True)}: {rest}", err=True)
    number = click.style(counted(len(problems), "problem"), fg="red" if problems else "green")
    click.echo(f"{number}; {ending}.", err=True)


def progress(work: str, pieces: Sequence[Any]) -> Iterator[Any]:
    """The pieces of `work`, behind a bar if there are many and somebody can watch it."""
    hidden = len(pieces) < LONG or not sys.stderr.isatty()
    with click.progressbar(
        pieces, label=work, file=sys.stderr, hidden=hidden, show_pos=True
    ) as bar:
        yield from bar
