"""Projects to test on: the sample, made up and small, and the real one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import ARGUMENTS, CHROMIUM, served
from hostile import Project, as_it_is
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from intermestic.knowledge import KnowledgeBase
from intermestic.pipeline import Content, gather, load_knowledge
from intermestic.reading.publication import Publication, read_publication

TESTS = Path(__file__).parent
PROJECT = TESTS.parent

settings.register_profile("short", derandomize=True, database=None, deadline=None)
settings.register_profile(
    "long", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


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


@pytest.fixture(scope="session", params=["sample", "real", "hostile"])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What the sample publishes, what the real project does, and the sample with hostile text."""
    root = {"sample": TESTS / "sample", "real": PROJECT}.get(request.param)
    return content(root or Project(tmp_path_factory.mktemp("data") / "x", as_it_is).root)


@pytest.fixture(scope="session")
def sample_data() -> Content:
    """What the sample publishes."""
    return content(TESTS / "sample")


def content(root: Path) -> Content:
    gathered, problems = gather(root)
    assert gathered is not None, problems
    return gathered


def knowledge_of(root: Path) -> KnowledgeBase:
    """The knowledge base of the project at `root`, which has no problems."""
    knowledge, problems = load_knowledge(root)
    assert knowledge is not None, problems
    return knowledge


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none its tests are skipped and say so; in CI they fail."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium on this machine")
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real site is served, built anew."""
    site = tmp_path_factory.mktemp("site")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site],
        cwd=PROJECT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    with served(site) as address:
        yield address
