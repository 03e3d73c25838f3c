"""What a project can publish: records that keep what the editions before them have."""

from dataclasses import dataclass

from intermestic.editions.permanence import ReleasedEdition, check_permanence, read_released
from intermestic.knowledge import KnowledgeBase
from intermestic.problems import WHOLE_FILE, Place, Problem
from intermestic.reading.project import Project
from intermestic.reading.publication import read_publication
from intermestic.records.publication import Publication


@dataclass(frozen=True, eq=False)
class Publishable:
    """A knowledge base, where and in which edition it is published, and the editions before it.

    `released` are those that are out, newest first; None if they do not fit records that are
    shown in part.
    """

    knowledge: KnowledgeBase
    publication: Publication
    released: tuple[ReleasedEdition, ...] | None


def publishable(project: Project) -> tuple[Publishable | None, tuple[Problem, ...]]:
    """Return what `project` can publish, or None and everything wrong with it."""
    knowledge = project.knowledge
    publication, unpublishable = read_publication(project.root)
    if knowledge is None or publication is None:
        return None, (*project.problems, *unpublishable)
    if "sources" not in knowledge.ids:
        return None, (Problem(Place("data/sources"), WHOLE_FILE, "nothing", "a source at least"),)
    released, problems = read_released(project.root, publication)
    if not problems:
        problems = list(check_permanence(project.root, publication, released, knowledge))
    if problems:
        return None, tuple(problems)
    return Publishable(knowledge, publication, tuple(released)), ()


def publishable_in_part(project: Project) -> Publishable | None:
    """Return what the records without problems make, or None if that can't be published.

    What editions had and these have not may be missing for now.
    """
    knowledge = project.valid_subset(closed=True)
    publication, _ = read_publication(project.root)
    if publication is None or "sources" not in knowledge.ids:
        return None
    released, problems = read_released(project.root, publication)
    left_out = project.loaded.collection_of.keys() - knowledge.entries.keys()
    gone = check_permanence(project.root, publication, released, knowledge, left_out)
    is_kept = not problems and not any(gone)
    return Publishable(knowledge, publication, tuple(released) if is_kept else None)
