"""How much of a source its statements and omissions account for."""

from dataclasses import dataclass

from .knowledge import KnowledgeBase


@dataclass(frozen=True)
class Coverage:
    """How many paragraphs of a source have statements, are omitted, or await a reading."""

    paragraphs: int
    stated: int
    omitted: int
    statements: int

    @property
    def open(self) -> int:
        return self.paragraphs - self.stated - self.omitted


def coverage(knowledge: KnowledgeBase, id: str) -> Coverage:
    """What the statements and omissions of the source `id` account for."""
    source = knowledge.source(id)
    stated = {number for statement in source.statements for number in statement.para}
    omitted = {number for omission in source.omitted for number in omission.para}
    return Coverage(source.paragraphs, len(stated), len(omitted), len(source.statements))
