"""The command line: the only part that prints."""

import os
from collections.abc import Sequence
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from intermestic.cli.build import build, renew_schemas
from intermestic.cli.check import check
from intermestic.cli.formatting import format_records
from intermestic.cli.lookup import refs, show
from intermestic.cli.new import new
from intermestic.cli.release import release
from intermestic.cli.rename import rename
from intermestic.cli.review import review
from intermestic.cli.site import check_site, site
from intermestic.cli.terminal import (
    DONE,
    INTERRUPTED,
    MISUSE,
    PROBLEMS,
    InOrder,
    find_root,
    report_misuse,
    report_refusal,
)
from intermestic.cli.tidy import tidy

__all__ = ["DONE", "MISUSE", "PROBLEMS", "find_root", "main"]


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"]})
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


COMMANDS = (
    *(new, tidy, format_records, check, rename, show, refs),
    *(review, release, build, site, check_site, renew_schemas),
)
for subcommand in COMMANDS:
    command.add_command(subcommand)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit status: 0 done, 1 problems, 2 misuse."""
    try:
        status = command.main(arguments, prog_name="intermestic", standalone_mode=False)
    except NoArgsIsHelpError as error:
        error.show()
        return MISUSE
    except click.UsageError as error:
        report_misuse(error)
        return MISUSE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except OSError as error:
        report_refusal(error)
        return PROBLEMS
    return int(status or DONE)
