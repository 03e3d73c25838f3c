"""The formats of the files: what each is called, and what there is to count in it."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from intermestic.reading.load import MAX_BYTES


@dataclass(frozen=True)
class Format:
    """A format: its media type; what a file of it has many of, and how to count them."""

    media_type: str
    unit: str = ""
    count: Callable[[bytes], int] | None = None


def format_of(path: str) -> Format:
    """The format of a file, by the end of its name; raises KeyError for one that is not known."""
    return FORMATS[PurePosixPath(path).suffix]


# Of a cell: the names in one may fill a whole file of a record.
csv.field_size_limit(MAX_BYTES)


def _rows(content: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(content.decode(), newline=""))) - 1


def _tables(content: bytes) -> int:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    query = "select count(*) from sqlite_schema where type = 'table' and name not glob '*_fts*'"
    (number,) = database.execute(query).fetchone()
    database.close()
    return number


def _things(content: bytes) -> int:
    return len(json.loads(content)["@graph"])


def _matches(pattern: bytes) -> Callable[[bytes], int]:
    """Counts what matches `pattern`; `^` is the beginning of any line."""
    return lambda content: len(re.findall(pattern, content, re.MULTILINE))


FORMATS = {
    ".bib": Format("application/x-bibtex", "source", _matches(rb"^@")),
    ".csv": Format("text/csv", "row", _rows),
    ".gexf": Format("application/gexf+xml", "tie", _matches(rb"<edge ")),
    ".graphml": Format("application/graphml+xml", "tie", _matches(rb"<edge ")),
    ".ics": Format("text/calendar", "date", _matches(rb"^BEGIN:VEVENT")),
    ".json": Format("application/json"),
    ".jsonld": Format("application/ld+json", "thing", _things),
    ".ris": Format("application/x-research-info-systems", "source", _matches(rb"^TY  - ")),
    ".sqlite": Format("application/vnd.sqlite3", "table", _tables),
    ".ttl": Format("text/turtle"),
    ".xml": Format("application/atom+xml", "edition", _matches(rb"<entry>")),
}
