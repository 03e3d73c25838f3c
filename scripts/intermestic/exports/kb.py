"""The whole content as JSON: one file with everything, its published schema, and a file for
each record beside its page.

What a record, statement or tie has is derived from its model; only what the build adds to it
is declared here. A later version may add fields; none goes or changes its meaning unless
`FORMAT` does too.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import is_dataclass
from decimal import Decimal
from functools import cache, reduce
from hashlib import sha256
from operator import or_
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from .. import addresses
from ..fields import Citation, Model
from ..knowledge import Entry, KnowledgeBase, Said, Tie
from ..models import COLLECTIONS, Record, Source
from ..publication import Edition, Publication, Withdrawal
from ..statements import STATEMENTS, Statement
from ..when import BEGINNING, END, Day, When

FORMAT = 1
KB, SCHEMA = "data/kb.json", "data/kb.schema.json"


class _Published(BaseModel):
    model_config = ConfigDict(from_attributes=True)


def _day(day: Day) -> str | None:
    return None if day in (BEGINNING, END) else "{:04}-{:02}-{:02}".format(*day)


class PublishedDate(_Published):
    """A date, no more precise than the texts give it."""

    edtf: str = Field(description="in EDTF (ISO 8601-2)")
    english: str = Field(description="in words")
    first: Annotated[str | None, BeforeValidator(_day)] = Field(
        description="the earliest day it can mean, null if its beginning is open"
    )
    last: Annotated[str | None, BeforeValidator(_day)] = Field(
        description="the latest day it can mean, null if its end is open"
    )


class PublishedCitation(_Published):
    """Paragraphs of a source."""

    cite: str = Field(description="as records write it, such as wayne-2021#21-22")
    source: str = Field(description="the id of the source")
    paragraphs: list[int] = Field(description="the numbers of the paragraphs")
    permalink: str = Field(description="where the first of them stands on the site")


def _citation(cited: Citation) -> dict[str, object]:
    permalink = addresses.on_site(addresses.cited(cited))
    return {"cite": str(cited), **vars(cited), "permalink": permalink}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


# How types that JSON does not have are published.
_LEAVES: dict[Any, Any] = {
    When: PublishedDate,
    Citation: Annotated[PublishedCitation, BeforeValidator(_citation)],
    Decimal: Annotated[int | float, BeforeValidator(_number)],
}
# What the build adds to each record and each statement.
OF_RECORDS = {
    "id": (str, "its id, which never changes"),
    "collection": (str, "the collection it belongs to"),
    "file": (str, "its file in the repository"),
    "permalink": (str, "its page on the site"),
}
OF_STATEMENTS = {
    "source": (str, "the id of the source that says it"),
    "address": (str, "how records refer to it, as source/statement"),
    "permalink": (str, "where it stands on the site"),
    "plain": (str, "its text without links"),
    "subjects": (list[str], "the records it is about: those of `about` and those it links to"),
    "speakers": (list[str], "who says it: those of `said_by`, or else the authors"),
}


@cache
def _published(model: type, without: tuple[str, ...] = ()) -> Any:
    """`model` as it is published: its fields, but for some, and what the build adds to it.

    Every field is always there, empty or not.
    """
    if is_dataclass(model):
        own = {name: (hint, None) for name, hint in get_type_hints(model).items()}
    else:
        own = {name: (f.annotation, f.description) for name, f in model.model_fields.items()}
    added = (
        OF_RECORDS if issubclass(model, Record) else OF_STATEMENTS if model in STATEMENTS else {}
    )
    fields = added | {name: field for name, field in own.items() if name not in without}
    return create_model(
        model.__name__,
        __base__=_Published,
        __doc__=model.__doc__,
        **{n: (_published_type(a), Field(description=d)) for n, (a, d) in fields.items()},
    )


def _published_type(annotation: Any) -> Any:
    """`annotation`, every model and leaf in it as it is published."""
    if annotation in _LEAVES:
        return _LEAVES[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _published(annotation)
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        # Records are valid already: of a field's marks only what tells unions apart is needed.
        told_apart = [mark for mark in parts[1:] if getattr(mark, "discriminator", None)]
        inner = _published_type(parts[0])
        return Annotated[inner, *told_apart] if told_apart else inner
    if get_origin(annotation) is tuple:
        return list[_published_type(parts[0])]
    if parts and get_origin(annotation) not in (Literal, list):
        return reduce(or_, map(_published_type, parts))
    return annotation


class PublishedPublication(_published(Publication, without=("editions", "withdrawn"))):
    """Where this is published, and in which edition. Permalinks start from its address."""

    edition: _published(Edition, without=("sha256",)) = Field(description="the newest edition")
    final: bool = Field(description="whether this is that edition itself, or made before or after")


RECORDS = {collection: _published(model) for collection, model in COLLECTIONS.items()}
TIE, STATEMENT = _published(Tie), _published_type(Statement)


class KnowledgeFile(_Published):
    """Everything: all records in reading order, the statements within their sources, all ties."""

    format: Literal[1] = Field(description="the version of this format")
    publication: PublishedPublication
    records: create_model(
        "Records", **{collection: (list[model], ...) for collection, model in RECORDS.items()}
    ) = Field(description="collection by collection")
    ties: list[TIE] = Field(description="every relation, readable from both ends")
    withdrawn: list[_published(Withdrawal)] = Field(description="what earlier editions had")


class RecordFile(_Published):
    """A record, its ties, and all that is said of it; of a source, all that it says."""

    format: Literal[1] = Field(description="the version of this format")
    publication: PublishedPublication
    record: reduce(or_, RECORDS.values())
    ties: list[TIE] = Field(description="the relations from it and to it")
    statements: list[STATEMENT] = Field(description="oldest source first")


def files(knowledge: KnowledgeBase, publication: Publication) -> dict[str, bytes]:
    """Every JSON file, by its path on the site."""
    whole = everything(knowledge, publication)
    return {
        KB: in_bytes(whole),
        SCHEMA: schema(publication),
        **dict(_record_files(knowledge, whole)),
    }


def everything(knowledge: KnowledgeBase, publication: Publication) -> KnowledgeFile:
    """The file with everything; `final` if the newest edition is out and this is what it has."""
    whole = edition(knowledge, publication)
    whole.publication.final = publication.edition.sha256 == sha256(in_bytes(whole)).hexdigest()
    return whole


def edition(knowledge: KnowledgeBase, publication: Publication) -> KnowledgeFile:
    """The file with everything, as the newest edition keeps it once it is out."""
    about = {**dict(publication), "edition": publication.edition, "final": True}
    records = {
        collection: [_record(knowledge, knowledge.entries[id]) for id in ids]
        for collection, ids in knowledge.ids.items()
    }
    return KnowledgeFile(
        format=FORMAT,
        publication=PublishedPublication.model_validate(about),
        records={collection: records.get(collection, []) for collection in RECORDS},
        ties=[TIE.model_validate(tie) for ties in knowledge.ties_from.values() for tie in ties],
        withdrawn=publication.withdrawn,
    )


def in_bytes(file: BaseModel) -> bytes:
    """A file as it is written."""
    return file.model_dump_json().encode() + b"\n"


class _WithoutTitles(GenerateJsonSchema):
    """Titles would only repeat the names of the fields."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def schema(publication: Publication) -> bytes:
    """The JSON Schema of the file with everything; that of a record's file is among its $defs."""
    described = models_json_schema(
        [(KnowledgeFile, "serialization"), (RecordFile, "serialization")],
        schema_generator=_WithoutTitles,
    )[1]
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": publication.address + SCHEMA,
        "$ref": "#/$defs/KnowledgeFile",
    }
    return json.dumps(head | described, ensure_ascii=False, indent=1).encode() + b"\n"


def _record(knowledge: KnowledgeBase, entry: Entry) -> BaseModel:
    page = addresses.page(entry.collection, entry.id)
    fields = {**dict(entry.record), "permalink": addresses.on_site(page)}
    fields |= {"id": entry.id, "collection": entry.collection, "file": entry.file}
    if isinstance(entry.record, Source):
        said = knowledge.said_in.get(entry.id, ())
        fields["statements"] = [_statement(knowledge, one) for one in said]
    return RECORDS[entry.collection].model_validate(fields)


def _statement(knowledge: KnowledgeBase, said: Said) -> BaseModel:
    page = addresses.page("sources", said.source)
    anchor = addresses.statement_anchor(said.statement.id)
    fields = {
        **dict(said.statement),
        "source": said.source,
        "address": said.address,
        "permalink": addresses.on_site(f"{page}#{anchor}"),
        "plain": knowledge.plain(said.statement.text),
        "subjects": said.about,
        "speakers": said.speakers,
    }
    return _published(type(said.statement)).model_validate(fields)


def _record_files(knowledge: KnowledgeBase, whole: KnowledgeFile) -> Iterator[tuple[str, bytes]]:
    """A file for each record, also at its former addresses."""
    statements = {s.address: s for source in whole.records.sources for s in source.statements}
    ties: dict[str, list[BaseModel]] = defaultdict(list)
    for tie in whole.ties:
        for id in {tie.subject, tie.object}:
            ties[id].append(tie)
    for collection in RECORDS:
        for record in getattr(whole.records, collection):
            said = knowledge.said_about.get(record.id, ())
            file = RecordFile(
                format=FORMAT,
                publication=whole.publication,
                record=record,
                ties=ties[record.id],
                statements=[statements[one.address] for one in said],
            )
            content = in_bytes(file)
            for id in (record.id, *record.former_ids):
                yield addresses.data(collection, id), content
