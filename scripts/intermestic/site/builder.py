"""The builder of what MkDocs does not make: metadata, files beside pages, the search index."""

import logging
from collections.abc import Collection, Iterable
from contextlib import nullcontext
from pathlib import Path

from intermestic import addresses
from intermestic.citations.formats import page_files
from intermestic.citations.works import page_work, source_works
from intermestic.content import Content
from intermestic.pages.base import Frame
from intermestic.pipeline import Outcome, build
from intermestic.problems import Problem
from intermestic.reading.publication import Publication
from intermestic.site.cards import kept_card, kept_cards
from intermestic.site.checksums import checksums
from intermestic.site.head import Metadata, metadata
from intermestic.site.preview import Preview, SiteFile
from intermestic.site.search_index import index_site
from intermestic.writing.files import write

log = logging.getLogger(__name__)

# Where the cards are kept from one build to the next, below the project's folder.
CARDS = Path(".cache/cards")
State = frozenset[tuple[Path, int]]


class SiteBuilder:
    """A builder of the site; with a `preview`, it keeps what it can from one build to the next."""

    def __init__(self, preview: Preview | None = None) -> None:
        self.preview = preview
        self._good: Outcome | None = None
        self._content: Content | None = None
        self._frames: dict[str, Frame] = {}
        self._read: State = frozenset()
        self._cards = kept_cards(CARDS)

    @property
    def is_made(self) -> bool:
        """Whether there is a build to show, even if it is an older one or lacks some records."""
        return self._good is not None

    @property
    def content(self) -> Content:
        """The content of the last good build. Raises ValueError before the first."""
        if self._content is None:
            raise ValueError("a site that was built")
        return self._content

    @property
    def publication(self) -> Publication:
        """The publication: what is cited of the site."""
        return self.content.publication

    def build(self, root: Path) -> tuple[Problem, ...]:
        """Bring the pages of the project at `root` up to date, and return its problems.

        A preview keeps the exports as they were first made from all records.
        """
        preview = self.preview
        self._read = _state(root)
        self._cards = kept_cards(root / CARDS)
        with preview.writing() if preview else nullcontext():
            outcome = self._build_preview(root, preview) if preview else build(root)
        if outcome.content and not outcome.changes.refused:
            self._good, self._content = outcome, outcome.content
            self._frames = {f.path: f for f in outcome.frames if not f.is_former}
        if preview:
            preview.report(outcome.problems, is_last_good=self._good is not outcome)
        return outcome.problems

    def _build_preview(self, root: Path, preview: Preview) -> Outcome:
        """Build with what can be kept of the last build; see `pipeline.build`."""
        if self._good is None:
            return build(root, cache=preview.cache, shown=())
        made = () if self._good.problems else self._good.made
        return build(root, made, preview.cache, self.content.knowledge.entries)

    def is_behind(self, root: Path) -> bool:
        """Return whether a record was edited since the last build began to read the records."""
        return self._read != _state(root)

    def renew(
        self, files: Iterable[SiteFile], titles: Collection[str], made_by: Iterable[Path]
    ) -> None:
        """Mark in a preview which of MkDocs' `files` must be built again.

        All must if the `titles` in the menu change, or a file of `made_by`, the theme.
        """
        if self.preview and self._good:
            theme = [(path, path.stat().st_mtime_ns) for path in made_by]
            shared = (titles, theme, self.publication)
            self.preview.renew(files, self._good.files, shared)

    def metadata(self, path: str, title: str) -> Metadata:
        """Return the metadata of the page at `path`.

        `title` is the title of the page if it is written by hand.
        """
        content = self.content
        if path not in self._frames:
            self._frames[path] = content.context.gathering(Frame(path, title, template=""))
        return metadata(self._frames[path], content.knowledge, content.publication)

    def write_beside(self, path: str, folder: Path) -> None:
        """Write beside the page at `path` its citation in each format, and its social card.

        A preview leaves out the card, which takes longest.
        """
        if frame := self._frames.get(path):
            knowledge, publication = self.content.knowledge, self.publication
            works = [page_work(path, frame.title, knowledge, publication)]
            works += source_works(knowledge, publication, frame.sources)
            beside = page_files(path, works)
            if not self.preview:
                picture = kept_card(self._cards, frame, self.publication.name)
                beside[addresses.asset_path(path, addresses.CARD)] = picture
            for name, data in beside.items():
                write(folder / name, data)

    def finish(self, folder: Path) -> None:
        """Index the built pages for the search, in a preview only once; list a site's checksums."""
        if not (self.preview and (folder / "pagefind").is_dir()):
            log.info("Indexing the pages for the search")
            index_site(folder, self.content.knowledge)
        if not self.preview:
            self._cards.remove_unused()
            write(folder / addresses.CHECKSUMS, checksums(folder))


def _state(root: Path) -> State:
    """Return the files of the records at `root`, each with the time of its last change."""
    files = (path for path in (root / "data").rglob("*") if path.is_file())
    return frozenset((path, path.stat().st_mtime_ns) for path in files)
