"""The scripts of the real site in a real browser: they go by data, not by words, and own up."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from support.browsers import DESK, open_search

from intermestic.knowledge import KnowledgeBase
from intermestic.records.statements import Figure

# Words of the pages and of the scripts, as another language would have them.
TRANSLATED = {
    r"(<option[^>]*>)[^<]+": r"\1palabra",
    r"<dt>Also</dt>": "<dt>También</dt>",
    r"Only show lines with": "Sólo líneas con",
    r"\bstatements?\b(?=[ <])": "afirmaciones",
    r"\bedition (?=\d)": "edición ",
    r"\b(\d+|\d+\.\d+) (million|billion)": r"\1 millones",
    r">September 2021<": ">septiembre de 2021<",
    r">no conversion<": ">sin conversión<",
}
TRANSLATED_SCRIPT = {
    r'cite: "cite"': 'cite: "citar"',
    r'title: "Cite this statement"': 'title: "Citar esta afirmación"',
    r'collection: "Collection"': 'collection: "Colección"',
    r"`\$\{tool\}: \$\{choice\}`": "`${tool} (${choice})`",
    r"found`": "resultados`",
}


@pytest.fixture
def cut_off(shared_page: Page) -> Iterator[Page]:
    """A page for tests that have some files of the site lost on the way."""
    yield shared_page
    shared_page.unroute_all()


@pytest.fixture(scope="module")
def translated_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the site with other words in the place of those it shows."""
    page = browser.new_page(base_url=address)
    page.route(re.compile(r"/$"), lambda route: translate(route, TRANSLATED))
    page.route("**/words.js", lambda route: translate(route, TRANSLATED_SCRIPT))
    yield page
    page.close()


@pytest.fixture(params=["as it is", "translated"])
def page(request: pytest.FixtureRequest, shared_page: Page, translated_page: Page) -> Page:
    """A page of the site as it is, and of one with other words in the place of those it shows."""
    page = translated_page if request.param == "translated" else shared_page
    page.set_viewport_size(DESK)
    return page


def translate(route: Route, words: dict[str, str]) -> None:
    answer = route.fetch()
    text = answer.text()
    for pattern, translation in words.items():
        text = re.sub(pattern, translation, text)
    route.fulfill(response=answer, body=text)


def values(page: Page, column: int, what: str) -> list[float]:
    """What the cells of a column of the last table hold as data, in the order shown."""
    return (
        page.locator("article table")
        .last.locator("tbody tr")
        .evaluate_all(
            f"""rows => rows.map(row => row.cells[{column}].querySelector("[data-sort], data"))
            .filter(Boolean).map(element => Number({what}))"""
        )
    )


def sort(page: Page, column: int) -> list[str]:
    """Clicks on the head of a column of the last table; gives its cells."""
    table = page.locator("article table").last
    table.locator("th button").nth(column).click()
    return [cell.strip() for cell in table.locator(f"td:nth-child({column + 1})").all_inner_texts()]


def test_figures_sort_by_their_date(page: Page, real_knowledge: KnowledgeBase) -> None:
    statements = [claim.statement for claim in real_knowledge.claims_of(Figure)]
    dates = [when for it in statements if (when := it.as_of or it.when)]
    page.goto("/figures/")
    cells = sort(page, 2)
    keys = values(page, 2, "element.dataset.sort")
    assert keys == sorted(
        year * 10_000 + month * 100 + day for year, month, day in (when.first for when in dates)
    )
    september = "September 2021" if "September 2021" in cells else "septiembre de 2021"
    assert cells.index("2009") < cells.index(september)
    assert all(re.fullmatch(r"\S+ \(essay of \d+\)", cell) for cell in cells[len(dates) :])
    assert sort(page, 2)[0].endswith("2021")


def test_figures_sort_by_their_value_whatever_its_words(
    page: Page, real_knowledge: KnowledgeBase
) -> None:
    page.goto("/figures/")
    cells = sort(page, 0)
    shown = values(page, 0, "element.value")
    claims = real_knowledge.claims_of(Figure)
    assert shown == sorted(float(one.statement.value) for one in claims)
    assert "350 " in cells[-1] or "350 " in cells[-2]


def test_a_statement_is_cited_with_its_paragraph_and_its_own_address(page: Page) -> None:
    page.goto("/initiatives/bicentennial-framework/")
    cite(page, "bicentennial-replaces-merida")
    expect(page.locator("dialog.cite-claim pre")).to_have_text(
        re.compile(
            r"Earl Anthony Wayne, “[^”]+”.*, ¶22; in Intermestic, edition \d+\.\d+, "
            r"https://intermestic\.example/sources/wayne-2021/#s-bicentennial-replaces-merida"
        )
    )


def test_a_citation_that_could_not_be_loaded_says_so_and_is_tried_again(
    cut_off: Page,
) -> None:
    page = cut_off
    page.goto("/sources/wayne-2021/#p22")
    statement = "bicentennial-replaces-merida"
    page.route("**/assets/cite.js", lambda route: route.abort())
    claim = page.locator(f"#s-{statement}")
    claim.hover()
    claim.get_by_role("button").click()
    expect(claim.get_by_role("button")).to_have_text("could not be loaded; try again")
    page.route("**/cite-claim.json", lambda route: route.abort())
    claim.get_by_role("button").click()
    expect(page.locator("dialog.cite-claim [role=status]")).to_have_text(
        "The citation could not be loaded. Close this and try again."
    )
    page.keyboard.press("Escape")
    page.unroute("**/cite-claim.json")
    cite(page, statement)
    expect(page.locator("dialog.cite-claim pre")).to_contain_text("¶22")


def cite(page: Page, statement: str) -> None:
    claim = page.locator(f":has(> small > a[href$='#s-{statement}'])").first
    claim.evaluate("it => it.closest('details:not([open])')?.setAttribute('open', '')")
    claim.hover()
    claim.get_by_role("button").click()


def test_an_index_is_put_in_order(page: Page) -> None:
    page.goto("/actors/")
    lines = page.locator("article li:visible")
    order = page.locator(".filter select")
    grouped = lines.all_inner_texts()
    order.select_option("statements")
    counts = lines.locator("[data-statements]").evaluate_all(
        "all => all.map(each => Number(each.dataset.statements))"
    )
    assert counts == sorted(counts, reverse=True)
    order.select_option("name")
    names = lines.locator("strong").all_inner_texts()
    assert names.index("Andrés Manuel López Obrador") < names.index("Barack Obama")
    order.select_option("grouped")
    assert lines.all_inner_texts() == grouped


NAMES = {
    "AMLO": "/actors/andres-manuel-lopez-obrador/",
    "Andres Manuel Lopez Obrador": "/actors/andres-manuel-lopez-obrador/",
    "HLED": "/initiatives/hled-2021/",
    "Wayne 2021": "/sources/wayne-2021/",
    "sarukhan 2021": "/sources/sarukhan-2021/",
    "Wayne & Sarukhan 2017": "/sources/wayne-sarukhan-2017/",
    "Wayne and Sarukhan 2017": "/sources/wayne-sarukhan-2017/",
    "2009 outline (unsigned)": "/sources/strategic-partnership-2009/",
    "2009 outline unsigned": "/sources/strategic-partnership-2009/",
    "A Reset in U.S.-Mexico Relations Also Requires Re-Engagement on Global and Regional "
    "Issues": "/sources/sarukhan-2021/",
}


def test_a_page_is_found_first_by_any_of_its_names(page: Page) -> None:
    page.goto("/terms/intermestic/")
    open_search(page)
    for words, path in NAMES.items():
        page.locator("dialog input").fill("")
        expect(page.locator(".search-results a")).to_have_count(0)
        page.locator("dialog input").fill(words)
        first = page.locator(".search-results a").first
        expect(first).to_have_attribute("href", re.compile(f"{path}$"))


def test_the_labels_of_the_filters_are_the_catalogues(page: Page) -> None:
    page.goto("/terms/intermestic/")
    open_search(page)
    expect(page.locator(".search-filters select").first).to_have_attribute(
        "aria-label", re.compile("^(Collection|Colección)$")
    )


def test_a_page_that_gathers_is_found_and_the_filters_of_an_address_are_chosen(page: Page) -> None:
    page.goto("/terms/intermestic/#search?q=recommendations+2017")
    first = page.locator(".search-results a").first
    expect(first).to_have_attribute(
        "href", re.compile(r"/recommendations/\?essay=wayne-sarukhan-2017$")
    )
    page.goto("/terms/intermestic/#search?q=border&collection=Terms")
    expect(page.locator(".search-filters select").first).to_have_value("Terms")
    expect(page.locator(".search-results a").first).to_have_text("border as a whole")


FAILED = "The search could not be loaded. Type on to try again, or use the A–Z index."


@pytest.mark.parametrize(
    "lost",
    [
        "**/assets/search.js",
        "**/pagefind/pagefind.js",
        "**/pagefind/aids.json",
        "**/*.pf_meta",
        "**/*.pf_index",
        "**/*.pf_fragment",
        "**/wasm.*",
    ],
)
def test_a_search_that_could_not_be_loaded_says_so_and_is_tried_again(
    cut_off: Page, lost: str
) -> None:
    page = cut_off
    page.goto("/terms/intermestic/")
    page.route(lost, lambda route: route.abort())
    open_search(page)
    page.keyboard.type("AML")
    expect(page.locator(".search-count")).to_have_text(FAILED)
    expect(page.locator(".search-results a")).to_have_count(0)
    page.unroute(lost)
    page.keyboard.type("O")
    expect(page.locator(".search-results a").first).to_have_text("Andrés Manuel López Obrador")


def test_a_browser_that_cannot_run_the_search_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.add_init_script("delete window.WebAssembly")
    page.goto("/terms/intermestic/")
    open_search(page)
    page.keyboard.type("merida")
    expect(page.locator(".search-count")).to_have_text(FAILED)
    page.close()


def test_a_preview_that_could_not_be_loaded_says_so_and_is_tried_again(
    cut_off: Page,
) -> None:
    page = cut_off
    page.goto("/actors/marcelo-ebrard/")
    link = page.locator("article p.lead a").first
    preview = page.get_by_role("tooltip")
    target = "**/" + (link.get_attribute("href") or "").replace("../", "")
    page.route(target, lambda route: route.abort())
    link.hover()
    expect(preview).to_have_text("The preview could not be loaded.")
    page.keyboard.press("Escape")
    page.unroute(target)
    page.locator("h1").hover()
    link.hover()
    expect(preview).to_contain_text(link.inner_text().split()[0])


def test_the_header_stays_on_a_high_screen_and_leaves_a_low_one(shared_page: Page) -> None:
    page = shared_page
    page.goto("/actors/mexico/")
    page.evaluate("scrollTo(0, 2000)")
    expect(page.locator(".site-header")).to_be_in_viewport()
    page.set_viewport_size({"width": 320, "height": 256})
    page.evaluate("scrollTo(0, 2000)")
    expect(page.locator(".site-header")).not_to_be_in_viewport()


def test_a_bar_says_where_in_an_essay_one_reads(page: Page) -> None:
    page.goto("/sources/wayne-2021/")
    bar = page.locator(".place")
    expect(bar).to_be_hidden()
    page.goto("/sources/wayne-2021/#p22")
    page.mouse.wheel(0, 20)
    expect(bar).to_have_text("Wayne 2021 · Public Security: Poor Cooperation Is Deadly · ¶22")


def test_the_bar_gives_way_on_a_low_window(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 320})
    page.goto("/sources/wayne-2021/#p22")
    page.mouse.wheel(0, 100)
    expect(page.locator(".place")).to_be_hidden()


def test_the_statements_of_one_kind_are_shown_alone(page: Page) -> None:
    page.goto("/policy_areas/migration/")
    page.get_by_role("button", name=re.compile("^recommendation")).click()
    kinds = page.locator("details[open] li:visible > small")
    assert {text.split(" · ")[0] for text in kinds.all_text_contents()} == {"recommendation"}


def test_a_mark_shows_in_place_what_it_stands_for(page: Page) -> None:
    page.goto("/propositions/")
    page.evaluate("document.querySelector('a.stance').click()")
    expect(page.locator("#preview")).to_contain_text("¶")
    assert page.url.endswith("/propositions/")


def test_a_filter_leaves_no_gap(page: Page) -> None:
    page.goto("/dates/")
    page.locator(".filter input").fill("2016")
    bar, first = page.locator(".filter"), page.locator("article li:visible").first
    expect(first).to_be_visible()
    top, line = bar.bounding_box(), first.bounding_box()
    assert top is not None
    assert line is not None
    assert line["y"] - (top["y"] + top["height"]) < 150
