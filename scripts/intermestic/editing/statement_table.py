"""Statements from a table, for editors who would rather fill in a spreadsheet."""

import csv
import io
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from intermestic.editing.edits import MARK, newline
from intermestic.editing.formatting import WIDTH
from intermestic.editing.forms import scalar
from intermestic.problems import WHOLE_FILE, Place, Problem, quoted
from intermestic.reading.groups import MEMBERS
from intermestic.reading.yaml_tree import Fields, Items, scalars
from intermestic.records.names import closest
from intermestic.records.statements import SHARED, STATEMENTS
from intermestic.serialization.fields import Kind, fields_of

NEEDED = ("para", "kind", "phrase", "text")
# The fields that a cell can hold, in the order in which a statement is written.
_KINDS = {field.name: field.kind for model in STATEMENTS for field in fields_of(model)}
COLUMNS = {
    name: _KINDS[name]
    for name in dict.fromkeys(("id", *NEEDED, *_KINDS))
    if _KINDS[name] not in (Kind.PART, Kind.PARTS)
}
FIRST_ROW = 2  # below the names of the columns
_LISTS = (Kind.RECORDS, Kind.STATEMENT_ADDRESSES, Kind.STRINGS)
_OF_STATEMENTS = re.compile(rf"{MEMBERS}\[(\d+)\]\.?(\w*)(.*)")

Row = Mapping[str, str]


def rows_of(content: str, name: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a table of statements, in CSV, and what is wrong with it.

    Cells are separated by commas, semicolons or tabs, whichever the first line has most of;
    empty ones are left out. Problems call the file `name`.
    """
    separator = max(",;\t", key=content.partition("\n")[0].count)
    header, *lines = list(csv.reader(io.StringIO(content), delimiter=separator)) or [[]]
    names = [cell.strip() for cell in header]
    problems = [
        Problem(Place(name, 1, at), WHOLE_FILE, f"found the column {quoted(column)}",
                f"one of {', '.join(COLUMNS)}", closest(column, COLUMNS))
        for at, column in enumerate(names, start=1)
        if column not in COLUMNS
    ]  # fmt: skip
    problems += [
        Problem(Place(name), WHOLE_FILE, f"no column {quoted(column)}", "it in the first row")
        for column in NEEDED
        if column not in names
    ]
    rows: list[Row] = []
    for number, cells in enumerate(lines, start=FIRST_ROW):
        if len(cells) > len(names) and any(cells[len(names) :]):
            found = f"found {len(cells)} cells"
            problems.append(Problem(Place(name, number), WHOLE_FILE, found, f"{len(names)}"))
        filled = {c: " ".join(cell.split()) for c, cell in zip(names, cells, strict=False)}
        rows.append({column: cell for column, cell in filled.items() if cell})
    return rows, problems


def with_rows(text: str, tree: Fields, rows: Sequence[Row]) -> str:
    """Return the `text` of a source, of which `tree` is the tree, with rows as statements.

    They go after those that are there, in groups of the same paragraph, areas and speaker.
    """
    listed = tree.get(MEMBERS)
    lines = "\n".join(_yaml(row for row in rows if row)) + "\n"
    if not isinstance(listed, Items) or not listed:
        text = text if text.endswith("\n") else text + newline(text)
        return text + (f"\n{MEMBERS}:\n" + lines).replace("\n", newline(text))
    last = max(value.end for value in scalars(listed)) + text.startswith(MARK)
    at = last if text[last - 1] == "\n" else text.find("\n", last) + 1 or len(text)
    margin = " " * (listed.column - 3)
    lines = textwrap.indent(lines, margin) if margin else lines
    return text[:at] + ("\n" + lines).replace("\n", newline(text)) + text[at:]


def statement_of(problem: Problem) -> int | None:
    """Return the index of the statement that a problem of a source is in, if it is in one."""
    match = _OF_STATEMENTS.fullmatch(problem.field)
    return int(match[1]) if match else None


def by_row(problem: Problem, name: str, number: int) -> Problem:
    """Return a problem of a statement as one of the row with this number of the table `name`."""
    match = _OF_STATEMENTS.fullmatch(problem.field)
    field = match[2] + match[3] if match else ""
    return replace(problem, place=Place(name, number), field=field or WHOLE_FILE)


def _yaml(rows: Iterator[Row]) -> Iterator[str]:
    """Yield the lines of the statements, a group for each run of the same shared fields."""
    for shared, members in groupby(rows, key=lambda row: [row.get(name, "") for name in SHARED]):
        start = "  - "
        for name, value in zip(SHARED, shared, strict=True):
            if value:
                yield f"{start}{name}: {_value(name, value)}"
                start = "    "
        yield f"{start}{MEMBERS}:"
        for row in members:
            start = "      - "
            for name in COLUMNS:
                if name in row and name not in SHARED:
                    yield from _field(start, name, row[name])
                    start = "        "


def _field(start: str, name: str, value: str) -> Iterator[str]:
    if COLUMNS[name] is not Kind.PROSE:
        yield f"{start}{name}: {_value(name, value)}"
        return
    yield f"{start}{name}: >-"
    indent = " " * len(start) + "  "
    yield from textwrap.wrap(
        value,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _value(name: str, value: str) -> str:
    if COLUMNS[name] in _LISTS:
        items = re.findall(r"[^\s,;]+", value)
        return f"[{', '.join(map(scalar, items))}]"
    return scalar(value)
