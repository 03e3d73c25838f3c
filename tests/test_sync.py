"""Stage 5: pages to files."""

import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from support import TESTS

from intermestic.reading.yaml_tree import MAX_TEXT
from intermestic.rendering import render
from intermestic.site.pipeline import build
from intermestic.writing.docs import STATE, Changes, generated, sync, sync_one


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
    changed = build(sample).changes.written
    pages = [path for path in changed if path.endswith(".md") and "downloads" not in path]
    assert sorted(pages) == ["terms/index.md", "terms/upstream-debt.md"]


def test_a_page_that_is_gone_is_put_back(sample: Path) -> None:
    build(sample)
    (sample / "docs" / "terms" / "upstream-debt.md").unlink()
    assert build(sample).changes.written == ("terms/upstream-debt.md",)


def test_the_page_of_a_record_that_is_gone_is_removed(sample: Path) -> None:
    record = sample / "data" / "terms" / "downstream.yml"
    record.write_text("name: downstream\ndefinition: Below.\n", encoding="utf-8")
    build(sample)
    record.unlink()
    assert build(sample).changes.removed == ("terms/downstream.md", "terms/downstream.json")
    assert not (sample / "docs" / "terms" / "downstream.md").exists()


def test_a_hand_written_page_is_never_removed(sample: Path) -> None:
    page = sample / "docs" / "actors" / "essay.md"
    page.parent.mkdir()
    page.write_text("---\ngenerated_from: nothing\n---\n# By hand\n", encoding="utf-8")
    build(sample)
    assert build(sample).changes.removed == ()
    assert page.exists()


def test_a_hand_written_page_in_the_place_of_a_record_stops_the_build(sample: Path) -> None:
    page = sample / "docs" / "actors" / "arcadia.md"
    page.parent.mkdir()
    page.write_text("# By hand\n", encoding="utf-8")
    assert refused(sample) == [
        "docs/actors/arcadia.md:1:1: (file): a file that the build did not write, "
        "expected no file in the place of a generated one; move or delete it"
    ]


def test_a_page_edited_by_hand_stops_the_build(sample: Path) -> None:
    build(sample)
    page = sample / "docs" / "terms" / "upstream-debt.md"
    page.write_text("# Edited\n", encoding="utf-8")
    assert refused(sample) == [
        "docs/terms/upstream-debt.md:1:1: (file): changed by hand, expected the file as it was "
        "written; put into the records what it should say, and delete it"
    ]


def test_a_page_edited_by_hand_is_not_removed_with_its_record(sample: Path) -> None:
    record = sample / "data" / "terms" / "downstream.yml"
    record.write_text("name: downstream\ndefinition: Below.\n", encoding="utf-8")
    build(sample)
    record.unlink()
    page = sample / "docs" / "terms" / "downstream.md"
    page.write_text("# Edited\n", encoding="utf-8")
    assert refused(sample)[0].startswith("docs/terms/downstream.md:1:1: (file): changed by hand")


def test_a_symbolic_link_is_never_written_through(sample: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (sample / "docs" / "actors").symlink_to(outside)
    (sample / "docs" / "assets" / "passwd.txt").symlink_to("/etc/passwd")
    os.mkfifo(sample / "docs" / "pipe")
    assert refused(sample) == [
        f"docs/{name}:1:1: (file): not an ordinary file, expected a file or folder of its own"
        for name in ("actors", "pipe", "assets/passwd.txt")
    ]
    assert list(outside.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_stops_the_build_and_the_other_way_round(
    sample: Path,
) -> None:
    (sample / "docs" / "actors").write_text("", encoding="utf-8")
    (sample / "docs" / "terms" / "upstream-debt.md").mkdir(parents=True)
    assert refused(sample) == [
        "docs/actors:1:1: (file): a file, expected a folder for generated files",
        "docs/terms/upstream-debt.md:1:1: (file): a folder, "
        "expected no folder in the place of a generated file",
    ]


def test_without_any_source_there_is_nothing_to_publish(sample: Path) -> None:
    shutil.rmtree(sample / "data")
    (sample / "data").mkdir()
    shutil.copy(TESTS / "sample" / "data" / "publication.yml", sample / "data")
    assert refused(sample) == ["data/sources:1:1: (file): nothing, expected a source at least"]


def refused(project: Path) -> list[str]:
    """The problems of a build of `project` that left its docs as they were."""
    before = contents(project / "docs")
    problems = [str(problem) for problem in build(project).problems]
    after = contents(project / "docs")
    assert {name for name in after if after[name] != before.get(name)} <= {".generated/lock"}
    assert before.keys() <= after.keys()
    return problems


@pytest.mark.parametrize(
    "path",
    ["/etc/x", "../x", "a/../../x", "a/./x", "a//x", "a/", "", ".x", "a/.x", "C:x", "a\\x", "a\nb"],
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    changes = sync(tmp_path / "docs", {path: b""}, "exports")
    assert [problem.found for problem in changes.refused] == ["a path that could lead elsewhere"]
    assert list(tmp_path.iterdir()) == []


def test_no_two_paths_differ_by_case_alone(tmp_path: Path) -> None:
    changes = sync(tmp_path, {"kb.json": b"", "KB.json": b""}, "exports")
    assert [str(problem) for problem in changes.refused] == [
        f"{tmp_path.name}/KB.json:1:1: (file): a path again, but for its case, expected it once"
    ]


def test_a_manifest_from_elsewhere_removes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"")
    manifest = tmp_path / "docs" / STATE / "exports.sha256"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(f"{sha256().hexdigest()}  ../outside.txt\n", encoding="utf-8")
    assert sync(tmp_path / "docs", {}, "exports") == Changes()
    assert outside.exists()


def test_sections_leave_each_others_files_alone(tmp_path: Path) -> None:
    sync(tmp_path, {"a.json": b"1"}, "exports")
    sync(tmp_path, {"a.md": b"1"}, "pages")
    assert sync(tmp_path, {}, "pages").removed == ("a.md",)
    assert (tmp_path / "a.json").read_bytes() == b"1"


def test_folders_left_empty_are_removed_and_others_stay(tmp_path: Path) -> None:
    sync(tmp_path, {"data/old/a.bin": b"\0"}, "exports")
    (tmp_path / "data" / "by-hand.txt").write_text("", encoding="utf-8")
    sync(tmp_path, {}, "exports")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["by-hand.txt"]


def test_the_manifest_can_be_checked_by_sha256sum(tmp_path: Path) -> None:
    sync(tmp_path, {"a.json": b"1", "data/b.csv": b"2"}, "exports")
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", f"{STATE}/exports.sha256"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert checked.stdout == "a.json: OK\ndata/b.csv: OK\n"


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
        "templates/terms.md.jinja:2:1: (template): 'intermestic.pages.record.RecordPage object' "
        "has no attribute 'nothing', expected a template that renders"
    ]
    (templates / "terms.md.jinja").write_text("\n\n{% if %}\n")
    assert [str(problem) for problem in build(sample).problems] == [
        "templates/terms.md.jinja:3:1: (template): Expected an expression, got 'end of statement "
        "block', expected a template that renders"
    ]
    (templates / "terms.md.jinja").write_text("{{ 'nobody' | link }}\n")
    assert [str(problem) for problem in build(sample).problems] == [
        "templates/terms.md.jinja:1:1: (template): AttributeError(\"'str' object has no attribute "
        "'words'\"), expected a template that renders"
    ]
    assert contents(sample / "docs") == before


def test_a_record_of_the_longest_texts_is_published(sample: Path) -> None:
    aliases = ", ".join(letter * MAX_TEXT for letter in "abcdefghijklmno")
    path = sample / "data" / "terms" / "long.yml"
    path.write_text(f"name: long\ndefinition: x\naliases: [{aliases}]\n", encoding="utf-8")
    assert build(sample).problems == ()


def test_one_page_can_be_written_and_the_others_stay(tmp_path: Path) -> None:
    sync(tmp_path, {"a.md": b"a", "b.md": b"b"}, "pages")
    assert sync_one(tmp_path, "b.md", b"B", "pages").written == ("b.md",)
    assert sync_one(tmp_path, "c/d.md", b"d", "pages").written == ("c/d.md",)
    assert sync_one(tmp_path, "c/d.md", b"d", "pages").written == ()
    assert generated(tmp_path) == {"a.md", "b.md", "c/d.md"}
    assert [(tmp_path / name).read_bytes() for name in ("a.md", "b.md")] == [b"a", b"B"]
    assert sync(tmp_path, {"a.md": b"a"}, "pages").removed == ("b.md", "c/d.md")


def test_one_page_neither_takes_the_place_of_a_persons_file_nor_leads_through_a_link(
    tmp_path: Path,
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs" / "own.md").write_bytes(b"mine")
    (tmp_path / "docs" / "link").symlink_to(tmp_path / "elsewhere")
    for path, found in (
        ("own.md", "docs/own.md:1:1: (file): a file that the build did not write"),
        ("link/a.md", "docs/link:1:1: (file): not an ordinary file"),
        ("../a.md", "docs/../a.md:1:1: (file): a path that could lead elsewhere"),
    ):
        (problem,) = sync_one(tmp_path / "docs", path, b"", "pages").refused
        assert str(problem).startswith(found)
    assert list((tmp_path / "elsewhere").iterdir()) == []
