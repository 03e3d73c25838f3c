"""The downloads page: what the files of the exports hold, how large they are, their checksums.

All of it is told from the files themselves, so the page is made after them. What is made of the
finished site, the archive and the list of all checksums, it can only name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from ..knowledge import Entry, KnowledgeBase
from ..names import counted
from ..overviews import Overview
from ..publication import Edition, Publication
from .about import LICENCE, Licence, citation
from .archive import ARCHIVE, CHECKSUMS
from .columns import TABLES, Table
from .export import Export, Exported
from .formats import format_of
from .tables import ESCAPING
from .views import VIEWS, View


@dataclass(frozen=True)
class File:
    """A file: its path below the site's root, its media type, size and checksum.

    `count` and `unit`: how many of what it has; the unit is empty if nothing is counted.
    """

    path: str
    media_type: str
    size: str
    sha256: str
    count: int
    unit: str

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def holds(self) -> str:
        """How many of what it has, on one line: `1 row`, `839 rows`."""
        return (
            counted(self.count, self.unit).replace(" ", "\N{NO-BREAK SPACE}") if self.unit else ""
        )


@dataclass(frozen=True)
class Download:
    """An export, its files and their size; of many, the first stands for all."""

    export: Export
    files: tuple[File, ...]
    number: int
    size: str


@dataclass(frozen=True)
class Downloads:
    """What stands on the page."""

    downloads: tuple[Download, ...]
    sources: tuple[Entry, ...]
    edition: Edition
    citation: str
    archive: str
    checksums: str
    escaping: str = ESCAPING
    licence: Licence = LICENCE
    tables: tuple[Table, ...] = TABLES
    views: tuple[tuple[str, View], ...] = tuple(VIEWS.items())


def downloads_page(
    knowledge: KnowledgeBase, publication: Publication, made: Iterable[Exported]
) -> Overview:
    """The downloads page of a site that has the exports `made`."""
    content = Downloads(
        downloads=tuple(map(_download, made)),
        sources=tuple(knowledge.entries[id] for id, _ in knowledge.sources),
        edition=publication.edition,
        citation=citation(publication),
        archive=publication.address + ARCHIVE,
        checksums=publication.address + CHECKSUMS,
    )
    return Overview("downloads", "Downloads", content)


def in_bytes(size: int) -> str:
    """A size for reading, on one line: `812 bytes`, `241 KB`, `3.7 MB`."""
    for unit, name in ((1_000_000, "MB"), (1000, "KB")):
        if size >= unit:
            number = size / unit
            return f"{number:.{1 if number < 10 else 0}f}\N{NO-BREAK SPACE}{name}"
    return f"{size}\N{NO-BREAK SPACE}bytes"


def _download(exported: Exported) -> Download:
    files = list(exported.files.items())
    listed = files[:1] if exported.export.beside_pages else files
    return Download(
        exported.export,
        tuple(_file(path, content) for path, content in listed),
        len(files),
        in_bytes(sum(len(content) for _, content in files)),
    )


def _file(path: str, content: bytes) -> File:
    format = format_of(path)
    return File(
        path=path,
        media_type=format.media_type,
        size=in_bytes(len(content)),
        sha256=sha256(content).hexdigest(),
        count=format.count(content) if format.count else 0,
        unit=format.unit,
    )
