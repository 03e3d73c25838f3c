"""The columns of tables: what each holds, and how to get it from what a row is made of."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from intermestic.records.citations import format_paragraphs
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Model
from intermestic.serialization.fields import SINGLE, Kind, ModelField, fields_of, has_table

T = TypeVar("T")
Value = str | int | bool | Decimal | date | None
Row = dict[str, Value]
Plain = Callable[[str], str]

# What stands in the row of what has it.
_IN_ROW = (*SINGLE, Kind.STRINGS, Kind.PARAGRAPHS, Kind.PART)
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
    first: tuple[str, str, str],
    second: tuple[str, str, str],
    pairs: Iterable[tuple[Any, Any]],
) -> Table:
    """Return a table of pairs of keys, each once, that is its own key.

    Of each of the two columns its name, the table to which it refers and its meaning are given.
    """
    columns = (reference(*first, itemgetter(0)), reference(*second, itemgetter(1)))
    return table(name, description, columns, dict.fromkeys(pairs), (first[0], second[0]))


def key(description: str, value: Callable[[T], str]) -> Column[T]:
    """Return the column of an id."""
    return Column("id", description, value, required=True)


def number(value: Callable[[T], int]) -> Column[T]:
    """Return the column of a number that stands for an id."""
    meaning = "a number, the same only within an edition"
    return Column("id", meaning, value, "integer", required=True)


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


def columns_of(
    fields: Iterable[ModelField],
    owner: Callable[[T], Model | None],
    plain: Plain,
    *,
    without: Iterable[str] = (),
    names: Mapping[str, str] = MappingProxyType({}),
    optional: bool = False,
) -> tuple[Column[T], ...]:
    """Return the columns of those fields of `owner`, but for some, that stand in its row.

    Some have other `names`. `plain` makes running text of prose; the cells are empty of an
    `optional` owner that is None.
    """
    return tuple(
        column
        for field in fields
        if field.kind in _IN_ROW and not has_table(field) and field.name not in without
        for column in _of_field(field, owner, plain, names.get(field.name, ""), optional)
    )


def _of_field(
    field: ModelField,
    owner: Callable[[T], Model | None],
    plain: Plain,
    name: str,
    optional: bool,
) -> Iterable[Column[T]]:
    name = name or _NAMES.get(field.name, field.name)
    required = field.required and not optional

    def value(item: T) -> Any:
        return getattr(owner(item), field.name, None)

    match field.kind:
        case Kind.PART:
            inner = fields_of(field.part) if field.part else ()
            names = {part.name: f"{name}_{part.name}" for part in inner}
            return columns_of(inner, value, plain, names=names, optional=True)
        case Kind.DATE:
            return date_columns(name, field.description, value, required)
        case Kind.STRINGS:
            meaning = f"{field.description}, with semicolons between"
            return [Column(name, meaning, lambda item: "; ".join(value(item) or ()) or None)]
        case Kind.PARAGRAPHS:
            return [Column(name, field.description, lambda it: format_paragraphs(value(it)))]
        case Kind.PROSE:
            return [Column(name, field.description, lambda it: plain(value(it) or "") or None,
                           required=required)]  # fmt: skip
    type_ = _TYPES.get(field.kind, "string")
    return [Column(name, field.description, value, type_, required, values=field.values)]


def table_name(model: type[Model]) -> str:
    """Return the name of the table of a model: `follow_ups`."""
    return f"{column_prefix(model)}s"


def column_prefix(model: type[Model]) -> str:
    """Return what the columns that refer to the table of a model begin with: `follow_up`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()


def row_of(model: type[Model]) -> str:
    """Return what a row of the table of a model is."""
    return (model.__doc__ or "").partition("\n")[0]
