"""The builder of the site: its pages in docs/, and what is made of all that MkDocs built."""

import logging
from pathlib import Path

from intermestic import addresses
from intermestic.pipeline import build
from intermestic.problems import Problem
from intermestic.reading.publication import Publication
from intermestic.site import search_aids, search_index
from intermestic.site.checksums import checksums
from intermestic.site.head import Metadata
from intermestic.site.parts import PageParts
from intermestic.writing.files import write

log = logging.getLogger(__name__)


class SiteBuilder:
    """A builder of the site of the project at `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._parts: PageParts | None = None

    @property
    def parts(self) -> PageParts:
        """What belongs to the pages that were built. Raises ValueError before `build`."""
        if self._parts is None:
            raise ValueError("pages that were built")
        return self._parts

    @property
    def publication(self) -> Publication:
        """The publication: what is cited of the site."""
        return self.parts.content.publication

    def build(self) -> tuple[Problem, ...]:
        """Bring the pages of the project up to date, and return its problems."""
        outcome = build(self._root)
        if outcome.content:
            frames = {frame.path: frame for frame in outcome.frames}
            self._parts = PageParts(outcome.content, frames.get, self._root)
        return outcome.problems

    def metadata(self, path: str, title: str) -> Metadata:
        """Return the metadata of the page at `path`; see `PageParts`."""
        return self.parts.metadata(path, title)

    def write_beside(self, path: str, title: str, folder: Path) -> None:
        """Write what stands beside the page at `path` into the `folder` of the site."""
        for name, content in self.parts.beside(path, title).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)

    def finish(self, folder: Path) -> None:
        """Index the built pages for the search, and list the checksums of all files."""
        log.info("Indexing the pages for the search")
        search_index.index_site(folder, self.parts.content.knowledge)
        aids = search_aids.search_aids(self.parts.content)
        write(folder / search_index.FOLDER / search_aids.FILE, aids)
        self.parts.cards.remove_unused()
        write(folder / addresses.CHECKSUMS, checksums(folder))
