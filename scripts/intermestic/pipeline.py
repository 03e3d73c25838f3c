"""The stages in their order, from a project's folder to its pages."""

from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError

from .editions import Editions, read_editions
from .knowledge import KnowledgeBase
from .link import link
from .load import load
from .models import COLLECTIONS
from .problems import Place, Problem
from .publication import Publication, read_publication
from .publish import Changes, publish
from .render import render
from .validate import validate


@dataclass(frozen=True)
class Content:
    """All that pages and exports are made of."""

    knowledge: KnowledgeBase
    publication: Publication
    editions: Editions


@dataclass(frozen=True)
class Outcome:
    """What a build did: the pages it changed, or the problems for which it changed none.

    `content` is what they are made of, if there were no problems in it.
    """

    problems: tuple[Problem, ...]
    changes: Changes
    content: Content | None = None


def assemble(root: Path) -> tuple[KnowledgeBase | None, tuple[Problem, ...]]:
    """The knowledge base of the project at `root`, or None and every problem of its records."""
    loaded = load(root, COLLECTIONS)
    valid, invalid = validate(loaded.records)
    knowledge, unresolved = link(valid, loaded.collection_of)
    problems = tuple(sorted((*loaded.problems, *invalid, *unresolved)))
    return (None if problems else knowledge), problems


def gather(root: Path) -> tuple[Content | None, tuple[Problem, ...]]:
    """What the project at `root` publishes, or None and everything that is wrong with it."""
    knowledge, problems = assemble(root)
    publication, unpublishable = read_publication(root)
    if knowledge is None or publication is None:
        return None, (*problems, *unpublishable)
    editions, vanished = read_editions(root, knowledge, publication)
    if editions is None:
        return None, tuple(vanished)
    return Content(knowledge, publication, editions), ()


def build(root: Path) -> Outcome:
    """Brings the pages of the project at `root` up to date, unless there are problems.

    A broken template and a file system that refuses are problems too: an exception would
    end a preview.
    """
    content, problems = gather(root)
    if content is None:
        return Outcome(problems, Changes())
    try:
        pages = render(content.knowledge, content.publication, content.editions)
    except Exception as error:
        if problem := _template_problem(error):
            return Outcome((problem,), Changes())
        raise
    try:
        encoded = {path: text.encode() for path, text in pages.items()}
        changes = publish(root / "docs", encoded, "pages")
    except OSError as error:
        return Outcome((_refusal(root, error),), Changes())
    return Outcome(changes.refused, changes, content)


def _refusal(root: Path, error: OSError) -> Problem:
    """What the file system would not do, and to which file."""
    file, root = Path(error.filename or root / "docs").absolute(), root.absolute()
    name = (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
    return Problem(Place(name), "(file)", error.strerror or str(error), "a file to write")


def _template_problem(error: Exception) -> Problem | None:
    """Where a template broke: the line it names itself, or the last one that was at work.

    None if no template was: then the code is wrong, not a template.
    """
    name, line = getattr(error, "name", None), getattr(error, "lineno", 1)
    if not isinstance(error, TemplateSyntaxError):
        at_work = [f for f in extract_tb(error.__traceback__) if f.filename.endswith(".jinja")]
        if not at_work:
            return None
        name, line = Path(at_work[-1].filename).name, at_work[-1].lineno or 1
    said = error.message if isinstance(error, TemplateError) else repr(error)
    place = Place(f"templates/{name}", line)
    return Problem(place, "(template)", said or "", "a template that renders")
