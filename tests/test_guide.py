"""The guide: what it tells people to write and run works, and shows what it says."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from support import PROJECT

from intermestic.cli import MODULES
from intermestic.content import load_knowledge
from intermestic.reading.publication import read_publication

GUIDE = (PROJECT / "docs" / "guide.md").read_text(encoding="utf-8")
# A file to write, "… in `FILE`:" before its block; a block of commands, and what it shows.
STEP = re.compile(
    r"in\s`(?P<file>[^`]+)`:\n\n```\w+\n(?P<content>.*?)```"
    r"|```sh\n(?P<commands>.*?)```(?:\n\n```text\n(?P<shown>.*?)```)?",
    re.DOTALL,
)


class Newcomer:
    """Somebody who follows the guide in a terminal, far from the real repository."""

    def __init__(self, home: Path) -> None:
        self.home = self.folder = home
        origin = home / "origin.git"
        _publish(home / "work", origin)
        address = read_publication(PROJECT)[0].repository
        identity = {"NAME": "A", "EMAIL": "a@example.org"}
        self.environment = {
            **os.environ,
            **{f"GIT_{who}_{k}": v for who in ("AUTHOR", "COMMITTER") for k, v in identity.items()},
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{origin}.insteadOf",
            "GIT_CONFIG_VALUE_0": address,
            "COLUMNS": "100",
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
        }

    def run(self, commands: str) -> str:
        """What the terminal shows; the next commands find its folder and environment."""
        state = self.home / "state"
        script = f"{commands}\n{{ pwd; env -0; }} > {state}\n"
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        folder, _, variables = state.read_text(encoding="utf-8").partition("\n")
        self.folder = Path(folder)
        pairs = (pair.partition("=") for pair in variables.split("\0") if pair)
        self.environment = {name: value for name, _, value in pairs}
        return done.stdout

    def make_environment(self) -> None:
        """Makes what `make` would of the lock, out of the packages at hand; the rest is make's."""
        venv = self.folder / ".venv"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
        libraries = next(venv.glob("lib/python*/site-packages"))
        at_hand = sysconfig.get_paths()["purelib"]
        (libraries / "at_hand.pth").write_text(f"{at_hand}\n", encoding="utf-8")
        (venv / "bin" / "pre-commit").symlink_to(Path(sysconfig.get_path("scripts"), "pre-commit"))
        (venv / "locked").touch()


def _publish(work: Path, origin: Path) -> None:
    """Makes a repository of the project as it is, but for its tests, which are half its files."""
    ignored = (".git", ".venv", ".*cache", "__pycache__", "tests")
    shutil.copytree(PROJECT, work, ignore=shutil.ignore_patterns(*ignored), symlinks=True)
    for step in STEP.finditer(GUIDE):  # a clone in which the guide was followed has them
        if step["file"]:
            (work / step["file"]).unlink(missing_ok=True)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "All"]):
        subprocess.run([*git, *arguments], cwd=work, check=True)
    subprocess.run([*git, "clone", "--quiet", "--bare", str(work), str(origin)], check=True)


@pytest.fixture(scope="module")
def followed(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Newcomer, list[tuple[str, str]]]:
    """The guide followed to its end: what each step was to show, and what it showed."""
    newcomer = Newcomer(tmp_path_factory.mktemp("newcomer"))
    shown = []
    for step in STEP.finditer(GUIDE):
        if step["file"]:
            (newcomer.folder / step["file"]).write_text(step["content"], encoding="utf-8")
            continue
        printed = newcomer.run(step["commands"])
        if "git clone" in step["commands"]:
            newcomer.make_environment()
        if step["shown"]:
            shown.append((step["shown"], printed))
    return newcomer, shown


def test_each_command_shows_what_the_guide_shows(followed: tuple[Newcomer, list]) -> None:
    for expected, printed in followed[1]:
        assert printed == expected
    assert len(followed[1]) == GUIDE.count("```text")


def test_at_the_end_there_is_no_problem_and_no_paragraph_left(
    followed: tuple[Newcomer, list],
) -> None:
    newcomer, _ = followed
    assert load_knowledge(newcomer.folder)[1] == ()
    printed = newcomer.run("intermestic check data/sources/ruiz-2024.yml; echo $?")
    assert printed == (
        "ruiz-2024: 4 paragraphs, 3 with 5 statements, 1 left out, 0 open\n"
        "  6 records may want its position or account: intermestic ties ruiz-2024\n"
        "0 problems; 1 text compared.\n0\n"
    )


def test_the_pull_request_has_the_records_and_not_the_text(
    followed: tuple[Newcomer, list],
) -> None:
    newcomer, _ = followed
    assert newcomer.run("git diff --name-only origin/HEAD origin/add-ruiz-2024").split() == [
        "data/actors/ana-ruiz.yml",
        "data/sources/ruiz-2024.yml",
    ]
    assert newcomer.run("git status --short") == ""


def test_a_record_with_a_problem_or_of_another_form_stays_out_of_a_commit(
    followed: tuple[Newcomer, list],
) -> None:
    newcomer, _ = followed
    record = newcomer.folder / "data" / "actors" / "ana-ruiz.yml"
    good = record.read_text(encoding="utf-8")
    for text, told in (
        (good.replace("type:", "tpye:"), "tpye: unknown field"),
        (good.replace("\n", "\r\n"), "1 file to format."),
    ):
        record.write_bytes(text.encode())
        assert told in newcomer.run("git commit --all --message 'Another form'")
    record.write_text(good, encoding="utf-8")
    assert newcomer.run("git status --short") == ""


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`?intermestic ([a-z]+)", GUIDE))))
def test_a_command_that_the_guide_names_exists(name: str) -> None:
    assert name in MODULES


def test_the_keys_for_scripts_are_those_that_are_printed(
    followed: tuple[Newcomer, list],
) -> None:
    printed = followed[0].run("intermestic check --format json")
    keys = re.findall(r"^ *\| `(\w+)` \|", GUIDE, re.MULTILINE)
    assert re.findall(r'^  "(\w+)":', printed, re.MULTILINE) == keys
