"""The real site in a real browser."""

import gzip
import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from support.browsers import DESK, PHONE, open_search

KINDS_OF_PAGE = (
    "/",
    "/about/",
    "/404.html",
    "/actors/",
    "/actors/joe-biden/",
    "/actors/mexico/",
    "/actors/canada/",
    "/initiatives/nafta/",
    "/dates/hled-launch-2021/",
    "/policy_areas/asylum/",
    "/terms/intermestic/",
    "/propositions/institutions-are-strong/",
    "/sources/wayne-2018/",
    "/timeline/",
    "/network/",
    "/recommendations/",
    "/forecasts/",
    "/figures/",
    "/matrix/",
    "/compare/",
    "/coverage/",
    "/a-z/",
    "/downloads/",
    "/editions/",
)
# Every kind of page is held against the rules on both screens and in both colour schemes; in the
# other two pairs of these only what is common to all pages, for it takes long: what stands on each
# of them, the search, and a picture.
LOOKS: dict[str, tuple[ViewportSize, Literal["light", "dark"]]] = {
    "phone, light": (PHONE, "light"),
    "desk, dark": (DESK, "dark"),
    "phone, dark": (PHONE, "dark"),
    "desk, light": (DESK, "light"),
}
IN_EVERY_LOOK = ("/", "/actors/", "/network/")
# Compressed: what a page may weigh, in how many requests; what the first search may add.
MOST_BYTES, MOST_REQUESTS, MOST_SEARCH_BYTES = 100_000, 10, 120_000
# How far things may move while a page loads (Cumulative Layout Shift), and on which line.
MOST_SHIFT = 0.02
SLOW_LINE = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1_600_000 / 8,  # bytes a second
    "uploadThroughput": 750_000 / 8,
}
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    shifts.push({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 80)) });
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, shared_page: Page) -> Page:
    """The page of Marcelo Ebrard, on a phone's and on a desk's screen."""
    shared_page.set_viewport_size(request.param)
    shared_page.goto("/actors/marcelo-ebrard/")
    return shared_page


@pytest.fixture(scope="module")
def open_dialog(browser: Browser, address: str) -> Iterator[Page]:
    """A page with its search open, in which one test after the other searches."""
    context = browser.new_context(viewport=PHONE, base_url=address)
    page = context.new_page()
    page.goto("/actors/marcelo-ebrard/")
    open_search(page)
    yield page
    context.close()


@pytest.fixture
def searching(open_dialog: Page) -> Page:
    """A page with its search open, in which nothing is searched for."""
    open_dialog.get_by_label("Search for").fill("")
    expect(open_dialog.locator(".search-count")).to_have_text("")
    return open_dialog


@pytest.fixture(scope="module")
def uncached(browser: Browser, address: str) -> Iterator[Page]:
    """A page that loads all anew at each address, as for a reader who comes for the first time."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.add_init_script(SHIFTS)
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page
    context.close()


def search(page: Page, words: str, before: str = "") -> str:
    """Types `words` and waits for the count of results to differ from `before`; gives it."""
    page.get_by_label("Search for").fill(words)
    expect(page.locator(".search-count")).not_to_have_text(before)
    return page.locator(".search-count").inner_text()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AMLO", "Andrés Manuel López Obrador"),
        ("lopez obrador", "Andrés Manuel López Obrador"),
        ("Peña Nieto", "Enrique Peña Nieto"),
        ("Pena Nieto", "Enrique Peña Nieto"),
        ("Merida", "Merida Initiative"),
        ("Mérida", "Merida Initiative"),
        ("SRE", "Mexican Foreign Ministry"),
        ("HLED", "High Level Economic Dialogue"),
        ("NALS", "North American Leaders’ Summit"),
        ("NAFTA", "North American Free Trade Agreement"),
    ],
)
def test_a_name_or_acronym_finds_its_record_first(searching: Page, words: str, name: str) -> None:
    search(searching, words)
    expect(searching.locator(".search-results a").first).to_have_text(name)


def test_a_quoted_phrase_finds_only_pages_that_have_it(searching: Page) -> None:
    quoted = search(searching, '"indispensable partner"')
    loose = search(searching, "indispensable partner", before=quoted)
    assert int(quoted.split()[0]) < int(loose.split()[0])


def test_results_can_be_filtered(page: Page) -> None:
    page.get_by_role("button", name="Search").click()
    everything = search(page, "Mexico")
    page.get_by_label("Collection").select_option("Terms")
    expect(page.locator(".search-count")).not_to_have_text(everything)
    expect(page.locator(".search-kind").first).to_have_text("Terms")
    assert set(page.locator(".search-kind").all_inner_texts()) == {"Terms"}


def test_a_statement_is_found_at_its_own_place(page: Page) -> None:
    page.get_by_role("button", name="Search").first.click()
    search(page, '"truly intermestic"')
    page.get_by_label("Collection").select_option("Statements")
    page.get_by_label("Source").select_option("Sarukhan 2021")
    found = page.locator(".search-results a", has_text="¶").first
    expect(found).to_be_visible()
    assert "#s-" in (found.get_attribute("href") or "")


@pytest.mark.parametrize(
    ("words", "meant", "name"),
    [
        ("Meridia", "Merida", "Merida Initiative"),
        ("Lopes Obrador", "López Obrador", "Andrés Manuel López Obrador"),
        ("Peña Neito", "Peña Nieto", "Enrique Peña Nieto"),
        ("recomendations 2017", "recommendations 2017", "Recommendations: Wayne & Sarukhan 2017"),
    ],
)
def test_a_misspelt_name_finds_what_was_meant(
    searching: Page, words: str, meant: str, name: str
) -> None:
    message = search(searching, words)
    assert re.fullmatch(f"Nothing has “{words}”; for “{meant}”: [0-9]+ found", message)
    expect(searching.locator(".search-results a").first).to_have_text(name)


def test_a_word_that_some_text_has_is_not_taken_for_a_misspelt_name(searching: Page) -> None:
    assert re.fullmatch("[0-9]+ found", search(searching, "whiplash"))


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("recommendations 2017", "/recommendations/?essay=wayne-sarukhan-2017"),
        ("advice of sarukhan 2021", "/recommendations/?essay=sarukhan-2021"),
        ("recommendations to Mexico", "/recommendations/?addressee=mexico"),
        ("forecasts", "/forecasts/"),
        ("timeline 2016", "/timeline/#2016"),
        ("compare Wayne 2018 and Sarukhan 2021", "/compare/sarukhan-2021/wayne-2018/"),
        ("trade per year", "/figures/#measure-1"),
        ("how much trade", "/figures/#measure-1"),
        ("predictions that came true", "/forecasts/"),
        ("what came of the advice to Canada", "/recommendations/?addressee=canada"),
        ("who agrees with whom", "/compare/"),
    ],
)
def test_a_page_that_gathers_is_found_with_what_to_choose_there(
    searching: Page, words: str, path: str
) -> None:
    search(searching, words)
    first = searching.locator(".search-results a").first
    expect(first).to_have_attribute("href", re.compile(re.escape(path) + "$"))


def test_a_question_finds_what_its_telling_words_find(page: Page) -> None:
    open_search(page)
    message = search(page, "What did Wayne say about migration")
    asked = "Nothing has “What did Wayne say about migration”; for “Wayne migration”: [0-9]+ found"
    assert re.fullmatch(asked, message)


def test_no_index_and_no_guide_is_among_the_records(searching: Page) -> None:
    search(searching, "source")
    kinds = searching.locator(".search-kind").all_inner_texts()
    assert kinds
    assert "" not in kinds


def test_the_address_keeps_the_search(page: Page) -> None:
    open_search(page)
    everything = search(page, "Mexico")
    page.get_by_label("Essay of").select_option("2018")
    expect(page.locator(".search-count")).not_to_have_text(everything)
    found = page.locator(".search-count").inner_text()
    assert page.url.endswith("/actors/marcelo-ebrard/#search?q=Mexico&year=2018")
    page.reload()
    expect(page.locator(".search-count")).to_have_text(found)
    expect(page.get_by_label("Essay of")).to_have_value("2018")
    page.locator(".search-results a").first.click()
    page.go_back()
    expect(page.locator(".search-count")).to_have_text(found)


def test_a_closed_search_leaves_the_address_as_it_was(page: Page) -> None:
    page.goto("/sources/wayne-2018/#p4")
    open_search(page)
    search(page, "Mexico")
    page.wait_for_url("**/#search?q=Mexico")
    page.get_by_role("button", name="Close").click()
    page.wait_for_url("**/sources/wayne-2018/#p4")


def test_a_result_on_the_same_page_closes_the_search(page: Page) -> None:
    page.goto("/sources/wayne-2018/")
    open_search(page)
    everything = search(page, "Mexico")
    page.get_by_label("Collection").select_option("Statements")
    page.get_by_label("Source").select_option("Wayne 2018")
    expect(page.locator(".search-count")).not_to_have_text(everything)
    page.locator(".search-results a[href*='/sources/wayne-2018/#s-']").first.click()
    expect(page.get_by_label("Search for")).to_be_hidden()
    page.wait_for_url("**/sources/wayne-2018/#s-*")


def test_search_works_by_keyboard_alone(page: Page) -> None:
    open_search(page)
    page.keyboard.type("AMLO")
    expect(page.locator(".search-results a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/andres-manuel-lopez-obrador/")


def test_escape_closes_the_search(page: Page) -> None:
    open_search(page)
    expect(page.get_by_label("Search for")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Search for")).to_be_hidden()


CLAIM = "article li:has(> small)"


def test_a_claim_leads_to_its_own_place_in_its_essay(page: Page) -> None:
    claim = page.locator(CLAIM).first
    words = re.split(r"\sfact ·", claim.inner_text())[0].strip()
    claim.get_by_role("link", name="¶4").click()
    page.wait_for_url("**/sources/wayne-2018/#s-*")
    expect(page.locator(".statement:target")).to_contain_text(words)
    expect(page.locator(".statement:target")).to_be_in_viewport()


def test_a_claim_of_an_essay_that_is_online_leads_to_the_very_passage(page: Page) -> None:
    page.goto("/sources/wayne-sarukhan-2017/")
    passage = page.locator("#p1 ~ .statement a", has_text="“").first
    assert "#:~:text=" in (passage.get_attribute("href") or "")


def test_the_citation_of_a_claim_is_shown_and_copied_in_each_form(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    claim = page.locator(CLAIM).first
    claim.hover()
    claim.get_by_role("button", name="cite").click()
    dialog = page.get_by_role("dialog", name="Cite this statement")
    for form, begins in (
        ("Text", "Earl Anthony Wayne, untitled"),
        ("BibTeX", "@"),
        ("RIS", "TY  - "),
        ("CSL-JSON", "["),
    ):
        dialog.get_by_label(form, exact=True).check()
        shown = dialog.locator("pre")
        expect(shown).to_have_text(re.compile(rf"^\s*{re.escape(begins)}"))
        dialog.get_by_role("button", name="Copy").click()
        expect(dialog.get_by_role("status")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == shown.text_content()
        assert "¶4; in Intermestic, edition " in copied
        assert "https://intermestic.example/sources/wayne-2018/" in copied
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert [violation["id"] for violation in found.response["violations"]] == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(claim.get_by_role("button")).to_be_focused()


@pytest.mark.parametrize("how", ["pointer", "keyboard"])
def test_a_link_is_previewed_and_escape_closes_the_preview(shared_page: Page, how: str) -> None:
    page = shared_page
    page.goto("/actors/marcelo-ebrard/")
    link = page.locator("article p.lead a").first
    if how == "pointer":
        link.hover()
    else:
        page.locator("article .breadcrumbs a").focus()
        page.keyboard.press("Tab")
    preview = page.get_by_role("tooltip")
    expect(preview).to_contain_text(link.inner_text().split()[0])
    expect(link).to_have_attribute("aria-describedby", "preview")
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()


def test_a_pointer_can_enter_a_preview(shared_page: Page) -> None:
    page = shared_page
    page.goto("/actors/marcelo-ebrard/")
    page.locator(f"{CLAIM} small a").first.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_contain_text("FACT", ignore_case=True)
    preview.hover()
    page.wait_for_timeout(600)
    expect(preview).to_be_visible()
    page.locator("h1").hover()
    expect(preview).to_be_hidden()


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_the_switch_between_light_and_dark_is_remembered(
    browser: Browser, address: str, screen: ViewportSize
) -> None:
    page = browser.new_page(viewport=screen, base_url=address)
    page.goto("/actors/marcelo-ebrard/")

    def ground() -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    before = ground()
    page.get_by_role("button", name="Light or dark").click()
    after = ground()
    assert after != before
    page.goto("/terms/intermestic/")
    assert ground() == after
    page.close()


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(shared_page: Page) -> None:
    page = shared_page
    page.set_viewport_size(PHONE)
    page.goto("/actors/marcelo-ebrard/")
    summary = page.locator(".menu > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu").get_by_role("link", name="Forecasts")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu").get_by_role("link", name="Forecasts")).to_be_hidden()


@pytest.mark.parametrize(
    "path",
    [*KINDS_OF_PAGE, "/dates/", "/terms/", "/sources/wayne-sarukhan-2017/"],
)
def test_no_page_scrolls_sideways_on_a_narrow_phone(shared_page: Page, path: str) -> None:
    shared_page.set_viewport_size({"width": 320, "height": 640})
    shared_page.goto(path)
    assert shared_page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "path",
    ["/", "/actors/", "/actors/mexico/", "/forecasts/", "/figures/", "/network/", "/timeline/"],
)
def test_nothing_moves_as_a_page_loads_over_a_slow_line(
    uncached: Page, path: str, screen: ViewportSize
) -> None:
    uncached.set_viewport_size(screen)
    session = uncached.context.new_cdp_session(uncached)
    session.send("Network.emulateNetworkConditions", SLOW_LINE)
    uncached.goto(path, wait_until="load")
    uncached.wait_for_timeout(300)  # in which scripts do what they do
    shifts = uncached.evaluate("shifts")
    session.detach()
    assert sum(shift["value"] for shift in shifts) <= MOST_SHIFT, shifts


def test_a_citation_of_the_page_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".cite-page [role=status]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Intermestic editors, “Marcelo Ebrard”, in Intermestic, edition ")
    assert copied.endswith("/actors/marcelo-ebrard/")


def test_an_index_can_be_filtered(page: Page) -> None:
    page.goto("/actors/")
    page.get_by_label("Filter").fill("lopez obrador mexico")
    expect(page.locator(".filter [role=status]")).to_contain_text("shown")
    lines = page.locator("article li:visible").all_inner_texts()
    assert 0 < len(lines) < 20
    assert all("López Obrador" in line for line in lines)


def test_an_index_can_be_sorted_by_what_is_said_most(page: Page) -> None:
    page.goto("/actors/")
    page.get_by_label("Sort").select_option("by number of statements")
    expect(page.locator("article li:visible strong").first).to_have_text("Mexico")
    page.get_by_label("Sort").select_option("in the usual order")
    expect(page.locator("article h2").first).to_be_visible()


def test_a_ledger_can_be_narrowed_and_its_address_keeps_the_choice(page: Page) -> None:
    page.goto("/recommendations/")
    lines = page.locator("details.line:visible")
    everything = lines.count()
    chip = page.get_by_role("checkbox", name="Wayne 2018")
    chip.check()
    expect(page.locator(".filter [role=status]")).to_contain_text("shown")
    chosen = lines.count()
    assert 0 < chosen < everything
    assert page.url.endswith("/recommendations/?essay=wayne-2018")
    page.reload()
    expect(chip).to_be_checked()
    expect(lines).to_have_count(chosen)
    page.get_by_role("button", name="Clear all").click()
    expect(lines).to_have_count(everything)
    assert page.url.endswith("/recommendations/")


def test_each_chip_counts_the_lines_that_it_would_leave(page: Page) -> None:
    page.goto("/recommendations/?addressee=canada&essay=wayne-sarukhan-2017&essay=wayne-2018")
    lines = page.locator("details.line:visible")
    chosen = page.locator("label:has([name=addressee]:checked) small")
    expect(chosen).to_have_text(str(lines.count()))
    chip = page.locator("label:has([name=fate]:not(:checked, :disabled))").first
    number = chip.locator("small").inner_text()
    chip.click()
    expect(lines).to_have_count(int(number))


def test_no_later_word_is_of_what_no_later_essay_speaks_of(page: Page) -> None:
    page.goto("/recommendations/?fate=silent")
    lines = page.locator("details.line:visible")
    told = "span:not(.before, .made, .silent)"
    expect(lines.first).to_be_visible()
    expect(page.locator(f"details.line:visible .fate > {told}")).to_have_count(0)
    head = page.locator("article table").first.locator("tbody td:last-child").all_inner_texts()
    expect(lines).to_have_count(sum(int(cell) for cell in head if cell.isdigit()))


def test_an_address_opens_the_fold_that_has_its_choice(page: Page) -> None:
    page.goto("/recommendations/?addressee=sre")
    expect(page.get_by_role("checkbox", name="Mexican Foreign Ministry")).to_be_checked()
    expect(page.locator("details.line:visible")).to_have_count(1)


def test_a_ledger_says_to_whom_at_the_end_of_each_line(page: Page) -> None:
    page.goto("/recommendations/?addressee=sre")
    ends = page.locator("details.line:visible > summary > small")
    expect(ends).to_have_text(re.compile("^to .*Mexican Foreign Ministry"))
    expect(ends).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("AMLO", "/actors/andres-manuel-lopez-obrador/"),
        ("merida", "/initiatives/merida-initiative/"),
        ("Meridia Initiative", "/initiatives/merida-initiative/"),
        ("T-MEC", "/initiatives/usmca/"),
    ],
)
def test_the_network_is_entered_by_any_name_of_a_record(page: Page, typed: str, path: str) -> None:
    page.goto("/network/")
    page.get_by_label("Whose connections?").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{path}#*")


def test_the_network_asks_which_of_several_names_is_meant(page: Page) -> None:
    page.goto("/network/")
    page.get_by_label("Whose connections?").fill("NAFTA 2.0")
    page.keyboard.press("Enter")
    found = page.locator(".filter [role=status]")
    expect(found).to_contain_text("Which of these?")
    assert {"NAFTA", "USMCA"} <= set(found.locator("a").all_inner_texts())


def test_what_an_address_asks_for_is_unfolded(page: Page) -> None:
    page.goto("/sources/wayne-2021/#p22")
    expect(page.locator("#p22")).to_be_in_viewport()


def test_claims_on_which_essays_take_opposite_sides_can_be_picked(page: Page) -> None:
    page.goto("/propositions/")
    rows = page.locator("tbody tr:visible")
    everything = rows.count()
    page.get_by_label("Only those").check()
    assert 0 < rows.count() < everything


def test_a_table_can_be_sorted(page: Page) -> None:
    page.set_viewport_size(DESK)  # on a phone its rows are read one below the other
    page.goto("/figures/")
    table = page.locator("table").last
    table.get_by_role("button", name="Figure").click()
    expect(table.locator("th").first).to_have_attribute("aria-sort", "ascending")
    first = table.locator("tbody td:first-child").first.inner_text()
    table.get_by_role("button", name="Figure").click()
    assert table.locator("tbody td:first-child").first.inner_text() != first


@pytest.mark.parametrize("path", ["/", "/actors/", "/initiatives/nafta/", "/dates/"])
def test_without_javascript_a_page_can_be_read(scriptless_page: Page, path: str) -> None:
    page = scriptless_page
    page.set_viewport_size(PHONE)
    page.goto(path)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("article li").first).to_be_visible()
    expect(page.get_by_role("button", name="Search")).to_be_hidden()


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_no_kind_of_page_has_an_accessibility_violation(shared_page: Page, path: str) -> None:
    shared_page.goto(path)
    if path == "/actors/":
        open_search(shared_page)
        search(shared_page, "border")
    for look in LOOKS if path in IN_EVERY_LOOK else ("phone, light", "desk, dark"):
        screen, scheme = LOOKS[look]
        shared_page.set_viewport_size(screen)
        shared_page.emulate_media(color_scheme=scheme)
        found = Axe().run(shared_page, options={"resultTypes": ["violations"]})  # else in brief
        assert [(look, violation["id"]) for violation in found.response["violations"]] == []
        assert found.response["passes"]


@pytest.fixture
def sizes(uncached: Page) -> Iterator[list[int]]:
    """What is loaded meanwhile: how many bytes each answer has, compressed."""
    sizes: list[int] = []
    note = lambda answer: sizes.append(len(gzip.compress(answer.body())))  # noqa: E731
    uncached.set_viewport_size(PHONE)
    uncached.on("response", note)
    yield sizes
    uncached.remove_listener("response", note)


@pytest.mark.parametrize("path", [*KINDS_OF_PAGE, "/sources/wayne-sarukhan-2017/"])
def test_a_page_keeps_to_the_budget(uncached: Page, sizes: list[int], path: str) -> None:
    uncached.goto(path, wait_until="networkidle")
    uncached.evaluate("document.fonts.ready.then(() => true)")
    assert 0 < sum(sizes) <= MOST_BYTES
    assert len(sizes) <= MOST_REQUESTS


# The search is the same on every page, but finds its index from how deep the page stands.
@pytest.mark.parametrize("path", ["/", "/actors/", "/actors/mexico/", "/404.html"])
def test_a_first_search_keeps_to_the_budget(uncached: Page, sizes: list[int], path: str) -> None:
    uncached.goto(path, wait_until="networkidle")
    uncached.evaluate("document.fonts.ready.then(() => true)")
    shown = sum(sizes)
    open_search(uncached)
    search(uncached, "border")
    uncached.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) - shown <= MOST_SEARCH_BYTES


def test_no_page_asks_another_host_for_anything_or_is_refused_something(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=DESK, base_url=address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    for path in KINDS_OF_PAGE:
        page.goto(path)
    open_search(page)
    search(page, "border")
    page.close()
    assert [url for url in asked if not url.startswith(address)] == []
    assert refused == []
