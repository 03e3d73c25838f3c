"""The tables of pages as CSV, and what spreadsheets make of our CSV files."""

import csv
import io
from pathlib import Path
from posixpath import dirname

import pytest
from support.projects import contents, rendered

from intermestic import addresses
from intermestic.content import Content
from intermestic.exports import sheets
from intermestic.exports.tables import csv_file
from intermestic.serialization.columns import Column, table

# What a spreadsheet might change: signs, numbers and dates that are none, letters of any script.
AWKWARD = (
    "Peña Nieto", "=1+1", "+52", "-1", "@here", "'quoted", "0.10", "007", "1e5", "2021-10", "9-11",
    "3/4", "12:30", "May 2018", "mar-4", "1998-05~", "[2006..2012]", "199X", "TRUE", "false",
    "1,000", "50%", "$5", "(5)", "1 1/2", "9:30 pm", "March 4, 2018", "1234567890123456", "a,b",
    'a"b', "“curly”", "a; b", "¶9–11",
    "مجلس شورای اسلامی (ایران)", "הכנסת ה־25", "राष्ट्रपति भवन", "東海道新幹線",
    "ราชอาณาจักรไทย", "대한민국", "Йошкар-Ола", "📘", "two  spaces", " space before",
)  # fmt: skip
SPREADSHEETS = Path(__file__).parent / "cases" / "spreadsheets"


def read(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    text = files[addresses.sheet(name)].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def files(data: Content) -> dict[str, bytes]:
    return contents(sheets.files(data))


def test_a_sheet_has_a_row_for_each_row_of_its_page(data: Content, files: dict[str, bytes]) -> None:
    knowledge = data.knowledge
    kinds = [claim.statement.kind for claim in knowledge.claims]
    for name, kind in (
        ("recommendations", "recommendation"),
        ("forecasts", "forecast"),
        ("figures", "figure"),
    ):
        assert len(read(files, name)) == kinds.count(kind)
    assert len(read(files, "propositions")) == len(knowledge.ids["propositions"])
    assert [row["source"] for row in read(files, "coverage")] == [
        sheets_cell(knowledge.name(id)) for id, _ in knowledge.sources
    ]
    assert sum(int(row["statements"]) for row in read(files, "coverage")) == len(kinds)
    tracked = len(knowledge.ids["initiatives"]) + len(knowledge.ids["policy_areas"])
    assert len(read(files, "matrix")) == tracked


def sheets_cell(text: str) -> str:
    """A text as a cell of a table has it."""
    column: Column[str] = Column("text", "", str)
    written = csv_file("", table("one", "", (column,), (text,), key=())).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(written, newline="")))[1][0]


def test_every_page_with_a_sheet_leads_to_it_without_a_script(sample_data: Content) -> None:
    pages = rendered(sample_data)
    made = contents(sheets.files(sample_data))
    leading = {
        addresses.sheet(dirname(path))
        for path, page in pages.items()
        if f"[All of this as a table (CSV)](../{addresses.sheet(dirname(path))}){{: download }}"
        in page
    }
    assert leading == set(made)
    assert len(made) == 9


def test_the_sheet_of_advice_has_authors_addressees_issue_and_fate(sample_data: Content) -> None:
    (row,) = read(contents(sheets.files(sample_data)), "recommendations")
    assert row == {
        "text": "Arcadia must pay its upstream debt.",
        "addressees": "Arcadia",
        "fate": "begun",
        "reports": "Northcott 2022: begun. It began to pay. (¶1)",
        "asked_again_in": "",
        "no_word_in": "",
        "source": "Northcott 2020",
        "authors": "Inés Northcott",
        "source_date": "'2020-03",
        "source_date_earliest": "2020-03-01",
        "source_date_latest": "2020-03-31",
        "paragraphs": "¶3",
        "areas": "Water; Dams",
        "url": "https://intermestic.example/sources/northcott-2020/#s-pay-the-debt",
    }


def test_the_sheet_of_claims_says_where_each_text_stands(sample_data: Content) -> None:
    rows = read(contents(sheets.files(sample_data)), "propositions")
    assert list(rows[0])[0:2] == ["claim", "divided"]
    stances = {row["claim"]: (row["Northcott 2020"], row["Northcott 2022"]) for row in rows}
    assert stances == {"The upper country pays its debt": ("doubts", "agrees")}


def test_every_sheet_and_column_says_what_it_holds(sample_data: Content) -> None:
    for sheet in sheets.sheets(sample_data):
        assert sheet.description
        assert all(column.description for column in sheet.columns)


# LibreOffice takes too much room for CI, and Excel is in no registry. On 27 November 2026
# LibreOffice 7.4 opened this very file, and every sheet and table of the real project, as UTF-8
# (soffice --headless --infilter=CSV:44,34,76 --convert-to xlsx), and pandas 3.1.1 read them: each
# cell was, letter for letter, the text that stands here, and none of these a number, a truth or a
# date. In its dialog LibreOffice takes UTF-8 from the mark at the beginning; its converter must be
# told. Excel was not tried; by what is known of it, it needs the mark and the apostrophes. Try
# them again before another file takes the place of this one.
def test_the_awkward_cells_are_those_that_were_tried_with_spreadsheets() -> None:
    column: Column[str] = Column("text", "a text", str)
    written = csv_file("", table("awkward", "Texts.", (column,), AWKWARD, key=())).content
    assert written == (SPREADSHEETS / "awkward.csv").read_bytes()
