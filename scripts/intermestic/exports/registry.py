"""All exports: those of the data, and the files by which programs find them."""

from collections.abc import Iterable

from intermestic.content import Content
from intermestic.exports import discovery
from intermestic.exports.base import Exported
from intermestic.exports.data import DATA

EXPORTS = (*DATA, discovery.EXPORT)


def exports(content: Content) -> tuple[Exported, ...]:
    """Return every export with its files."""
    return tuple(Exported(export, export.files(content)) for export in EXPORTS)


def by_path(made: Iterable[Exported]) -> dict[str, bytes]:
    """Return the files of the exports that were made, by their paths on the site."""
    return {file.path: file.content for exported in made for file in exported.files}
