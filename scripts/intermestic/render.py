"""Stage 4, render: the knowledge base to Markdown pages, through the templates.

In a template every value is escaped unless a filter below has made it Markdown.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import frontmatter
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from . import addresses
from .fields import Citation
from .knowledge import KnowledgeBase, Said
from .markdown import escape, link, quantity
from .models import COLLECTIONS, Source
from .overviews import Overview
from .pages import IndexPage, Page, RedirectPage, pages
from .prose import Link, segments

TEMPLATES = Path(__file__).parent / "templates"
DESCRIPTION_LENGTH = 160
URL_CHARACTERS = ":/?#@!$&+,;=%~-._"


def render(knowledge: KnowledgeBase) -> dict[str, str]:
    """Every generated page: its path below the docs folder, and its Markdown."""
    writer = _Writer(knowledge)
    return {page.path: writer.write(page) for page in pages(knowledge)}


class _Writer:
    """The templates, and the filters that know the knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            finalize=escape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.filters |= {
            "advice": self.advice,
            "blocks": self.blocks,
            "citation": self.citation,
            "cites": self.cites,
            "collection_link": collection_link,
            "counted_links": self.counted_links,
            "date_of": self.date_of,
            "name": self.name,
            "repetitions": lambda said: knowledge.repeated_in.get(said.address, ()),
            "svg": self.svg,
            "first_sentence": self.first_sentence,
            "link": self.link,
            "links": self.links,
            "numbers": paragraphs,
            "names": lambda names: Markup(", ").join(map(escape, names)),
            "paragraphs": self.paragraphs,
            "passage": self.passage,
            "permalink": self.permalink,
            "prose": self.prose,
            "quantity": quantity,
            "web_link": lambda address: link(address, web_address(address)),
        }
        self.pictures = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
        )
        self.pictures.filters |= {"name": self.name, "url": self.url}
        self.templates.globals |= {"addresses": addresses, "COLLECTIONS": COLLECTIONS}

    def write(self, page: Page) -> str:
        """The Markdown of one page, with its front matter."""
        body = self.templates.get_template(page.template).render(page=page)
        body = re.sub(r"\n{3,}", "\n\n", body)
        return frontmatter.dumps(frontmatter.Post(body, **self.front_matter(page))) + "\n"

    def front_matter(self, page: Page) -> dict[str, object]:
        """What renderers need to know of a page, and the mark that it is generated.

        The sidebar with the collections is left to narrow screens, where it is the menu.
        """
        if isinstance(page, Overview):
            return {"title": page.title, "generated_from": "data", "hide": ["navigation"]}
        if isinstance(page, IndexPage):
            label, file = page.model.label, f"data/{page.collection}"
            return {
                "title": label,
                "generated_from": file,
                "hide": ["navigation"],
                "script": "filter",
            }
        record = page.entry.record
        if isinstance(page, RedirectPage):
            target = addresses.beside(page.entry.id)
            return {"title": record.name, "generated_from": page.entry.file, "redirect": target}
        lead = self.plain(getattr(record, record.lead))
        return {
            "title": record.name,
            "description": shorten(lead, DESCRIPTION_LENGTH),
            "generated_from": page.entry.file,
            "hide": ["navigation"],
            "search": {
                "collection": [type(record).label],
                "area": [self.name(id) for id in page.areas],
                "source": [self.name(id) for id in page.sources],
                "year": sorted({self.knowledge.source(id).date.years for id in page.sources}),
            },
        }

    def svg(self, content: object, template: str) -> Markup:
        """A picture, as HTML within the Markdown, from a template that is escaped as HTML."""
        drawn = self.pictures.get_template(template).render(content=content)
        return Markup("\n".join(line for line in drawn.splitlines() if line.strip()))

    def url(self, id: str) -> str:
        """The address of a record's page on the site, for a link within HTML."""
        return addresses.url(addresses.page(self.knowledge.entries[id].collection, id))

    def name(self, id: str) -> str:
        return self.knowledge.entries[id].record.name

    @pass_context
    def link(self, context: Context, id: str, words: str = "", anchor: str = "") -> Markup:
        """A link to the page of the record `id`, or only the words if that is the page."""
        if not anchor and getattr(context["page"], "entry", None) is self.knowledge.entries[id]:
            return escape(words or self.name(id))
        path = addresses.page(self.knowledge.entries[id].collection, id)
        target = addresses.relative(path) + (f"#{anchor}" if anchor else "")
        return link(words or self.name(id), target)

    @pass_context
    def links(self, context: Context, ids: Iterable[str]) -> Markup:
        """Links to records, with commas between."""
        return Markup(", ").join(self.link(context, id) for id in ids)

    @pass_context
    def counted_links(self, context: Context, counts: Iterable[tuple[str, int]]) -> Markup:
        """Links to records, each with a number."""
        return Markup(", ").join(self.link(context, id) + f" ({n})" for id, n in counts)

    @pass_context
    def prose(self, context: Context, text: str) -> Markup:
        """Prose on one line, its links resolved."""
        return Markup("").join(
            self.link(context, piece.id, piece.words) if isinstance(piece, Link) else _inline(piece)
            for piece in segments(text)
        )

    @pass_context
    def blocks(self, context: Context, text: str) -> Markup:
        """Prose in paragraphs, its links resolved."""
        return Markup("\n\n").join(
            self.prose(context, block) for block in text.split("\n") if block
        )

    def plain(self, text: str) -> str:
        """Prose without links or line breaks."""
        pieces = (
            (piece.words or self.name(piece.id)) if isinstance(piece, Link) else piece
            for piece in segments(text)
        )
        return " ".join("".join(pieces).split())

    def first_sentence(self, text: str) -> str:
        """The first sentence of some prose, without links."""
        return self.plain(text).partition(". ")[0].rstrip(".") + "."

    def date_of(self, id: str) -> str:
        """The date of the source `id`, in English."""
        return str(self.knowledge.source(id).date)

    @pass_context
    def permalink(self, context: Context, said: Said) -> Markup:
        """A link from a statement's kind to the statement on its source's page."""
        anchor = addresses.statement_anchor(said.statement.id)
        return self.link(context, said.source, said.statement.kind, anchor)

    def passage(self, phrase: str, id: str) -> Markup:
        """A text's own words, as a link to where they stand in it if the text is online."""
        quotation = f"“{phrase}”"
        address = self.knowledge.source(id).text_url
        return (
            link(quotation, f"{web_address(address)}#:~:text={text_fragment(phrase)}")
            if address
            else escape(quotation)
        )

    @pass_context
    def advice(self, context: Context, address: str) -> Markup:
        """A link to a recommendation, from its address `source/statement`."""
        source, _, id = address.partition("/")
        return self.link(context, source, anchor=addresses.statement_anchor(id))

    @pass_context
    def paragraphs(self, context: Context, said: Said) -> Markup:
        """A link to the paragraphs of a statement on its source's page."""
        numbers = said.statement.para
        anchor = addresses.paragraph_anchor(numbers[0])
        return self.link(context, said.source, paragraphs(numbers), anchor)

    def citation(self, source: Source) -> str:
        """How to cite a source: `Ana Author, “Title”, Journal, 2021, https://…`."""
        authors = " and ".join(self.name(id) for id in source.authors) or "Unnamed author"
        title = f"“{source.title}”" if source.title else "untitled"
        publisher = self.plain(source.publisher or "").rstrip(".")
        when = source.issue or str(source.date)
        address = source.text_url or source.url
        return ", ".join(part for part in (authors, title, publisher, when, address) if part)

    def cites(self, citations: Iterable[Citation]) -> Markup:
        """Links to cited paragraphs: `Wayne 2021 ¶22`."""
        return Markup("; ").join(
            link(
                f"{self.name(cited.source)} {paragraphs(cited.paragraphs)}",
                addresses.relative(addresses.cited(cited)),
            )
            for cited in citations
        )


def _inline(text: str) -> Markup:
    """Text between links: the spaces at its ends count."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return Markup(before) + escape(text) + Markup(after)


def collection_link(collection: str) -> Markup:
    """A link to the index of a collection."""
    address = addresses.relative(addresses.index(collection))
    return link(COLLECTIONS[collection].label, address)


def web_address(address: str) -> str:
    """`address` as the target of a Markdown link, which a bracket would end."""
    return quote(address, safe=URL_CHARACTERS)


def text_fragment(phrase: str) -> str:
    """`phrase` for the end of an address that leads to it: a URL text directive."""
    return quote(phrase, safe="").replace("-", "%2D")


def paragraphs(numbers: Iterable[int]) -> str:
    """Paragraph numbers as readers write them: `¶22`, `¶21–23`, `¶9, 11`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "¶" + ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 1 else f"{r[0]}" for r in runs)


def shorten(text: str, length: int) -> str:
    """`text` cut at a word to at most `length` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
