"""The stages in their order, from a project's folder to its pages."""

import gc
import logging
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from intermestic.content import Content, gather
from intermestic.editing.schemas import editor_files
from intermestic.exports.downloads import downloads_page
from intermestic.exports.registry import exports_changed
from intermestic.memory import undisturbed
from intermestic.pages.base import Frame
from intermestic.problems import Place, Problem
from intermestic.rendering.render import render, render_changed
from intermestic.writing.docs import Changes, sync
from intermestic.writing.files import write_changed
from intermestic.writing.kept import CACHE
from intermestic.writing.spool import Spool, spool_file

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What a build did: the files it changed, or the problems for which it changed none.

    `content` is what they are made of; `frames` are those of the pages.
    """

    problems: tuple[Problem, ...]
    changes: Changes
    content: Content | None = None
    frames: tuple[Frame, ...] = ()


def build(root: Path) -> Outcome:
    """Bring pages, exports and the editors' files of the project at `root` up to date.

    If there are problems, change nothing. A broken template and a file system that refuses are
    problems too.
    """
    log.info("Reading the records")
    with undisturbed():
        content, problems = gather(root)
    gc.freeze()  # what was read stays to the end; of what is made of it, much goes soon
    if content is None:
        return Outcome(problems, Changes())
    try:
        changes, frames = _write(content, root)
        if not changes.refused:
            write_changed(root, editor_files(content.knowledge))
    except Exception as error:
        # First the template: one that is gone is an OSError too.
        if problem := template_problem(error):
            return Outcome((problem,), Changes())
        if isinstance(error, OSError):
            return Outcome((refusal(root, error),), Changes())
        raise
    return Outcome(changes.refused, changes, content, frames)


def _write(content: Content, root: Path) -> tuple[Changes, tuple[Frame, ...]]:
    """Make all pages and exports, and only then put them into docs/; return the pages' frames."""
    with spool_file(root / CACHE) as file:
        pages, exported = Spool(file), Spool(file)
        log.info("Making the pages")
        edition = content.publication.edition
        for path, text in render_changed(content.pages, edition, root):
            pages.add(path, text)
        log.info("Making the exports")
        made = exports_changed(content, root, lambda file: exported.add(file.path, file.content))
        # It changes with every record.
        downloads = downloads_page(content, made)
        for path, markdown in render([downloads], edition).items():
            pages.add(path, markdown.encode())
        changes = sync(root / "docs", pages, "pages")
        if not changes.refused:
            changes += sync(root / "docs", exported, "exports")
    return changes, (*content.frames.values(), downloads.frame)


def refusal(root: Path, error: OSError) -> Problem:
    """Return what the file system refused, and for which file."""
    file, root = Path(error.filename or root / "docs").absolute(), root.absolute()
    name = (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
    return Problem(Place(name), "(file)", error.strerror or str(error), "a file to write")


def template_problem(error: Exception) -> Problem | None:
    """Return where a template broke: the line it names itself, or the last one at work.

    None if no template was: then the code is wrong, not a template.
    """
    if isinstance(error, TemplateNotFound):
        place = Place(f"templates/{error.name}")
        return Problem(place, "(template)", "no such file", "a template of this name")
    name, line = getattr(error, "name", None), getattr(error, "lineno", 1)
    if not isinstance(error, TemplateSyntaxError):
        at_work = [f for f in extract_tb(error.__traceback__) if f.filename.endswith(".jinja")]
        if not at_work:
            return None
        name, line = Path(at_work[-1].filename).name, at_work[-1].lineno or 1
    said = error.message if isinstance(error, TemplateError) else repr(error)
    place = Place(f"templates/{name}", line)
    return Problem(place, "(template)", said or "", "a template that renders")
