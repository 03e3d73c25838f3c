"""All that pages and exports are made of, and the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from intermestic.editions.history import EditionHistory
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Context, Page
from intermestic.pages.registry import MakePage, makers
from intermestic.reading.publication import Publication
from intermestic.serialization.columns import Table
from intermestic.serialization.models import KnowledgeFile
from intermestic.serialization.tables import tables_of


@dataclass(frozen=True, eq=False)
class Content:
    """The knowledge base, where and in which edition it is published, and its JSON form.

    What is made of these for several pages or exports is made once.
    """

    knowledge: KnowledgeBase
    publication: Publication
    editions: EditionHistory
    serialized: KnowledgeFile

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The data as tables: what CSV files and the database hold."""
        return tables_of(self.knowledge, self.publication)

    @cached_property
    def context(self) -> Context:
        """What pages are made of, with its links resolved."""
        return Context(self.knowledge, self.editions, self.publication.name)

    @cached_property
    def makers(self) -> Mapping[str, MakePage]:
        """What makes each of the pages, by its path."""
        return makers(self.context)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page of the records; that of the downloads is made after the exports."""
        return tuple(make() for make in self.makers.values())
