"""What nodes of linked data refer to: records, statements and paragraphs, by their IRIs."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.exports.nodes import Reference
from intermestic.knowledge import KnowledgeBase
from intermestic.records.citations import Citation


@dataclass(frozen=True)
class References:
    """The references to what `knowledge` holds, on the site at the address `site`."""

    knowledge: KnowledgeBase
    site: str

    def iri(self, collection: str, id: str) -> str:
        """Return the IRI of what a record is about, by any of its ids."""
        return addresses.entity_iri(self.site, addresses.page(collection, id))

    def record(self, id: str) -> Reference:
        """Return what the record `id` is about, by its IRI and name."""
        entry = self.knowledge.entries[id]
        return Reference(self.iri(entry.collection, id), entry.record.name)

    def records(self, ids: Iterable[str]) -> list[Reference]:
        """Return what each of the records is about, by its IRI and name."""
        return [self.record(id) for id in ids]

    def statement(self, address: str) -> Reference:
        """Return the statement source/statement."""
        return Reference(addresses.statement(self.site, address))

    def paragraphs(self, source: str, numbers: Iterable[int]) -> list[Reference]:
        """Return the paragraphs of a source with these numbers."""
        return [Reference(addresses.paragraph(self.site, source, number)) for number in numbers]

    def cited(self, citations: Iterable[Citation]) -> list[Reference]:
        """Return the paragraphs that are cited."""
        return [it for cite in citations for it in self.paragraphs(cite.source, cite.paragraphs)]
