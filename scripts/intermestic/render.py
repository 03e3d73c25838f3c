"""Stage 4, render: the knowledge base to Markdown pages, through the templates."""

import re
from collections.abc import Iterable
from pathlib import Path

import frontmatter
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from . import addresses
from .editions.differences import counts
from .editions.history import NO_EDITIONS, Editions
from .filters import Filters
from .knowledge import KnowledgeBase
from .markdown import escape
from .memory import Memory
from .pages.gather import pages
from .pages.overviews import Overview
from .pages.types import IndexPage, Page, RecordPage, RedirectPage, SourcePage, WithdrawnPage
from .publication import Publication
from .records.models import COLLECTIONS
from .records.names import counted
from .records.prose import first_sentence, shorten

TEMPLATES = Path(__file__).parent / "templates"
DESCRIPTION_LENGTH = 160


def render(
    knowledge: KnowledgeBase,
    publication: Publication,
    editions: Editions = NO_EDITIONS,
    more: Iterable[Page] = (),
    memory: Memory | None = None,
) -> dict[str, str]:
    """Every generated page, and `more`: its path below the docs folder, and its Markdown.

    With a `memory`, only pages that can differ from those it has are rendered.
    """
    todo = (*pages(knowledge, editions), *more)
    if memory is None:
        write = _Writer(knowledge, publication, editions).write
        return {page.path: write(page) for page in todo}
    templates = [path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*.jinja"))]
    return memory.recall(
        todo,
        (knowledge, publication, editions),
        lambda *witnesses: _Writer(*witnesses).write,
        templates,
    )


def markdown_templates() -> Environment:
    """The templates, writing Markdown in which every value shows letter for letter."""
    templates = _environment(finalize=escape)
    templates.filters["counts"] = counts
    templates.globals |= {"addresses": addresses, "COLLECTIONS": COLLECTIONS}
    return templates


class _Writer:
    """The templates and their filters. Text is escaped as Markdown, in pictures as HTML."""

    def __init__(
        self, knowledge: KnowledgeBase, publication: Publication, editions: Editions
    ) -> None:
        self.knowledge = knowledge
        self.filters = Filters(knowledge, editions)
        self.templates = markdown_templates()
        self.templates.filters |= self.filters.all() | {"svg": self.svg}
        self.templates.globals["edition"] = publication.edition
        self.pictures = _environment()
        self.pictures.filters |= {"name": knowledge.name, "url": self.url, "counted": counted}
        self.pictures.globals["addresses"] = addresses

    def write(self, page: Page) -> str:
        """The Markdown of one page, with its front matter."""
        body = self.templates.get_template(page.template).render(page=page)
        body = re.sub(r"\n{3,}", "\n\n", body)
        return frontmatter.dumps(frontmatter.Post(body, **self.front_matter(page))) + "\n"

    def front_matter(self, page: Page) -> dict[str, object]:
        """What renderers need to know of a page, and the mark that it is generated."""
        common = {"title": page.title, "generated_from": page.generated_from}
        if isinstance(page, RedirectPage):
            return common | {"redirect": addresses.url(page.target, page.path)}
        if isinstance(page, WithdrawnPage):
            return common | {"noindex": True}
        if isinstance(page, IndexPage | Overview) and page.script:
            return common | {"script": page.script}
        if isinstance(page, RecordPage | SourcePage):
            names = self.names(page)
            more = {"description": self.description(page), "search": self.facets(page)}
            return common | more | ({"names": names} if names else {})
        return common

    def description(self, page: RecordPage | SourcePage) -> str:
        """What the record is, in a sentence."""
        record = page.entry.record
        lead = self.knowledge.plain(first_sentence(getattr(record, record.lead))[0])
        return shorten(lead, DESCRIPTION_LENGTH)

    def names(self, page: RecordPage | SourcePage) -> list[str]:
        """What else the record is called than the page, for the search."""
        record = page.entry.record
        return [name for name in (record.name, *record.other_names) if name != page.title]

    def facets(self, page: RecordPage | SourcePage) -> dict[str, list[str]]:
        """What the search can filter the page by."""
        return {
            "collection": [type(page.entry.record).label],
            "area": [self.knowledge.name(id) for id in page.areas],
            "source": [self.knowledge.name(id) for id in page.sources],
            "year": sorted({self.knowledge.source(id).date.years for id in page.sources}),
        }

    @pass_context
    def svg(self, context: Context, content: object, template: str) -> Markup:
        """A picture, as HTML within the Markdown, from a template that is escaped as HTML."""
        picture = self.pictures.get_template(template)
        drawn = picture.render(content=content, page=context["page"])
        return Markup("\n".join(line for line in drawn.splitlines() if line.strip()))

    @pass_context
    def url(self, context: Context, id: str) -> str:
        """The address of a record's page on the site, for a link within HTML."""
        return addresses.url(self.filters.path(id), context["page"].path)


def _environment(**settings: object) -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **settings,
    )
