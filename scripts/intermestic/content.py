"""All that pages and exports are made of, from a project's folder on, and the pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from intermestic.editions.history import NO_HISTORY, EditionHistory, read_history
from intermestic.editions.snapshot import Snapshot
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Context, Frame, Page
from intermestic.pages.registry import GATHERING, MakePage, makers
from intermestic.problems import WHOLE_FILE, Place, Problem
from intermestic.reading.project import Project, read_project
from intermestic.reading.publication import read_publication
from intermestic.records.publication import Publication
from intermestic.serialization import kb
from intermestic.serialization.columns import Table
from intermestic.serialization.models import KnowledgeFile
from intermestic.serialization.tables import tables_of


@dataclass(frozen=True, eq=False)
class Content:
    """The knowledge base, and where and in which edition it is published.

    What is made of these for several pages or exports is made once, but for what is large and
    soon made again: the pages of records, and the JSON form.
    """

    knowledge: KnowledgeBase
    publication: Publication
    editions: EditionHistory
    _frames: dict[str, Frame] = field(init=False, default_factory=dict, repr=False)

    @property
    def serialized(self) -> KnowledgeFile:
        """Everything in its JSON form."""
        return kb.serialized(self.knowledge, self.publication)

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
    knowledge = project.knowledge
    publication, unpublishable = read_publication(project.root)
    if knowledge is None or publication is None:
        return None, (*project.problems, *unpublishable)
    if "sources" not in knowledge.ids:
        return None, (Problem(Place("data/sources"), WHOLE_FILE, "nothing", "a source at least"),)
    now = Snapshot.of(kb.serialized(knowledge, publication))
    editions, vanished = read_history(project.root, publication, now)
    if editions is None:
        return None, tuple(vanished)
    return Content(knowledge, publication, editions), ()


def content_in_part(project: Project) -> Content | None:
    """Return what the records without problems make, or None if that can't be published.

    What editions had and these have not may be missing for now; then there is no history.
    """
    knowledge = project.valid_subset(closed=True)
    publication, _ = read_publication(project.root)
    if publication is None or "sources" not in knowledge.ids:
        return None
    left_out = project.loaded.collection_of.keys() - knowledge.entries.keys()
    now = Snapshot.of(kb.serialized(knowledge, publication))
    editions, _ = read_history(project.root, publication, now, left_out)
    return Content(knowledge, publication, editions or NO_HISTORY)
