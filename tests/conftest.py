"""What tests are given: projects, what they publish, built sites, a browser."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from jinja2 import Environment
from playwright.sync_api import Browser, Page, sync_playwright
from support import PROJECT
from support.browsers import ARGUMENTS, CHROMIUM, DESK, LETTERS, served
from support.fonts import VERA_SANS
from support.hostile import Project, as_it_is
from support.projects import (
    SAMPLE,
    content,
    context_of,
    copy_sample,
    frames_of,
)
from support.readers import lack
from support.sites import build_real, build_sample, shared
from support.templates import CompiledTemplates

from intermestic.content import Content
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Context, Frame
from intermestic.records.publication import Publication
from intermestic.rendering import render

# Thousands of files, among which pytest need not look for tests.
collect_ignore = ["cases", "lint", "sample"]

# What `make quick` leaves out: tests that start browsers, builds or other programs, and those of
# all that the real project and the hostile one publish.
SLOW_FIXTURES = {
    *("browser", "checkout", "followed", "grown", "host", "hostile", "hostile_data", "lettered"),
    *("real", "real_data", "real_site", "sample_site", "twin"),
}
SLOW_FILES = {
    *("test_benchmark", "test_data", "test_faults", "test_fuzz", "test_kept_pages"),
    *("test_limits", "test_preview", "test_references", "test_safe_build", "test_same_bytes"),
    *("test_site", "test_sync"),
}
SLOW_TESTS = {
    "test_a_build_logs_its_steps",
    "test_every_record_names_its_schema_and_fits_it",
    "test_every_record_fits_its_schema_with_every_value_in_quotes",
    "test_a_shell_completes_ids",
    "test_colour_is_for_terminals_that_want_it",
    "test_only_of_long_work_a_terminal_shows_how_far_it_is",
    "test_other_words_change_no_identifier_and_no_address",
    "test_serving_at_a_port_that_is_taken_ends_before_the_build",
}
SLOW_DATA = {"real", "hostile"}

settings.register_profile("short", derandomize=True, database=None, deadline=None)
settings.register_profile(
    "long", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return how many workers run the tests: for two processors three, as slow ones often wait."""
    processors = os.cpu_count() or 1
    return processors if config.option.markexpr == "not slow" else processors * 3 // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that take long."""
    for item in items:
        if isinstance(item, pytest.Function) and _is_slow(item):
            item.add_marker("slow")


def _is_slow(test: pytest.Function) -> bool:
    parameters = test.callspec.params.values() if hasattr(test, "callspec") else ()
    return (
        test.path.stem in SLOW_FILES
        or test.originalname in SLOW_TESTS
        or not SLOW_FIXTURES.isdisjoint(test.fixturenames)
        or any(isinstance(value, str) and value in SLOW_DATA for value in parameters)
    )


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    """Have a worker compile each template once, which takes nine tenths of rendering the sample."""
    kept = CompiledTemplates()
    with mock.patch.object(render, "Environment", partial(Environment, bytecode_cache=kept)):
        yield


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A project with the sample's records, no generated pages, and the real code and theme."""
    return copy_sample(tmp_path / "project")


@pytest.fixture(scope="session")
def sample_data() -> Content:
    """What the sample publishes."""
    return content(SAMPLE)


@pytest.fixture(scope="session")
def context(sample_data: Content) -> Context:
    """What the sample's pages are made of."""
    return context_of(sample_data)


@pytest.fixture(scope="session")
def frames(sample_data: Content) -> dict[str, Frame]:
    """The frame of each of the sample's pages that is cited and shared, by its path."""
    return frames_of(sample_data)


@pytest.fixture(scope="session")
def real_data() -> Content:
    """What the real project publishes."""
    return content(PROJECT)


@pytest.fixture(scope="session")
def hostile_data(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What the sample publishes with hostile text."""
    return content(Project(tmp_path_factory.mktemp("hostile") / "project", as_it_is).root)


@pytest.fixture(scope="session", params=["sample", "real", "hostile"])
def data(request: pytest.FixtureRequest) -> Content:
    """What a project publishes: the sample, the real one, and the sample with hostile text."""
    return request.getfixturevalue(f"{request.param}_data")


@pytest.fixture(scope="session")
def knowledge(sample_data: Content) -> KnowledgeBase:
    """The sample's knowledge base."""
    return sample_data.knowledge


@pytest.fixture(scope="session")
def publication(sample_data: Content) -> Publication:
    """The sample's publication."""
    return sample_data.publication


@pytest.fixture(scope="session")
def real_knowledge(real_data: Content) -> KnowledgeBase:
    """The real project's knowledge base."""
    return real_data.knowledge


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    if CHROMIUM is None:
        lack("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's project with its built site. All tests share it: copy it to change it."""
    return shared(tmp_path_factory, "sample", build_sample)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project with its site, built anew. All tests share it, to read it."""
    return shared(tmp_path_factory, "real", build_real)


@pytest.fixture(scope="session")
def address(browser: Browser, real_site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(real_site / "site") as address:
        yield address


@pytest.fixture(scope="session")
def only_page(browser: Browser, address: str) -> Iterator[Page]:
    """The page that `shared_page` gives."""
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def wide_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page in the widest font that is common, as if that of the site had not come."""
    context = browser.new_context(base_url=address, bypass_csp=True)
    context.route("**/letters.ttf", lambda route: route.fulfill(path=VERA_SANS))
    context.add_init_script(LETTERS)
    yield context.new_page()
    context.close()


@pytest.fixture
def shared_page(only_page: Page) -> Page:
    """A desk's page at no address yet, and in light colours, which one test after the other has.

    A page of its own for each would take Chromium five times as long as another address. A test
    that leaves something behind, as a chosen colour, makes its own.
    """
    only_page.mouse.move(0, 0)
    only_page.goto("about:blank")
    only_page.set_viewport_size(DESK)
    only_page.emulate_media(color_scheme="light")
    return only_page


@pytest.fixture(scope="session")
def scriptless_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page without JavaScript, which its tests share too."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()
