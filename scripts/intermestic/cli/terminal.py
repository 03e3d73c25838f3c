"""What all commands share: the project's folder, exit statuses, and printing."""

import functools
import glob
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from intermestic.english import counted
from intermestic.problems import Problem, RefusedError, did_you_mean, quoted
from intermestic.records.names import closest

DONE, PROBLEMS, MISUSE = 0, 1, 2
INTERRUPTED = 130  # as a shell says of what Ctrl+C ended
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
LONG = 2_000  # pieces; fewer are done before a bar could be read


class InOrder(click.Group):
    """A group that lists its commands in the order in which they were added."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called, or report that there is none of its name."""
        names = self.list_commands(ctx)
        is_known = not args or args[0] in names or args[0].startswith("-")
        if not is_known and not ctx.resilient_parsing:  # which a shell that completes words is
            hint = did_you_mean(closest(args[0], names))
            raise click.UsageError(f"no command {quoted(args[0])}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.commands)


class OnDemand(InOrder):
    """A group that imports the module of a command when that is called.

    `modules` has the module of each command, by its name, in the order of the help.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, if there is one."""
        if cmd_name not in self._modules:
            return None
        defined = vars(import_module(self._modules[cmd_name])).values()
        commands = (it for it in defined if isinstance(it, click.Command))
        return next(command for command in commands if command.name == cmd_name)


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that has mkdocs.yml."""
    return next((f for f in (start, *start.parents) if (f / "mkdocs.yml").is_file()), None)


def in_project(run: Callable[..., int]) -> Callable[..., int]:
    """Pass a command the folder of the project, or report that there is none."""

    @click.pass_obj
    def run_in_project(root: Path | None, /, **options: Any) -> int:
        root = root or find_root(Path.cwd())
        if root is None:
            raise RefusedError("no mkdocs.yml here or above; use --root")
        return run(root, **options)

    return functools.update_wrapper(run_in_project, run)


def ids_beginning(_context: click.Context, _argument: click.Argument, start: str) -> list[str]:
    """Return the ids that begin with `start`, for a shell to complete."""
    root = find_root(Path.cwd())
    return (
        sorted(file.stem for file in root.glob(f"data/*/{glob.escape(start)}*.yml")) if root else []
    )


def report_misuse(error: click.UsageError) -> None:
    """Print what is wrong with a call, and the command that explains it."""
    message = error.format_message().rstrip(".").replace(". Did you", "; did you")
    if error.ctx and not message.endswith("?"):
        message += f"; see: {error.ctx.command_path} --help"
    click.echo(f"intermestic: {message[:1].lower()}{message[1:]}", err=True)


def report_refusal(error: OSError) -> None:
    """Print what the file system refused, and for which file."""
    parts = (str(error.filename or ""), error.strerror or str(error) or type(error).__name__)
    click.echo(f"intermestic: {': '.join(filter(None, parts))}; nothing changed", err=True)


def report(problems: Iterable[Problem], ending: str) -> int:
    """Print every problem, then their number; return what the command ends with."""
    problems = tuple(problems)
    for problem in problems:
        place, _, rest = str(problem).partition(": ")
        click.echo(f"{click.style(place, bold=True)}: {rest}", err=True)
    number = click.style(counted(len(problems), "problem"), fg="red" if problems else "green")
    click.echo(f"{number}; {ending}.", err=True)
    return PROBLEMS if problems else DONE


def progress(work: str, pieces: Sequence[Any]) -> Iterator[Any]:
    """Yield the pieces of `work`, with a progress bar on a terminal if there are many."""
    hidden = len(pieces) < LONG or not sys.stderr.isatty()
    with click.progressbar(
        pieces, label=work, file=sys.stderr, hidden=hidden, show_pos=True
    ) as bar:
        yield from bar
