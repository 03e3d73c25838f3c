"""Projects to test on: the sample, made up and small, and the real one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile import make_hostile

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


@dataclass(frozen=True)
class Data:
    """What exports are made of: all that is known, and what is cited."""

    knowledge: KnowledgeBase
    publication: Publication


@pytest.fixture(scope="session", params=["sample", "real", "hostile"])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The sample's data, the real data, and the sample's with hostile text."""
    root = {"sample": TESTS / "sample", "real": PROJECT}.get(request.param)
    return read_data(root or make_hostile(TESTS / "sample", tmp_path_factory.mktemp("data") / "x"))


@pytest.fixture(scope="session")
def sample_data() -> Data:
    return read_data(TESTS / "sample")


def read_data(root: Path) -> Data:
    knowledge, problems = assemble(root)
    publication, unpublishable = read_publication(root)
    assert knowledge is not None, problems
    assert publication is not None, unpublishable
    return Data(knowledge, publication)
