"""The tables of statements, of the parts that records and statements have, and of citations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from intermestic import addresses
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.records.citations import Citation, cited_paragraphs, paragraph_id
from intermestic.records.fields import Model
from intermestic.records.models import COLLECTIONS
from intermestic.records.statements import KINDS, STATEMENTS
from intermestic.serialization.columns import (
    Column,
    Table,
    column_prefix,
    columns_of,
    numbered_table,
    reference,
    row_of,
    table,
    table_name,
    table_of_keys,
)
from intermestic.serialization.fields import Kind, ModelField, cites, fields_of, parts_of

# The part that a record has in a statement, by the field that names it.
ROLES = {"areas": "area", "said_by": "speaker", "addressees": "addressee"}
# Fields that are no columns of their own, each with the reason.
ELSEWHERE = {
    "id": "is a part of the key",
    "kind": "is a column of all statements",
    "para": "has a table of its own",
}
# Names of tables and columns that the fields alone would not give.
REFERENCES = {"repeats": ("repetitions", "earlier_id")}


def statement_tables(knowledge: KnowledgeBase, site: str) -> Iterator[Table]:
    """Yield the tables of statements; `site` is the address of the site."""
    yield _statements(knowledge, site)
    yield from _kinds(knowledge)
    yield _paragraphs(knowledge)
    yield _subjects(knowledge)
    yield from _references(knowledge)


def _statements(knowledge: KnowledgeBase, site: str) -> Table:
    def url(claim: Claim) -> str:
        return addresses.statement(site, claim.address)

    columns: tuple[Column[Claim], ...] = (
        Column("id", "its address: source/statement", attrgetter("address"), required=True),
        reference("source_id", "sources", "the text that says it", attrgetter("source")),
        Column("kind", "what kind of statement", attrgetter("statement.kind"),
               required=True, values=KINDS),
        *columns_of(_common_fields(), attrgetter("statement"), knowledge.plain, without=ELSEWHERE),
        Column("reported", "whether the text reports the view of another",
               lambda claim: bool(claim.statement.said_by), "boolean", required=True),
        Column("url", "its place on the page of the text", url, required=True),
    )  # fmt: skip
    description = "One thing that a source says, in our words."
    return table("statements", description, columns, knowledge.claims)


def _kinds(knowledge: KnowledgeBase) -> Iterator[Table]:
    """Yield a table for each kind of statement that has more than `statements` holds."""
    without = (*ELSEWHERE, *(field.name for field in _common_fields()))
    for model in STATEMENTS:
        own = columns_of(
            fields_of(model), attrgetter("statement"), knowledge.plain, without=without
        )
        if own:
            columns = (reference("statement_id", "statements", "it", attrgetter("address")), *own)
            description = f"{row_of(model)} Here is what statements has no column for."
            claims = knowledge.claims_of(model)
            yield table(table_name(model), description, columns, claims, ("statement_id",))


def _paragraphs(knowledge: KnowledgeBase) -> Table:
    columns = (
        reference("statement_id", "statements", "the statement"),
        reference("paragraph_id", "paragraphs", "the paragraph"),
    )
    pairs = (
        (claim.address, paragraph_id(claim.source, number))
        for claim in knowledge.claims
        for number in claim.statement.para
    )
    description = "A paragraph that says a statement."
    return table_of_keys("statement_paragraphs", description, columns, pairs)


def _subjects(knowledge: KnowledgeBase) -> Table:
    roles = {name: ROLES.get(name, name) for name in _statement_fields(Kind.RECORDS)}
    meaning = "its part; the speakers are the authors if nobody else is named"
    columns = (
        reference("statement_id", "statements", "the statement"),
        reference("record_id", "records", "the record"),
        Column("role", meaning, required=True, values=tuple(roles.values())),
    )

    def ids(claim: Claim, field: str) -> tuple[str, ...]:
        derived = {"about": claim.about, "said_by": claim.speakers}
        return derived.get(field, getattr(claim.statement, field, ()))

    items = (
        (claim.address, id, role)
        for claim in knowledge.claims
        for field, role in roles.items()
        for id in ids(claim, field)
    )
    description = "A record that has a part in a statement."
    return table_of_keys("statement_subjects", description, columns, items)


def _references(knowledge: KnowledgeBase) -> Iterator[Table]:
    """Yield a table for each field in which statements name others."""
    for name, field in _statement_fields(Kind.STATEMENT_ADDRESSES).items():
        table_name, column = REFERENCES.get(name, (f"statement_{name}", "other_id"))
        columns = (
            reference("statement_id", "statements", "the statement"),
            reference(column, "statements", "the other"),
        )
        pairs = (
            (claim.address, other)
            for claim in knowledge.claims
            for other in getattr(claim.statement, name, ())
        )
        description = f"A statement, and another that it names: {field.description}."
        yield table_of_keys(table_name, description, columns, pairs)


def _common_fields() -> list[ModelField]:
    """Return the fields that statements of every kind have."""
    first, *others = STATEMENTS
    return [f for f in fields_of(first) if all(f.name in model.model_fields for model in others)]


def _statement_fields(kind: Kind) -> dict[str, ModelField]:
    """Return the fields of statements that are of one kind, by name."""
    fields = (field for model in STATEMENTS for field in fields_of(model))
    return {field.name: field for field in fields if field.kind is kind}


@dataclass(frozen=True)
class Part:
    """A part of a record or a statement."""

    record_id: str | None
    statement_id: str | None
    part: Model

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The paragraphs on which it rests."""
        fields = (f.name for f in fields_of(type(self.part)) if f.kind is Kind.CITATIONS)
        return tuple(cite for name in fields for cite in getattr(self.part, name))

    @property
    def source_id(self) -> str | None:
        """The text that says it."""
        return next((cite.source for cite in self.cited), None)


Parts = dict[type[Model], tuple[Part, ...]]


def _part_models(wholes: Iterable[type[Model]]) -> tuple[type[Model], ...]:
    parts = (field.part for model in wholes for field in parts_of(model) if field.part)
    return tuple(dict.fromkeys(parts))


# The models of parts by whose they are, which is what the column of the owner's id begins with.
_OWNERS = {"record": _part_models(COLLECTIONS.values()), "statement": _part_models(STATEMENTS)}


def parts_in(knowledge: KnowledgeBase) -> Parts:
    """Return all parts of each model in reading order, by which tables number them."""
    wholes: list[tuple[str | None, str | None, Model]] = [
        *((entry.id, None, entry.record) for entry in knowledge.entries.values()),
        *((None, claim.address, claim.statement) for claim in knowledge.claims),
    ]
    found: dict[type[Model], list[Part]] = {
        model: [] for models in _OWNERS.values() for model in models
    }
    for record_id, statement_id, whole in wholes:
        for field in parts_of(type(whole)):
            value = getattr(whole, field.name)
            for part in value if isinstance(value, tuple) else filter(None, (value,)):
                found[type(part)].append(Part(record_id, statement_id, part))
    return {model: tuple(parts) for model, parts in found.items()}


def part_tables(knowledge: KnowledgeBase, parts: Parts) -> Iterator[Table]:
    """Yield a table for the parts of each model."""
    for model, found in parts.items():
        owners = [owner for owner, models in _OWNERS.items() if model in models]
        columns: list[Column[Part]] = [
            reference(f"{owner}_id", f"{owner}s", f"the {owner}", attrgetter(f"{owner}_id"),
                      required=len(owners) == 1)
            for owner in owners
        ]  # fmt: skip
        if cites(model):
            columns.append(reference("source_id", "sources", "the text that says so",
                                     attrgetter("source_id"), required=False))  # fmt: skip
        columns += columns_of(fields_of(model), attrgetter("part"), knowledge.plain)
        yield numbered_table(table_name(model), row_of(model), columns, found)


def citations_table(knowledge: KnowledgeBase, parts: Parts) -> Table:
    """Return the table of the paragraphs on which things rest, with a column for each kind."""
    resting: dict[str, Iterable[tuple[str | int, Iterable[Citation]]]] = {
        "record": ((entry.id, entry.record.cite) for entry in knowledge.entries.values()),
        "relation": ((number, it.cite) for number, it in enumerate(knowledge.relations, 1)),
    }
    for model, found in parts.items():
        if cites(model):
            resting[column_prefix(model)] = (
                (place, part.cited) for place, part in enumerate(found, 1)
            )
    columns: list[Column[Any]] = [
        reference("paragraph_id", "paragraphs", "the paragraph"),
        *(
            reference(
                f"{name}_id",
                f"{name}s",
                f"the {name.replace('_', ' ')} that rests on it",
                type="string" if name == "record" else "integer",
                required=False,
            )
            for name in resting
        ),
    ]
    rows = (
        (paragraph, *(id if name == kind else None for name in resting))
        for kind, things in resting.items()
        for id, cited in things
        for paragraph in cited_paragraphs(cited)
    )
    description = "A paragraph on which something rests: on each row, one thing."
    return numbered_table("citations", description, columns, rows)
