"""Works: the bibliographic facts of the sources and of this site's pages, and how to cite them.

Facts come from the records alone: a work without a title, an author or a year has none here.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from intermestic import addresses
from intermestic.english import date_in_words, listed
from intermestic.knowledge import KnowledgeBase
from intermestic.records.dates import EdtfDate
from intermestic.records.models import Actor
from intermestic.records.publication import Publication
from intermestic.records.source import Source

Kind = Literal["article", "magazine", "report", "webpage", "document", "page"]
ARTICLES: tuple[Kind, ...] = ("article", "magazine")
# Words in a source's type that make it a report.
REPORTS = ("brief", "paper", "report")


@dataclass(frozen=True)
class Author:
    """Whoever a work is credited to; `family` and `given` are empty if the name is one whole."""

    name: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True)
class Work:
    """A text that can be cited.

    `kind`: an article in an issue of a journal; one in a magazine or newspaper, which people find
    by its date; a report; a text on the web; a page of this site; or anything else.
    `form`: what kind of text a source is, in the words of its record.
    `language`: the code of the language of a text that is not in English.
    `container`: the journal, or the site on which a text or a page stands.
    `place`: where in a text a statement stands that is cited, and where on this site.
    """

    id: str
    kind: Kind
    form: str
    title: str
    authors: tuple[Author, ...]
    date: EdtfDate
    container: str = ""
    publisher: str = ""
    series: str = ""
    issue: str = ""
    edition: str = ""
    url: str = ""
    note: str = ""
    language: str = ""
    place: str = ""

    @property
    def genre(self) -> str:
        """What kind of text it is, if its title and container do not say enough."""
        return "" if self.kind in ARTICLES and self.title else self.form


def keyed_source(knowledge: KnowledgeBase, publication: Publication, id: str) -> Work:
    """Return the source `id` as a work, under the key by which reference managers know it."""
    work = source_work(knowledge, id)
    return replace(work, id=publication.key_of(work.id))


def source_work(knowledge: KnowledgeBase, id: str) -> Work:
    """Return the source `id` as a work. Raise TypeError if the record is of another collection."""
    source = knowledge.source(id)
    kind = _kind(source)
    publisher = name_in(knowledge, source.publisher)
    container = name_in(knowledge, source.journal)
    if kind == "webpage":  # it stands on the site of whoever published it
        container, publisher = publisher, ""
    return Work(
        id=knowledge.entries[id].first_id,
        kind=kind,
        form=_on_one_line(source.type),
        title=_on_one_line(source.title),
        authors=tuple(author(knowledge, id) for id in source.authors),
        date=source.date,
        container=container,
        publisher=publisher,
        series=_on_one_line(source.series),
        issue=_on_one_line(source.issue),
        url=addresses.quote_url(source.text_url or source.url or ""),
        note=f"How it is dated: {knowledge.plain(source.date_basis)}",
        language=source.language or "",
    )


def site_work(publication: Publication) -> Work:
    """Return the whole site, in the edition that is being made, as a work."""
    return Work(
        id=publication.key,
        kind="page",
        form="",
        title=publication.name,
        authors=(Author(publication.editors),),
        date=publication.edition.date,
        edition=publication.edition.number,
        url=publication.address,
    )


def page_work(path: str, title: str, knowledge: KnowledgeBase, publication: Publication) -> Work:
    """Return the page at `path` as a work; the home page is the site."""
    site = site_work(publication)
    if path == addresses.HOME:
        return site
    place = addresses.folder(path).rstrip("/").split("/")
    lasting = (e.first_id if (e := knowledge.entries.get(step)) else step for step in place)
    return replace(
        site,
        id=publication.key_of("-".join(lasting)),
        title=_on_one_line(title),
        container=publication.name,
        url=addresses.canonical(publication.address, path),
    )


def citation(work: Work, locator: str = "") -> str:
    """Return how to cite a work: `Ana Author, “Title”, Publisher, 2021, ¶22, https://…`."""
    return ", ".join(citation_parts(work, locator))


def citation_parts(work: Work, locator: str = "") -> tuple[str, ...]:
    """Return the parts of a citation, in order."""
    container = f"in {work.container}" if work.kind == "page" and work.container else work.container
    parts = (
        listed(author.name for author in work.authors) or "Unnamed author",
        f"“{work.title}”" if work.title else f"untitled {work.form}",
        container,
        work.publisher,
        f"edition {work.edition}" if work.edition else "",
        f"no. {work.issue}" if work.issue else "",
        date_in_words(work.date),
        locator,
        work.url,
    )
    return tuple(filter(None, parts))


def _kind(source: Source) -> Kind:
    if source.journal:
        return "article" if source.issue else "magazine"
    if not set(re.findall(r"\w+", source.type.casefold())).isdisjoint(REPORTS):
        return "report"
    if source.url or source.text_url:
        return "webpage"
    # What an institution published and no journal carried is cited as a report is.
    return "report" if source.publisher else "document"


def author(knowledge: KnowledgeBase, id: str) -> Author:
    """Return an author by family and given name if the sort name is the name turned round.

    Nothing else tells where a family name begins: López Obrador is one, Anthony Wayne is not.
    """
    actor = knowledge.entries[id].record
    name = _on_one_line(actor.name)
    sort_name = _on_one_line(actor.sort_name) if isinstance(actor, Actor) else ""
    family, _, given = sort_name.partition(", ")
    return Author(name, family, given) if name == f"{given} {family}" else Author(name)


def name_in(knowledge: KnowledgeBase, prose: str | None) -> str:
    """Return the name of a journal or publisher, which records have as prose."""
    return knowledge.plain(prose or "").rstrip(".")


def _on_one_line(text: str | None) -> str:
    return " ".join((text or "").split())
