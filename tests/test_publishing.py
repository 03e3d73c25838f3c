"""What docs/publishing.md tells maintainers to run and write is so; and `make publish`."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from support import PROJECT
from test_review import git

from intermestic.cli import main
from intermestic.records.publication import Withdrawal
from intermestic.site.renderers import RENDERERS

GUIDE = (PROJECT / "docs" / "publishing.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, flags=re.DOTALL)


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)$", GUIDE, flags=re.MULTILINE))
def test_a_target_that_is_named_exists(target: str) -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}: .*## ", makefile, flags=re.MULTILINE)


def test_every_renderer_is_told_with_whether_it_is_installed() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| ([\w ]+) \|$", GUIDE, flags=re.MULTILINE))
    assert list(told) == list(RENDERERS)
    needed, dev = dependencies()
    assert {name for name, place in told.items() if place == "yes"} == {
        name for name in told if name in needed or RENDERERS[name].startswith("intermestic")
    }
    assert {name for name, place in told.items() if place == "for tests"} == told.keys() & dev
    assert re.findall(r"^make site RENDERER=(\w+)$", GUIDE, flags=re.MULTILINE) == ["plain"]


def dependencies() -> tuple[set[str], set[str]]:
    """The packages that the project needs, and those that work on it needs."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["project"]["dependencies"], settings["dependency-groups"]["dev"]
    needed, dev = ({re.split(r"[\[<>=]", name)[0] for name in group} for group in groups)
    return needed, dev


def test_the_commands_do_what_is_told(sample: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["--root", str(sample), "release", "0.1", "2026-11-22"]) == 0
    for block in blocks("sh"):
        command, *arguments = block.split()
        if command == "intermestic":
            in_sample = [str(sample / a) if a.startswith("docs/") else a for a in arguments]
            assert main(["--root", str(sample), *in_sample]) == 0, block
    assert capsys.readouterr().out.endswith("Edition 0.2 is kept in docs/editions/0.2/kb.json.\n")


def test_the_withdrawals_shown_are_in_the_right_form() -> None:
    for withdrawal in yaml.safe_load(blocks("yaml")[0])["withdrawn"]:
        Withdrawal.model_validate(withdrawal)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clean working tree with a site in it, and an `origin` to push to."""
    root = tmp_path / "checkout"
    (root / "site").mkdir(parents=True)
    (root / "site" / "index.html").write_text("<h1>Here</h1>", encoding="utf-8")
    (root / ".gitignore").write_text("/site/\n", encoding="utf-8")
    shutil.copy(PROJECT / "Makefile", root)
    git(tmp_path, "init", "--bare", "origin")
    git(root, "init", "--initial-branch", "main")
    git(root, "remote", "add", "origin", str(tmp_path / "origin"))
    git(root, "add", "--all")
    git(root, "commit", "--message", "all")
    git(root, "config", "user.name", "A")
    git(root, "config", "user.email", "a@example.org")
    return root


def make_publish(root: Path) -> subprocess.CompletedProcess[str]:
    """`make publish` with the tools of this environment, tests and building left out."""
    tools = (f"BIN={Path(sys.executable).parent}", "MAKE=true")
    return subprocess.run(
        ["make", "publish", *tools], cwd=root, capture_output=True, text=True, check=False
    )


def test_a_clean_tree_s_site_goes_to_the_branch_of_the_pages(checkout: Path) -> None:
    published = make_publish(checkout)
    assert published.returncode == 0, published.stderr
    shown = subprocess.run(
        ["git", "show", "gh-pages:index.html"],
        cwd=checkout.parent / "origin",
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == "<h1>Here</h1>"


def test_what_is_not_committed_is_not_published(checkout: Path) -> None:
    (checkout / "new.txt").write_text("", encoding="utf-8")
    published = make_publish(checkout)
    assert published.returncode != 0
    assert "Commit or stash your changes: what is published must be in the history." in (
        published.stderr
    )
