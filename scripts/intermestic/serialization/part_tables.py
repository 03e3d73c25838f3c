"""The tables of the parts of records and statements, and of the paragraphs on which things rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from intermestic.knowledge import KnowledgeBase
from intermestic.records.citations import Citation, cited_paragraphs
from intermestic.records.fields import Model
from intermestic.records.models import COLLECTIONS
from intermestic.records.statements import STATEMENTS
from intermestic.serialization.columns import (
    Column,
    Table,
    column_prefix,
    columns_of,
    number,
    reference,
    row_of,
    table,
    table_name,
)
from intermestic.serialization.fields import Kind, cites, fields_of, parts_of


@dataclass(frozen=True)
class Part:
    """A part of a record or a statement, with its number among all parts of its model."""

    number: int
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
    """Return all parts of each model in reading order, numbered."""
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
                listed = found[type(part)]
                listed.append(Part(len(listed) + 1, record_id, statement_id, part))
    return {model: tuple(parts) for model, parts in found.items()}


def part_tables(knowledge: KnowledgeBase, parts: Parts) -> Iterator[Table]:
    """Yield a table for the parts of each model."""
    for model, found in parts.items():
        owners = [owner for owner, models in _OWNERS.items() if model in models]
        columns: list[Column[Part]] = [number(attrgetter("number"))]
        columns += (
            reference(f"{owner}_id", f"{owner}s", f"the {owner}", attrgetter(f"{owner}_id"),
                      required=len(owners) == 1)
            for owner in owners
        )  # fmt: skip
        if cites(model):
            columns.append(reference("source_id", "sources", "the text that says so",
                                     attrgetter("source_id"), required=False))  # fmt: skip
        columns += columns_of(fields_of(model), attrgetter("part"), knowledge.plain)
        yield table(table_name(model), row_of(model), columns, found)


def citations_table(knowledge: KnowledgeBase, parts: Parts) -> Table:
    """Return the table of the paragraphs on which things rest, with a column for each kind."""
    resting: dict[str, Iterable[tuple[str | int, Iterable[Citation]]]] = {
        "record": ((entry.id, entry.record.cite) for entry in knowledge.entries.values()),
        "relation": ((number, it.cite) for number, it in enumerate(knowledge.relations, 1)),
    }
    for model, found in parts.items():
        if cites(model):
            resting[column_prefix(model)] = ((part.number, part.cited) for part in found)
    columns: list[Column[Any]] = [
        number(),
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
    cells = (
        (paragraph, *(id if name == kind else None for name in resting))
        for kind, things in resting.items()
        for id, cited in things
        for paragraph in cited_paragraphs(cited)
    )
    rows = ((place, *row) for place, row in enumerate(cells, 1))
    description = "A paragraph on which something rests: on each row, one thing."
    return table("citations", description, columns, rows)
