"""All that pages and exports are made of, from a project's folder on, and the pages."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from intermestic.editions.history import NO_HISTORY, EditionHistory, history_of
from intermestic.editions.publishable import Publishable, publishable, publishable_in_part
from intermestic.editions.snapshot import Snapshot
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Context, Frame, Page
from intermestic.pages.registry import GATHERING, MakePage, makers
from intermestic.problems import Problem
from intermestic.reading.project import Project, read_project
from intermestic.serialization import kb
from intermestic.serialization.columns import Table
from intermestic.serialization.models import KnowledgeFile
from intermestic.serialization.tables import tables_of


class Content(Publishable):
    """What a project publishes, and what is made of it for several pages or exports.

    That is made once, but for what is large and soon made again: pages of records, the JSON form.
    """

    @property
    def serialized(self) -> KnowledgeFile:
        """Its JSON form."""
        return kb.serialized(self.knowledge, self.publication)

    @cached_property
    def editions(self) -> EditionHistory:
        """What changed from one edition to the next."""
        if self.released is None:
            return NO_HISTORY
        now = Snapshot.of(self.serialized)
        return history_of(self.publication, self.released, now, self.knowledge)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The data as tables: what CSV files and the database hold."""
        return tables_of(self.knowledge, self.publication)

    @cached_property
    def context(self) -> Context:
        """What pages are made of, with its links resolved."""
        return Context(self.knowledge, self.editions, self.publication.name)

    @cached_property
    def makers(self) -> Mapping[str, MakePage]:
        """What makes each of the pages, by its path."""
        return makers(self.context)

    @cached_property
    def gathering(self) -> Mapping[str, Page]:
        """The pages that gather from many records, by their paths."""
        return {path: self.makers[path]() for path in GATHERING}

    @property
    def pages(self) -> Iterator[Page]:
        """Every page of the records, one by one; that of the downloads comes after exports."""
        return map(self._page, self.makers)

    @property
    def frames(self) -> Mapping[str, Frame]:
        """The frame of each of the pages, by its path."""
        return {path: self._frames.get(path) or self._page(path).frame for path in self.makers}

    @cached_property
    def _frames(self) -> dict[str, Frame]:
        """The frames of the pages that were made, which stay."""
        return {}

    def _page(self, path: str) -> Page:
        page = self.gathering.get(path) or self.makers[path]()
        self._frames[path] = page.frame
        return page


def load_knowledge(root: Path) -> tuple[KnowledgeBase | None, tuple[Problem, ...]]:
    """Return the knowledge base of the project at `root`, or None, and its records' problems."""
    project = read_project(root)
    return project.knowledge, project.problems


def gather(root: Path) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return what the project at `root` publishes, or None and everything wrong with it."""
    return content_of(read_project(root))


def content_of(project: Project) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return what `project` publishes, or None and everything wrong with it."""
    found, problems = publishable(project)
    return (Content(**vars(found)) if found else None), problems


def content_in_part(project: Project) -> Content | None:
    """Return what the records without problems make, or None if that can't be published."""
    found = publishable_in_part(project)
    return Content(**vars(found)) if found else None
