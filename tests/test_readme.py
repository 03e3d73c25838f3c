"""What the README tells people to do and write is so."""

import re
import subprocess
from pathlib import Path

import pytest
from support import PROJECT

from intermestic.cli import MODULES
from intermestic.content import load_knowledge
from intermestic.records.models import COLLECTIONS

README = (PROJECT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([\w-]+)", README))))
def test_a_command_that_the_readme_names_exists(target: str) -> None:
    made = subprocess.run(
        ["make", "--dry-run", target], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`intermestic ([a-z]+)", README))))
def test_a_command_of_the_tool_that_the_readme_names_exists(name: str) -> None:
    assert name in MODULES


def test_every_collection_is_explained() -> None:
    assert re.findall(r"^\| `(\w+)` \|", README, flags=re.MULTILINE) == list(COLLECTIONS)


def test_every_module_and_package_is_explained() -> None:
    folder = PROJECT / "scripts" / "intermestic"
    there = {path.name for path in folder.glob("*.py")}
    there |= {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}
    assert there - set(re.findall(r"\w+(?:\.py|/)", README)) == {"__init__.py"}


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_a_file_that_the_readme_links_to_exists(target: str) -> None:
    assert (PROJECT / target).exists()


def test_the_record_to_copy_is_a_good_record(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for path in (PROJECT / "data").rglob("*.yml"):
        copy = data / path.relative_to(PROJECT / "data")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    record = data / "terms" / "energy-power.yml"
    assert not record.exists()
    record.write_text(blocks("yaml")[0], encoding="utf-8")
    assert load_knowledge(tmp_path)[1] == ()


def test_the_problem_shown_is_what_is_said(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    path.write_text("name: x\ndefnition: y\n", encoding="utf-8")
    start, end = blocks("text")[0].strip().split("…; ")
    said = next(str(p) for p in load_knowledge(sample)[1] if "defnition" in str(p))
    assert said.startswith(start.replace("energy-power", "upstream-debt"))
    assert said.endswith(end)
