"""The model of a source: the facts of a text, what it says, and how much of it that covers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from intermestic.records.base import Record, SortKey
from intermestic.records.fields import (
    ACTORS,
    Date,
    Model,
    Paragraphs,
    ProseText,
    Relates,
    StringList,
    WebAddress,
    WholeNumber,
    of_form,
)
from intermestic.records.prose import links
from intermestic.records.statements import Statement

ENGLISH = "en"
# The section before the first heading of a text.
OPENING = "Opening"
# The number of an issue: 12, 3-4, 2/2021, S1.
Issue = Annotated[
    str,
    AfterValidator(
        of_form(
            r"[0-9A-Za-z]{1,8}([-–/.][0-9A-Za-z]{1,8}){0,2}",
            "a number such as 12 or 3-4; a season belongs in 'date'",
        )
    ),
]


class KeyPoint(Model):
    """One of the few points that a text makes above all."""

    text: ProseText = Field(description="the point, in our words")
    para: Paragraphs = Field(description="the paragraph or paragraphs that make it")


class Section(Model):
    """A part of a text: its heading and the number of its first paragraph."""

    heading: str = Field(description="its heading")
    first: WholeNumber = Field(ge=1, description="the number of its first paragraph")


class Omission(Model):
    """Paragraphs without statements, and why."""

    para: Paragraphs = Field(description="the paragraph or paragraphs left out")
    reason: ProseText = Field(description="why nothing is taken from them")


class OtherMeaning(Model):
    """Words of a text that are the name of a record and do not mean it, and why."""

    para: Paragraphs = Field(description="the paragraph or paragraphs that have them")
    words: str = Field(description="the text's own words, such as 'Mexicans in the United States'")
    reason: ProseText = Field(description="what they mean instead")


class NoView(Model):
    """Records of which a text says too little for a position or an account, and why."""

    text: ProseText = Field(description="which, as links, and why")


class Printing(Model):
    """Another printing of a text; the statements are of the one that its source is."""

    where: ProseText = Field(description="who printed it, by its name alone")
    date: Date = Field(description="its date")
    url: WebAddress | None = Field(None, description="a web page that has it")
    differs: ProseText | None = Field(None, description="in what its words differ, as far as known")


class Source(Record):
    """A text, with all that it says as statements."""

    dated_by = "date"
    lead = "thesis"
    rdf_class = "schema:CreativeWork"
    slug = "source"

    title: str | None = Field(None, description="its title, if it has one")
    type: str = Field(description="what kind of text, such as 'policy brief'")
    language: Literal["es", "fr"] | None = Field(
        None, description="the language it is written in, if not English"
    )
    authors: Annotated[StringList, Relates(ACTORS, "texts")] = Field((), description="who wrote it")
    authorship: ProseText = Field(description="how its authorship is known")
    journal: ProseText | None = Field(
        None, description="the journal, magazine or newspaper it appeared in, by its name alone"
    )
    issue: Issue | None = Field(None, description="the number of the issue of the journal")
    publisher: ProseText | None = Field(
        None, description="who published it, or the journal, by its name alone"
    )
    series: str | None = Field(None, description="the series it belongs to, by its name alone")
    date: Date = Field(description="its date")
    date_basis: ProseText = Field(description="how its date is known")
    printings: tuple[Printing, ...] = Field((), description="where else it was printed")
    url: WebAddress | None = Field(None, description="its publisher's page")
    text_url: WebAddress | None = Field(None, description="a web page that has the whole text")
    thesis: ProseText = Field(description="what it argues, in one sentence of our words")
    key_points: tuple[KeyPoint, ...] = Field(
        (), max_length=5, description="the points that it makes above all, at most five"
    )
    paragraphs: WholeNumber = Field(ge=1, description="how many paragraphs it has")
    sections: tuple[Section, ...] = Field(min_length=1, description="its parts, in order")
    statements: tuple[Statement, ...] = Field((), description="what it says")
    omitted: tuple[Omission, ...] = Field((), description="paragraphs without statements")
    not_meant: tuple[OtherMeaning, ...] = Field(
        (), description="names of records in the text that do not mean them"
    )
    no_view: tuple[NoView, ...] = Field(
        (), description="records of which it says too little for a position or an account"
    )

    @property
    def declined(self) -> frozenset[str]:
        """The ids of the records of which it says too little for a position or an account."""
        return frozenset(link.id for it in self.no_view for link in links(it.text))

    @property
    def sort_key(self) -> SortKey:
        """Its date."""
        return (self.date,)

    @property
    def written_in(self) -> str:
        """The code of the language it is written in."""
        return self.language or ENGLISH


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
