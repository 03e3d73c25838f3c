"""The CSV tables, read back by Python's csv and by Frictionless.

pandas 3.1.1 read every table of the three projects by hand, on 27 November 2026, with its columns
and rows; it is no dependency, for numpy does not bear the other day of test_same_bytes.
"""

import csv
import io
import json
from pathlib import Path

import pytest
from frictionless import Package
from support.projects import content, contents, edit

from intermestic.content import Content
from intermestic.exports import tables


@pytest.fixture(scope="module")
def files(data: Content) -> dict[str, bytes]:
    return contents(tables.files(data))


def read(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    text = files[f"data/tables/{table}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def unescaped(cell: str) -> str:
    """A cell of text as the documentation says to read it."""
    return cell.removeprefix("'")


def test_the_package_is_valid(data: Content, files: dict[str, bytes], tmp_path: Path) -> None:
    for name, written in files.items():
        path = tmp_path / Path(name).name
        path.write_bytes(written)
    package = Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["fieldName", "message"])
    assert len(package.resources) == len(data.tables)


def test_records_and_statements_are_all_there(data: Content, files: dict[str, bytes]) -> None:
    knowledge = data.knowledge
    assert [row["id"] for row in read(files, "records")] == list(knowledge.entries)
    addresses = [said.address for said in knowledge.claims]
    assert [row["id"] for row in read(files, "statements")] == addresses
    assert len(read(files, "relations")) == len(list(knowledge.relations))


def test_text_comes_back_letter_for_letter(data: Content, files: dict[str, bytes]) -> None:
    records = data.knowledge.entries.values()
    names = [unescaped(row["name"]) for row in read(files, "records")]
    assert names == [entry.record.name for entry in records]
    phrases = [unescaped(row["phrase"]) for row in read(files, "statements")]
    assert phrases == [said.statement.phrase for said in data.knowledge.claims]


def test_no_cell_is_a_formula_to_a_spreadsheet(data: Content, files: dict[str, bytes]) -> None:
    for table in data.tables:
        numbers = {c.name for c in table.columns if c.type in {"integer", "number"}}
        for row in read(files, table.name):
            assert not any(
                cell.startswith(tuple("=+-@\t\r＝＋－＠"))
                for column, cell in row.items()
                if column not in numbers
            )


def test_a_date_is_followed_by_the_days_it_can_mean(sample_data: Content) -> None:
    files = contents(tables.files(sample_data))
    rows = {row["id"]: row for row in read(files, "records")}
    dates = ("date", "date_earliest", "date_latest")
    assert [rows["treaty-signed"][name] for name in dates] == [
        "1998-05~",
        "1998-05-01",
        "1998-05-31",
    ]
    assert [rows["river-pact"][name] for name in dates] == ["2021/..", "2021-01-01", ""]


def test_what_rests_on_a_paragraph_can_be_found(sample_data: Content) -> None:
    files = contents(tables.files(sample_data))
    rows = read(files, "citations")
    (follow_up,) = [row for row in rows if row["follow_up_id"]]
    assert follow_up["paragraph_id"] == "northcott-2022#1"
    owners = [name for name in rows[0] if name not in {"id", "paragraph_id"}]
    assert all(sum(bool(row[owner]) for owner in owners) == 1 for row in rows)


def test_numbers_keep_their_decimals(sample_data: Content) -> None:
    files = contents(tables.files(sample_data))
    (figure,) = read(files, "figures")
    assert (figure["value"], figure["upper"]) == ("500000", "1500000.5")


def test_the_descriptor_names_edition_and_licence(sample_data: Content) -> None:
    files = contents(tables.files(sample_data))
    package = json.loads(files["data/tables/datapackage.json"])
    assert package["version"] == "0.1"
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]


def test_every_table_and_column_says_what_it_holds(sample_data: Content) -> None:
    assert all(table.description for table in sample_data.tables)
    assert all(column.description for table in sample_data.tables for column in table.columns)


def test_a_file_begins_with_the_mark_by_which_excel_knows_its_letters(
    files: dict[str, bytes],
) -> None:
    written = [file for name, file in files.items() if name.endswith(".csv")]
    assert written
    assert all(file.startswith(b"\xef\xbb\xbf") for file in written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *((text, f"'{text}") for text in (
            "0.10", "1.0", "007", "1e5", "2E10", "2021-10", "9-11", "3/4", "1/2/2021", "12:30",
            "May 2018", "4 March", "mar-4", "4-Mar-2021", "March 4, 2018", "9:30 pm", "1 1/2", "=1",
            "'quoted", "TRUE", "false", "1,000", "50%", "5 %", "$5", "(5)", "1234567890123456",
        )),
        *((text, text) for text in (
            "2021", "2021-10-08", "1998-05~", "2006/2012", "199X", "9, 11", "No. 12", "marble 4",
            "1.0 and more", "12 monkeys", "G20", "0", "123456789012345", "true north", "5 to 4",
        )),
    ],
)  # fmt: skip
def test_a_text_that_a_spreadsheet_would_change_is_marked_as_text(text: str, written: str) -> None:
    assert tables._cell(text) == written


def test_the_number_of_an_edition_is_not_shortened(sample: Path) -> None:
    edit(sample / "data" / "publication.yml", 'number: "0.1"', 'number: "0.10"')
    (row,) = read(contents(tables.files(content(sample))), "editions")
    assert unescaped(row["number"]) == "0.10"
    assert row["number"] == "'0.10"
