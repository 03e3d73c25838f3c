"""All that pages and exports are made of."""

from dataclasses import dataclass
from functools import cached_property

from intermestic.editions.history import EditionHistory
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import Publication
from intermestic.serialization.columns import Table
from intermestic.serialization.models import KnowledgeFile
from intermestic.serialization.tables import tables_of


@dataclass(frozen=True, eq=False)
class Content:
    """The knowledge base, where and in which edition it is published, and its JSON form."""

    knowledge: KnowledgeBase
    publication: Publication
    editions: EditionHistory
    serialized: KnowledgeFile

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The data as tables: what CSV files and the database hold."""
        return tables_of(self.knowledge, self.publication)
