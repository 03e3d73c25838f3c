"""A review: what the records change of what they were in a revision, told by the command."""

import os
import subprocess
from pathlib import Path

import pytest

from intermestic.cli import DONE, MISUSE, PROBLEMS, main

DEBT = "data/terms/upstream-debt.yml"


def git(root: Path, *arguments: str) -> None:
    someone = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    someone |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={**os.environ, **someone, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        check=True,
    )


def commit(root: Path) -> None:
    git(root, "add", "data", "mkdocs.yml")
    git(root, "commit", "--message", "records")


@pytest.fixture
def proposal(sample: Path) -> Path:
    """The sample in Git, on a branch on which a term was added; main has moved on meanwhile."""
    git(sample, "init", "--initial-branch", "main")
    commit(sample)
    git(sample, "switch", "--create", "proposal")
    added = sample / "data" / "terms" / "delta.yml"
    added.write_text("name: the *delta*\ndefinition: Mud.\n", encoding="utf-8")
    commit(sample)
    git(sample, "switch", "main")
    path = sample / DEBT
    path.write_text(path.read_text(encoding="utf-8").replace("owes", "has owed"), encoding="utf-8")
    commit(sample)
    git(sample, "switch", "proposal")
    return sample


def test_only_what_the_branch_itself_changes_is_told(
    proposal: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(["--root", str(proposal), "review", "main"]) == DONE
    assert capsys.readouterr().out == "Records: 1 added.\n\n- Added term: the *delta* (delta)\n"


def test_as_markdown_what_strangers_write_shows_letter_for_letter(
    proposal: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(["--root", str(proposal), "review", "main", "--format", "markdown"]) == DONE
    assert capsys.readouterr().out.endswith("- Added term: the \\*delta\\* (delta)\n")


def test_what_is_not_committed_yet_is_told_too(
    proposal: Path, capsys: pytest.CaptureFixture
) -> None:
    (proposal / "data" / "terms" / "delta.yml").unlink()
    assert main(["--root", str(proposal), "review", "main"]) == DONE
    assert capsys.readouterr().out == "No record or statement changed.\n"


def test_broken_records_are_reported_instead(proposal: Path, capsys: pytest.CaptureFixture) -> None:
    (proposal / DEBT).write_text("", encoding="utf-8")
    assert main(["--root", str(proposal), "review", "main"]) == PROBLEMS
    assert capsys.readouterr().err == (
        f"{DEBT}:1:1: (file): nothing, expected a record\n1 problem; nothing compared.\n"
    )


def test_records_that_were_broken_can_not_be_compared(
    proposal: Path, capsys: pytest.CaptureFixture
) -> None:
    (proposal / DEBT).write_text("", encoding="utf-8")
    commit(proposal)
    (proposal / DEBT).write_text("name: debt\ndefinition: What is owed.\n", encoding="utf-8")
    assert main(["--root", str(proposal), "review", "proposal"]) == PROBLEMS
    assert capsys.readouterr().err == (
        f"{DEBT}:1:1: (file): nothing, expected a record\n"
        "1 problem; so the records of proposal can't be compared.\n"
    )


@pytest.mark.parametrize("revision", ["nosuch", "--all", "-h"])
def test_a_revision_that_is_none_is_refused(
    revision: str, proposal: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(["--root", str(proposal), "review", "--", revision]) == MISUSE
    assert capsys.readouterr().err.startswith("intermestic: ")
