"""The tables as CSV files, with a descriptor: a Frictionless Data Package (version 1).

The files are UTF-8 with a byte-order mark, by which Excel knows it, with a header and CRLF after
each row (RFC 4180); what is not known is empty.
"""

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

from intermestic import addresses
from intermestic.content import Content
from intermestic.exports.base import CSV, DESCRIPTION, JSON, LICENCE, NAME, File, Files, ListedFile
from intermestic.records.dates import MONTHS
from intermestic.serialization.columns import Column, Table, Value

DESCRIPTOR = f"{addresses.TABLES}/datapackage.json"
ESCAPING = (
    "A text that begins with = + - @ or an apostrophe, or looks like a number or a day that it is "
    "not, such as 0.10 or 2021-10, has one more apostrophe before it, so that no spreadsheet takes "
    "it for a formula or changes it; a program takes that apostrophe off."
)
# A spreadsheet takes these, also in full width, for the beginning of a formula.
_FORMULA = tuple("=+-@＝＋－＠\t\r'")
# And these for a number, a truth, a day or a time: 0.10, 1,000, 007, 50 %, $5, (5), 1e5, TRUE,
# 1 1/2, 2021-10, 9-11, 3/4, 12:30, May 2018, March 4, 2018. More than 15 digits it rounds.
_MONTH = f"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS[1:])})"
_CHANGED = re.compile(
    r"(?!(0|[1-9][0-9]{0,14})$)[$€£¥(]*[0-9][0-9.,]*\s?[%$€£¥)]*|[0-9.]+e[0-9]+|true|false|"
    r"[0-9]{4}-[0-9]{2}|([0-9]+\s)?[0-9]{1,2}([-/:][0-9]{1,4}){1,2}(\s?[ap]m)?|"
    rf"([0-9]{{1,2}}[ -])?{_MONTH}[ -]?[0-9]{{1,4}}(, ?[0-9]{{4}})?|[0-9]{{1,2}}[ -]{_MONTH}",
    re.IGNORECASE,
)


def files(content: Content) -> Files:
    """Return `datapackage.json`, which describes the tables, and a CSV file for each."""
    tables = [csv_file(addresses.table(table.name), table) for table in content.tables]
    resources = map(_resource, content.tables, (file.listed for file in tables))
    descriptor = _package(content) | {"resources": [*resources]}
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    return (File(DESCRIPTOR, text.encode(), JSON, len(tables), "table"), *tables)


def csv_file(path: str, table: Table) -> File:
    """Return a table as the CSV file at `path`."""
    output = io.StringIO(newline="")
    writer = csv.writer(output)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_cell, row.values()) for row in table.rows)
    return File(path, output.getvalue().encode("utf-8-sig"), CSV, len(table.items), "row")


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str) and (value.startswith(_FORMULA) or _CHANGED.fullmatch(value)):
        return f"'{value}"
    return value


# In the words of the Frictionless Data Package.
DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}


def _package(content: Content) -> dict[str, Any]:
    """Return what the descriptor says of the package as a whole."""
    publication = content.publication
    licence = {"name": LICENCE.name, "title": LICENCE.title, "path": LICENCE.url}
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": publication.name,
        "description": f"{DESCRIPTION} {ESCAPING}",
        "version": publication.edition.number,
        "created": f"{publication.edition.day}T00:00:00Z",
        "homepage": publication.address,
        "licenses": [licence],
        "contributors": [{"title": publication.editors, "role": "author"}],
        "sources": [
            {"title": source.title or source.name}
            | ({"path": address} if (address := source.text_url or source.url) else {})
            for _, source in content.knowledge.sources
        ],
    }


def _resource(table: Table, file: ListedFile) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": file.name,
        "description": table.description,
        "format": "csv",
        "mediatype": file.media_type,
        "encoding": "utf-8",
        # Told, for programs that guess it are misled by what a text holds.
        "dialect": DIALECT,
        "bytes": file.length,
        "hash": f"sha256:{file.sha256}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": column.name,
                    "reference": {"resource": column.refers_to, "fields": "id"},
                }
                for column in table.columns
                if column.refers_to
            ],
            "missingValues": [""],
        },
    }


def _field(column: Column[Any]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    described = {"name": column.name, "type": column.type, "description": column.description}
    return described | ({"constraints": constraints} if constraints else {})
