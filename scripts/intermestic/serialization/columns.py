"""The columns of tables: what each holds, and how to get it from what a row is made of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from intermestic.records.citations import format_paragraphs
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Model
from intermestic.serialization.fields import SINGLE, Kind, ModelField, fields_of, has_table

T = TypeVar("T")
Value = str | int | bool | Decimal | date | None
Row = dict[str, Value]
Plain = Callable[[str], str]

_TYPES = {Kind.INTEGER: "integer", Kind.NUMBER: "number"}
# The columns of fields that go by another name in tables.
_NAMES = {"when": "date"}


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its name, what it holds, how to get that, and its type, as Table Schema calls it.

    `refers_to` is the table whose key it holds; `values` are all that it can hold, if few.
    """

    name: str
    description: str
    value: Callable[[T], Value]
    type: str = "string"
    required: bool = False
    refers_to: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: what a row of it is, its columns, those that make its key, and its rows."""

    name: str
    description: str
    columns: tuple[Column[Any], ...]
    key: tuple[str, ...]
    rows: tuple[Row, ...]


def table(
    name: str,
    description: str,
    columns: Iterable[Column[T]],
    items: Iterable[T],
    key: tuple[str, ...] = ("id",),
) -> Table:
    """Return a table with a row for each of `items`."""
    columns = tuple(columns)
    rows = tuple({column.name: column.value(item) for column in columns} for item in items)
    return Table(name, description, columns, key, rows)


def pairs_table(
    name: str,
    description: str,
    columns: tuple[Column[Any], Column[Any]],
    pairs: Iterable[tuple[Any, Any]],
) -> Table:
    """Return a table of pairs, each once, that is its own key."""
    return table(name, description, columns, dict.fromkeys(pairs), tuple(c.name for c in columns))


def reference(
    name: str,
    to: str,
    description: str,
    value: Callable[[T], Value],
    type: str = "string",
    required: bool = True,
) -> Column[T]:
    """Return a column that holds the key of another table."""
    return Column(name, description, value, type, required, refers_to=to)


def date_columns(
    name: str,
    description: str,
    value: Callable[[T], EdtfDate | None],
    required: bool = False,
) -> Iterator[Column[T]]:
    """Yield the columns of a date: EDTF, and the first and the last day that it can mean."""

    def part(attribute: str) -> Callable[[T], Value]:
        return lambda item: getattr(value(item), attribute, None)

    yield Column(name, f"{description}, as EDTF", part("edtf"), required=required)
    for end, day in (("earliest", "first"), ("latest", "last")):
        meaning = f"the {day} day that {name} can mean"
        yield Column(f"{name}_{end}", meaning, part(end), "date")


def in_row(fields: Iterable[ModelField], without: Iterable[str] = ()) -> list[ModelField]:
    """Return those fields, but for some, that stand in the row of what has them."""
    kinds = (*SINGLE, Kind.STRINGS, Kind.PARAGRAPHS, Kind.PART)
    return [
        field
        for field in fields
        if field.kind in kinds and not has_table(field) and field.name not in without
    ]


def field_columns(
    field: ModelField,
    owner: Callable[[T], Model | None],
    plain: Plain,
    name: str = "",
    optional: bool = False,
) -> Iterator[Column[T]]:
    """Yield the columns of a field of `owner`, under another `name` if it is given.

    `plain` makes running text of prose; the cells are empty of an `optional` owner that is None.
    """
    name = name or _NAMES.get(field.name, field.name)
    required = field.required and not optional

    def value(item: T) -> Any:
        return getattr(owner(item), field.name, None)

    if field.kind is Kind.PART and field.part:
        for inner in fields_of(field.part):
            yield from field_columns(inner, value, plain, f"{name}_{inner.name}", optional=True)
    elif field.kind is Kind.DATE:
        yield from date_columns(name, field.description, value, required)
    elif field.kind is Kind.STRINGS:
        description = f"{field.description}, with semicolons between"
        yield Column(name, description, lambda item: "; ".join(value(item) or ()) or None)
    elif field.kind is Kind.PARAGRAPHS:
        yield Column(name, field.description, lambda item: format_paragraphs(value(item)))
    elif field.kind is Kind.PROSE:
        yield Column(
            name, field.description, lambda item: plain(value(item) or "") or None,
            required=required,
        )  # fmt: skip
    else:
        type_ = _TYPES.get(field.kind, "string")
        yield Column(name, field.description, value, type_, required, values=field.values)
