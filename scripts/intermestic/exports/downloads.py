"""The downloads page: what the files of the exports hold, how large they are, their checksums.

It tells this of the files themselves, so it is made after them; the list of the checksums of all
files, which is made of the finished site, it can only name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from intermestic import addresses
from intermestic.citations.text import citation, citation_parts
from intermestic.citations.works import site_work, source_work
from intermestic.content import Content
from intermestic.english import counted
from intermestic.exports.about import LICENCE, Licence
from intermestic.exports.base import Export, Exported, File
from intermestic.exports.sheets import sheets
from intermestic.exports.tables import ESCAPING
from intermestic.exports.views import QUERIES, VIEWS
from intermestic.links import Ref
from intermestic.pages.base import Page
from intermestic.records.publication import Edition
from intermestic.serialization.columns import Table


@dataclass(frozen=True)
class ListedFile:
    """A file as the page lists it; `holds` is on one line: `1 row`, `839 rows`, or nothing."""

    path: str
    media_type: str
    size: str
    sha256: str
    holds: str

    @property
    def name(self) -> str:
        """Its name without its folder."""
        return self.path.rpartition("/")[2]

    @property
    def anchor(self) -> str:
        """The anchor of what is said of its columns, if it is a table."""
        folder, _, name = self.path.removeprefix("data/").rpartition("/")
        return (
            f"{folder.removesuffix('s')}-{name.removesuffix('.csv')}"
            if name.endswith(".csv")
            else ""
        )


@dataclass(frozen=True)
class Download:
    """An export and its files.

    Of the files beside the pages, `beside` says how many there are; `example` is one of them.
    """

    export: Export
    files: tuple[ListedFile, ...]
    beside: int = 0
    beside_size: str = ""
    example: str = ""


@dataclass(frozen=True)
class DownloadsPage(Page):
    """The downloads page; `kinds` are the tables of the data and those of pages."""

    downloads: tuple[Download, ...]
    sources: tuple[tuple[Ref, tuple[str, ...]], ...]
    edition: Edition
    citation: str
    checksums: str
    kinds: tuple[tuple[str, tuple[Table, ...]], ...]
    escaping: str = ESCAPING
    licence: Licence = LICENCE
    views: tuple[tuple[str, str], ...] = tuple(VIEWS.items())
    queries: tuple[tuple[str, str], ...] = tuple(QUERIES.items())


def downloads_page(content: Content, made: Iterable[Exported]) -> DownloadsPage:
    """Return the downloads page of a site that has the exports `made`."""
    knowledge, publication = content.knowledge, content.publication
    return DownloadsPage(
        frame=content.context.overview("downloads"),
        downloads=tuple(map(_download, made)),
        sources=tuple(
            (content.context.links.ref(id), citation_parts(source_work(knowledge, id)))
            for id, _ in knowledge.sources
        ),
        edition=publication.edition,
        citation=citation(site_work(publication)),
        checksums=publication.address + addresses.CHECKSUMS,
        kinds=(("tables", content.tables), ("sheets", tuple(sheets(content)))),
    )


def in_bytes(size: int) -> str:
    """Return a size for reading, on one line: `812 bytes`, `241 KB`, `3.7 MB`."""
    for unit, name in ((1_000_000, "MB"), (1000, "KB")):
        if size >= unit:
            number = size / unit
            return f"{number:.{1 if number < 10 else 0}f}\N{NO-BREAK SPACE}{name}"
    return f"{size}\N{NO-BREAK SPACE}bytes"


def _download(exported: Exported) -> Download:
    listed: list[ListedFile] = []
    beside: dict[str, int] = {}
    for file in exported.files:
        if file.path.startswith("data/") or "/" not in file.path:
            listed.append(_listed(file))
        else:
            beside[file.path] = len(file.content)
    return Download(
        export=exported.export,
        files=tuple(listed),
        beside=len(beside),
        beside_size=in_bytes(sum(beside.values())),
        example=next(iter(beside), ""),
    )


def _listed(file: File) -> ListedFile:
    holds = counted(file.count, file.unit) if file.unit else ""
    return ListedFile(
        path=file.path,
        media_type=file.media_type,
        size=in_bytes(len(file.content)),
        sha256=sha256(file.content).hexdigest(),
        holds=holds.replace(" ", "\N{NO-BREAK SPACE}"),
    )
