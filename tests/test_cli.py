"""The command: what it prints and how it exits."""

from pathlib import Path

import pytest

from intermestic.cli import MISUSE, PROBLEMS, find_root, main


def test_a_build_says_what_it_did(sample: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["--root", str(sample), "build"]) == 0
    assert capsys.readouterr().out == "13 records: 31 pages written, 0 removed.\n"


def test_problems_are_printed_and_the_exit_is_not_zero(
    sample: Path, capsys: pytest.CaptureFixture
) -> None:
    (sample / "data" / "actors" / "arcadia.yml").write_text("", encoding="utf-8")
    assert main(["--root", str(sample), "build"]) == PROBLEMS
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        "data/actors/arcadia.yml:1:1: (file): nothing, expected a record\n"
        "1 problem; pages left as they were.\n"
    )


def test_the_project_is_found_from_any_folder_in_it(sample: Path) -> None:
    assert find_root(sample / "data" / "actors") == sample


def test_outside_a_project_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == MISUSE
    assert capsys.readouterr().err == "intermestic: no mkdocs.yml here or above; use --root\n"
