"""Cases of commands: what each prints and changes, run on a copy of the sample.

A case is a folder: `command.txt` is the command, `input/` the files that it adds to the sample
or puts in place of the sample's. What is expected: `stdout.txt` and `stderr.txt`, `status.txt`
if it is not 0, the files written in `written/`, those removed in `removed.txt`.
"""

import contextlib
import io
import os
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from intermestic.cli import main
from intermestic.writing.docs import generated

from . import TESTS

CASES = TESTS / "cases" / "commands"
# What people write; pages of records are built and have cases of their own.
WRITTEN = ("data/*/*", "docs/*.md", "texts/*")
EXPECTED = ("stdout.txt", "stderr.txt", "status.txt", "removed.txt")


@dataclass(frozen=True)
class Outcome:
    """What a command did: texts by the name of the file in which a case has them."""

    said: dict[str, str]
    written: dict[str, str]


def run(case: Path, root: Path) -> Outcome:
    """Runs the command of `case` in the project at `root`."""
    if (case / "input").is_dir():
        shutil.copytree(case / "input", root, dirs_exist_ok=True)
    before = _contents(root)
    arguments = shlex.split((case / "command.txt").read_text(encoding="utf-8"))
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(root),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.dict(os.environ, {"COLUMNS": "100"}),
    ):
        status = main(arguments)
    after = _contents(root)
    said = {
        "stdout.txt": out.getvalue(),
        "stderr.txt": err.getvalue(),
        "status.txt": f"{status}\n" if status else "",
        "removed.txt": "".join(f"{name}\n" for name in sorted(before.keys() - after.keys())),
    }
    written = {name: text for name, text in after.items() if before.get(name) != text}
    return Outcome({name: text for name, text in said.items() if text}, written)


def expected(case: Path) -> Outcome:
    """What is to come of `case`."""
    said = {name: case / name for name in EXPECTED if (case / name).is_file()}
    texts = {name: path.read_text(encoding="utf-8") for name, path in said.items()}
    return Outcome(texts, _contents(case / "written"))


def write_down(case: Path, outcome: Outcome) -> None:
    """Makes `outcome` what is expected of `case`."""
    for name in EXPECTED:
        (case / name).unlink(missing_ok=True)
    shutil.rmtree(case / "written", ignore_errors=True)
    files = outcome.said | {f"written/{name}": text for name, text in outcome.written.items()}
    for name, text in files.items():
        (case / name).parent.mkdir(parents=True, exist_ok=True)
        (case / name).write_text(text, encoding="utf-8")


def _contents(root: Path) -> dict[str, str]:
    """The files below `root` that people write, and their text."""
    ours = {f"docs/{path}" for path in generated(root / "docs")}
    files = (path for places in WRITTEN for path in root.glob(places))
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in files
        if path.is_file() and path.relative_to(root).as_posix() not in ours
    }
