"""The command line: the only module that prints."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from .coverage import coverage
from .fidelity import check_fidelity, read_texts
from .load import load
from .models import COLLECTIONS
from .names import counted
from .pipeline import assemble, build
from .problems import Problem

DONE, PROBLEMS, MISUSE = 0, 1, 2
# Where the texts lie for those who have them; they are not part of the project.
TEXTS = Path("../shared/sources")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns the exit status: 0 done, 1 problems, 2 misuse."""
    parser = argparse.ArgumentParser(prog="intermestic")
    parser.add_argument(
        "--root", type=Path, help="the project's folder (default: found upwards from here)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("build", help="build the pages in docs/ from data/")
    command.set_defaults(run=lambda root, options: run_build(root))
    command = commands.add_parser(
        "check", help="check the records, and hold them against the texts"
    )
    command.add_argument("--texts", type=Path, help=f"the folder of the texts (default: {TEXTS})")
    command.set_defaults(run=lambda root, options: run_check(root, options.texts))
    options = parser.parse_args(arguments)
    root = options.root or find_root(Path.cwd())
    if root is None:
        print("intermestic: no mkdocs.yml here or above; use --root", file=sys.stderr)
        return MISUSE
    return options.run(root, options)


def run_build(root: Path) -> int:
    """Brings the pages up to date, or says why not."""
    outcome = build(root)
    if outcome.problems:
        report(outcome.problems, "pages left as they were")
        return PROBLEMS
    written, removed = len(outcome.changes.written), len(outcome.changes.removed)
    print(
        f"{counted(outcome.records, 'record')}: "
        f"{counted(written, 'page')} written, {removed} removed."
    )
    return DONE


def run_check(root: Path, texts: Path | None) -> int:
    """Says what is wrong with the records, by themselves and against the texts."""
    if texts and not texts.is_dir():
        print(f"intermestic: no folder {texts}", file=sys.stderr)
        return MISUSE
    knowledge, problems = assemble(root)
    if knowledge is None:
        report(problems, "texts not compared")
        return PROBLEMS
    for id in knowledge.ids.get("sources", ()):
        found = coverage(knowledge, id)
        print(
            f"{id}: {counted(found.paragraphs, 'paragraph')}, {found.stated} with "
            f"{counted(found.statements, 'statement')}, {found.omitted} left out, {found.open} open"
        )
    folder = texts or root / TEXTS
    if not folder.is_dir():
        print(f"Skipped, for there are no texts in {TEXTS}: phrases, numbers, copying, silences.")
        return DONE
    against = read_texts(folder)
    found = check_fidelity(knowledge, against, load(root, COLLECTIONS).records)
    report(found, f"{len(against)} texts compared")
    return PROBLEMS if found else DONE


def report(problems: Iterable[Problem], ending: str) -> None:
    """Prints every problem, then how many there are."""
    problems = tuple(problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{counted(len(problems), 'problem')}; {ending}.", file=sys.stderr)


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds mkdocs.yml."""
    return next((f for f in (start, *start.parents) if (f / "mkdocs.yml").is_file()), None)
