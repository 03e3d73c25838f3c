"""Stage 5: pages to files."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROJECT

from intermestic import publish, render
from intermestic.pipeline import build

PAGE = "---\ngenerated_from: data/x.yml\n---\n"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_second_build_writes_nothing(sample: Path) -> None:
    build(sample)
    before = {path: path.stat().st_mtime_ns for path in (sample / "docs").rglob("*.md")}
    assert build(sample).changes.written == ()
    assert {path: path.stat().st_mtime_ns for path in (sample / "docs").rglob("*.md")} == before


def test_a_changed_record_changes_only_the_pages_that_show_it(sample: Path) -> None:
    build(sample)
    path = sample / "data" / "terms" / "upstream-debt.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("owes", "has owed"), encoding="utf-8")
    made = build(sample).made
    path.write_text(path.read_text(encoding="utf-8").replace("owed", "long owed"), encoding="utf-8")
    changed = build(sample, made).changes.written
    assert sorted(changed) == ["terms/index.md", "terms/upstream-debt.md"]


def test_a_changed_page_is_put_right(sample: Path) -> None:
    build(sample)
    page = sample / "docs" / "terms" / "upstream-debt.md"
    page.write_text(PAGE, encoding="utf-8")
    assert build(sample).changes.written == ("terms/upstream-debt.md",)


def test_the_page_of_a_record_that_is_gone_is_removed(sample: Path) -> None:
    stale = sample / "docs" / "actors" / "gone.md"
    stale.parent.mkdir()
    stale.write_text(PAGE, encoding="utf-8")
    assert build(sample).changes.removed == ("actors/gone.md",)
    assert not stale.exists()


def test_a_hand_written_page_is_never_removed(sample: Path) -> None:
    page = sample / "docs" / "actors" / "essay.md"
    page.parent.mkdir()
    page.write_text("# By hand\n\ngenerated_from: nothing\n", encoding="utf-8")
    assert build(sample).changes.removed == ()
    assert page.exists()


def test_a_hand_written_page_in_the_place_of_a_record_stops_the_build(sample: Path) -> None:
    page = sample / "docs" / "actors" / "arcadia.md"
    page.parent.mkdir()
    page.write_text("# By hand\n", encoding="utf-8")
    before = contents(sample / "docs")
    assert [str(problem) for problem in build(sample).problems] == [
        "docs/actors/arcadia.md:1:1: (file): a file that the build did not write, "
        "expected no file in the place of a page; move or rename it"
    ]
    assert contents(sample / "docs") == before


def test_a_broken_record_leaves_the_last_good_pages(sample: Path) -> None:
    build(sample)
    before = contents(sample / "docs")
    (sample / "data" / "actors" / "arcadia.yml").write_text("name: [", encoding="utf-8")
    assert build(sample).problems
    assert contents(sample / "docs") == before


def test_a_broken_template_leaves_the_last_good_pages_and_is_named(
    sample: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    build(sample)
    before = contents(sample / "docs")
    templates = tmp_path / "templates"
    shutil.copytree(render.TEMPLATES, templates)
    monkeypatch.setattr(render, "TEMPLATES", templates)
    (templates / "terms.md.jinja").write_text("{# broken #}\n{{ page.nothing }}\n")
    assert [str(problem) for problem in build(sample).problems] == [
        "templates/terms.md.jinja:2:1: (template): 'intermestic.pages.RecordPage object' has no "
        "attribute 'nothing', expected a template that renders"
    ]
    (templates / "terms.md.jinja").write_text("\n\n{% if %}\n")
    assert [str(problem) for problem in build(sample).problems] == [
        "templates/terms.md.jinja:3:1: (template): Expected an expression, got 'end of statement "
        "block', expected a template that renders"
    ]
    (templates / "terms.md.jinja").write_text("{{ 'nobody' | link }}\n")
    assert [str(problem) for problem in build(sample).problems] == [
        "templates/terms.md.jinja:1:1: (template): KeyError('nobody'), "
        "expected a template that renders"
    ]
    assert contents(sample / "docs") == before


def test_a_file_system_that_refuses_is_a_problem(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "docs/actors/arcadia.md")

    monkeypatch.setattr(publish, "write", refuse)
    assert [str(problem) for problem in build(sample).problems] == [
        "docs/actors/arcadia.md:1:1: (file): Permission denied, expected a file to write"
    ]


@pytest.mark.parametrize("project", ["sample", "real"])
def test_two_builds_are_equal_byte_for_byte(project: str, sample: Path, tmp_path: Path) -> None:
    data = (PROJECT if project == "real" else sample) / "data"
    built = []
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        root = tmp_path / seed
        (root / "docs").mkdir(parents=True)
        (root / "data").symlink_to(data)
        if (kept := data.parent / "docs" / "editions").is_dir():
            shutil.copytree(kept, root / "docs" / "editions")
        subprocess.run(
            [sys.executable, "-m", "intermestic", "--root", root, "build"],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "PYTHONPATH": str(PROJECT / "scripts"),
            },
            check=True,
        )
        built.append(contents(root / "docs"))
    assert built[0] == built[1]
    assert len(built[0]) > 15
