"""All exports, in the order of the downloads page: the data, and by what programs find them."""

from collections.abc import Callable, Iterator
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
from intermestic.exports.base import Export, Exported, File, Files, ListedFile

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


def exports(content: Content, take: Callable[[File], object]) -> tuple[Exported, ...]:
    """Return every export; let `take` have each file as soon as it is made."""
    return tuple(
        Exported(export, tuple(_listed(export.files(content), take))) for export in EXPORTS
    )


def _listed(files: Files, take: Callable[[File], object]) -> Iterator[ListedFile]:
    for file in files:
        take(file)
        yield file.listed
