"""How the pages of the real site look: their type, and what has its place on which screen."""

import pytest
from playwright.sync_api import FloatRect, Locator, Page
from support.browsers import DESK, PHONE

INITIATIVE = "/initiatives/merida-initiative/"
HIGHEST_HEADER = 56


def shown(page: Page, path: str, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def box(place: Locator) -> FloatRect:
    found = place.bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize("width", [320, PHONE["width"], 1000, 1100, DESK["width"]])
def test_the_header_is_one_bar_in_which_nothing_is_cut_off(shared_page: Page, width: int) -> None:
    page = shown(shared_page, INITIATIVE, width)
    header = page.locator(".site-header")
    assert box(header)["height"] <= HIGHEST_HEADER
    parts = header.locator("> :visible, .menu nav > ul:visible").all()
    places = [box(part) for part in parts]
    assert all(each["x"] >= 0 and each["x"] + each["width"] <= width for each in places)


def test_every_letter_of_a_page_is_of_the_two_fonts_of_the_site(shared_page: Page) -> None:
    page = shown(shared_page, INITIATIVE, DESK["width"])
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": -1})["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "h1, p, dt, dd, a"})
    fonts = set()
    for node in found["nodeIds"]:
        used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        fonts |= {font["familyName"] for font in used}
    session.detach()
    assert fonts == {"Intermestic Serif", "Intermestic Sans"}


def test_the_facts_stand_beside_the_first_sentence_on_a_desk_and_below_it_on_a_phone(
    shared_page: Page,
) -> None:
    page = shown(shared_page, INITIATIVE, DESK["width"])
    lead, facts = page.locator(".lead"), page.locator(".lead + dl")
    assert box(facts)["x"] > box(lead)["x"] + box(lead)["width"]
    page.set_viewport_size(PHONE)
    assert box(facts)["y"] > box(lead)["y"] + box(lead)["height"]


def test_where_a_statement_stands_is_beside_it_on_a_desk_and_below_it_on_a_phone(
    shared_page: Page,
) -> None:
    page = shown(shared_page, "/sources/wayne-2021/#p22", DESK["width"])
    statement = page.locator("#p22 ~ .statement").first
    claim, place = statement.locator(".claim"), statement.locator("small").first
    assert box(place)["x"] > box(claim)["x"] + box(claim)["width"]
    page.set_viewport_size(PHONE)
    assert box(place)["y"] >= box(claim)["y"] + box(claim)["height"] - 1


def test_essays_by_the_same_hand_have_the_same_tint(shared_page: Page) -> None:
    page = shown(shared_page, "/", DESK["width"])
    unsigned, joint, first, second, again = page.locator(".account").evaluate_all(
        "all => all.map(each => getComputedStyle(each).backgroundImage)"
    )
    assert first == again
    assert len({unsigned, joint, first, second}) == 4
