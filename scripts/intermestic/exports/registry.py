"""All exports, in the order of the downloads page: the data, and by what programs find them."""

from collections.abc import Iterable
from functools import partial

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
    kb_json.EXPORT,
    sheets.EXPORT,
    tables.EXPORT,
    database.EXPORT,
    bibliography.EXPORT,
    linked_data.EXPORT,
    graph.EXPORT,
    calendar.EXPORT,
    feed.EXPORT,
)
EXPORTS = (*DATA, Export("discovery", discovery.LLMS, partial(discovery.files, data=DATA)))


def exports(content: Content) -> tuple[Exported, ...]:
    """Return every export with its files."""
    return tuple(Exported(export, export.files(content)) for export in EXPORTS)


def by_path(made: Iterable[Exported]) -> dict[str, bytes]:
    """Return the files of the exports that were made, by their paths on the site."""
    return {file.path: file.content for exported in made for file in exported.files}
