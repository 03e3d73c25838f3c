"""The data as tables, in reading order: all that CSV files and the database are made from.

The columns are the fields of the models, so a new field, part or collection has its place without
a word here. Only what the build derives is declared: names, paragraphs, citations and the like.
"""

from collections.abc import Iterator
from operator import attrgetter, itemgetter

from intermestic import addresses
from intermestic.knowledge import Entry, KnowledgeBase, Relation
from intermestic.records.base import Record
from intermestic.records.citations import paragraph_id
from intermestic.records.models import COLLECTIONS, Actor
from intermestic.records.publication import Edition, Publication
from intermestic.records.source import Paragraph, paragraphs_of
from intermestic.serialization.columns import (
    Column,
    Table,
    columns_of,
    date_columns,
    numbered_table,
    reference,
    row_of,
    table,
    table_of_keys,
)
from intermestic.serialization.fields import fields_of, related_fields
from intermestic.serialization.statement_tables import (
    citations_table,
    part_tables,
    parts_in,
    statement_tables,
)

NAMES = ("name", "alias", "sort name")
# Fields that are no columns of their own, each with the reason.
ELSEWHERE = {"former_ids": "has a table of its own", "type": "is a column of all records"}


def tables_of(knowledge: KnowledgeBase, publication: Publication) -> tuple[Table, ...]:
    """Return every table, in the order of the downloads page.

    Each stands after those to which it refers.
    """
    site, parts = publication.address, parts_in(knowledge)
    return (
        _records(knowledge, site),
        _names(knowledge),
        _former_ids(knowledge),
        *_collections(knowledge),
        _paragraphs(knowledge, site),
        *statement_tables(knowledge, site),
        _relations(knowledge),
        *part_tables(knowledge, parts),
        _mentions(knowledge),
        citations_table(knowledge, parts),
        _editions(knowledge, publication),
    )


def _records(knowledge: KnowledgeBase, site: str) -> Table:
    def lead(entry: Entry) -> str:
        return knowledge.plain(getattr(entry.record, entry.record.lead))

    def url(entry: Entry) -> str:
        return addresses.canonical(site, addresses.page(entry.collection, entry.id))

    columns = (
        Column("id", "its id, never changed once published", attrgetter("id"), required=True),
        Column("collection", "the collection it is in", attrgetter("collection"),
               required=True, values=tuple(COLLECTIONS)),
        Column("type", "its type within the collection",
               lambda entry: getattr(entry.record, "type", None)),
        *columns_of(fields_of(Record), attrgetter("record"), knowledge.plain, without=ELSEWHERE),
        Column("summary", "what it is, in our words", lead, required=True),
        *date_columns("date", "its date, or its life", attrgetter("date")),
        Column("url", "its page", url, required=True),
    )  # fmt: skip
    description = "A record: whom or what the texts speak of, or a text."
    return table("records", description, columns, knowledge.entries.values())


def _collections(knowledge: KnowledgeBase) -> Iterator[Table]:
    """Yield a table for each collection whose records have more than `records` holds."""
    for name, model in COLLECTIONS.items():
        own = columns_of(
            fields_of(model),
            attrgetter("record"),
            knowledge.plain,
            without=(*ELSEWHERE, *Record.model_fields, model.lead, model.dated_by),
        )
        if own:
            columns = (reference("id", "records", "its id", attrgetter("id")), *own)
            entries = (knowledge.entries[id] for id in knowledge.ids.get(name, ()))
            description = f"{row_of(model)} Here is what records has no column for."
            yield table(name, description, columns, entries)


def _names(knowledge: KnowledgeBase) -> Table:
    columns = (
        reference("record_id", "records", "the record"),
        Column("name", "the name", required=True),
        Column("kind", "what kind of name", required=True, values=NAMES),
    )
    entries = knowledge.entries.values()
    names = ((entry.id, *name) for entry in entries for name in _names_of(entry.record))
    return table_of_keys("names", "A name of a record.", columns, names)


def _names_of(record: Record) -> Iterator[tuple[str, str]]:
    yield record.name, "name"
    yield from ((alias, "alias") for alias in record.aliases)
    if isinstance(record, Actor) and record.sort_name:
        yield record.sort_name, "sort name"


def _former_ids(knowledge: KnowledgeBase) -> Table:
    columns = (
        Column("former_id", "the former id", required=True),
        reference("record_id", "records", "the record"),
    )
    pairs = ((former, e.id) for e in knowledge.entries.values() for former in e.former_ids)
    description = "An id that a record had before."
    return table("former_ids", description, columns, pairs, ("former_id",))


def _paragraphs(knowledge: KnowledgeBase, site: str) -> Table:
    columns: tuple[Column[tuple[str, Paragraph]], ...] = (
        Column("id", "how it is cited: source#number",
               lambda p: paragraph_id(p[0], p[1].number), required=True),
        reference("source_id", "sources", "the text", itemgetter(0)),
        Column("number", "its number in the text", lambda p: p[1].number, "integer",
               required=True),
        Column("section", "the heading above it", lambda p: p[1].section.heading),
        Column("omitted", "why nothing is taken from it, if so",
               lambda p: knowledge.plain(p[1].reason) or None),
        Column("url", "its place on the page of the text",
               lambda p: addresses.paragraph(site, p[0], p[1].number), required=True),
    )  # fmt: skip
    items = ((id, it) for id, source in knowledge.sources for it in paragraphs_of(source))
    description = "A numbered paragraph of a text. The texts themselves are not here."
    return table("paragraphs", description, columns, items)


def _relations(knowledge: KnowledgeBase) -> Table:
    columns: tuple[Column[Relation], ...] = (
        reference("subject_id", "records", "the record it leads from", attrgetter("subject")),
        Column("name", "the name of the relation", attrgetter("name"), required=True),
        reference("object_id", "records", "the record it leads to", attrgetter("object")),
        Column("inverse", "its name from the other end", attrgetter("inverse"), required=True),
        *columns_of(related_fields(), attrgetter("related"), knowledge.plain, optional=True),
        Column("detail", "the office or the role in words", lambda it: it.detail or None),
    )
    description = "A relation between two records."
    return numbered_table("relations", description, columns, knowledge.relations)


def _mentions(knowledge: KnowledgeBase) -> Table:
    columns = (
        reference("record_id", "records", "the record whose prose it is"),
        reference("mentioned_id", "records", "the record it links to"),
    )
    found = knowledge.mentioned_in
    pairs = ((id, other) for other in knowledge.entries for id in found.get(other, ()))
    return table_of_keys("mentions", "A link in the prose of a record.", columns, pairs)


def _editions(knowledge: KnowledgeBase, publication: Publication) -> Table:
    columns: tuple[Column[Edition], ...] = columns_of(
        fields_of(Edition), lambda edition: edition, knowledge.plain
    )
    description = "An edition of the data, newest first."
    return table("editions", description, columns, publication.editions, ("number",))
