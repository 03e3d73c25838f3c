"""The data as files: every form in which they leave the site, each made by a pure function.

A module holds one form. Equal knowledge and an equal publication make equal bytes.
"""

from ..knowledge import KnowledgeBase
from ..publication import Publication
from . import calendar, database, discovery, feed, graph, linked_data, tables
from .export import Export, Exported

EXPORTS = (
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
    Export("Feed", "What changed from edition to edition, for a feed reader", feed.files),
)


def exports(knowledge: KnowledgeBase, publication: Publication) -> tuple[Exported, ...]:
    """Every export of the data, with its files."""
    return tuple(Exported(one, one.files(knowledge, publication)) for one in EXPORTS)


def site_files(
    knowledge: KnowledgeBase, publication: Publication, made: tuple[Exported, ...]
) -> dict[str, bytes]:
    """All files that stand beside the pages: those of the exports `made`, and what finds them."""
    files = {path: content for exported in made for path, content in exported.files.items()}
    return files | discovery.files(knowledge, publication, made)
