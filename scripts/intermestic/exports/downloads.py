"""The downloads page: what the files of the exports hold, how large they are, their checksums.

It tells this of the files themselves, so it is made after them; the list of the checksums of all
files, which is made of the finished site, it can only name.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.citations.works import citation, citation_parts, site_work, source_work
from intermestic.content import Content
from intermestic.exports.base import LICENCE, Exported, Licence
from intermestic.exports.database import QUERIES, VIEWS
from intermestic.exports.sheets import sheets
from intermestic.exports.tables import ESCAPING
from intermestic.pages.base import Page
from intermestic.pages.links import Ref
from intermestic.records.publication import Edition
from intermestic.serialization.columns import Table


@dataclass(frozen=True)
class DownloadsPage(Page):
    """The downloads page; `kinds` are the tables of the data and those of pages."""

    downloads: tuple[Exported, ...]
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
        downloads=tuple(made),
        sources=tuple(
            (content.context.links.ref(id), citation_parts(source_work(knowledge, id)))
            for id, _ in knowledge.sources
        ),
        edition=publication.edition,
        citation=citation(site_work(publication)),
        checksums=publication.address + addresses.CHECKSUMS,
        kinds=(("tables", content.tables), ("sheets", tuple(sheets(content)))),
    )
