"""All exports: those of the data, and the files by which programs find them."""

from collections.abc import Iterator

from intermestic.content import Content
from intermestic.exports import discovery
from intermestic.exports.base import Exported
from intermestic.exports.data import DATA

EXPORTS = (*DATA, discovery.EXPORT)


def exports(content: Content) -> Iterator[Exported]:
    """Yield every export with its files, each made when it is asked for."""
    return (Exported(export, export.files(content)) for export in EXPORTS)
