"""How much of a source its statements and omissions account for."""

from dataclasses import dataclass

from intermestic.knowledge import KnowledgeBase
from intermestic.records.models import Source


@dataclass(frozen=True)
class Coverage:
    """How many paragraphs of a source have statements or are omitted, and which await a reading."""

    paragraphs: int
    stated: int
    omitted: int
    statements: int
    open_paragraphs: tuple[int, ...]

    @property
    def open(self) -> int:
        return len(self.open_paragraphs)


def coverage(knowledge: KnowledgeBase, id: str) -> Coverage:
    """What the statements and omissions of the source `id` account for."""
    return coverage_of(knowledge.source(id))


def coverage_of(source: Source) -> Coverage:
    """What the statements and omissions of `source` account for."""
    stated = {number for statement in source.statements for number in statement.para}
    omitted = {number for omission in source.omitted for number in omission.para}
    rest = tuple(sorted({*range(1, source.paragraphs + 1)} - stated - omitted))
    return Coverage(source.paragraphs, len(stated), len(omitted), len(source.statements), rest)
