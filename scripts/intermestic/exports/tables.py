"""The tables as CSV files, with a descriptor: a Frictionless Data Package (version 1).

The files are UTF-8 with a header and CRLF after each row (RFC 4180); what is not known is empty.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from decimal import Decimal

from intermestic.exports.about import DESCRIPTION, LICENCE, NAME
from intermestic.exports.columns import Column, Table
from intermestic.exports.rows import Row, Value, rows
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import Publication

FOLDER = "data/tables"
ESCAPING = (
    "A text that begins with = + - @ or an apostrophe has one more apostrophe before it, so that "
    "no spreadsheet takes it for a formula; a program takes that apostrophe off."
)
# A spreadsheet takes these, also in full width, for the beginning of a formula.
_FORMULA = tuple("=+-@＝＋－＠\t\r'")


def files(knowledge: KnowledgeBase, publication: Publication) -> dict[str, bytes]:
    """`datapackage.json`, which describes the tables, and a CSV file for each."""
    made: dict[str, bytes] = {}
    resources = []
    for table, of_table in rows(knowledge, publication):
        name = f"{table.name}.csv"
        content = _csv(table, of_table)
        made[f"{FOLDER}/{name}"] = content
        resources.append(_resource(table, name, content))
    descriptor = _package(knowledge, publication) | {"resources": resources}
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    return {f"{FOLDER}/datapackage.json": text.encode(), **made}


def _csv(table: Table, of_table: Iterable[Row]) -> bytes:
    output = io.StringIO(newline="")
    writer = csv.writer(output)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_cell, row.values()) for row in of_table)
    return output.getvalue().encode()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return str(value)


def _package(knowledge: KnowledgeBase, publication: Publication) -> dict:
    """What the descriptor says of the package as a whole."""
    edition = publication.edition
    licence = {"name": LICENCE.name, "title": LICENCE.title, "path": LICENCE.url}
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": publication.name,
        "description": f"{DESCRIPTION} {ESCAPING}",
        "version": edition.number,
        "created": f"{edition.day}T00:00:00Z",
        "homepage": publication.address,
        "licenses": [licence],
        "contributors": [{"title": publication.editors, "role": "author"}],
        "sources": [
            {"title": source.title or source.name}
            | ({"path": address} if (address := source.text_url or source.url) else {})
            for _, source in knowledge.sources
        ],
    }


def _resource(table: Table, path: str, content: bytes) -> dict:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
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


def _field(column: Column) -> dict:
    constraints = {"required": True} if column.required else {}
    if column.values:
        constraints |= {"enum": list(column.values)}
    described = {"name": column.name, "type": column.type, "description": column.description}
    return described | ({"constraints": constraints} if constraints else {})
