"""The pictures of the real site in a real browser: the timeline, and the small ones
on a record's page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from support.browsers import DESK, PHONE, lettered_page
from support.fonts import VERA_SANS

PICTURES = ("/timeline/", "/initiatives/merida-initiative/", "/actors/mexico/")
NARROW = {"width": 320, "height": 640}
WITH_LONG_NAMES = (
    "/actors/european-union/",
    "/actors/lopez-obrador-administration/",
    "/actors/un-permanent-missions/",
)
# Pairs of names in a picture that lie over each other.
OVERLAPS = """picture => {
  const names = [...picture.querySelectorAll("a text:not(.letters)")];
  const boxes = names.map((name) => name.getBoundingClientRect());
  return boxes.flatMap((one, i) => boxes.slice(i + 1).flatMap((other, j) =>
    one.left < other.right - 2 && other.left < one.right - 2 &&
    one.top < other.bottom - 2 && other.top < one.bottom - 2
      ? [`${names[i].textContent} over ${names[i + 1 + j].textContent}`] : []));
}"""
# Texts that reach beyond their picture. A font's line is higher than what it draws.
CUTS = """picture => {
  const edge = picture.getBoundingClientRect();
  return [...picture.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < edge.left - 0.5 || box.right > edge.right + 0.5 ||
      box.top < edge.top - 2 || box.bottom > edge.bottom + 2;
  }).map((text) => text.textContent);
}"""


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=request.param, base_url=address)
    yield context.new_page()
    context.close()


@pytest.fixture(params=[None, VERA_SANS], ids=["system-ui", "Vera Sans"])
def lettered(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page that has its letters from the machine's font, or from one with wide letters."""
    with lettered_page(browser, address, request.param) as page:
        yield page


@pytest.mark.parametrize("size", [NARROW, PHONE, DESK], ids=["narrow", "phone", "desk"])
@pytest.mark.parametrize("path", [*PICTURES, *WITH_LONG_NAMES])
def test_no_name_lies_over_another_or_is_cut_off(
    lettered: Page, path: str, size: ViewportSize
) -> None:
    lettered.set_viewport_size(size)
    lettered.goto(path)
    lettered.evaluate("document.fonts.ready")
    for picture in lettered.locator(".scroll > svg, figure > svg").all():
        assert picture.evaluate(OVERLAPS) == []
        assert picture.evaluate(CUTS) == []


@pytest.mark.parametrize("path", PICTURES)
def test_without_javascript_pictures_and_lists_are_there(
    browser: Browser, address: str, path: str
) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(path)
    expect(page.locator(".scroll > svg a, figure > svg a").first).to_be_visible()
    assert page.locator("article fieldset:visible").count() == 0
    for fold in page.locator(".fold").all():
        fold.locator("summary").click()
        expect(fold.locator("a").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["/timeline/"])
def test_buttons_enlarge_and_move_a_picture_and_the_wheel_is_the_page_s(
    page: Page, path: str
) -> None:
    page.goto(path)
    box = page.locator(".scroll")
    width = "box => box.scrollWidth"
    before = box.evaluate(width)
    for _ in range(2):
        page.get_by_role("button", name="Larger").click()
    assert box.evaluate(width) > before * 1.3
    expect(page.get_by_role("button", name="Larger")).to_be_disabled()
    at = box.evaluate("box => box.scrollLeft")
    page.get_by_role("button", name="To the right").click()
    page.wait_for_function("at => document.querySelector('.scroll').scrollLeft > at", arg=at)
    box.hover(position={"x": 100, "y": 100})
    top = page.evaluate("scrollY")
    page.mouse.wheel(0, 300)
    page.wait_for_function("top => scrollY > top", arg=top)
    assert box.evaluate(width) > before * 1.3


def test_the_timeline_can_be_narrowed_to_a_policy_area(page: Page) -> None:
    page.goto("/timeline/")
    page.locator(".fold", has_text="2020s").locator("summary").click()
    page.get_by_label("Policy area").select_option("Security")
    expect(page.locator(".fold li", has_text="COVID-19 pandemic")).to_be_hidden()
    expect(page.locator(".fold li", has_text="Bicentennial Framework approved")).to_be_visible()
    shown = page.locator(".timeline a.date:not(.off) text").all_text_contents()
    listed = page.locator(".fold.date li:not([hidden])").count()
    assert 0 < sum(map(int, shown)) <= listed
    lives = page.locator(".timeline .scroll a.life:not(.off)").count()
    expect(page.locator(".timeline [role=status]")).to_contain_text(f"{listed} dates")
    expect(page.locator(".timeline .scroll a.life:not(.off)").first).to_contain_text("Merida")
    page.keyboard.press("Escape")
    assert page.locator(".timeline .scroll a.life:not(.off)").count() > lives


def test_the_timeline_can_be_narrowed_to_lives(page: Page) -> None:
    page.goto("/timeline/")
    page.get_by_label("dates", exact=True).uncheck()
    page.get_by_label("essays", exact=True).uncheck()
    assert page.locator(".timeline .scroll a.date:not(.off)").count() == 0
    assert page.locator(".timeline .scroll .essay:not(.off)").count() == 0
    expect(page.locator(".fold.date").first).to_be_hidden()
    expect(page.locator(".fold.life")).to_be_visible()
    assert page.locator(".timeline .scroll a.life:not(.off)").count() > 10


def test_a_mark_of_the_timeline_opens_the_dates_of_its_year(page: Page) -> None:
    page.goto("/timeline/")
    page.locator(".timeline a[href='#years-2021']").click()
    expect(page.locator("#years-2021")).to_be_in_viewport()
    expect(page.locator(".fold a", has_text="Bicentennial Framework approved")).to_be_visible()


def test_the_small_pictures_fit_a_narrow_phone_at_a_readable_size(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=NARROW, base_url=address)
    page = context.new_page()
    page.goto("/initiatives/merida-initiative/")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    size = page.locator(".ties-picture svg").first.evaluate(
        "svg => 12 * svg.getScreenCTM().a"  # what a letter of 12 units measures on the screen
    )
    context.close()
    assert size >= 11
