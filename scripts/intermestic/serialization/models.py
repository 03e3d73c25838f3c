"""The form of the JSON: the models of its records, statements and relations.

What each has is derived from its model in `records`; what the build adds is in `additions`.
"""

import json
from dataclasses import is_dataclass
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeAlias,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from intermestic import addresses
from intermestic.english import date_in_words
from intermestic.knowledge import Relation
from intermestic.records.base import Record
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Model
from intermestic.records.models import COLLECTIONS
from intermestic.records.publication import Edition, Publication, Withdrawal
from intermestic.records.statements import STATEMENTS
from intermestic.serialization.additions import OF_RECORDS, OF_STATEMENTS


class _Published(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class PublishedDate(_Published):
    """A date, no more precise than the texts give it."""

    edtf: str = Field(description="in EDTF (ISO 8601-2)")
    english: str = Field(description="in words")
    first: str | None = Field(
        description="the earliest day it can mean, null if its beginning is open"
    )
    last: str | None = Field(description="the latest day it can mean, null if its end is open")


def _date(date: EdtfDate | PublishedDate) -> object:
    if isinstance(date, PublishedDate):
        return date
    first, last = (day.isoformat() if day else None for day in (date.earliest, date.latest))
    return {"edtf": date.edtf, "english": date_in_words(date), "first": first, "last": last}


class PublishedCitation(_Published):
    """Paragraphs of a source."""

    cite: str = Field(description="as records write it, such as wayne-2021#21-22")
    source: str = Field(description="the id of the source")
    paragraphs: list[int] = Field(description="the numbers of the paragraphs")
    permalink: str = Field(description="where the first of them stands on the site")


def _citation(cited: Citation | PublishedCitation) -> PublishedCitation:
    return cited if isinstance(cited, PublishedCitation) else _published_citation(cited)


@cache
def _published_citation(cited: Citation) -> PublishedCitation:
    return PublishedCitation(
        cite=str(cited),
        source=cited.source,
        paragraphs=list(cited.paragraphs),
        permalink=addresses.on_site(addresses.cited(cited)),
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


# How types that JSON does not have are published.
_LEAVES: dict[Any, Any] = {
    EdtfDate: Annotated[PublishedDate, BeforeValidator(_date)],
    Citation: Annotated[PublishedCitation, BeforeValidator(_citation)],
    Decimal: Annotated[int | float, BeforeValidator(_number)],
}


@cache
def published(model: type[Any], without: tuple[str, ...] = ()) -> Any:
    """Return the class of `model` as it is published: its fields, and what the build adds.

    The fields `without` are left out. Every other field is always there, empty or not.
    """
    if is_dataclass(model):
        own: dict[str, tuple[Any, str | None]] = {
            name: (hint, None) for name, hint in get_type_hints(model).items()
        }
    else:
        own = {name: (f.annotation, f.description) for name, f in model.model_fields.items()}
    is_record, is_statement = issubclass(model, Record), model in STATEMENTS
    added = OF_RECORDS if is_record else OF_STATEMENTS if is_statement else {}
    made: dict[str, Any] = {
        name: (published_type(annotation), Field(description=description))
        for name, (annotation, description) in {**added, **own}.items()
        if name not in without
    }
    return create_model(model.__name__, __base__=_Published, __doc__=model.__doc__, **made)


def published_type(annotation: Any) -> Any:
    """Return `annotation` with every model and leaf in it as it is published."""
    if annotation in _LEAVES:
        return _LEAVES[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return published(annotation)
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        # Records are valid already: of a field's marks only what tells unions apart is needed.
        told_apart = [mark for mark in parts[1:] if getattr(mark, "discriminator", None)]
        inner = published_type(parts[0])
        return Annotated[inner, *told_apart] if told_apart else inner
    if get_origin(annotation) is tuple:
        return list[published_type(parts[0])]  # type: ignore[misc]  # a type known at run time
    if parts and get_origin(annotation) not in (Literal, list):
        return reduce(or_, map(published_type, parts))
    return annotation


RECORDS: dict[str, type[BaseModel]] = {
    collection: published(model) for collection, model in COLLECTIONS.items()
}
if TYPE_CHECKING:  # Classes made at run time: a type checker knows no more than that they are.
    PublishedRecord: TypeAlias = Any
    PublishedRecords: TypeAlias = Any
    PublishedRelation: TypeAlias = Any
    PublishedEdition: TypeAlias = Any
    PublishedWithdrawal: TypeAlias = Any
    PublicationFields: TypeAlias = _Published
else:
    PublishedRecord = reduce(or_, RECORDS.values())
    PublishedRecords = create_model(
        "Records", **{collection: (list[model], ...) for collection, model in RECORDS.items()}
    )
    PublishedRelation = published(Relation, without=("related",))
    PublishedEdition = published(Edition, without=("sha256",))
    PublishedWithdrawal = published(Withdrawal)
    PublicationFields = published(Publication, without=("editions", "withdrawn"))


class PublishedPublication(PublicationFields):
    """Where this is published, and in which edition. Permalinks start from its address."""

    edition: PublishedEdition = Field(description="the newest edition")
    final: bool = Field(description="whether this is that edition itself, or made before or after")


class KnowledgeFile(_Published):
    """Everything: the records in reading order, statements within their sources, all relations."""

    format: Literal[1] = Field(description="the version of this format")
    publication: PublishedPublication
    records: PublishedRecords = Field(description="collection by collection")
    relations: list[PublishedRelation] = Field(
        description="every relation, with its name from either end"
    )
    withdrawn: list[PublishedWithdrawal] = Field(description="what earlier editions had")


class RecordFile(_Published):
    """A record, its relations, and where all that is said of it stands."""

    format: Literal[2] = Field(description="the version of this format")
    publication: PublishedPublication
    record: PublishedRecord
    relations: list[PublishedRelation] = Field(description="those from it and those to it")
    statements: list[str] = Field(
        description="the addresses of those about it, oldest source first; they stand in full in "
        "the files of their sources"
    )


class _WithoutTitles(GenerateJsonSchema):
    """Titles would only repeat the names of the fields."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def schema(id: str) -> bytes:
    """Return the JSON Schema, known as `id`, of `KnowledgeFile`; `RecordFile` is in its $defs."""
    described = models_json_schema(
        [(KnowledgeFile, "serialization"), (RecordFile, "serialization")],
        schema_generator=_WithoutTitles,
    )[1]
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": id,
        "$ref": "#/$defs/KnowledgeFile",
    }
    return json.dumps(head | described, ensure_ascii=False, indent=1).encode() + b"\n"
