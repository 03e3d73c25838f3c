"""The downloads page: what the files of the exports hold, how large they are, their checksums.

All of it is told from the files themselves, so the page is made after them. What is made of the
finished site, the archive and the list of all checksums, it can only name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from intermestic.catalogue import words
from intermestic.citations.text import citation as text_citation
from intermestic.citations.works import source_work
from intermestic.english import counted
from intermestic.exports.about import LICENCE, Licence, citation
from intermestic.exports.archive import ARCHIVE, CHECKSUMS
from intermestic.exports.base import Export, Exported
from intermestic.exports.columns import TABLES, Table
from intermestic.exports.formats import format_of
from intermestic.exports.tables import ESCAPING
from intermestic.exports.views import VIEWS, View
from intermestic.links import Ref
from intermestic.pages.base import Context, Page
from intermestic.reading.publication import Edition, Publication


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
    """An export and its files; of those that stand beside the pages, how many and how large they
    are, and one of them.
    """

    export: Export
    files: tuple[File, ...]
    beside: int = 0
    beside_size: str = ""
    example: str = ""


@dataclass(frozen=True)
class Downloads:
    """What stands on the page."""

    downloads: tuple[Download, ...]
    sources: tuple[tuple[Ref, str], ...]
    edition: Edition
    citation: str
    archive: str
    checksums: str
    escaping: str = ESCAPING
    licence: Licence = LICENCE
    tables: tuple[Table, ...] = TABLES
    views: tuple[tuple[str, View], ...] = tuple(VIEWS.items())


@dataclass(frozen=True)
class DownloadsPage(Page):
    """The downloads page."""

    content: Downloads


def downloads_page(
    context: Context, publication: Publication, made: Iterable[Exported]
) -> DownloadsPage:
    """Return the downloads page of a site that has the exports `made`."""
    knowledge = context.knowledge
    content = Downloads(
        downloads=tuple(map(_download, made)),
        sources=tuple(
            (context.links.ref(id), text_citation(source_work(knowledge, id)))
            for id in knowledge.ids.get("sources", ())
        ),
        edition=publication.edition,
        citation=citation(publication),
        archive=publication.address + ARCHIVE,
        checksums=publication.address + CHECKSUMS,
    )
    frame = context.overview("downloads", words("downloads-title"), words("downloads-lead"))
    return DownloadsPage(frame, content)


def in_bytes(size: int) -> str:
    """A size for reading, on one line: `812 bytes`, `241 KB`, `3.7 MB`."""
    for unit, name in ((1_000_000, "MB"), (1000, "KB")):
        if size >= unit:
            number = size / unit
            return f"{number:.{1 if number < 10 else 0}f}\N{NO-BREAK SPACE}{name}"
    return f"{size}\N{NO-BREAK SPACE}bytes"


def _download(exported: Exported) -> Download:
    in_data = {p: c for p, c in exported.files.items() if p.startswith("data/") or "/" not in p}
    beside = {p: c for p, c in exported.files.items() if p not in in_data}
    return Download(
        export=exported.export,
        files=tuple(_file(path, content) for path, content in in_data.items()),
        beside=len(beside),
        beside_size=in_bytes(sum(map(len, beside.values()))),
        example=next(iter(beside), ""),
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
