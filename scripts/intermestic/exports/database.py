"""The tables as one SQLite file, with views, full-text search, and what Datasette shows of them.

datasette intermestic.sqlite --metadata metadata.json
"""

import json
from datetime import date
from decimal import Decimal

from sqlite_utils import Database

from intermestic.exports.about import DESCRIPTION, LICENCE, NAME
from intermestic.exports.columns import TABLES, Table
from intermestic.exports.rows import Row, Value, rows
from intermestic.exports.views import VIEWS
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import Publication

FILE = f"data/{NAME}.sqlite"
METADATA = "data/metadata.json"
# What is searched, and the column that stands for a row where another table refers to it.
SEARCHED = {
    "records": ("name", "aliases", "summary"),
    "statements": ("text", "phrase"),
}
LABELS = {"records": "name", "statements": "text", "paragraphs": "id", "sources": "id"}
ACCENT_BLIND = "unicode61 remove_diacritics 2"
_TYPES = {"string": str, "integer": int, "number": float, "boolean": int, "date": str}


def files(knowledge: KnowledgeBase, publication: Publication) -> dict[str, bytes]:
    """The database, and `metadata.json` with the meaning of each table and column."""
    database = Database(memory=True)
    for table, of_table in rows(knowledge, publication):
        _fill(database, table, of_table)
    for name, columns in SEARCHED.items():
        database[name].enable_fts(columns, tokenize=ACCENT_BLIND)
    for name, view in VIEWS.items():
        database.create_view(name, view.sql)
    database.index_foreign_keys()
    database.vacuum()
    content = database.conn.serialize()
    database.close()
    metadata = json.dumps(_metadata(publication), ensure_ascii=False, indent=2) + "\n"
    return {FILE: content, METADATA: metadata.encode()}


def _fill(database: Database, table: Table, of_table: list[Row]) -> None:
    made = database.create_table(
        table.name,
        {column.name: _TYPES[column.type] for column in table.columns},
        pk=table.key if len(table.key) > 1 else table.key[0],
        not_null=[column.name for column in table.columns if column.required],
        foreign_keys=[
            (column.name, column.refers_to, "id") for column in table.columns if column.refers_to
        ],
    )
    made.insert_all({name: _cell(value) for name, value in row.items()} for row in of_table)


def _cell(value: Value) -> str | int | float | None:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _metadata(publication: Publication) -> dict:
    """What Datasette shows: the licence, and the meaning of each table and column."""
    tables = {
        table.name: {
            "description": table.description,
            "columns": {column.name: column.description for column in table.columns},
        }
        | ({"label_column": LABELS[table.name]} if table.name in LABELS else {})
        for table in TABLES
    }
    views = {name: {"description": view.description} for name, view in VIEWS.items()}
    return {
        "title": f"{publication.name}, edition {publication.edition.number}",
        "description": DESCRIPTION,
        "license": LICENCE.title,
        "license_url": LICENCE.url,
        "source": publication.name,
        "source_url": publication.address,
        "databases": {NAME: {"tables": tables | views}},
    }
