"""How long the pages of the real site are on a phone, with nothing opened and wide letters."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from support.browsers import lettered_page
from support.fonts import VERA_SANS

PHONE: ViewportSize = {"width": 390, "height": 844}
# The heaviest pages of each kind, and the screens of a phone that they may fill.
SCREENS = {
    "/": 3.1,
    "/policy_areas/migration/": 5,
    "/policy_areas/trade/": 5,
    "/policy_areas/bilateral-relations/": 5,
    "/initiatives/nafta/": 4,
    "/initiatives/merida-initiative/": 4,
    "/initiatives/border-wall/": 2.5,
    "/actors/mexico/": 4.5,
    "/actors/united-states/": 4.5,
    "/actors/canada/": 4.5,
    "/sources/wayne-sarukhan-2017/": 8,
    "/recommendations/": 12,
    "/forecasts/": 12,
    "/propositions/": 4,
    "/compare/sarukhan-2021/wayne-2021/": 5,
    "/timeline/": 8,
    "/network/": 3,
    "/figures/": 12,
    "/matrix/": 12,
}


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with lettered_page(browser, address, VERA_SANS, PHONE) as page:
        yield page


@pytest.mark.parametrize("path", SCREENS)
def test_a_page_is_no_longer_than_its_budget(page: Page, path: str) -> None:
    page.goto(path)
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height / PHONE["height"] <= SCREENS[path]


@pytest.mark.parametrize("path", ["/policy_areas/migration/", "/policy_areas/public-security/"])
def test_the_state_of_play_begins_within_two_screens(page: Page, path: str) -> None:
    page.goto(path)
    box = page.locator("#accounts").bounding_box()
    assert box is not None
    assert box["y"] < 2 * PHONE["height"]
