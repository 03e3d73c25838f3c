"""The command: what it prints and how it exits."""

import contextlib
import errno
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import PROJECT

from intermestic.cli import MISUSE, PROBLEMS, find_root, main
from intermestic.cli.terminal import LONG


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


def test_what_editors_complete_by_is_renewed(sample: Path, capsys: pytest.CaptureFixture) -> None:
    (sample / "docs" / "schemas" / "ids.json").write_text("{}", encoding="utf-8")
    assert main(["--root", str(sample), "schemas"]) == 0
    assert capsys.readouterr().out == "1 file for editors written.\n"


def test_the_project_is_found_from_any_folder_in_it(sample: Path) -> None:
    assert find_root(sample / "data" / "actors") == sample


def test_outside_a_project_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == MISUSE
    assert capsys.readouterr().err == "intermestic: no mkdocs.yml here or above; use --root\n"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("chek", "no command 'chek'; did you mean 'check'?"),
        ("new initiatve Water", "no command 'initiatve'; did you mean 'initiative'?"),
        ("check --fromat json", "no such option '--fromat'; did you mean '--format'?"),
        ("show", "missing argument 'ID'; see: intermestic show --help"),
        (
            "check gone.yml",
            "invalid value for '[FILE]…': Path 'gone.yml' does not exist; "
            "see: intermestic check --help",
        ),
    ],
)
def test_a_wrong_call_is_said_in_a_line(
    call: str, said: str, capsys: pytest.CaptureFixture
) -> None:
    assert main(call.split()) == MISUSE
    assert capsys.readouterr().err == f"intermestic: {said}\n"


def test_a_file_system_that_refuses_is_said_in_a_line(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "data/terms/.tea.yml.new")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert main(["--root", str(sample), "new", "term", "tea"]) == PROBLEMS
    assert capsys.readouterr().err == (
        "intermestic: data/terms/.tea.yml.new: Permission denied; nothing changed\n"
    )


def test_a_full_disk_is_said_with_the_file_for_which_there_was_no_room(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert main(["--root", str(sample), "new", "term", "tea"]) == PROBLEMS
    assert capsys.readouterr().err == (
        f"intermestic: {sample}/data/terms/tea.yml: No space left on device; nothing changed\n"
    )


def test_a_text_that_cannot_be_read_is_said_with_its_line(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    (sample / "texts" / "northcott-2020.md").write_bytes(b"[1] A treaty.\n[2] \xff\n")
    monkeypatch.chdir(sample)
    assert main(["check", "--texts", "texts"]) == MISUSE
    assert capsys.readouterr().err == (
        "intermestic: texts/northcott-2020.md:2:5: (file): byte 0xff, expected text in UTF-8\n"
    )


def test_a_template_that_is_gone_is_a_problem(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    templates = sample / "templates"
    shutil.copytree(PROJECT / "scripts" / "intermestic" / "rendering" / "templates", templates)
    (templates / "terms.md.jinja").unlink()
    monkeypatch.setattr("intermestic.rendering.render.TEMPLATES", templates)
    assert main(["--root", str(sample), "build"]) == PROBLEMS
    assert capsys.readouterr().err == (
        "templates/terms.md.jinja:1:1: (template): no such file, expected a template of this name\n"
        "1 problem; pages left as they were.\n"
    )


@pytest.mark.parametrize("command", ["show", "refs", "rename"])
def test_a_shell_completes_ids(sample: Path, command: str) -> None:
    typed = {"COMP_WORDS": f"intermestic {command} upstream", "COMP_CWORD": "2"}
    completed = subprocess.run(
        [sys.executable, "-m", "intermestic"],
        cwd=sample,
        env={**os.environ, **typed, "_INTERMESTIC_COMPLETE": "bash_complete"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert completed.stdout == "plain,upstream-debt\nplain,upstream-pays\n"


def test_nothing_but_the_command_line_prints() -> None:
    package = PROJECT / "scripts" / "intermestic"
    printing = {
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if re.search(r"\bclick\b|\bprint\(|sys\.std", path.read_text(encoding="utf-8"))
    }
    assert printing == {"cli"}


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_that_want_it(
    sample: Path, variables: dict[str, str], coloured: bool
) -> None:
    shown = on_a_terminal(sample, ["-m", "intermestic", "check"], variables)
    assert (re.search(r"\x1b\[[\d;]*m", shown) is not None) == coloured


@pytest.mark.parametrize(("pieces", "is_shown"), [(LONG - 1, False), (LONG, True)])
def test_only_of_long_work_a_terminal_shows_how_far_it_is(
    tmp_path: Path, pieces: int, is_shown: bool
) -> None:
    work = f"from intermestic.cli.terminal import progress; [*progress('Work', range({pieces}))]"
    assert ("Work" in on_a_terminal(tmp_path, ["-c", work], {})) == is_shown


def on_a_terminal(root: Path, arguments: list[str], variables: dict[str, str]) -> str:
    """What Python shows on a terminal of its own."""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"TERM": "xterm", **variables}
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, cwd=root, env=environment, stdout=theirs, stderr=theirs):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that all have left it
            while piece := os.read(ours, 10_000):
                shown += piece
    os.close(ours)
    return shown.decode()
