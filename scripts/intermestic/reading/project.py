"""The records of a project as far as they can be read, whatever is wrong with some of them."""

from dataclasses import dataclass
from pathlib import Path

from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem
from intermestic.reading.link import link
from intermestic.reading.load import Loaded, load
from intermestic.reading.progress import Progress, no_progress
from intermestic.reading.validate import ValidRecord, validate
from intermestic.records.models import COLLECTIONS


@dataclass(frozen=True)
class Project:
    """A project's records, and every problem of theirs.

    `knowledge` is None if there are problems; `valid` has the records that fit their models
    even then.
    """

    root: Path
    loaded: Loaded
    valid: tuple[ValidRecord, ...]
    knowledge: KnowledgeBase | None
    problems: tuple[Problem, ...]

    def valid_subset(self, *, closed: bool = False) -> KnowledgeBase:
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


def read_project(root: Path, progress: Progress = no_progress) -> Project:
    """The records of the project at `root`."""
    loaded = load(root, COLLECTIONS, progress)
    valid, invalid = validate(progress("Checking records", loaded.records))
    knowledge, unresolved = link(valid, loaded.collection_of)
    problems = tuple(sorted((*loaded.problems, *invalid, *unresolved)))
    return Project(root, loaded, tuple(valid), None if problems else knowledge, problems)
