"""The command line: the only module that prints."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from .coverage import coverage
from .differences import compare
from .fidelity import check_fidelity, read_texts
from .files import write_all
from .load import load
from .models import COLLECTIONS
from .names import counted
from .pipeline import build, gather
from .problems import Problem
from .release import release
from .review import in_words, review
from .snapshot import parse

DONE, PROBLEMS, MISUSE = 0, 1, 2
FORMATS = ("text", "markdown")
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
    command = commands.add_parser("diff", help="say what changed from one kb.json to another")
    command.add_argument("old", type=Path, metavar="OLD")
    command.add_argument("new", type=Path, metavar="NEW")
    command.add_argument("--format", choices=FORMATS, default="text")
    command.set_defaults(run=lambda root, options: run_diff(options))
    command = commands.add_parser("review", help="say what changed since a revision in Git")
    command.add_argument("base", metavar="BASE")
    command.add_argument("--format", choices=FORMATS, default="text")
    command.set_defaults(run=run_review)
    command = commands.add_parser("release", help="bring out an edition of the records")
    command.add_argument("number", metavar="NUMBER", help="such as 1.2")
    command.add_argument("date", metavar="DATE", help="such as 2026-11-22")
    command.set_defaults(run=run_release)
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
        f"{counted(len(outcome.content.knowledge.entries), 'record')}: "
        f"{counted(written, 'page')} written, {removed} removed."
    )
    return DONE


def run_check(root: Path, texts: Path | None) -> int:
    """Says what is wrong with the records, by themselves and against the texts."""
    if texts and not texts.is_dir():
        print(f"intermestic: no folder {texts}", file=sys.stderr)
        return MISUSE
    content, problems = gather(root)
    if content is None:
        report(problems, "texts not compared")
        return PROBLEMS
    knowledge = content.knowledge
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


def run_diff(options: argparse.Namespace) -> int:
    """Says what changed from one file with everything to another."""
    read = []
    for path in (options.old, options.new):
        try:
            read.append(parse(path.read_bytes()))
        except OSError as error:
            return misuse(f"{path}: {error.strerror}")
        except ValueError as error:
            return misuse(f"{path}: found something else, expected {error}")
    print(in_words(compare(*read), markdown=options.format == "markdown"), end="")
    return DONE


def run_review(root: Path, options: argparse.Namespace) -> int:
    """Says what the records as they are change of what they were in a revision."""
    content, problems = gather(root)
    if content is None:
        report(problems, "nothing compared")
        return PROBLEMS
    try:
        found, problems = review(root, content.knowledge, content.publication, options.base)
    except ValueError as error:
        return misuse(str(error))
    if found is None:
        report(problems, f"so the records of {options.base} can't be compared")
        return PROBLEMS
    print(in_words(found, markdown=options.format == "markdown"), end="")
    return DONE


def run_release(root: Path, options: argparse.Namespace) -> int:
    """Brings out an edition, or says why not."""
    content, problems = gather(root)
    if content is None:
        report(problems, "no edition made")
        return PROBLEMS
    try:
        files = release(root, content.knowledge, content.publication, options.number, options.date)
    except ValueError as error:
        return misuse(f"found {options.number} of {options.date}, expected {error}")
    try:
        write_all({root / name: text for name, text in files.items()})
    except OSError as error:
        print(f"intermestic: {error.filename}: {error.strerror}", file=sys.stderr)
        return PROBLEMS
    print(f"Edition {options.number} is kept in {next(iter(files))}.")
    return DONE


def misuse(message: str) -> int:
    """Prints why the command can't do what it was asked."""
    print(f"intermestic: {message}", file=sys.stderr)
    return MISUSE


def report(problems: Iterable[Problem], ending: str) -> None:
    """Prints every problem, then how many there are."""
    problems = tuple(problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{counted(len(problems), 'problem')}; {ending}.", file=sys.stderr)


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds mkdocs.yml."""
    return next((f for f in (start, *start.parents) if (f / "mkdocs.yml").is_file()), None)
