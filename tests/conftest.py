"""Projects to test on: the sample, made up and small, and the real one."""

import shutil
from pathlib import Path

import pytest

from intermestic.knowledge import KnowledgeBase
from intermestic.pipeline import assemble
from intermestic.publication import Publication, read_publication

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


@pytest.fixture
def knowledge(sample: Path) -> KnowledgeBase:
    """The sample's knowledge base."""
    return knowledge_of(sample)


@pytest.fixture
def publication(sample: Path) -> Publication:
    """The sample's publication."""
    publication, problems = read_publication(sample)
    assert publication is not None, problems
    return publication


def knowledge_of(root: Path) -> KnowledgeBase:
    """The knowledge base of the project at `root`, which has no problems."""
    knowledge, problems = assemble(root)
    assert knowledge is not None, problems
    return knowledge
