"""All exports, in the order of the downloads page: the data, and by what programs find them."""

from collections.abc import Iterable
from functools import partial

from intermestic import addresses
from intermestic.content import Content
from intermestic.exports import (
    bibliography,
    calendar,
    database,
    discovery,
    feed,
    graph,
    kb_json,
    linked_data,
    sheets,
    tables,
)
from intermestic.exports.base import Export, Exported

DATA = (
    Export("everything", kb_json.KB, kb_json.files),
    Export("sheets", addresses.sheet("recommendations"), sheets.files),
    Export("tables", tables.DESCRIPTOR, tables.files),
    Export("database", database.FILE, database.files),
    Export("bibliography", addresses.BIBLIOGRAPHY["bibtex"], bibliography.files),
    Export("linked-data", linked_data.JSON_LD, linked_data.files),
    Export("graph", graph.GRAPHML, graph.files),
    Export("calendar", calendar.FILE, calendar.files),
    Export("feed", feed.FILE, feed.files),
)
EXPORTS = (*DATA, Export("discovery", discovery.LLMS, partial(discovery.files, data=DATA)))


def exports(content: Content) -> tuple[Exported, ...]:
    """Return every export with its files."""
    return tuple(Exported(export, export.files(content)) for export in EXPORTS)


def by_path(made: Iterable[Exported]) -> dict[str, bytes]:
    """Return the files of the exports that were made, by their paths on the site."""
    return {file.path: file.content for exported in made for file in exported.files}
