"""The paragraphs of a source, and how many of them its statements and omissions account for."""

from collections.abc import Iterator
from dataclasses import dataclass

from intermestic.records.source import Section, Source


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source: its section, and the reason if nothing is taken from it."""

    number: int
    section: Section
    reason: str


@dataclass(frozen=True)
class Coverage:
    """How many paragraphs of a source have statements or are left out, and which are open.

    `stated` and `omitted` count paragraphs; `statements` counts statements.
    """

    paragraphs: int
    stated: int
    omitted: int
    statements: int
    open_paragraphs: tuple[int, ...]

    @property
    def open(self) -> int:
        """The number of paragraphs that have neither statements nor a reason for none."""
        return len(self.open_paragraphs)


def paragraphs_of(source: Source) -> Iterator[Paragraph]:
    """Yield every paragraph of `source`, in order."""
    reasons = {number: it.reason for it in source.omitted for number in it.para}
    sections = {section.first: section for section in source.sections}
    section = source.sections[0]
    for number in range(1, source.paragraphs + 1):
        section = sections.get(number, section)
        yield Paragraph(number, section, reasons.get(number, ""))


def coverage_of(source: Source) -> Coverage:
    """Return what the statements and omissions of `source` account for."""
    stated = {number for statement in source.statements for number in statement.para}
    omitted = {number for omission in source.omitted for number in omission.para}
    rest = tuple(sorted({*range(1, source.paragraphs + 1)} - stated - omitted))
    return Coverage(source.paragraphs, len(stated), len(omitted), len(source.statements), rest)
