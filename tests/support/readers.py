"""Programs in which people read what we publish, for tests that ask them."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

# Where Debian keeps the styles of citations.
STYLES = Path("/usr/share/citation-style-language/styles")


def lack(what: str) -> NoReturn:
    """Skip a test for want of a program, and say so; in CI, where `.ci/run` gets it, fail."""
    if os.environ.get("CI"):
        pytest.fail(f"no {what} on this machine")
    pytest.skip(f"no {what} on this machine")


def run(program: str, *arguments: str | Path, given: str = "") -> str:
    """Return what a program says and prints, given a text."""
    if shutil.which(program) is None:
        lack(program)
    done = subprocess.run(
        [program, *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def references(bibliography: Path, style: str, to: str = "plain") -> str:
    """Return the references of a bibliography in a style, as pandoc writes them."""
    sheet = STYLES / f"{style}.csl"
    if not sheet.is_file():
        lack("style of citations (Debian's citation-style-language-styles)")
    return run(
        "pandoc", "--citeproc", f"--to={to}", "--wrap=none",
        f"--bibliography={bibliography}", f"--csl={sheet}",
        given='---\nnocite: "@*"\n---\n',
    )  # fmt: skip
