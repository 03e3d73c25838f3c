"""How to cite, in words: a source, a statement in it, a page of this site."""

from dataclasses import replace

from . import addresses
from .fields import paragraphs
from .knowledge import KnowledgeBase, Said
from .names import listed
from .publication import Publication
from .works import Work, source_work


def citation(work: Work, locator: str = "") -> str:
    """How to cite a work: `Ana Author, “Title”, Publisher, 2021, ¶22, https://…`."""
    container = f"in {work.container}" if work.kind == "page" and work.container else work.container
    parts = (
        listed(author.name for author in work.authors) or "Unnamed author",
        f"“{work.title}”" if work.title else f"untitled {work.form}",
        container,
        work.publisher,
        f"edition {work.edition}" if work.edition else "",
        work.issue or str(work.date),
        locator,
        work.url,
    )
    return ", ".join(filter(None, parts))


def statement_citation(said: Said, knowledge: KnowledgeBase, publication: Publication) -> str:
    """How to cite a statement: the text with its paragraph, and where it stands on this site.

    `Ana Author, “Title”, 2021, ¶22; in Intermestic, edition 0.1, https://…/#s-…`.
    """
    text = replace(source_work(knowledge, said.source), container="", publisher="", url="")
    permalink = addresses.statement(publication.address, said.source, said.statement.id)
    site = f"in {publication.name}, edition {publication.edition.number}, {permalink}"
    return f"{citation(text, paragraphs(said.statement.para))}; {site}"
