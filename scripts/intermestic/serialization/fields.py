"""The fields of the models by what they hold: tables, linked data and tests go by this alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator

from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import (
    Model,
    Prose,
    RelatedRecord,
    Relates,
    StatementAddress,
    check_address,
)
from intermestic.records.statements import STATEMENTS
from intermestic.records.walk import marks_of


class Kind(Enum):
    """What a field holds: one value, several, or parts with fields of their own."""

    TEXT = auto()
    PROSE = auto()
    ADDRESS = auto()
    INTEGER = auto()
    NUMBER = auto()
    DATE = auto()
    STRINGS = auto()
    PARAGRAPHS = auto()
    CITATIONS = auto()
    RECORDS = auto()
    STATEMENT_ADDRESSES = auto()
    PART = auto()
    PARTS = auto()
    STATEMENTS = auto()


# One value, for one cell of a table or one literal; a date has three cells.
SINGLE = (Kind.TEXT, Kind.PROSE, Kind.ADDRESS, Kind.INTEGER, Kind.NUMBER, Kind.DATE)


@dataclass(frozen=True, eq=False)
class ModelField:
    """A field of a model.

    `owner` is the model, or the one from which it inherits the field. `part` is the model of the
    parts that it holds, if any; `values` are all that it can hold, if they are few.
    """

    owner: type[Model]
    name: str
    kind: Kind
    description: str
    required: bool = False
    default: Any = None
    values: tuple[str, ...] = ()
    part: type[Model] | None = None

    @property
    def full_name(self) -> str:
        """The names of its owner and itself: `Source.url`."""
        return f"{self.owner.__name__}.{self.name}"


@cache
def fields_of(model: type[Model]) -> tuple[ModelField, ...]:
    """Return the fields of `model`. Raise TypeError for one whose type no export can write."""
    return tuple(_fields(model))


@cache
def related_fields() -> tuple[ModelField, ...]:
    """Return the fields that a relation can have besides the records at its ends."""
    models = (RelatedRecord, *RelatedRecord.__subclasses__())
    fields = {field.name: field for model in models for field in fields_of(model)}
    return tuple(field for name, field in fields.items() if name != "id")


def parts_of(model: type[Model]) -> tuple[ModelField, ...]:
    """Return the fields of `model` whose parts have a table of their own."""
    return tuple(field for field in fields_of(model) if has_table(field))


def has_table(field: ModelField) -> bool:
    """Whether what a field holds is more than a row can have: many parts, or one that cites."""
    return field.kind is Kind.PARTS or (field.part is not None and cites(field.part))


def cites(model: type[Model]) -> bool:
    """Whether a model has a field for the paragraphs on which it rests."""
    return any(field.kind is Kind.CITATIONS for field in fields_of(model))


def _fields(model: type[Model]) -> Iterator[ModelField]:
    for name, field in model.model_fields.items():
        kind, item = _kind_of(field.annotation, marks_of(model)[name])
        if kind is None:
            raise TypeError(
                f"{model.__name__}.{name}: found {field.annotation}, expected a type that "
                "serialization.fields.Kind has a name for"
            )
        yield ModelField(
            owner=_declared_by(model, name),
            name=name,
            kind=kind,
            description=field.description or "",
            required=field.is_required(),
            default=field.default,
            values=get_args(item) if get_origin(item) is Literal else (),
            part=item if kind in (Kind.PART, Kind.PARTS) else None,
        )


def _declared_by(model: type[Model], name: str) -> type[Model]:
    """Return the first ancestor of `model` that has the field, or `model` itself."""
    return [base for base in model.__mro__ if name in getattr(base, "model_fields", {})][-1]


_VALUES = {EdtfDate: Kind.DATE, Decimal: Kind.NUMBER, int: Kind.INTEGER}
_LISTS = {Citation: Kind.CITATIONS, int: Kind.PARAGRAPHS, str: Kind.STRINGS}


def _kind_of(annotation: Any, marks: tuple[Any, ...]) -> tuple[Kind | None, Any]:
    """Return what a field holds, and the bare type of its value or of each of its values."""
    item = _bare(annotation)
    is_list = get_origin(item) is tuple
    if is_list:
        item = _bare(get_args(item)[0])
    marked = {type(mark) for mark in marks}
    if Relates in marked:
        return Kind.RECORDS, item
    if StatementAddress in marked:
        return Kind.STATEMENT_ADDRESSES, item
    if get_args(item) == STATEMENTS:
        return Kind.STATEMENTS, item
    if isinstance(item, type) and issubclass(item, Model):
        return Kind.PARTS if is_list else Kind.PART, item
    if is_list:
        return _LISTS.get(item), item
    if Prose in marked:
        return Kind.PROSE, item
    if AfterValidator(check_address) in marks:
        return Kind.ADDRESS, item
    if item is str or get_origin(item) is Literal:
        return Kind.TEXT, item
    return _VALUES.get(item), item


def _bare(annotation: Any) -> Any:
    """Return `annotation` without its marks, and without the None of one that may be left out."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        others = [part for part in get_args(annotation) if part is not type(None)]
        return _bare(others[0]) if len(others) == 1 else annotation
    return annotation
