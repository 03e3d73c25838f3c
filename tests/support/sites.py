"""Built sites that tests only read. Each is built once in a run, by the first worker that needs
it, and the others wait for it.
"""

import contextlib
import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from mkdocs.__main__ import cli

from intermestic.site.renderers import DEFAULT

from . import PROJECT
from .hostile import Project, as_it_is, harmless
from .projects import add_code, copy_sample

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
# Where and when the shared sites are built; test_same_bytes builds one elsewhere and later.
HERE_AND_NOW = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder `name` that all workers of a run share, filled by `make`."""
    run = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    folder = run / "shared" / name
    folder.parent.mkdir(exist_ok=True)
    done = folder.with_suffix(".done")
    with FileLock(folder.with_suffix(".lock")):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


def mkdocs_build(
    project: Path, *options: str, surroundings: Mapping[str, str] = {}
) -> subprocess.CompletedProcess[str]:
    """Build the site of `project` with MkDocs alone."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=project,
        env={**QUIET, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def mkdocs_build_here(project: Path, *options: str) -> Result:
    """Build the site of `project` with MkDocs in this process, which takes a third of the time."""
    loggers = [logging.getLogger(name) for name in ("mkdocs", "intermestic")]
    before = [(logger.handlers[:], logger.level) for logger in loggers]
    try:
        with contextlib.chdir(project):
            return CliRunner().invoke(cli, ["build", *options])
    finally:
        for logger, (handlers, level) in zip(loggers, before, strict=True):
            logger.handlers = handlers
            logger.setLevel(level)


def build_whole(
    project: Path, surroundings: Mapping[str, str] = HERE_AND_NOW, renderer: str = DEFAULT
) -> None:
    """Build the site of `project` as `make site` does."""
    subprocess.run(
        [sys.executable, "-m", "intermestic", "site", "--renderer", renderer],
        cwd=project,
        env={**QUIET, **surroundings},
        capture_output=True,
        check=True,
    )


def build_sample(root: Path) -> None:
    """Make the sample's project at `root`, with its site."""
    build_whole(copy_sample(root))


def build_real(root: Path) -> None:
    """Make a copy of the real project at `root`, with its site."""
    for folder in ("data", "docs"):
        shutil.copytree(PROJECT / folder, root / folder)
    add_code(root)
    built = mkdocs_build(root, "--quiet", surroundings=HERE_AND_NOW)
    assert built.returncode == 0, built.stderr


def build_hostile(root: Path) -> None:
    """Make the project of hostile texts at `root`, with its site, built and checked."""
    _worn(root, Project(root, as_it_is))
    build_whole(root)


def build_twin(root: Path) -> None:
    """Make the twin of the project of hostile texts at `root`, with its site, by MkDocs alone."""
    _worn(root, Project(root, harmless))
    built = mkdocs_build(root, "--strict")
    assert built.returncode == 0, built.stderr


def _worn(root: Path, project: Project) -> None:
    """Write down what texts and fields a project has."""
    worn = {"texts": project.texts, "fields": sorted(project.fields)}
    (root / "worn.json").write_text(json.dumps(worn), encoding="utf-8")
