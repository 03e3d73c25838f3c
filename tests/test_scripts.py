"""Names and prose in any script and direction: accepted, shown, found and exported as written."""

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import features
from playwright.sync_api import Browser, Page, expect
from support.browsers import DESK, open_search, served
from support.projects import content, copy_sample, exported, rendered
from support.sites import build_whole, shared

from intermestic.content import Content
from intermestic.records.characters import invisible, look_alike, runs
from intermestic.records.names import fold, without_accents
from intermestic.site.lettering import Face, in_order, script_of

# An id, a name and an alias in Persian, Arabic, Hebrew, Hindi, Japanese, Chinese, Korean, Thai,
# Russian and Greek.
NAMES = {
    "majles": ("مجلس شورای اسلامی (ایران)", "می\u200cخواهیم"),
    "jamia": ("جامعة الدول العربية", "الجامعة"),
    "knesset": ("הכנסת ה־25", "כנסת ישראל"),
    "bhavan": ("राष्ट्रपति भवन", "क्\u200dषेत्र"),
    "shinkansen": ("東海道新幹線", "葛\U000e0100城市"),
    "waijiaobu": ("中华人民共和国外交部", "外交部"),
    "gukhoe": ("대한민국 국회", "국회의사당"),
    "ratthasapha": ("รัฐสภาไทย", "สภาผู้แทนราษฎร"),
    "duma": ("Государственная дума", "Госдума РФ"),
    "vouli": ("Βουλή των Ελλήνων", "Ελληνική Βουλή"),
}
MIXED = "[[{id}]] met [[arcadia]] (and [[borduria]]) in 2020."
ARABIC = "وقعت [[arcadia]] المعاهدة (1998) مع [[borduria]]."
UNLINKED = "مجلس شورای اسلامی (ایران) met [[arcadia]] (and [[borduria]]) in 2020."


def write(project: Path) -> Path:
    """Give a project a record of each name, and a source in two scripts by one of them."""
    for id, (name, alias) in NAMES.items():
        (project / "data" / "actors" / f"{id}.yml").write_text(
            f"name: {name}\naliases: [{alias}]\ntype: organisation\n"
            f"summary: '{MIXED.format(id='river-pact')} {name}.'\ncite: northcott-2020#1\n",
            encoding="utf-8",
        )
    source = (project / "data" / "sources" / "northcott-2022.yml").read_text(encoding="utf-8")
    source = source.replace("authors: [ines-northcott]", "authors: [majles, shinkansen]")
    source = source.replace("type: note\n", "type: note\ntitle: نهر – the river 川\n")
    source = source.replace(
        "statements:\n",
        "statements:\n"
        + "".join(
            f"  - {{id: met-{id}, kind: fact, para: 1, phrase: '{name}', "
            f"text: '{MIXED.format(id=id)}'}}\n"
            for id, (name, _) in NAMES.items()
        )
        + f"  - {{id: in-arabic, kind: fact, para: 1, phrase: وقعت, text: '{ARABIC}'}}\n"
        + f"  - {{id: unlinked, kind: fact, para: 1, phrase: met, text: '{UNLINKED}'}}\n",
    )
    (project / "data" / "sources" / "northcott-2022.yml").write_text(source, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return content(write(copy_sample(tmp_path_factory.mktemp("scripts") / "project")))


def test_a_record_has_no_name_that_nobody_gave_it(published: Content) -> None:
    for id, pair in NAMES.items():
        _, alias = pair
        plain = {without_accents(name) for name in pair} - set(pair)  # of those in Greek
        names = published.knowledge.entries[id].record.other_names
        assert (names[0], set(names[1:])) == (alias, plain)


def test_accents_still_do_not_count_where_people_leave_them_out() -> None:
    assert [fold(name) for name in ("Peña", "Ὀδυσσεύς", "Йошкар")] == ["pena", "οδυσσευσ", "иошкар"]


def test_every_page_and_export_has_the_names_as_written(published: Content) -> None:
    pages = rendered(published)
    files = exported(published)
    texts = {path: data.decode() for path, data in files.items() if not path.endswith("sqlite")}
    database = sqlite3.connect(":memory:")
    database.deserialize(files["data/intermestic.sqlite"])
    for id, (name, alias) in NAMES.items():
        assert f"# {name} " in pages[f"actors/{id}.md"].replace("\\", "")
        for path in ("data/tables/records.csv", "data/intermestic.ttl", "data/intermestic.graphml"):
            assert name in texts[path]
        written = json.loads(texts[f"actors/{id}.json"])["record"]
        assert (written["name"], written["aliases"]) == (name, [alias])
        assert database.execute("select name from records where id = ?", (id,)).fetchone() == (
            name,
        )
        assert id in {
            row[0]
            for row in database.execute(
                "select id from records where rowid in "
                "(select rowid from records_fts where records_fts match ?)",
                (f'"{name}"',),
            )
        }
    for path in ("data/bibliography.bib", "data/bibliography.ris", "data/bibliography.csl.json"):
        assert "نهر – the river 川" in texts[path]
        assert NAMES["shinkansen"][0] in texts[path]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("می\u200cخواهیم", ""),
        ("क्\u200dष", ""),
        ("葛\U000e0100城市", ""),
        ("Arca\u200cdia", "\u200c"),
        ("Arca\u200ddia", "\u200d"),
        ("\u200cمی", "\u200c"),
        ("می\u200c", "\u200c"),
        ("می\u200cab", "\u200c"),
        ("A\U000e0100", "\U000e0100"),
        ("مجلس\u202eabc", "\u202e"),
        ("מ\u200fש", "\u200f"),
    ],
)
def test_a_joiner_is_accepted_only_where_its_script_needs_it(text: str, found: str) -> None:
    match = invisible(text)
    assert (match[0] if match else "") == found


@pytest.mark.parametrize("name", [name for pair in NAMES.values() for name in pair])
def test_no_word_of_another_script_is_taken_for_a_look_alike(name: str) -> None:
    assert look_alike(f"The {name} and Tシャツ, 第3回G20, ФИФА") == ""


def build(root: Path) -> None:
    build_whole(write(copy_sample(root)))


@pytest.fixture(scope="module")
def scripts_site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(shared(tmp_path_factory, "scripts", build) / "site") as address:
        yield address


@pytest.mark.parametrize("id", NAMES)
def test_a_record_is_found_by_its_name_and_by_its_alias(
    browser: Browser, scripts_site: str, id: str
) -> None:
    page = browser.new_page(viewport=DESK, base_url=scripts_site)
    page.goto("/terms/upstream-debt/")
    open_search(page)
    for name in NAMES[id]:
        page.locator("dialog input").fill(name)
        first = page.locator(".search-results a").first
        expect(first).to_have_attribute("href", re.compile(f"/actors/{id}/$"))
    page.close()


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("新幹線", "shinkansen"),
        ("幹線", "shinkansen"),
        ("国外交部", "waijiaobu"),
        ("ผู้แทน", "ratthasapha"),
    ],
)
def test_a_word_within_a_name_without_spaces_is_found(
    browser: Browser, scripts_site: str, words: str, id: str
) -> None:
    page = browser.new_page(viewport=DESK, base_url=scripts_site)
    page.goto("/terms/upstream-debt/")
    open_search(page)
    page.locator("dialog input").fill(words)
    first = page.locator(".search-results a").first
    expect(first).to_have_attribute("href", re.compile(f"/actors/{id}/$"))
    page.close()


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"]


def left_of(page: Page, selector: str, words: str) -> float:
    """Where words begin that stand in an element, linked or not."""
    found = page.locator(selector).first.evaluate(
        """(element, words) => {
            const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const place = texts.currentNode.data.indexOf(words);
                if (place < 0) continue;
                const range = document.createRange();
                range.setStart(texts.currentNode, place);
                range.setEnd(texts.currentNode, place + words.length);
                return range.getBoundingClientRect().left;
            }
        }""",
        words,
    )
    return float(found)


@pytest.mark.parametrize("id", ["majles", "jamia", "knesset"])
def test_a_name_that_runs_the_other_way_turns_nothing_around_it(
    browser: Browser, scripts_site: str, id: str
) -> None:
    page = browser.new_page(viewport=DESK, base_url=scripts_site)
    page.goto("/sources/northcott-2022/")
    statement = f"#s-met-{id}"
    assert left(page, f"{statement} :is(a, bdi)") < left_of(page, statement, "Arcadia")
    name = page.locator(f"{statement} .claim :is(a, bdi)").first
    # The closing bracket of a name in Persian stands at its left end.
    ends = name.evaluate("""link => {
        const text = link.firstChild, range = document.createRange();
        return [0, text.length - 1].map(place => {
            range.setStart(text, place);
            range.setEnd(text, place + 1);
            return range.getBoundingClientRect().left;
        });
    }""")
    assert ends[0] > ends[1]
    page.close()


@pytest.mark.parametrize(
    ("statement", "is_right_to_left"), [("in-arabic", True), ("unlinked", False)]
)
def test_a_sentence_runs_its_own_way_and_what_stands_below_it_ours(
    browser: Browser, scripts_site: str, statement: str, is_right_to_left: bool
) -> None:
    page = browser.new_page(viewport=DESK, base_url=scripts_site)
    page.goto("/sources/northcott-2022/#p1")
    it = f"#s-{statement}"
    arcadia, borduria = (left_of(page, it, name) for name in ("Arcadia", "Borduria"))
    assert (arcadia > borduria) == is_right_to_left
    assert left(page, f"{it} small strong") < left(page, f"{it} small .permalink")
    page.close()


@pytest.mark.parametrize("id", ["majles", "jamia", "knesset"])
def test_on_its_own_page_a_name_turns_neither_a_sentence_nor_a_list_of_names(
    browser: Browser, scripts_site: str, id: str
) -> None:
    page = browser.new_page(viewport=DESK, base_url=scripts_site)
    page.goto(f"/actors/{id}/")
    statement = f"li:has(a[href*='#s-met-{id}'])"
    assert left(page, f"{statement} bdi") < left_of(page, statement, "Arcadia")
    page.locator("details.colophon summary").click()
    names = "details.colophon p:has(bdi)"
    assert left(page, f"{names} strong") < left(page, f"{names} bdi")
    page.close()


def test_a_citation_has_its_parts_in_order_whichever_way_they_run(
    browser: Browser, scripts_site: str
) -> None:
    page = browser.new_page(viewport=DESK, base_url=scripts_site)
    page.goto("/sources/northcott-2022/")
    author, title = page.locator("#cite-source bdi").all()
    assert author.bounding_box()["x"] < title.bounding_box()["x"]
    page.close()


def test_a_card_has_a_sign_for_every_letter() -> None:
    for size, weight in ((48, 650), (20, 400)):
        face = Face(size, weight)
        for name, alias in NAMES.values():
            for run, script in runs(f"{name} {alias}", script_of):
                if script:
                    font = face.font_of(script)
                    missing = bytes(font.getmask("\U0010fffd"))
                    assert all(bytes(font.getmask(c)) != missing for c in run if c.isalpha())


def test_signs_and_spaces_are_in_the_run_of_the_letters_around_them() -> None:
    def texts(line: str) -> list[str]:
        return [run for run, _ in runs(line, script_of)]

    assert texts("It met مجلس (ایران) and كل (too)") == [
        "It met ",
        "مجلس (ایران)",
        " and ",
        "كل",
        " (too)",
    ]
    assert texts("مجلس شورای اسلامی (ایران)") == ["مجلس شورای اسلامی (ایران)"]
    assert texts("Mérida, 2008 – Iguala") == ["Mérida, 2008 – Iguala"]
    assert texts("第3回 G20") == ["第3回", " G20"]
    assert texts("It met מושב־25 in 2020.") == ["It met ", "מושב־25", " in 2020."]
    assert texts("It met مجلس.") == ["It met ", "مجلس", "."]
    assert texts("كل شيء.") == ["كل شيء."]
    assert texts("“كل شيء”, 2020") == ["“", "كل شيء", "”, 2020"]


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ("It met مجلس, and left", ["It met ", "مجلس", ", and left"]),
        ("نهر – the river 川", ["the river ", "川", "نهر – "]),
        ("وقعت NAFTA (1994) مع Canada.", [".", "Canada", "مع ", " (1994) ", "NAFTA", "وقعت "]),
    ],
)
def test_a_card_has_the_runs_of_a_line_in_its_order(line: str, drawn: list[str]) -> None:
    assert [run for run, _ in in_order(line)] == drawn


@pytest.mark.skipif(not features.check("raqm"), reason="no Raqm on this machine")
def test_letters_that_join_are_joined_on_a_card() -> None:
    face = Face(48)
    assert face.width("بببب") < 4 * face.width("ب")
    assert face.width("क्ष") < face.width("क") + face.width("ष")
