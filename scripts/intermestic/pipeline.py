"""The stages in their order, from a project's folder to its pages."""

from dataclasses import dataclass
from pathlib import Path

from .knowledge import KnowledgeBase
from .link import link
from .load import load
from .models import COLLECTIONS
from .problems import Problem
from .publish import Changes, publish
from .render import render
from .validate import validate


@dataclass(frozen=True)
class Outcome:
    """What a build did: the pages it changed, or the problems for which it changed none."""

    problems: tuple[Problem, ...]
    changes: Changes
    records: int = 0


def assemble(root: Path) -> tuple[KnowledgeBase | None, tuple[Problem, ...]]:
    """The knowledge base of the project at `root`, or None and every problem of its records."""
    loaded = load(root, COLLECTIONS)
    valid, invalid = validate(loaded.records)
    knowledge, unresolved = link(valid, loaded.collection_of)
    problems = tuple(sorted((*loaded.problems, *invalid, *unresolved)))
    return (None if problems else knowledge), problems


def build(root: Path) -> Outcome:
    """Brings the pages of the project at `root` up to date, unless its records have problems."""
    knowledge, problems = assemble(root)
    if knowledge is None:
        return Outcome(problems, Changes())
    changes = publish(root / "docs", render(knowledge))
    return Outcome(changes.refused, changes, len(knowledge.entries))
