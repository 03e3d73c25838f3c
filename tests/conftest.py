"""Projects to test on: the sample, made up and small, and the real one."""

import shutil
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PROJECT = TESTS.parent


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A project with the sample's records, no generated pages, and the real code and theme."""
    root = tmp_path / "project"
    shutil.copytree(TESTS / "sample", root)
    shutil.copytree(PROJECT / "docs" / "assets", root / "docs" / "assets")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / "scripts").symlink_to(PROJECT / "scripts")
    return root
