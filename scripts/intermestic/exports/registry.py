"""All exports: those of the data, and the files by which programs find them."""

from collections.abc import Callable, Iterator

from intermestic.content import Content
from intermestic.exports import discovery
from intermestic.exports.base import Exported, File, Files, ListedFile
from intermestic.exports.data import DATA

EXPORTS = (*DATA, discovery.EXPORT)


def exports(content: Content, take: Callable[[File], object]) -> tuple[Exported, ...]:
    """Return every export; let `take` have each file as soon as it is made."""
    return tuple(
        Exported(export, tuple(_listed(export.files(content), take))) for export in EXPORTS
    )


def _listed(files: Files, take: Callable[[File], object]) -> Iterator[ListedFile]:
    for file in files:
        take(file)
        yield file.listed
