"""The filters of the templates that know the knowledge base: ids to names, links and citations.

Each makes Markdown; in a template every value that no filter has made Markdown is escaped.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from . import addresses
from .citing.words import citation
from .citing.works import source_work
from .editions.differences import Difference
from .editions.history import Editions
from .knowledge import KnowledgeBase, Said
from .markdown import escape, link, quantity
from .pages.overviews import OVERVIEWS
from .records.fields import Citation, paragraphs
from .records.models import COLLECTIONS
from .records.names import counted, in_words
from .records.prose import Link, blocks, first_sentence, segments, shorten
from .records.when import BEGINNING, When, exact_date

LONGEST_STATEMENT = 160


class Filters:
    """The filters, and what they ask: the knowledge base and its editions."""

    def __init__(self, knowledge: KnowledgeBase, editions: Editions) -> None:
        self.knowledge = knowledge
        self.editions = editions

    def all(self) -> dict[str, Callable]:
        """Every filter under its name in templates."""
        return {
            "advice": self.advice,
            "citation": lambda source: citation(source_work(self.knowledge, source)),
            "cites": self.cites,
            "counted_links": self.counted_links,
            "counted": counted,
            "data": data,
            "date_of": self.date_of,
            "first_sentence": lambda text: self.knowledge.plain(first_sentence(text)[0]),
            "history": self.editions.history,
            "in_words": in_words,
            "kinds": lambda kinds: ", ".join(counted(n, kind) for kind, n in kinds),
            "lead": self.lead,
            "link": self.link,
            "links": self.links,
            "name": self.knowledge.name,
            "names": lambda names: Markup(", ").join(map(escape, names)),
            "numbers": paragraphs,
            "page_link": self.page_link,
            "paragraphs": self.paragraphs,
            "passage": self.passage,
            "permalink": self.permalink,
            "prose": self.prose,
            "references": self.references,
            "repetitions": lambda said: self.knowledge.repeated_in.get(said.address, ()),
            "rest": self.rest,
            "section_lead": lambda section: OVERVIEWS[section].lead,
            "section_link": self.section_link,
            "statements_link": self.statements_link,
            "subject": self.subject,
            "time": time,
            "web_link": lambda address: link(address, addresses.outside(address)),
            "withdrawn_from": self.editions.withdrawn_from,
        }

    def path(self, id: str) -> str:
        """The page of the record `id`."""
        return addresses.page(self.knowledge.entries[id].collection, id)

    @pass_context
    def link(self, context: Context, id: str, words: str = "", anchor: str = "") -> Markup:
        """A link to the page of the record `id`, or only the words if that is the page."""
        entry = getattr(context["page"], "entry", None)
        if not anchor and entry and entry.id == id:
            return escape(words or self.knowledge.name(id))
        return self._to(context, words or self.knowledge.name(id), self.path(id), anchor)

    @pass_context
    def page_link(self, context: Context, path: str, words: str, anchor: str = "") -> Markup:
        """A link to a page from its path."""
        return self._to(context, words, path, anchor)

    def _to(self, context: Context, words: str, path: str, anchor: str = "") -> Markup:
        target = addresses.relative(path, context["page"].path)
        return link(words, target + (f"#{anchor}" if anchor else ""))

    @pass_context
    def links(self, context: Context, ids: Iterable[str]) -> Markup:
        """Links to records, with commas between."""
        return Markup(", ").join(self.link(context, id) for id in ids)

    @pass_context
    def counted_links(self, context: Context, counts: Iterable[tuple[str, int]]) -> Markup:
        """Links to records, each with a number."""
        return Markup(", ").join(self.link(context, id) + f" ({n})" for id, n in counts)

    @pass_context
    def section_link(self, context: Context, section: str, words: str = "") -> Markup:
        """A link to the index of a collection, or to an overview."""
        title = COLLECTIONS[section].label if section in COLLECTIONS else OVERVIEWS[section].title
        return self._to(context, words or title, addresses.index(section))

    @pass_context
    def statements_link(self, context: Context, source: str, id: str, words: str) -> Markup:
        """A link to the page of all that `source` says of the record `id`."""
        collection = self.knowledge.entries[id].collection
        return self._to(context, words, addresses.statements(collection, id, source))

    @pass_context
    def prose(self, context: Context, text: str) -> Markup:
        """Prose on one line, its links resolved."""
        return Markup("").join(
            self.link(context, piece.id, piece.words) if isinstance(piece, Link) else _inline(piece)
            for piece in segments(text)
        )

    @pass_context
    def lead(self, context: Context, text: str) -> Markup:
        """The first sentence of some prose, its links resolved."""
        return self.prose(context, first_sentence(text)[0])

    @pass_context
    def rest(self, context: Context, text: str) -> Markup:
        """What follows the first sentence of some prose, in paragraphs."""
        rest = blocks(first_sentence(text)[1])
        return Markup("\n\n").join(self.prose(context, block) for block in rest)

    def date_of(self, id: str) -> str:
        """The date of the source `id`, in English."""
        return str(self.knowledge.source(id).date)

    @pass_context
    def permalink(self, context: Context, said: Said) -> Markup:
        """A link to a statement's own place, on its source's page."""
        return self.link(context, said.source, "#", addresses.statement_anchor(said.statement.id))

    @pass_context
    def paragraphs(self, context: Context, said: Said) -> Markup:
        """A link to the paragraphs of a statement on its source's page: `Wayne 2021 ¶22`."""
        numbers = said.statement.para
        words = f"{self.knowledge.name(said.source)} {paragraphs(numbers)}"
        return self.link(context, said.source, words, addresses.paragraph_anchor(numbers[0]))

    def passage(self, said: Said) -> Markup:
        """A text's own words, as a link to where they stand in it if the text is online."""
        phrase = said.statement.phrase
        address = self.knowledge.source(said.source).text_url
        if not address:
            return escape(f"“{phrase}”")
        target = f"{addresses.outside(address)}#:~:text={text_fragment(phrase)}"
        return link(f"“{phrase}”", target)

    @pass_context
    def advice(self, context: Context, address: str) -> Markup:
        """A link to a recommendation, from its address `source/statement`."""
        source, _, id = address.partition("/")
        return self.link(context, source, anchor=addresses.statement_anchor(id))

    @pass_context
    def references(self, context: Context, ids: Iterable[str]) -> Markup:
        """Links to records, and to statements from their addresses."""
        return Markup(", ").join(
            self.advice(context, id) if "/" in id else self.link(context, id) for id in ids
        )

    @pass_context
    def subject(self, context: Context, difference: Difference) -> Markup:
        """What changed, with a link: a page stands wherever one stood in an edition."""
        source, _, statement = difference.id.partition("/")
        if not statement:
            path = addresses.page(difference.kind, difference.id)
            return self._to(context, difference.words, path)
        present = {one.statement.id for one in self.knowledge.said_in.get(source, ())}
        anchor = addresses.statement_anchor(statement) if statement in present else ""
        name = self.knowledge.name(source) if source in self.knowledge.entries else source
        place = self._to(context, name, addresses.page("sources", source), anchor)
        words = escape(f"“{shorten(difference.words, LONGEST_STATEMENT)}”")
        return Markup(f"{words} ({place})")

    @pass_context
    def cites(self, context: Context, citations: Iterable[Citation]) -> Markup:
        """Links to cited paragraphs: `Wayne 2021 ¶22`."""
        return Markup("; ").join(
            self._to(
                context,
                f"{self.knowledge.name(cited.source)} {paragraphs(cited.paragraphs)}",
                self.path(cited.source),
                addresses.paragraph_anchor(cited.paragraphs[0]),
            )
            for cited in citations
        )


def _inline(text: str) -> Markup:
    """Text between links: the spaces at its ends count."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return Markup(before) + escape(text) + Markup(after)


def text_fragment(phrase: str) -> str:
    """`phrase` for the end of an address that leads to it: a URL text directive."""
    return quote(phrase, safe="").replace("-", "%2D")


def data(value: Decimal, words: str = "") -> Markup:
    """A number for readers and for scripts: `<data value="5600000">5.6 million</data>`."""
    return Markup(f'<data value="{value:f}">{escape(words or quantity(value))}</data>')


def time(when: When) -> Markup:
    """A date for readers and for scripts: `<time datetime="2016-06" data-sort="20160601">`.

    It sorts by its first day, and with an open beginning by its last. HTML has no form for
    seasons, spans, uncertain dates and years before our era.
    """
    year, month, day = when.last if when.first == BEGINNING else when.first
    key = year * 10_000 + month * 100 + day
    exact = exact_date(when)
    if exact and not exact.season and year > 0:
        return Markup(f'<time datetime="{exact.iso}" data-sort="{key}">{escape(when)}</time>')
    return Markup(f'<span data-sort="{key}">{escape(when)}</span>')
