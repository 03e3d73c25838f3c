"""The command line: the only part that prints."""

import os
from collections.abc import Sequence
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from intermestic.cli.terminal import (
    DONE,
    INTERRUPTED,
    MISUSE,
    PROBLEMS,
    OnDemand,
    find_root,
    report_misuse,
    report_refusal,
)
from intermestic.memory import undisturbed
from intermestic.problems import RefusedError

__all__ = ["DONE", "MISUSE", "PROBLEMS", "find_root", "main"]


# Each command, in the order of the help, and the module that has it.
MODULES = {
    "new": "intermestic.cli.new",
    "phrase": "intermestic.cli.phrase",
    "import": "intermestic.cli.import_table",
    "tidy": "intermestic.cli.formatting",
    "format": "intermestic.cli.formatting",
    "check": "intermestic.cli.check",
    "ties": "intermestic.cli.ties",
    "silent": "intermestic.cli.ties",
    "rename": "intermestic.cli.rename",
    "show": "intermestic.cli.lookup",
    "refs": "intermestic.cli.lookup",
    "review": "intermestic.cli.review",
    "release": "intermestic.cli.release",
    "build": "intermestic.cli.build",
    "site": "intermestic.cli.site",
    "check-site": "intermestic.cli.site",
    "schemas": "intermestic.cli.build",
}


@click.group(
    cls=OnDemand, modules=MODULES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder. Default: the nearest one upwards from here.",
)
@click.pass_context
def command(context: click.Context, root: Path | None) -> None:
    """Check, look up and add to the records of a knowledge base.

    Exits with 0 if all is well, 1 if there are problems, 2 if it was called wrongly.
    """
    context.obj = root
    if os.environ.get("NO_COLOR"):
        context.color = False


@command.result_callback()
@click.pass_context
def end(context: click.Context, /, status: int, **options: object) -> None:
    """Exit with the status that a command returns."""
    context.exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit status: 0 done, 1 problems, 2 misuse."""
    try:
        with undisturbed():
            status = command.main(arguments, prog_name="intermestic", standalone_mode=False)
    except NoArgsIsHelpError as error:
        error.show()
        return MISUSE
    except click.UsageError as error:
        report_misuse(error)
        return MISUSE
    except RefusedError as refusal:
        click.echo(f"intermestic: {refusal}", err=True)
        return MISUSE
    except click.Abort:
        return INTERRUPTED
    except OSError as error:
        report_refusal(error)
        return PROBLEMS
    return int(status or DONE)
