"""The data as tables, in reading order: all that CSV files and the database are made from.

The columns are the fields of the models, so a new field, part or collection has its place without
a word here. Only what the build derives is declared: names, paragraphs, citations and the like.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any

from intermestic import addresses
from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation
from intermestic.reading.publication import Edition, Publication
from intermestic.records.citations import Citation, cited_paragraphs, paragraph_id
from intermestic.records.coverage import Paragraph, paragraphs_of
from intermestic.records.fields import Model, RelatedRecord
from intermestic.records.models import COLLECTIONS, Actor, Record
from intermestic.records.statements import KINDS, STATEMENTS
from intermestic.serialization.columns import (
    Column,
    T,
    Table,
    date_columns,
    field_columns,
    in_row,
    pairs_table,
    reference,
    table,
)
from intermestic.serialization.fields import (
    Kind,
    ModelField,
    fields_of,
    own_fields,
    parts_of,
    related_fields,
)

NAMES = ("name", "alias", "sort name")
# The part that a record has in a statement, by the field that names it.
ROLES = {"areas": "area", "said_by": "speaker", "addressees": "addressee"}
# Fields that are no columns of their own, each with the reason.
ELSEWHERE = {
    "former_ids": "has a table of its own",
    "id": "is a part of the key",
    "kind": "is a column of all statements",
    "para": "has a table of its own",
    "type": "is a column of all records",
}
# Names of columns and tables that the fields alone would not give.
COLUMN_NAMES = {("sources", "url"): "publisher_url"}
REFERENCES = {"repeats": ("repetitions", "earlier_id")}


@dataclass(frozen=True)
class _Part:
    """A part of a record or a statement, with its number among all parts of its model."""

    number: int
    owner: str
    owner_id: str
    part: Model


def tables_of(knowledge: KnowledgeBase, publication: Publication) -> tuple[Table, ...]:
    """Return every table; each stands after those to which it refers."""
    return tuple(_Tables(knowledge, publication).all())


class _Tables:
    def __init__(self, knowledge: KnowledgeBase, publication: Publication) -> None:
        self.knowledge, self.publication = knowledge, publication
        self.plain, self.site = knowledge.plain, publication.address
        self.entries, self.claims = tuple(knowledge.entries.values()), tuple(knowledge.claims)
        # What has no id of its own is numbered in this order.
        self.relations = tuple(enumerate(knowledge.relations, 1))
        self.parts = {model: self._parts(model) for model in _part_models()}

    def all(self) -> Iterator[Table]:
        """Yield the tables in the order of the downloads page."""
        yield from (self._records(), self._names(), self._former_ids(), *self._collections())
        yield from (self._paragraphs(), self._statements(), *self._kinds())
        yield from (self._statement_paragraphs(), self._subjects(), *self._references())
        yield self._relations()
        yield from (self._part_table(model, parts) for model, parts in self.parts.items())
        yield from (self._mentions(), self._citations(), self._editions())

    def _columns(
        self, fields: Iterable[ModelField], owner: Callable[[T], Model | None], **names: str
    ) -> Iterator[Column[T]]:
        for field in fields:
            yield from field_columns(field, owner, self.plain, names.get(field.name, ""))

    def _records(self) -> Table:
        def lead(entry: Entry) -> str:
            return self.plain(getattr(entry.record, entry.record.lead))

        def url(entry: Entry) -> str:
            return addresses.canonical(self.site, addresses.page(entry.collection, entry.id))

        columns = (
            _key("its id, never changed once published", attrgetter("id")),
            Column("collection", "the collection it is in", attrgetter("collection"),
                   required=True, values=tuple(COLLECTIONS)),
            Column("type", "its type within the collection",
                   lambda entry: getattr(entry.record, "type", None)),
            *self._columns(in_row(fields_of(Record), ELSEWHERE), attrgetter("record")),
            Column("summary", "what it is, in our words", lead, required=True),
            *date_columns("date", "its date, or its life", attrgetter("date")),
            Column("url", "its page", url, required=True),
        )  # fmt: skip
        description = "A record: whom or what the texts speak of, or a text."
        return table("records", description, columns, self.entries)

    def _collections(self) -> Iterator[Table]:
        """Yield a table for each collection whose records have more than `records` holds."""
        for name, model in COLLECTIONS.items():
            fields = in_row(own_fields(model, Record), (*ELSEWHERE, model.lead, model.dated_by))
            if fields:
                names = {f.name: COLUMN_NAMES.get((name, f.name), "") for f in fields}
                columns = self._columns(fields, attrgetter("record"), **names)
                key = reference("id", "records", "its id", attrgetter("id"))
                entries = (self.knowledge.entries[id] for id in self.knowledge.ids.get(name, ()))
                yield table(name, _rest(model, "records"), (key, *columns), entries)

    def _names(self) -> Table:
        columns: tuple[Column[tuple[str, str, str]], ...] = (
            reference("record_id", "records", "the record", itemgetter(0)),
            Column("name", "the name", itemgetter(1), required=True),
            Column("kind", "what kind of name", itemgetter(2), required=True, values=NAMES),
        )
        names = ((entry.id, *name) for entry in self.entries for name in _names_of(entry.record))
        key = ("record_id", "name", "kind")
        return table("names", "A name of a record.", columns, dict.fromkeys(names), key)

    def _former_ids(self) -> Table:
        columns: tuple[Column[tuple[str, str]], ...] = (
            Column("former_id", "the former id", itemgetter(0), required=True),
            reference("record_id", "records", "the record", itemgetter(1)),
        )
        pairs = ((former, e.id) for e in self.entries for former in e.former_ids)
        description = "An id that a record had before."
        return table("former_ids", description, columns, pairs, ("former_id",))

    def _paragraphs(self) -> Table:
        columns: tuple[Column[tuple[str, Paragraph]], ...] = (
            _key("how it is cited: source#number", lambda p: paragraph_id(p[0], p[1].number)),
            reference("source_id", "sources", "the text", itemgetter(0)),
            Column("number", "its number in the text", lambda p: p[1].number, "integer",
                   required=True),
            Column("section", "the heading above it", lambda p: p[1].section.heading),
            Column("omitted", "why nothing is taken from it, if so",
                   lambda p: self.plain(p[1].reason) or None),
            Column("url", "its place on the page of the text",
                   lambda p: addresses.paragraph(self.site, p[0], p[1].number), required=True),
        )  # fmt: skip
        items = ((id, it) for id, source in self.knowledge.sources for it in paragraphs_of(source))
        description = "A numbered paragraph of a text. The texts themselves are not here."
        return table("paragraphs", description, columns, items)

    def _statements(self) -> Table:
        columns: tuple[Column[Claim], ...] = (
            _key("its address: source/statement", attrgetter("address")),
            reference("source_id", "sources", "the text that says it", attrgetter("source")),
            Column("kind", "what kind of statement", attrgetter("statement.kind"),
                   required=True, values=KINDS),
            *self._columns(in_row(_common_fields(), ELSEWHERE), attrgetter("statement")),
            Column("reported", "whether the text reports the view of another",
                   lambda claim: bool(claim.statement.said_by), "boolean", required=True),
            Column("url", "its place on the page of the text",
                   lambda claim: addresses.statement(self.site, claim.source, claim.statement.id),
                   required=True),
        )  # fmt: skip
        description = "One thing that a source says, in our words."
        return table("statements", description, columns, self.claims)

    def _kinds(self) -> Iterator[Table]:
        """Yield a table for each kind of statement that has more than `statements` holds."""
        common = [field.name for field in _common_fields()]
        for model in STATEMENTS:
            if fields := in_row(fields_of(model), (*ELSEWHERE, *common)):
                columns = (
                    reference("statement_id", "statements", "it", attrgetter("address")),
                    *self._columns(fields, attrgetter("statement")),
                )
                claims = self.knowledge.claims_of(model)
                name, description = _plural(_snake_case(model)), _rest(model, "statements")
                yield table(name, description, columns, claims, ("statement_id",))

    def _statement_paragraphs(self) -> Table:
        columns = (
            reference("statement_id", "statements", "the statement", itemgetter(0)),
            reference("paragraph_id", "paragraphs", "the paragraph", itemgetter(1)),
        )
        pairs = (
            (claim.address, paragraph_id(claim.source, number))
            for claim in self.claims
            for number in claim.statement.para
        )
        description = "A paragraph that says a statement."
        return pairs_table("statement_paragraphs", description, columns, pairs)

    def _subjects(self) -> Table:
        fields = _statement_fields(Kind.RECORDS)
        roles = tuple(ROLES.get(name, name) for name in fields)
        columns: tuple[Column[tuple[str, str, str]], ...] = (
            reference("statement_id", "statements", "the statement", itemgetter(0)),
            reference("record_id", "records", "the record", itemgetter(1)),
            Column("role", "its part; the speakers are the authors if nobody else is named",
                   itemgetter(2), required=True, values=roles),
        )  # fmt: skip

        def ids(claim: Claim, field: str) -> tuple[str, ...]:
            derived = {"about": claim.about, "said_by": claim.speakers}
            if field in derived:
                return derived[field]
            named: tuple[str, ...] = getattr(claim.statement, field, ())
            return named

        items = (
            (claim.address, id, ROLES.get(field, field))
            for claim in self.claims
            for field in fields
            for id in ids(claim, field)
        )
        key = ("statement_id", "record_id", "role")
        description = "A record that has a part in a statement."
        return table("statement_subjects", description, columns, dict.fromkeys(items), key)

    def _references(self) -> Iterator[Table]:
        """Yield a table for each field in which statements name others."""
        for name, field in _statement_fields(Kind.STATEMENT_ADDRESSES).items():
            table_name, column = REFERENCES.get(name, (f"statement_{name}", "other_id"))
            columns = (
                reference("statement_id", "statements", "the statement", itemgetter(0)),
                reference(column, "statements", "the other", itemgetter(1)),
            )
            pairs = (
                (c.address, other) for c in self.claims for other in getattr(c.statement, name, ())
            )
            description = f"A statement, and another that it names: {field.description}."
            yield pairs_table(table_name, description, columns, pairs)

    def _relations(self) -> Table:
        def own(item: tuple[int, Relation]) -> RelatedRecord | None:
            return item[1].related

        columns: tuple[Column[tuple[int, Relation]], ...] = (
            _number(itemgetter(0)),
            reference("subject_id", "records", "the record it leads from", lambda r: r[1].subject),
            Column("name", "the name of the relation", lambda r: r[1].name, required=True),
            reference("object_id", "records", "the record it leads to", lambda r: r[1].object),
            Column("inverse", "its name from the other end", lambda r: r[1].inverse, required=True),
            *(c for field in in_row(related_fields())
              for c in field_columns(field, own, self.plain, optional=True)),
            Column("detail", "the office or the role in words", lambda r: r[1].detail or None),
        )  # fmt: skip
        return table("relations", "A relation between two records.", columns, self.relations)

    def _parts(self, model: type[Model]) -> tuple[_Part, ...]:
        """Return all parts of a model in reading order, numbered."""
        owners: list[tuple[str, str, Model]] = [("record", e.id, e.record) for e in self.entries]
        owners += [("statement", claim.address, claim.statement) for claim in self.claims]
        found = (
            (owner, id, part)
            for owner, id, whole in owners
            for field in parts_of(type(whole))
            if field.part is model
            for part in _as_parts(getattr(whole, field.name))
        )
        return tuple(_Part(number, *part) for number, part in enumerate(found, 1))

    def _part_table(self, model: type[Model], parts: Iterable[_Part]) -> Table:
        owners = [owner for owner, wholes in _WHOLES.items() if model in _part_models(wholes)]
        columns: list[Column[_Part]] = [_number(attrgetter("number"))]
        for owner in owners:
            columns.append(_owned_by(owner, required=len(owners) == 1))
        if _cites(model):
            says = "the text that says so"
            columns.append(reference("source_id", "sources", says, _source_of, required=False))
        columns += self._columns(in_row(fields_of(model)), attrgetter("part"))
        return table(_plural(_snake_case(model)), _first_line(model), columns, parts)

    def _mentions(self) -> Table:
        columns = (
            reference("record_id", "records", "the record whose prose it is", itemgetter(0)),
            reference("mentioned_id", "records", "the record it links to", itemgetter(1)),
        )
        mentions = self.knowledge.mentioned_in
        pairs = ((id, other) for other in self.knowledge.entries for id in mentions.get(other, ()))
        return pairs_table("mentions", "A link in the prose of a record.", columns, pairs)

    def _citations(self) -> Table:
        """Return the paragraphs on which things rest, with a column for each kind of thing."""
        citing: dict[str, Iterable[tuple[str | int, Iterable[Citation]]]] = {
            "record": ((entry.id, entry.record.cite) for entry in self.entries),
            "relation": ((number, relation.cite) for number, relation in self.relations),
        }
        for model, parts in self.parts.items():
            if _cites(model):
                citing[_snake_case(model)] = ((part.number, _cited(part)) for part in parts)
        items = (
            (name, id, paragraph)
            for name, things in citing.items()
            for id, cited in things
            for paragraph in cited_paragraphs(cited)
        )
        columns: list[Column[tuple[int, tuple[str, str | int, str]]]] = [
            _number(itemgetter(0)),
            reference("paragraph_id", "paragraphs", "the paragraph", lambda c: c[1][2]),
        ]
        columns += [_citing(name, "string" if name == "record" else "integer") for name in citing]
        description = "A paragraph on which something rests: on each row, one thing."
        return table("citations", description, columns, enumerate(items, 1))

    def _editions(self) -> Table:
        columns: Iterator[Column[Edition]] = self._columns(fields_of(Edition), lambda e: e)
        description = "An edition of the data, newest first."
        return table("editions", description, columns, self.publication.editions, ("number",))


def _as_parts(value: Model | tuple[Model, ...] | None) -> tuple[Model, ...]:
    """Return the parts that a field holds, one or many."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


# Those that have parts, by the name that the column of their ids begins with.
_WHOLES: dict[str, tuple[type[Model], ...]] = {
    "record": tuple(COLLECTIONS.values()),
    "statement": STATEMENTS,
}


def _key(description: str, value: Callable[[T], str]) -> Column[T]:
    return Column("id", description, value, required=True)


def _number(value: Callable[[Any], int]) -> Column[Any]:
    meaning = "a number, the same only within an edition"
    return Column("id", meaning, value, "integer", required=True)


def _owned_by(owner: str, required: bool) -> Column[_Part]:
    def value(part: _Part) -> str | None:
        return part.owner_id if part.owner == owner else None

    return reference(f"{owner}_id", _plural(owner), f"the {owner}", value, required=required)


def _citing(name: str, type: str) -> Column[tuple[int, tuple[str, str | int, str]]]:
    def value(item: tuple[int, tuple[str, str | int, str]]) -> str | int | None:
        return item[1][1] if item[1][0] == name else None

    meaning = f"the {name.replace('_', ' ')} that rests on it"
    return reference(f"{name}_id", _plural(name), meaning, value, type, required=False)


def _names_of(record: Record) -> Iterator[tuple[str, str]]:
    yield record.name, "name"
    yield from ((alias, "alias") for alias in record.aliases)
    if isinstance(record, Actor) and record.sort_name:
        yield record.sort_name, "sort name"


def _common_fields() -> list[ModelField]:
    """Return the fields that statements of every kind have."""
    first, *others = STATEMENTS
    return [f for f in fields_of(first) if all(f.name in model.model_fields for model in others)]


def _statement_fields(kind: Kind) -> dict[str, ModelField]:
    """Return the fields of statements that are of one kind, by name."""
    fields = (field for model in STATEMENTS for field in fields_of(model))
    return {field.name: field for field in fields if field.kind is kind}


def _part_models(wholes: Iterable[type[Model]] | None = None) -> tuple[type[Model], ...]:
    """Return the models of the parts of records and statements, or of some of them."""
    wholes = wholes or (model for models in _WHOLES.values() for model in models)
    parts = (field.part for model in wholes for field in parts_of(model))
    return tuple(dict.fromkeys(part for part in parts if part))


def _cites(model: type[Model]) -> bool:
    return any(field.kind is Kind.CITATIONS for field in fields_of(model))


def _cited(part: _Part) -> tuple[Citation, ...]:
    fields = (f.name for f in fields_of(type(part.part)) if f.kind is Kind.CITATIONS)
    return tuple(cite for name in fields for cite in getattr(part.part, name))


def _source_of(part: _Part) -> str | None:
    return next((cite.source for cite in _cited(part)), None)


def _snake_case(model: type) -> str:
    """Return the name of a model as tables have it: `status_report`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()


def _plural(noun: str) -> str:
    return f"{noun}s"


def _first_line(model: type) -> str:
    return (model.__doc__ or "").partition("\n")[0]


def _rest(model: type, whole: str) -> str:
    return f"{_first_line(model)} Here is what {whole} has no column for."
