"""Every export, with its name, what it is for, and the function that makes its files."""

from collections.abc import Iterable

from intermestic.citations import formats as bibliography
from intermestic.editions.history import EditionHistory
from intermestic.exports import calendar, database, discovery, feed, graph, linked_data, tables
from intermestic.exports.base import Export, Exported
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Frame
from intermestic.reading.publication import Publication
from intermestic.serialization import kb

DATA = (
    Export(
        "Everything",
        "All records, statements and ties as one JSON file, with its JSON Schema; and a file for "
        "each record beside its page",
        kb.files,
    ),
    Export(
        "Tables",
        "CSV tables for spreadsheets, pandas and R, with a Frictionless Data Package descriptor "
        "that gives each column's type and meaning and each table's keys",
        tables.files,
    ),
    Export(
        "Database",
        "The same tables as an SQLite database, with views and full-text search in which accents "
        "do not count, and descriptions of its columns for Datasette",
        database.files,
    ),
    Export(
        "Bibliography",
        "The sources for a reference manager: BibTeX, RIS and CSL-JSON",
        lambda knowledge, publication: bibliography.files(knowledge),
    ),
    Export(
        "Linked data",
        "The records, statements and ties as one graph, in JSON-LD and in Turtle: schema.org "
        "terms, SKOS for policy areas and terms, PROV for where each statement comes from",
        linked_data.files,
    ),
    Export(
        "Graph",
        "The records and the ties between them, in GraphML and in GEXF, for Gephi, Cytoscape, "
        "networkx and igraph",
        graph.files,
    ),
    Export(
        "Calendar",
        "The dates, for a calendar program; one that is not known to the day lasts as long as it "
        "may mean, and says so",
        calendar.files,
    ),
)


def registry(editions: EditionHistory) -> tuple[Export, ...]:
    """Every export; the feed tells of `editions`."""
    news = Export(
        "Feed",
        "What changed from edition to edition, for a feed reader",
        lambda knowledge, publication: feed.files(publication, editions),
    )
    return (*DATA, news)


def exports(
    knowledge: KnowledgeBase, publication: Publication, editions: EditionHistory
) -> tuple[Exported, ...]:
    """Every export, with its files."""
    return tuple(Exported(one, one.files(knowledge, publication)) for one in registry(editions))


def site_files(
    publication: Publication, frames: Iterable[Frame], made: tuple[Exported, ...]
) -> dict[str, bytes]:
    """All files that stand beside the pages: those of the exports `made`, and what finds them."""
    files = {path: content for exported in made for path, content in exported.files.items()}
    return files | discovery.files(publication, frames, made)
