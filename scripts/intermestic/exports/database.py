"""The tables as one SQLite file, with views and full-text search."""

import re
from pathlib import Path

from sqlite_utils import Database

from intermestic.content import Content
from intermestic.exports.base import NAME, File, Files

_FOLDER = Path(__file__).parent
_VIEWS_SQL = (_FOLDER / "views.sql").read_text("utf-8")
# What a row of each view is, by the view's name.
VIEWS = {name: row for row, name in re.findall("-- (.+)\ncreate view ([a-z_]+)", _VIEWS_SQL)}
# Queries to begin with, by their names.
QUERIES = dict(re.findall("-- ([a-z]+)\n([^;]+;)", (_FOLDER / "queries.sql").read_text("utf-8")))
FILE = f"data/{NAME}.sqlite"
# The columns in which the full-text search looks.
SEARCHED = {
    "records": ("name", "aliases", "summary"),
    "statements": ("text", "phrase"),
}
ACCENT_BLIND = "unicode61 remove_diacritics 2"
# By these SQLite takes decimal numbers and days, which the library writes as text.
_TYPES = {"string": str, "integer": int, "number": float, "boolean": int, "date": str}


def files(content: Content) -> Files:
    """Return the database."""
    database = Database(memory=True)
    for table in content.tables:
        database.create_table(
            table.name,
            {column.name: _TYPES[column.type] for column in table.columns},
            pk=table.key if len(table.key) > 1 else table.key[0],
            not_null=[column.name for column in table.columns if column.required],
            foreign_keys=[
                (column.name, column.refers_to, "id")
                for column in table.columns
                if column.refers_to
            ],
        ).insert_all(table.rows)
    for name, columns in SEARCHED.items():
        database.table(name).enable_fts(columns, tokenize=ACCENT_BLIND)
    database.executescript(_VIEWS_SQL)
    database.index_foreign_keys()
    database.vacuum()
    serialized = database.conn.serialize()
    database.close()
    return (File(FILE, serialized, "application/vnd.sqlite3", len(content.tables), "table"),)
