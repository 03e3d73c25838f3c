"""Git ignores what the build writes, and nothing that people write."""

import shutil
import subprocess
from pathlib import Path

import pytest
from support import PROJECT

from intermestic.editing.schemas import FOLDER
from intermestic.site.pipeline import build
from intermestic.writing.docs import STATE, generated


def git(root: Path, *arguments: str) -> list[str]:
    """The lines that git prints."""
    ran = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return ran.stdout.splitlines()


def test_of_a_built_docs_folder_only_what_people_wrote_is_to_commit(sample: Path) -> None:
    by_hand = {f"docs/{path.name}" for path in (sample / "docs").glob("*.md")}
    shutil.copy(PROJECT / ".gitignore", sample)
    git(sample, "init", "--quiet")
    assert build(sample).problems == ()
    (sample / "docs" / "new.md").write_text("# New\n", encoding="utf-8")
    to_commit = set(git(sample, "ls-files", "--others", "--exclude-standard", "docs/*.md"))
    assert to_commit == by_hand | {"docs/new.md"}


def test_nothing_in_docs_is_ignored_but_what_the_build_wrote() -> None:
    if not (PROJECT / ".git").exists():
        pytest.skip("not a working tree of git")
    ignored = git(PROJECT, "ls-files", "--others", "--ignored", "--exclude-standard", "docs")
    ours = {f"docs/{path}" for path in generated(PROJECT / "docs")}
    ours |= {f"docs/{FOLDER}/{path.name}" for path in (PROJECT / "docs" / FOLDER).glob("*.json")}
    lost = [it for it in ignored if it not in ours and not it.startswith(f"docs/{STATE}/")]
    assert lost == [], "ignored by git: name the folder in .gitignore, as docs/assets/ is"
