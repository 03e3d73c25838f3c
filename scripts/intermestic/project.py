"""The records of a project as far as they can be read, whatever is wrong with some of them."""

from dataclasses import dataclass
from pathlib import Path

from .knowledge import KnowledgeBase
from .link import link
from .load import Loaded, load
from .problems import Problem
from .progress import Progress, unseen
from .records.models import COLLECTIONS
from .validate import Valid, validate


@dataclass(frozen=True)
class Project:
    """A project's records, and every problem of theirs.

    `knowledge` is None if there are problems; `valid` has the records that fit their models
    even then.
    """

    root: Path
    loaded: Loaded
    valid: tuple[Valid, ...]
    knowledge: KnowledgeBase | None
    problems: tuple[Problem, ...]

    def sound(self, *, closed: bool = False) -> KnowledgeBase:
        """What the records without problems say.

        They may refer to those with problems, unless the knowledge is to be `closed`.
        """
        knowledge, problems = self.knowledge, self.problems
        broken: set[str] = set()
        while knowledge is None:
            broken.update(problem.place.file for problem in problems)
            sound = [valid for valid in self.valid if valid.raw.file not in broken]
            there = {valid.raw.id: valid.raw.collection for valid in sound}
            knowledge, problems = link(sound, there if closed else self.loaded.collection_of)
        return knowledge


def read_project(root: Path, progress: Progress = unseen) -> Project:
    """The records of the project at `root`."""
    loaded = load(root, COLLECTIONS, progress)
    valid, invalid = validate(progress("Checking records", loaded.records))
    knowledge, unresolved = link(valid, loaded.collection_of)
    problems = tuple(sorted((*loaded.problems, *invalid, *unresolved)))
    return Project(root, loaded, tuple(valid), None if problems else knowledge, problems)
