"""The workflows, held against the rules of zizmor and our own."""

import json
import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest
import yaml
from support import PROJECT

FOLDER = PROJECT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
PINNED = re.compile(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def findings(*paths: Path) -> list[str]:
    """What zizmor finds, by the names of its rules, the strictest included."""
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    strict = ("--offline", "--persona", "auditor", "--format", "json")
    ran = subprocess.run([zizmor, *strict, *paths], capture_output=True, text=True, check=False)
    return sorted(finding["ident"] for finding in json.loads(ran.stdout))


def test_zizmor_finds_nothing() -> None:
    assert findings(*WORKFLOWS, PROJECT / ".github" / "dependabot.yml") == []


def test_zizmor_finds_what_is_unsafe(tmp_path: Path) -> None:
    text = (FOLDER / "review.yml").read_text(encoding="utf-8")
    unsafe = tmp_path / "review.yml"
    unsafe.write_text(
        re.sub(r"@[0-9a-f]{40} #", "@", text)
        .replace("on: pull_request", "on: pull_request_target")
        .replace('"$BASE"', '"${{ github.head_ref }}"'),
        encoding="utf-8",
    )
    assert {"dangerous-triggers", "template-injection", "unpinned-uses"} <= set(findings(unsafe))


@each_workflow
def test_every_action_is_pinned_by_commit_with_its_version(path: Path) -> None:
    uses = [
        line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    assert uses
    assert [line for line in uses if not PINNED.search(line)] == []


def test_an_action_has_the_same_version_everywhere() -> None:
    uses = re.findall(r"uses: (\S+)", "".join(path.read_text("utf-8") for path in WORKFLOWS))
    assert len(set(uses)) == len({use.partition("@")[0] for use in uses})


@each_workflow
def test_nothing_is_permitted_but_what_a_job_needs(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        allowed = (
            {"pages": "write", "id-token": "write"} if name == "publish" else {"contents": "read"}
        )
        assert job["permissions"] == allowed


def test_what_strangers_propose_meets_no_secret() -> None:
    text = (FOLDER / "review.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)[True] == "pull_request"  # YAML reads `on` as true
    assert "secrets" not in text.partition("permissions: {}")[2]


def test_a_proposal_is_tested_on_every_supported_python() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    supported = [it.rpartition(" :: ")[2] for it in project["classifiers"] if ":: 3." in it]
    review = yaml.safe_load((FOLDER / "review.yml").read_text(encoding="utf-8"))
    assert review["jobs"]["tests"]["strategy"]["matrix"]["python"] == supported
    assert project["requires-python"] == f">={supported[0]}"


@each_workflow
def test_every_target_that_is_made_exists(path: Path) -> None:
    for target in re.findall(r"make (?:--silent )?([\w./]+)", path.read_text(encoding="utf-8")):
        assert re.search(
            rf"^{re.escape(target)}:",
            (PROJECT / "Makefile").read_text(encoding="utf-8"),
            re.MULTILINE,
        ), target
