"""The database, read back by Python's sqlite3."""

import csv
import io
import sqlite3
from collections.abc import Iterator

import pytest
from support.projects import contents

from intermestic.content import Content
from intermestic.exports import database, tables
from intermestic.exports.database import QUERIES, VIEWS

SEARCH = """
    select records.id from records_fts join records on records.rowid = records_fts.rowid
    where records_fts match ? order by rank
"""


@pytest.fixture(scope="module")
def connection(data: Content) -> Iterator[sqlite3.Connection]:
    yield from opened(data)


@pytest.fixture(scope="module")
def sample(sample_data: Content) -> Iterator[sqlite3.Connection]:
    yield from opened(sample_data)


def opened(data: Content) -> Iterator[sqlite3.Connection]:
    (file,) = database.files(data)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(file.content)
    yield connection
    connection.close()


def test_every_reference_resolves_and_the_file_is_whole(
    data: Content, connection: sqlite3.Connection
) -> None:
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    keys = sum(bool(column.refers_to) for table in data.tables for column in table.columns)
    lists = (f"pragma foreign_key_list({table.name})" for table in data.tables)
    assert sum(len(connection.execute(query).fetchall()) for query in lists) == keys


def test_the_tables_hold_what_the_csv_files_hold(
    data: Content, connection: sqlite3.Connection
) -> None:
    files = contents(tables.files(data))
    for table in data.tables:
        content = files[f"data/tables/{table.name}.csv"].decode("utf-8-sig")
        header, *rows = csv.reader(io.StringIO(content, newline=""))
        found = connection.execute(f"select * from {table.name}")
        assert [column[0] for column in found.description] == header
        assert len(found.fetchall()) == len(rows)


def test_text_comes_back_letter_for_letter(data: Content, connection: sqlite3.Connection) -> None:
    names = [entry.record.name for entry in data.knowledge.entries.values()]
    assert [name for (name,) in connection.execute("select name from records")] == names


@pytest.mark.parametrize("data", ["real"], indirect=True)
def test_a_search_does_not_mind_accents(connection: sqlite3.Connection) -> None:
    for words in ("Merida", "Mérida"):
        assert ("merida-created-2008",) in connection.execute(SEARCH, (words,)).fetchall()
    found = connection.execute(SEARCH, ("AMLO",)).fetchall()
    assert ("andres-manuel-lopez-obrador",) in found


def test_the_views_answer(sample: sqlite3.Connection) -> None:
    advice = """
        select addressee, text, authors, source, paragraphs, follow_up
        from recommendations_by_addressee
    """
    assert sample.execute(advice).fetchall() == [
        (
            "Arcadia", "Arcadia must pay its upstream debt.", "Inés Northcott", "Northcott 2020",
            "3", "It began to pay.",
        )
    ]  # fmt: skip
    figures = "select counts, value, upper, unit, source, paragraphs from figures_with_sources"
    assert sample.execute(figures).fetchall() == [
        (
            "water kept above the border", 500000.0, 1500000.5, "litres a second",
            "Northcott 2020", "2, 3",
        )
    ]  # fmt: skip
    said = "select source, kind from said_of_records where record_id = 'river-pact'"
    assert sample.execute(said).fetchall() == [
        ("Northcott 2022", "fact"),
        ("Northcott 2022", "assessment"),
    ]
    for name in VIEWS:
        assert sample.execute(f"select count(*) from {name}").fetchone() > (0,)


@pytest.mark.parametrize("data", ["real"], indirect=True)
@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_of_the_downloads_page_answer(
    connection: sqlite3.Connection, query: str
) -> None:
    assert connection.execute(QUERIES[query]).fetchall()


@pytest.mark.parametrize("data", ["real"], indirect=True)
@pytest.mark.parametrize(("name", "example"), [("search", "U.S."), ("statements", "follow-up")])
@pytest.mark.parametrize("words", ["U.S.", "follow-up", '"peace', "C++ (x*", "AND", "a:b", ""])
def test_the_query_for_words_minds_no_signs(
    connection: sqlite3.Connection, name: str, example: str, words: str
) -> None:
    query = QUERIES[name].replace(f"'{example}'", "?")
    found = connection.execute(query, (words,)).fetchall()
    assert found or words not in {"U.S.", "follow-up"}
