"""Pages on paper: a running head, an address at the foot, and briefs of one or two sheets."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

BRIEFS = {
    "/initiatives/border-wall/": 1,
    "/initiatives/merida-initiative/": 2,
    "/initiatives/nafta/": 2,
    "/policy_areas/bilateral-relations/": 2,
    "/policy_areas/migration/": 2,
    "/policy_areas/public-security/": 2,
}
SHEET = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(base_url=address)
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("path", BRIEFS)
def test_the_page_of_a_record_is_a_brief(page: Page, path: str) -> None:
    page.goto(path)
    pdf = page.pdf(prefer_css_page_size=True, format="A4")
    assert len(SHEET.findall(pdf)) <= BRIEFS[path]


def test_the_head_of_a_sheet_has_the_names_of_the_site_and_of_the_page(page: Page) -> None:
    page.goto("/initiatives/merida-initiative/")
    assert page.locator(".site-header").inner_text().split() == [
        "Intermestic",
        "Merida",
        "Initiative",
    ]


def test_the_foot_of_a_sheet_has_the_address(page: Page) -> None:
    page.goto("/initiatives/merida-initiative/")
    assert "/initiatives/merida-initiative/" in page.locator(".site-footer").inner_text()


def test_what_is_to_be_pressed_is_not_on_paper(page: Page) -> None:
    page.goto("/policy_areas/migration/")
    assert page.locator("button:visible, summary:visible, select:visible").count() == 0


def test_a_reader_adds_to_a_brief_by_opening(page: Page) -> None:
    page.goto("/policy_areas/migration/#from-wayne-2021")
    assert page.locator("#statements").is_visible()
    assert page.locator(".fold:visible").count() == 1
