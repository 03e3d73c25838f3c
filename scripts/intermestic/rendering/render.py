"""Stage 4, render: page models to Markdown, through the templates."""

import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import frontmatter
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from markupsafe import escape as html_escape

from intermestic import addresses, catalogue
from intermestic.editions.differences import counts
from intermestic.english import date_in_words
from intermestic.pages.base import Page
from intermestic.pages.links import Ref
from intermestic.records.publication import Edition
from intermestic.rendering.filters import FILTERS, words
from intermestic.rendering.markdown import escape
from intermestic.writing.kept import CACHE, PACKAGE, Kept, hash_of

TEMPLATES = Path(__file__).parent / "templates"
# Where pages are kept from one build to the next, below the project's folder.
KEPT = CACHE / "markdown.sqlite"
_MADE_WITH = ("babel", "fluent-runtime", "jinja2", "markupsafe", "python-frontmatter", "pyyaml")


def render(pages: Iterable[Page], edition: Edition) -> dict[str, str]:
    """Return the Markdown of each page, by its path below docs/.

    `edition` is the edition that the pages name. Raises jinja2.TemplateError if a template is
    missing or broken.
    """
    write = Writer(edition).write
    return {page.frame.path: write(page) for page in pages}


def render_changed(
    pages: Iterable[Page], edition: Edition, root: Path
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the Markdown of each page, written as `render` would.

    What is kept in the project at `root` is not rendered again.

    A page model is kept by its `repr`, which has all that it holds. Raises OSError too, if the
    file system refuses.
    """
    versions = (platform.python_version(), *map(version, _MADE_WITH))
    # The templates by themselves too: they may lie elsewhere, as in tests.
    code = (hash_of(PACKAGE), hash_of(TEMPLATES))
    kept = Kept(root / KEPT, (*code, *versions, repr(edition)))
    writer = Writer(edition)

    def markdown(page: Page) -> bytes:
        return kept.recall([repr(page)], lambda: writer.write(page).encode())

    for page in pages:
        yield page.frame.path, markdown(page)
    kept.remove_unused()


class Writer:
    """A writer of pages as Markdown, in which text is escaped as Markdown, in diagrams as HTML."""

    def __init__(self, edition: Edition) -> None:
        self._templates = markdown_templates()
        self._templates.filters["svg"] = self._svg
        self._templates.globals["edition"] = edition
        self._diagrams = html_templates()
        self._diagrams.filters["url"] = _url

    def write(self, page: Page) -> str:
        """Return the Markdown of a page, with its front matter."""
        linked = {replace(target, words="") for target in page.listed}
        template = self._templates.get_template(f"{page.frame.template}.md.jinja")
        body = re.sub(r"\n{3,}", "\n\n", template.render(page=page, linked=linked))
        post = frontmatter.Post(body)
        post.metadata.update(page.frame.front_matter)
        return frontmatter.dumps(post) + "\n"

    def compile(self) -> None:
        """Compile every template now.

        Raises jinja2.TemplateError if one is broken.
        """
        for templates, names in ((self._templates, "md.jinja"), (self._diagrams, "svg.jinja")):
            for name in templates.list_templates():
                if name.endswith(names):
                    templates.get_template(name)

    @pass_context
    def _svg(self, context: Context, diagram: object, template: str) -> Markup:
        """Return a diagram, drawn by `template`, as HTML within the Markdown."""
        drawn = self._diagrams.get_template(template).render(diagram=diagram, page=context["page"])
        return Markup("\n".join(line for line in drawn.splitlines() if line.strip()))


def markdown_templates() -> Environment:
    """Return the templates for Markdown, in which every value shows letter for letter."""
    templates = environment(finalize=escape)
    templates.filters |= FILTERS | {"counts": counts}
    templates.globals |= {
        "addresses": addresses,
        "words": words,
    }
    return templates


def html_templates() -> Environment:
    """Return the templates for HTML, in which every value shows letter for letter."""
    templates = environment(finalize=_length)
    templates.filters |= {"count": _count, "date": date_in_words}
    templates.globals |= {"addresses": addresses, "words": html_words}
    return templates


def environment(**settings: Any) -> Environment:
    """Return the templates as they are now, with `settings` of Jinja.

    Without any they escape values as HTML.
    """
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **{"autoescape": True, **settings},
    )


def _length(value: object) -> object:
    """Return a length in a diagram without a fraction that says nothing: 12 for 12.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _url(target: Ref) -> str:
    """Return the address of a place from the root of the site, for a link within HTML."""
    return f"/{addresses.folder(target.path)}" + (f"#{target.anchor}" if target.anchor else "")


def html_words(name: str, /, **values: object) -> Markup:
    """Return a message of the catalogue as HTML, its values escaped."""
    prepared = {k: v if isinstance(v, int) else str(html_escape(v)) for k, v in values.items()}
    return Markup(catalogue.words(name, **prepared))


def _count(number: int, noun: str) -> Markup:
    return html_words(f"count-{noun}", count=number)
