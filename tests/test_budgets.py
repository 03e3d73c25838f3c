"""How long and how heavy the real pages are: on a phone, nothing opened, in wide letters."""

import pytest
from playwright.sync_api import Page, ViewportSize
from support.projects import rendered

from intermestic.content import Content

PHONE: ViewportSize = {"width": 390, "height": 844}
# The heaviest pages of each kind, and the screens of a phone that they may fill.
SCREENS = {
    "/": 2.5,
    "/policy_areas/public-security/": 5,
    "/policy_areas/security/": 5,
    "/policy_areas/bilateral-relations/": 5,
    "/initiatives/nafta/": 3,
    "/initiatives/nals/": 3,
    "/initiatives/merida-initiative/": 3,
    "/initiatives/border-wall/": 1.5,
    "/actors/mexico/": 4,
    "/actors/united-states/": 4,
    "/actors/canada/": 4,
    "/actors/andres-manuel-lopez-obrador/": 4,
    "/sources/wayne-sarukhan-2017/": 8,
    "/recommendations/": 12,
    "/forecasts/": 12,
    "/propositions/": 3,
    "/matrix/": 3,
    "/compare/sarukhan-2021/wayne-2021/": 4,
    "/timeline/": 8,
    "/network/": 3,
    "/figures/": 12,
    "/actors/": 12,
    "/terms/": 12,
    "/a-z/": 12,
    "/downloads/": 12,
    "/guide/": 12,
}
AREAS = ["/policy_areas/migration/", "/policy_areas/public-security/", "/policy_areas/trade/"]
MOST_LINKED = 0.25  # of the text of a policy area
MOST_MARKDOWN = 3_500_000
# Of the text that shows, how much leads on.
LINKED = """() => {
  const words = (element) => element.innerText ?? element.textContent; // of a picture's text
  const shown = (element) => words(element).replace(/\\s+/g, " ").length;
  const article = document.querySelector("article");
  const links = [...article.querySelectorAll("a")].filter((link) => link.checkVisibility());
  return links.reduce((sum, link) => sum + shown(link), 0) / shown(article);
}"""


@pytest.fixture
def page(wide_page: Page) -> Page:
    wide_page.set_viewport_size(PHONE)
    return wide_page


@pytest.mark.parametrize("path", SCREENS)
def test_a_page_is_no_longer_than_its_budget(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate("document.fonts.ready.then(() => true)")
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height / PHONE["height"] <= SCREENS[path]


@pytest.mark.parametrize("path", AREAS)
def test_the_state_of_play_begins_within_two_screens(page: Page, path: str) -> None:
    page.goto(path)
    box = page.locator("#accounts").bounding_box()
    assert box is not None
    assert box["y"] < 2 * PHONE["height"]


@pytest.mark.parametrize("path", AREAS)
def test_a_policy_area_is_text_more_than_links(page: Page, path: str) -> None:
    page.goto(path)
    assert page.evaluate(LINKED) <= MOST_LINKED


def test_the_pages_repeat_little(real_data: Content) -> None:
    assert sum(len(page.encode()) for page in rendered(real_data).values()) <= MOST_MARKDOWN
