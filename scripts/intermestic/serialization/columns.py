"""Tables and their columns: what each holds, and how to get it from what a row is made of."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Any, Generic

from typing_extensions import TypeVar

from intermestic.records.citations import format_paragraphs
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Model
from intermestic.serialization.fields import SINGLE, Kind, ModelField, fields_of, has_table

T = TypeVar("T", default=Any)
Value = str | int | bool | Decimal | date | None
Row = dict[str, Value]
Plain = Callable[[str], str]

# What stands in the row of what has it.
_IN_ROW = (*SINGLE, Kind.STRINGS, Kind.PARAGRAPHS, Kind.PART)
_TYPES = {Kind.INTEGER: "integer", Kind.NUMBER: "number"}
# The columns of fields that go by another name in tables, by the field's name, or by those of its
# model and itself.
_NAMES = {"when": "date", "Source.url": "publisher_url"}


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its name, what it holds, how to get that, and its type, as Table Schema calls it.

    Without a `value`, rows are made of tuples, which have this cell at the place of the column.
    `refers_to` is the table whose key it holds; `values` are all that it can hold, if few.
    """

    name: str
    description: str
    value: Callable[[T], Value] | None = None
    type: str = "string"
    required: bool = False
    refers_to: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: what a row of it is, its columns, those that make its key.

    Each of `items` makes a row.
    """

    name: str
    description: str
    columns: tuple[Column[Any], ...]
    key: tuple[str, ...]
    items: tuple[Any, ...]

    @property
    def rows(self) -> Iterator[Row]:
        """The rows, each made when it is asked for."""
        cells = {
            column.name: column.value or itemgetter(place)
            for place, column in enumerate(self.columns)
        }
        return ({name: cell(item) for name, cell in cells.items()} for item in self.items)


def table(
    name: str,
    description: str,
    columns: Iterable[Column[T]],
    items: Iterable[T],
    key: tuple[str, ...] = ("id",),
) -> Table:
    """Return a table with a row for each of `items`."""
    return Table(name, description, tuple(columns), key, tuple(items))


def table_of_keys(
    name: str, description: str, columns: Iterable[Column[T]], items: Iterable[T]
) -> Table:
    """Return a table whose columns are its key together: each of `items` is in it once."""
    columns = tuple(columns)
    key = tuple(column.name for column in columns)
    return table(name, description, columns, dict.fromkeys(items), key)


def numbered_table(
    name: str, description: str, columns: Iterable[Column[T]], items: Iterable[T]
) -> Table:
    """Return a table with a row for each of `items`, whose key is its number."""
    meaning = "a number, the same only within an edition"
    id: Column[Any] = Column("id", meaning, type="integer", required=True)
    of_items = (_of_numbered(column, place) for place, column in enumerate(columns))
    return table(name, description, (id, *of_items), enumerate(items, 1))


def _of_numbered(column: Column[Any], place: int) -> Column[Any]:
    """Return `column`, the one at `place`, for items that come with their numbers before them."""
    cell = column.value or itemgetter(place)
    return replace(column, value=lambda numbered: cell(numbered[1]))


def reference(
    name: str,
    to: str,
    description: str,
    value: Callable[[T], Value] | None = None,
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
    prefix: str = "",
    optional: bool = False,
) -> tuple[Column[T], ...]:
    """Return the columns of those fields of `owner`, but for some, that stand in its row.

    `prefix` begins their names. `plain` makes running text of prose; the cells are empty of an
    `optional` owner that is None.
    """
    return tuple(
        column
        for field in fields
        if field.kind in _IN_ROW and not has_table(field) and field.name not in without
        for column in _of_field(field, owner, plain, prefix, field.required and not optional)
    )


def _of_field(
    field: ModelField,
    owner: Callable[[T], Model | None],
    plain: Plain,
    prefix: str,
    required: bool,
) -> Iterable[Column[T]]:
    known = _NAMES.get(field.full_name) or _NAMES.get(field.name)
    name, meaning = prefix + (known or field.name), field.description

    def value(item: T) -> Any:
        return getattr(owner(item), field.name, None)

    def written(write: Callable[[Any], str]) -> Callable[[T], str | None]:
        return lambda item: write(value(item) or "") or None

    match field.kind:
        case Kind.PART:
            inner = fields_of(field.part) if field.part else ()
            return columns_of(inner, value, plain, prefix=f"{name}_", optional=True)
        case Kind.DATE:
            return date_columns(name, meaning, value, required)
        case Kind.STRINGS:
            return [Column(name, f"{meaning}, with semicolons between", written("; ".join))]
        case Kind.PARAGRAPHS:
            return [Column(name, meaning, written(format_paragraphs))]
        case Kind.PROSE:
            return [Column(name, meaning, written(plain), required=required)]
    type_ = _TYPES.get(field.kind, "string")
    return [Column(name, meaning, value, type_, required, values=field.values)]


def table_name(model: type[Model]) -> str:
    """Return the name of the table of a model: `follow_ups`."""
    return f"{column_prefix(model)}s"


def column_prefix(model: type[Model]) -> str:
    """Return what the columns that refer to the table of a model begin with: `follow_up`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()


def row_of(model: type[Model]) -> str:
    """Return what a row of the table of a model is."""
    return (model.__doc__ or "").partition("\n")[0]
