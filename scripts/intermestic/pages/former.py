"""The pages at former addresses of records: they lead on, or say why the record is gone."""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.editions.history import Withdrawn
from intermestic.knowledge import Entry
from intermestic.pages.base import Context, Frame, Page
from intermestic.pages.links import Ref, RichText
from intermestic.records.publication import FILE


@dataclass(frozen=True)
class RedirectPage(Page):
    """The page at a former address of a record, which leads to its present one."""

    target: Ref


@dataclass(frozen=True)
class Gone:
    """A record or statement that was withdrawn, and why; a record has a `page` that says so.

    Its address is as `source/statement`.
    """

    address: str
    words: str
    page: Ref | None
    last_edition: str
    reason: RichText
    see: tuple[Ref, ...]


@dataclass(frozen=True)
class WithdrawnPage(Page):
    """The page at the address of a withdrawn record."""

    gone: Gone


def gone(context: Context, withdrawn: Withdrawn) -> Gone:
    """Return what was withdrawn, ready to be shown."""
    return Gone(
        withdrawn.withdrawal.id,
        withdrawn.words,
        Ref(withdrawn.words, withdrawn.pages[0]) if withdrawn.pages else None,
        withdrawn.last.number,
        context.links.prose(withdrawn.withdrawal.reason),
        context.links.references(withdrawn.withdrawal.see),
    )


def redirect_page(context: Context, entry: Entry, former_id: str) -> RedirectPage:
    """Return the page that leads from a former id of the record `entry` to its page."""
    return _leading(entry, addresses.page(entry.collection, former_id), context.links.ref(entry.id))


def whole_source_page(context: Context, entry: Entry, source: str) -> RedirectPage:
    """Return the page that leads from what `source` says of `entry` to all that it says."""
    path = addresses.statements(entry.collection, entry.id, source)
    return _leading(entry, path, context.links.ref(source))


def _leading(entry: Entry, path: str, target: Ref) -> RedirectPage:
    frame = Frame(
        path=path,
        title=entry.record.name,
        template="redirect",
        generated_from=entry.file,
        redirect=addresses.url(target.path, path),
    )
    return RedirectPage(frame, target)


def withdrawn_page(context: Context, withdrawn: Withdrawn, path: str) -> WithdrawnPage:
    """Return the page at `path`, the address of a withdrawn record."""
    frame = Frame(path, withdrawn.words, "withdrawn", generated_from=FILE, hidden=True)
    return WithdrawnPage(frame, gone(context, withdrawn))
