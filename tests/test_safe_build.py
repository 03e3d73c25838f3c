"""The built site is swapped in whole, or the last good one stays as it is."""

import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from intermestic.cli import main

KILLS = 3
BY_MKDOCS = (sys.executable, "-m", "intermestic", "site")
# The quickest renderer: which it is changes nothing of how the site takes its place.
QUICKLY = (*BY_MKDOCS, "--renderer", "plain")


def build_site(
    project: Path,
    before: Callable[[], object] | None = None,
    command: tuple[str, ...] = QUICKLY,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=before,
    )


def build_here(project: Path) -> subprocess.CompletedProcess[str]:
    """Build in this process, as quickly: one of its own takes half as long again."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(["--root", str(project), *QUICKLY[3:]])
    return subprocess.CompletedProcess(QUICKLY, status, out.getvalue(), err.getvalue())


def contents(project: Path) -> dict[str, bytes]:
    """Return every file of the site."""
    site = project / "site"
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.fixture
def project(sample_site: Path, tmp_path: Path) -> Path:
    """The sample with its site, and a record changed since."""
    root = tmp_path / "project"
    shutil.copytree(sample_site, root, symlinks=True)
    record = root / "data" / "terms" / "upstream-debt.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("owes", "owed"), encoding="utf-8")
    return root


def test_a_good_site_takes_the_place_of_the_last_one(project: Path) -> None:
    (project / "site" / "stale.html").write_text("", encoding="utf-8")
    built = build_here(project)
    assert built.returncode == 0, built.stderr
    assert built.stdout.endswith(" pages checked: 0 faults.\n")
    assert b"What a country owed" in contents(project)["terms/upstream-debt/index.html"]
    assert "stale.html" not in contents(project)
    assert [path.name for path in (project / ".site").iterdir()] == ["lock"]


def assert_left_as_it_was(
    project: Path,
    reason: str,
    build: Callable[[Path], subprocess.CompletedProcess[str]] = build_here,
) -> None:
    """A build of `project` fails for `reason`, and its site stays the same byte for byte."""
    site = contents(project)
    built = build(project)
    assert built.returncode == 1
    assert reason in built.stderr
    assert built.stderr.endswith("The site was left as it was.\n")
    assert contents(project) == site


def test_a_broken_record_leaves_the_last_good_site(project: Path) -> None:
    (project / "data" / "actors" / "arcadia.yml").write_text("", encoding="utf-8")
    assert_left_as_it_was(project, "data/actors/arcadia.yml:1:1: (file): nothing")


def test_a_warning_of_mkdocs_leaves_the_last_good_site(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# About\n\n[x](more.md)\n", encoding="utf-8")
    (project / "docs" / "more.md").write_text("# More\n", encoding="utf-8")
    reason = 'not included in the "nav" configuration:\n  - more.md'
    assert_left_as_it_was(project, reason, partial(build_site, command=BY_MKDOCS))


def test_a_fault_that_only_the_check_sees_leaves_the_last_good_site(project: Path) -> None:
    page = project / "docs" / "about.md"
    page.write_text('# About\n\n<a href="javascript:alert(1)">x</a>\n', encoding="utf-8")
    assert_left_as_it_was(project, "about/index.html: unsafe scheme: javascript:alert(1)")


def test_a_full_disk_leaves_the_last_good_site(project: Path) -> None:
    size = 50_000  # less than all pages, more than any of them
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # noqa: E731
    reason = ".cache:1:1: (file): File too large, expected a file to write\n"
    assert_left_as_it_was(project, reason, partial(build_site, before=limit))


def test_killed_at_any_moment_a_build_leaves_a_whole_site(project: Path) -> None:
    old = contents(project)
    reference = project.with_name("reference")
    shutil.copytree(project, reference, symlinks=True)
    started = time.monotonic()
    assert build_site(reference, command=BY_MKDOCS).returncode == 0
    duration = time.monotonic() - started
    new = contents(reference)
    assert new != old
    moments = random.Random(1)
    for _ in range(KILLS):
        build = subprocess.Popen(
            BY_MKDOCS,
            cwd=project,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0, duration))
        build.kill()  # not the MkDocs that it started, which goes on
        build.wait()
        assert contents(project) in (old, new)
    assert build_here(project).returncode == 0
    assert contents(project) == new


def test_killed_in_mid_swap_a_build_is_finished_by_the_next(project: Path) -> None:
    before = contents(project)
    (project / "site").rename(project / ".site" / "old")
    (project / "data" / "actors" / "arcadia.yml").write_text("", encoding="utf-8")
    assert build_here(project).returncode == 1
    assert contents(project) == before


def test_two_builds_at_once_end_in_one_whole_site(project: Path) -> None:
    builds = [
        subprocess.Popen(
            QUICKLY,
            cwd=project,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    assert [build.wait() for build in builds] == [0, 0]
    both = contents(project)
    assert build_here(project).returncode == 0
    assert contents(project) == both


def test_outside_a_project_the_command_says_so(tmp_path: Path) -> None:
    built = build_site(tmp_path)
    assert (built.returncode, built.stderr) == (
        2,
        "intermestic: no mkdocs.yml here or above; use --root\n",
    )
