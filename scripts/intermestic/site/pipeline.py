"""The stages in their order, from a project's folder to its pages."""

import logging
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from intermestic.content import Content, gather
from intermestic.editing.schemas import editor_files
from intermestic.exports.downloads import downloads_page
from intermestic.exports.registry import by_path, exports_changed
from intermestic.pages.base import Frame
from intermestic.problems import Place, Problem
from intermestic.rendering.render import render, render_changed
from intermestic.writing.docs import Changes, sync
from intermestic.writing.files import write_changed

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
    content, problems = gather(root)
    if content is None:
        return Outcome(problems, Changes())
    try:
        log.info("Making the exports")
        exported = exports_changed(content, root)
        log.info("Making the pages")
        edition = content.publication.edition
        rendered = render_changed(content.pages, edition, root)
        # That of the downloads changes with every record.
        downloads = downloads_page(content, exported)
        rendered |= render([downloads], edition)
        contents = {path: text.encode() for path, text in rendered.items()}
        changes = sync(root / "docs", contents, "pages")
        if not changes.refused:
            changes += sync(root / "docs", by_path(exported), "exports")
        if not changes.refused:
            write_changed(root, editor_files(content.knowledge))
    except Exception as error:
        # First the template: one that is gone is an OSError too.
        if problem := template_problem(error):
            return Outcome((problem,), Changes())
        if isinstance(error, OSError):
            return Outcome((refusal(root, error),), Changes())
        raise
    frames = tuple(page.frame for page in (*content.pages, downloads))
    return Outcome(changes.refused, changes, content, frames)


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
