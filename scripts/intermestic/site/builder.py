"""A site in the making: what stands in its pages' heads and beside them, and what comes last."""

from collections.abc import Collection, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from intermestic import addresses
from intermestic.citations.formats import page_files
from intermestic.exports import archive
from intermestic.pages.summaries import PageSummary, hand_written, page_summaries
from intermestic.pipeline import Content, Outcome, build
from intermestic.problems import Problem
from intermestic.reading.publication import Publication
from intermestic.site.cards import card
from intermestic.site.head import Metadata, metadata
from intermestic.site.preview import Preview
from intermestic.site.search_index import index_site
from intermestic.writing.files import write

State = frozenset[tuple[Path, int]]


class SiteBuilder:
    """A site, as the last good build has it; with a `preview`, from one build to the next."""

    def __init__(self, preview: Preview | None = None) -> None:
        self.preview = preview
        self._good: Outcome | None = None
        self._briefs: dict[str, PageSummary] = {}
        self._read: State = frozenset()

    @property
    def is_made(self) -> bool:
        """Whether there is a build to show, be it an older one or without some records."""
        return self._good is not None

    @property
    def publication(self) -> Publication:
        """What is cited of the site."""
        return self._content.publication

    @property
    def _content(self) -> Content:
        return self._good.content

    def build(self, root: Path) -> tuple[Problem, ...]:
        """Brings the pages of the project at `root` up to date; what is wrong with its records.

        In a preview the exports stand as they were first made from all records.
        """
        preview = self.preview
        self._read = _state(root)
        with preview.writing() if preview else nullcontext():
            outcome = self._build_for(preview, root) if preview else build(root)
        if outcome.content and not outcome.changes.refused:
            self._good, self._briefs = outcome, page_summaries(outcome.content.knowledge)
        if preview:
            preview.tell(outcome.problems, is_last_good=self._good is not outcome)
        return outcome.problems

    def _build_for(self, preview: Preview, root: Path) -> Outcome:
        """Build for a preview, which goes by what it has of the last good build."""
        good = self._good
        return build(
            root,
            made=good.made if good and not good.problems else (),
            memory=preview.memory,
            reading=preview.reading,
            shown=good.content.knowledge.entries if good and good.content else (),
        )

    def is_behind(self, root: Path) -> bool:
        """Whether a record was edited since the last build began to read them."""
        return self._read != _state(root)

    def renew(self, files: Iterable[Any], titles: Collection[str], made_by: Iterable[Path]) -> None:
        """Has a preview find which of MkDocs' `files` must be built again.

        All must if another of the `titles` in the menu or of the files `made_by` which pages are.
        """
        theme = [(path, path.stat().st_mtime_ns) for path in made_by]
        self.preview.renew(files, self._good.files, (titles, theme, self.publication))

    def metadata(self, path: str, title: str) -> Metadata:
        """What the head of the page at `path` tells programs; `title` is for one by hand."""
        knowledge = self._content.knowledge
        brief = self._briefs.setdefault(path, hand_written(knowledge, path, title))
        return metadata(brief, knowledge, self.publication)

    def write_beside(self, path: str, folder: Path) -> None:
        """Puts beside the page at `path` how to cite it, and the picture by which it is shared.

        A preview goes without the picture, which takes longest.
        """
        if brief := self._briefs.get(path):
            beside = page_files(brief, self._content.knowledge, self.publication)
            if not self.preview:
                picture = card(brief, self.publication.name)
                beside[addresses.asset_path(path, addresses.CARD)] = picture
            for name, data in beside.items():
                write(folder / name, data)

    def finish(self, folder: Path) -> None:
        """Indexes the built pages for the search, in a preview once; archives a whole site."""
        if not (self.preview and (folder / "pagefind").is_dir()):
            index_site(folder, self._content.knowledge)
        if not self.preview:
            for name, data in archive.files(folder, self.publication).items():
                write(folder / name, data)


def _state(root: Path) -> State:
    """The files of the records at `root`, and when each was last written."""
    files = (path for path in (root / "data").rglob("*") if path.is_file())
    return frozenset((path, path.stat().st_mtime_ns) for path in files)
