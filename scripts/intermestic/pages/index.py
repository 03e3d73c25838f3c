"""The index of a collection: its records in groups, each with its first sentence.

That of the terms is the glossary: every term with its definition, who coined it and who uses it.
"""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.english import years_in_words
from intermestic.knowledge import Entry, grouped
from intermestic.pages.base import Context, Frame, Page, section_title
from intermestic.pages.links import Ref, RichText, plain
from intermestic.records.base import Record, Typed
from intermestic.records.dates import EdtfDate
from intermestic.records.models import DateRecord, Term
from intermestic.records.source import Source


@dataclass(frozen=True)
class Row:
    """A record, its lead, and the numbers of statements about it and of sources that make them."""

    record: Ref
    when: EdtfDate | None
    lead: str
    statements: int
    sources: int


@dataclass(frozen=True)
class Group:
    """Records under one heading, or under none."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class IndexPage(Page):
    """The index of a collection."""

    groups: tuple[Group, ...]


@dataclass(frozen=True)
class GlossaryTerm:
    """A term: its other names, what it means, who coined it and who uses it."""

    term: Ref
    aliases: tuple[str, ...]
    definition: RichText
    coined_by: tuple[Ref, ...]
    used_by: tuple[Ref, ...]


@dataclass(frozen=True)
class GlossaryPage(Page):
    """The index of the terms of art."""

    terms: tuple[GlossaryTerm, ...]


def index_page(context: Context, collection: str) -> IndexPage:
    """Return the index of `collection`."""
    knowledge = context.knowledge
    entries = [knowledge.entries[id] for id in knowledge.ids.get(collection, ())]
    groups = grouped((_heading(entry.record), _row(context, entry)) for entry in entries)
    return IndexPage(
        frame=index_frame(context, collection, "index"),
        groups=tuple(Group(*each) for each in groups.items()),
    )


def index_frame(context: Context, collection: str, template: str, script: str = "index") -> Frame:
    """Return the frame of the index of `collection`, laid out by `template`."""
    return context.gathering(
        Frame(
            path=addresses.index(collection),
            title=section_title(collection),
            template=template,
            generated_from=f"data/{collection}",
            script=script,
            lead=words(f"meaning-{collection}"),
            label=words("label-collection"),
        )
    )


def _heading(record: Record) -> str:
    """Return the heading under which an index lists a record, if it has any."""
    match record:
        case Typed(type=kind):
            return words(f"types-{kind}")
        case DateRecord(when=when):
            return years_in_words(when.years)
        case _:
            return ""


def _row(context: Context, entry: Entry) -> Row:
    knowledge, record = context.knowledge, entry.record
    by_source = isinstance(record, Source)
    claims = (knowledge.claims_in if by_source else knowledge.claims_about).get(entry.id, ())
    return Row(
        record=context.links.ref(entry.id),
        when=record.when if isinstance(record, DateRecord) else None,
        lead=plain(context.links.lead(record.opening)),
        statements=len(claims),
        sources=len({claim.source for claim in claims}),
    )


def glossary_page(context: Context, collection: str) -> GlossaryPage:
    """Return the glossary, which is the index of `collection`, the terms."""
    return GlossaryPage(
        index_frame(context, collection, "glossary"),
        tuple(_term(context, id, term) for id, term in context.knowledge.records(Term)),
    )


def _term(context: Context, id: str, term: Term) -> GlossaryTerm:
    links = context.links
    return GlossaryTerm(
        term=links.ref(id),
        aliases=term.aliases,
        definition=links.prose(term.definition),
        coined_by=links.refs(related.id for related in term.coined_by),
        used_by=links.refs(related.id for related in term.used_by),
    )
