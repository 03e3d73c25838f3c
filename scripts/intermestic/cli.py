"""The command line: the only module that prints."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .pipeline import build

PROBLEMS, MISUSE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds the pages; returns the exit status: 0 done, 1 problems in the records, 2 misuse."""
    parser = argparse.ArgumentParser(
        prog="build.py", description="Builds the pages in docs/ from the records in data/."
    )
    parser.add_argument(
        "--root", type=Path, help="the project's folder (default: found upwards from here)"
    )
    options = parser.parse_args(arguments)
    root = options.root or find_root(Path.cwd())
    if root is None:
        print("build.py: no mkdocs.yml here or above; use --root", file=sys.stderr)
        return MISUSE
    outcome = build(root)
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    if outcome.problems:
        print(
            f"{counted(len(outcome.problems), 'problem')}; pages left as they were.",
            file=sys.stderr,
        )
        return PROBLEMS
    written, removed = len(outcome.changes.written), len(outcome.changes.removed)
    print(
        f"{counted(outcome.records, 'record')}: "
        f"{counted(written, 'page')} written, {removed} removed."
    )
    return 0


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds mkdocs.yml."""
    return next((f for f in (start, *start.parents) if (f / "mkdocs.yml").is_file()), None)


def counted(number: int, noun: str) -> str:
    """`1 problem`, `2 problems`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
