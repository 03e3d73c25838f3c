"""The glossary: every term with its definition, who coined it and who uses it."""

from dataclasses import dataclass

from intermestic.links import Ref, RichText
from intermestic.pages.base import Context, Page
from intermestic.pages.index import index_frame
from intermestic.records.models import Term


@dataclass(frozen=True)
class GlossaryTerm:
    """A term: its other names, what it means, who coined it and who uses it."""

    term: Ref
    aliases: tuple[str, ...]
    definition: RichText
    coined_by: tuple[Ref, ...]
    used_by: tuple[Ref, ...]
    cites: tuple[Ref, ...]


@dataclass(frozen=True)
class GlossaryPage(Page):
    """The index of the terms of art."""

    terms: tuple[GlossaryTerm, ...]


def glossary_page(context: Context, collection: str) -> GlossaryPage:
    """Return the glossary, which is the index of `collection`, the terms."""
    entries = [context.knowledge.entries[id] for id in context.knowledge.ids.get(collection, ())]
    return GlossaryPage(
        index_frame(context, collection, "glossary"),
        tuple(_term(context, e.id, e.record) for e in entries if isinstance(e.record, Term)),
    )


def _term(context: Context, id: str, term: Term) -> GlossaryTerm:
    links = context.links
    return GlossaryTerm(
        term=links.ref(id),
        aliases=term.aliases,
        definition=links.prose(term.definition),
        coined_by=links.refs(related.id for related in term.coined_by),
        used_by=links.refs(related.id for related in term.used_by),
        cites=links.cites(term.cite),
    )
