"""The editions: what changed in each, and what was withdrawn."""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.editions.differences import Difference
from intermestic.editions.history import EditionChanges
from intermestic.pages.base import Context, Page
from intermestic.pages.former import Gone, gone
from intermestic.pages.links import Ref, RichText
from intermestic.records.prose import shorten

LONGEST_STATEMENT = 160


@dataclass(frozen=True)
class EditionsPage(Page):
    """The editions, newest first. `subjects` has a link to what each difference is about."""

    editions: tuple[EditionChanges, ...]
    subjects: dict[Difference, RichText]
    withdrawn: tuple[Gone, ...]


def editions_page(context: Context) -> EditionsPage:
    """Return the page of the editions."""
    steps = context.history.steps
    shown = [
        d for s in steps if s.before for d in (*s.differences.records, *s.differences.statements)
    ]
    return EditionsPage(
        frame=context.overview(addresses.EDITIONS),
        editions=steps,
        subjects={difference: _subject(context, difference) for difference in shown},
        withdrawn=tuple(gone(context, withdrawn) for withdrawn in context.history.withdrawn),
    )


def _subject(context: Context, difference: Difference) -> RichText:
    """Return what changed, with a link: every page of an earlier edition still exists."""
    knowledge = context.knowledge
    source, _, statement = difference.id.partition("/")
    if not statement:
        return (Ref(difference.words, addresses.page(difference.kind, difference.id)),)
    present = {claim.statement.id for claim in knowledge.claims_in.get(source, ())}
    anchor = addresses.statement_anchor(statement) if statement in present else ""
    name = knowledge.name(source) if source in knowledge.entries else source
    quoted = f"“{shorten(difference.words, LONGEST_STATEMENT)}” ("
    return (quoted, Ref(name, addresses.page("sources", source), anchor), ")")
