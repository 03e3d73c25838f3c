"""The page of all that one source says of a record with too many statements for one page."""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.knowledge import Entry
from intermestic.links import Ref
from intermestic.pages.about import index_ref, label_of
from intermestic.pages.base import Context, Counts, Frame, Page, count_kinds
from intermestic.pages.themes import Theme, themes_in
from intermestic.records.dates import EdtfDate


@dataclass(frozen=True)
class StatementsPage(Page):
    """All that one source says of a record, by theme."""

    index: Ref
    record: Ref
    source: Ref
    date: EdtfDate
    kinds: Counts
    themes: tuple[Theme, ...]


def statements_page(context: Context, entry: Entry, source: str) -> StatementsPage:
    """Return the page of what `source` says of the record `entry`."""
    claims = [c for c in context.knowledge.claims_about[entry.id] if c.source == source]
    names = {"record": entry.record.name, "source": context.knowledge.name(source)}
    return StatementsPage(
        frame=Frame(
            path=addresses.statements(entry.collection, entry.id, source),
            title=words("statements-title", **names),
            template="statements",
            generated_from=entry.file,
            lead=words("statements-lead", **names),
            label=label_of(context.knowledge, entry),
            sources=(source,),
            statements=len(claims),
            speaking=1,
            subject=entry.id,
        ),
        index=index_ref(entry.collection),
        record=context.links.ref(entry.id),
        source=context.links.ref(source),
        date=context.knowledge.source(source).date,
        kinds=count_kinds(claims),
        themes=themes_in(context, entry, source),
    )
