"""What CONTRIBUTING.md and the files for GitHub name is there."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from support import PROJECT

CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CODEOWNERS = (PROJECT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
FORMS = sorted((PROJECT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make ([a-z./-]+)", CONTRIBUTING))))
def test_a_target_that_is_named_exists(target: str) -> None:
    made = subprocess.run(
        ["make", "--dry-run", target], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", CONTRIBUTING))
def test_a_file_that_is_linked_to_exists(target: str) -> None:
    assert (PROJECT / target).exists()


@pytest.mark.parametrize("pattern", re.findall(r"^(/\S+) @", CODEOWNERS, flags=re.MULTILINE))
def test_what_has_an_owner_exists(pattern: str) -> None:
    assert list(PROJECT.glob(pattern.strip("/")))


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_for_issues_asks_something_that_must_be_answered(form: Path) -> None:
    content = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert content.keys() == {"name", "description", "labels", "body"}
    assert any(field.get("validations") == {"required": True} for field in content["body"])
