"""Statements from a table, for editors who would rather fill in a spreadsheet."""

import csv
import io
import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from intermestic.editing.edits import Edit, line_below, newline
from intermestic.editing.formatting import WIDTH, wrapped
from intermestic.editing.forms import item, scalar
from intermestic.problems import WHOLE_FILE, Place, Problem, RefusedError, quoted
from intermestic.reading.groups import MEMBERS
from intermestic.reading.link import link
from intermestic.reading.load import RawRecord, tree_of
from intermestic.reading.project import Project
from intermestic.reading.validate import validate
from intermestic.reading.yaml_tree import Items, parse, scalars
from intermestic.records.names import closest
from intermestic.records.statements import SHARED, STATEMENTS
from intermestic.serialization.fields import Kind, fields_of
from intermestic.texts.fidelity import check_fidelity
from intermestic.texts.numbered import NumberedText

NEEDED = ("para", "kind", "phrase", "text")
# The fields that a cell can hold, in the order in which a statement is written.
_KINDS = {field.name: field.kind for model in STATEMENTS for field in fields_of(model)}
COLUMNS = {
    name: _KINDS[name]
    for name in dict.fromkeys(("id", *NEEDED, *_KINDS))
    if _KINDS[name] not in (Kind.PART, Kind.PARTS)
}
_LISTS = (Kind.RECORDS, Kind.STATEMENT_ADDRESSES, Kind.STRINGS)
_OF_STATEMENTS = re.compile(rf"{MEMBERS}\[(\d+)\]\.?(\w*)(.*)")

Row = Mapping[str, str]


def rows_of(content: str, name: str) -> tuple[dict[int, Row], list[Problem]]:
    """Return the rows of a table of statements, in CSV, by their numbers, and what is wrong.

    Cells are separated by commas, semicolons or tabs, whichever the first line has most of;
    empty cells and rows are left out. Problems call the file `name`.
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
    rows: dict[int, Row] = {}
    for number, cells in enumerate(lines, start=2):
        if len(cells) > len(names) and any(cells[len(names) :]):
            found = f"found {len(cells)} cells"
            problems.append(Problem(Place(name, number), WHOLE_FILE, found, f"{len(names)}"))
        filled = {c: " ".join(cell.split()) for c, cell in zip(names, cells, strict=False)}
        if any(filled.values()):
            rows[number] = {column: cell for column, cell in filled.items() if cell}
    return rows, problems


def added(rows: Collection[Row], text: str, file: str) -> Edit:
    """Return the edit that adds rows as statements to the `text` of the `file` of a source.

    They go after those that are there, in groups of the same paragraph, areas and speaker. Raises
    RefusedError if the file is no record.
    """
    tree, broken = parse(text, file)
    if tree is None:
        raise RefusedError(str(broken[0]))
    there = tree.get(MEMBERS)
    lines = "\n".join(_yaml(rows))
    if not isinstance(there, Items) or not there:
        return line_below(text, len(text), f"\n{MEMBERS}:\n{lines}".replace("\n", newline(text)))
    lines = textwrap.indent(lines, " " * (there.column - 3))
    last = max(value.end for value in scalars(there))
    return line_below(text, last, f"\n{lines}".replace("\n", newline(text)))


# What stands for the fields that a draft still lacks, while its statements are checked.
_STAND_IN = """
name: x
type: x
authorship: x
date: 2000
date_basis: x
thesis: x
paragraphs: 9999
sections: [{heading: x, first: 1}]
"""


def problems_of(
    rows: Mapping[int, Row],
    name: str,
    project: Project,
    source: str,
    text: str,
    texts: Mapping[str, NumberedText],
) -> list[Problem]:
    """Return what is wrong with the `rows` of the table `name` once a source has them.

    `text` is that of its file then. Statements that do not fit their model are left out when the
    rest is held against other records and the `texts`.
    """
    file = f"data/sources/{source}.yml"
    tree, _ = tree_of(text, "sources", file)
    if tree is None or not isinstance(statements := tree[MEMBERS], Items):
        return []
    for field, value in (parse(_STAND_IN, file)[0] or {}).items():
        tree.setdefault(field, value)
    raw = RawRecord("sources", source, file, tree)
    row_of = [0] * (len(statements) - len(rows)) + list(rows)  # 0: it was there before
    valid, problems = validate([raw])
    found = list(_by_row(problems, row_of, name))
    if not valid:
        wrong = {int(match[1]) for it in problems if (match := _OF_STATEMENTS.fullmatch(it.field))}
        kept = [at for at in range(len(statements)) if at not in wrong]
        tree[MEMBERS] = Items(statements[at] for at in kept)
        row_of = [row_of[at] for at in kept]
        valid, _ = validate([raw])
    others = [other for other in project.valid if other.raw.id != source]
    _, unresolved = link([*others, *valid], project.loaded.collection_of)
    in_it = [problem for problem in unresolved if problem.place.file == file]
    return found + list(_by_row([*in_it, *check_fidelity(valid, None, texts)], row_of, name))


def _by_row(problems: Iterable[Problem], row_of: Sequence[int], name: str) -> Iterator[Problem]:
    """Yield the `problems` of statements as those of their rows, if they have one, in a table."""
    for problem in problems:
        match = _OF_STATEMENTS.fullmatch(problem.field)
        if match and (number := row_of[int(match[1])]):
            field = match[2] + match[3]
            yield replace(problem, place=Place(name, number), field=field or WHOLE_FILE)


def _yaml(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of the statements, a group for each run of the same shared fields."""
    own = [name for name in COLUMNS if name not in SHARED]
    for _, group in groupby(rows, key=lambda row: [row.get(name) for name in SHARED]):
        first, *others = group
        yield from (f"  {line}" for line in item([*_fields(first, SHARED), f"{MEMBERS}:"]))
        for row in (first, *others):
            yield from (f"      {line}" for line in item(_fields(row, own)))


def _fields(row: Row, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name in row and COLUMNS[name] is Kind.PROSE:
            yield f"{name}: >-"
            yield from wrapped(row[name], "  ", WIDTH - 8)
        elif name in row:
            yield f"{name}: {_value(name, row[name])}"


def _value(name: str, value: str) -> str:
    if COLUMNS[name] in _LISTS:
        items = re.findall(r"[^\s,;]+", value)
        return f"[{', '.join(map(scalar, items))}]"
    return scalar(value)
