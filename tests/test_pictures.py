"""The timeline, the network and the pictures of records in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect
from support.browsers import DESK, PHONE

PICTURES = ("/timeline/", "/network/", "/initiatives/merida-initiative/", "/actors/mexico/")
SIZES = ({"width": 320, "height": 640}, PHONE, DESK)
WITH_LONG_NAMES = (
    "/policy_areas/bilateral-relations/",
    "/policy_areas/economy/",
    "/initiatives/nafta/",
    "/actors/andres-manuel-lopez-obrador/",
    "/actors/european-union/",
    "/actors/lopez-obrador-administration/",
    "/actors/un-permanent-missions/",
)
# Pairs of names in a picture that lie over each other.
OVERLAPS = """picture => {
  const names = [...picture.querySelectorAll("a text:not(.letters), text:has(a)")];
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
def page(request: pytest.FixtureRequest, shared_page: Page) -> Page:
    shared_page.set_viewport_size(request.param)
    return shared_page


@pytest.fixture(params=["shared_page", "wide_page"], ids=["our font", "Vera Sans"])
def lettered(request: pytest.FixtureRequest) -> Page:
    """A page in the letters of the site, and one in wider ones."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("path", [*PICTURES, *WITH_LONG_NAMES])
def test_no_name_lies_over_another_or_is_cut_off(lettered: Page, path: str) -> None:
    lettered.goto(path)
    lettered.evaluate("document.fonts.ready")
    for size in SIZES:
        lettered.set_viewport_size(size)
        for picture in lettered.locator("figure > svg").all():
            assert (size, picture.evaluate(OVERLAPS)) == (size, [])
            assert (size, picture.evaluate(CUTS)) == (size, [])


@pytest.mark.parametrize("path", PICTURES)
def test_without_javascript_pictures_are_there(scriptless_page: Page, path: str) -> None:
    scriptless_page.set_viewport_size(DESK)
    scriptless_page.goto(path)
    expect(scriptless_page.locator("figure > svg a").first).to_be_visible()


def test_without_javascript_the_timeline_is_a_whole_list(scriptless_page: Page) -> None:
    page = scriptless_page
    page.set_viewport_size(PHONE)
    page.goto("/timeline/")
    assert page.locator(".filter:visible").count() == 0
    page.locator(".decade > summary", has_text="2000s").click()
    line = page.locator(".line", has_text="Katrina relief")
    line.locator("summary").click()
    expect(line.locator("p")).to_be_visible()


# Lines of the timeline of which a part reaches beyond the line, or lies over another part of it.
CROWDED = """() => [...document.querySelectorAll(".decade[open] > .line")].filter((line) => {
  const edge = line.getBoundingClientRect();
  const date = line.querySelector("summary small")?.getBoundingClientRect();
  const name = document.createRange();
  name.selectNode(line.querySelector("summary strong") ?? line.querySelector("summary").lastChild);
  return line.scrollWidth > line.clientWidth + 1 || (date && date.bottom > edge.bottom + 1) ||
    name.getBoundingClientRect().right > edge.right + 1;
}).map((line) => line.textContent)"""


def test_no_line_of_the_timeline_is_cut_off(lettered: Page) -> None:
    lettered.goto("/timeline/#2000-2009")
    lettered.evaluate("document.fonts.ready")
    for size in SIZES:
        lettered.set_viewport_size(size)
        assert (size, lettered.evaluate(CROWDED)) == (size, [])


def test_the_address_of_a_year_opens_its_decade(page: Page) -> None:
    page.goto("/timeline/#2005")
    expect(page.locator("[id='2005']")).to_be_in_viewport()
    expect(page.locator(".line", has_text="Katrina relief")).to_be_in_viewport()


def test_the_timeline_can_be_narrowed_and_the_address_keeps_how(page: Page) -> None:
    page.goto("/timeline/")
    page.get_by_role("checkbox", name=re.compile("^Security")).check()
    page.get_by_role("checkbox", name="what happened").check()
    line = page.locator(".line", has_text="Bicentennial Framework approved")
    expect(line).to_be_visible()
    expect(page.locator(".line", has_text="COVID-19 pandemic")).to_be_hidden()
    expect(page.locator(".line", has_text="NORAD")).to_be_visible()
    expect(page.locator("[id='2012']")).to_be_hidden()
    page.goto(page.url)
    expect(page.locator(".line", has_text="COVID-19 pandemic")).to_be_hidden()


def test_an_essay_stays_whatever_policy_area_is_chosen(page: Page) -> None:
    page.goto("/timeline/?area=migration")
    essays = page.locator(".line.essay").count()
    assert essays > 1
    expect(page.locator(".line.essay:visible")).to_have_count(essays)


def test_the_sentence_of_an_event_stands_open_on_a_desk_and_opens_on_a_phone(page: Page) -> None:
    page.goto("/timeline/")
    line = page.locator(".line", has_text="First drug dialogue")
    if page.viewport_size == PHONE:
        line.locator("summary").click()
    expect(line.locator("p")).to_be_visible()
    line.get_by_role("link", name="More on").click()
    page.wait_for_url("**/dates/drug-dialogue-first-meeting-2016/")


def test_a_phone_has_the_list_of_ties_in_place_of_the_picture(page: Page) -> None:
    page.goto("/initiatives/merida-initiative/")
    page.locator(".fold", has_text="connections").locator("summary").click()
    expect(page.locator("#relations-succeeded-by, .fold a").first).to_be_visible()
    picture = page.locator(".ties-picture")
    if page.viewport_size == PHONE:
        expect(picture).to_be_hidden()
    else:
        expect(picture).to_be_visible()


@pytest.mark.parametrize("width", [720, 1280])
def test_the_letters_of_a_picture_of_ties_can_be_read(shared_page: Page, width: int) -> None:
    shared_page.set_viewport_size({"width": width, "height": 900})
    shared_page.goto("/initiatives/merida-initiative/")
    size = shared_page.locator(".ties-picture > svg").evaluate(
        "svg => 12 * svg.getScreenCTM().a"  # what a letter of 12 units measures on the screen
    )
    assert size >= 11


def test_a_name_in_a_map_leads_to_its_own_ties(scriptless_page: Page) -> None:
    page = scriptless_page
    page.set_viewport_size(DESK)
    page.goto("/network/")
    page.locator(".ties-picture a", has_text="Bicentennial Framework").first.click()
    page.wait_for_url("**/initiatives/bicentennial-framework/#relations")
    page.locator(".ties-picture a", has_text="Merida Initiative").click()
    page.wait_for_url("**/initiatives/merida-initiative/#relations")


def test_a_name_that_is_typed_in_the_network_leads_to_its_ties(page: Page) -> None:
    page.goto("/network/")
    box = page.get_by_label("Whose connections?")
    box.fill("Zembla")
    box.press("Enter")
    expect(page.locator("article .filter [role=status]")).to_have_text("No such name here.")
    box.press_sequentially("x")
    expect(page.locator("article .filter [role=status]")).to_have_text("")
    box.fill("merida")
    box.press("Enter")
    page.wait_for_url("**/initiatives/merida-initiative/#relations")
