"""The records of a project, as far as they can be read."""

from dataclasses import dataclass, field
from pathlib import Path

from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem, distinct
from intermestic.reading.link import link
from intermestic.reading.load import (
    LatestResults,
    Loaded,
    LoadedFiles,
    Progress,
    load,
    no_progress,
)
from intermestic.reading.validate import ValidatedRecords, ValidRecord, validate
from intermestic.records.models import COLLECTIONS


@dataclass(frozen=True)
class Project:
    """A project's records and all their problems.

    `valid` has the records that fit their models; `knowledge` is None if there is any problem.
    """

    root: Path
    loaded: Loaded
    valid: tuple[ValidRecord, ...]
    knowledge: KnowledgeBase | None
    problems: tuple[Problem, ...]

    def valid_subset(self, *, closed: bool = False) -> KnowledgeBase:
        """Return the knowledge base of the records without problems.

        They may refer to records with problems, unless the knowledge base is to be `closed`.
        """
        knowledge, problems = self.knowledge, list(self.problems)
        broken: set[str] = set()
        while knowledge is None:
            broken.update(problem.place.file for problem in problems)
            sound = [valid for valid in self.valid if valid.raw.file not in broken]
            known = {valid.raw.id: valid.raw.collection for valid in sound}
            knowledge, problems = link(sound, known if closed else self.loaded.collection_of)
        return knowledge


@dataclass(frozen=True)
class ReadingCache:
    """The results of reading each file, which a preview keeps: few files change between builds."""

    loaded: LoadedFiles = field(default_factory=LatestResults)
    validated: ValidatedRecords = field(default_factory=LatestResults)


def read_project(
    root: Path, progress: Progress = no_progress, cache: ReadingCache | None = None
) -> Project:
    """Return the records of the project at `root`; those in the `cache` are not read again."""
    cache = cache or ReadingCache()
    loaded = load(root, COLLECTIONS, progress, cache.loaded)
    valid, invalid = validate(progress("Checking records", loaded.records), cache.validated)
    knowledge, unresolved = link(valid, loaded.collection_of)
    problems = tuple(distinct((*loaded.problems, *invalid, *unresolved)))
    return Project(root, loaded, tuple(valid), None if problems else knowledge, problems)
