"""Statements: single things that a source says, each of one of five kinds."""

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from intermestic.records.fields import (
    ACTORS,
    AREAS,
    SOURCES,
    SUBJECTS,
    Cites,
    Date,
    Id,
    Model,
    Number,
    Paragraphs,
    ProseText,
    Relates,
    StatementAddress,
    StringList,
)

PHRASE_WORDS = 12
KIND = "what kind of statement it is"
KINDS = ("fact", "assessment", "recommendation", "forecast", "figure")
# The fields that may be given once for a group of statements.
SHARED = ("para", "areas", "said_by")

Outcome = Literal["done", "begun", "in part", "not done", "reversed", "unclear"]


class FollowUp(Model):
    """A later source's report of what came of a recommendation or forecast."""

    outcome: Outcome = Field(
        description="what came of it, in a word: the editors' reading of the paragraphs cited"
    )
    text: ProseText = Field(description="what came of it, in our words")
    cite: Cites = Field(min_length=1, description="the paragraphs of the later source")


class _Statement(Model):
    """One thing that a source says, in our words."""

    id: Id = Field(description="a name for it, unique within the source")
    para: Paragraphs = Field(description="the paragraph or paragraphs that say it")
    phrase: str = Field(description=f"up to {PHRASE_WORDS} of the text's own words")
    text: ProseText = Field(description="what it says, in our words")
    when: Date | None = Field(None, description="the date or period of what is said")
    about: Annotated[StringList, Relates(SUBJECTS, "statements")] = Field(
        (), description="records it is about besides those that its text links to"
    )
    areas: Annotated[StringList, Relates(AREAS, "statements")] = Field(
        (), description="the fields of policy it belongs to"
    )
    said_by: Annotated[StringList, Relates(ACTORS, "said")] = Field(
        (), description="whoever says it, if not the authors of the text"
    )
    note: ProseText | None = Field(None, description="an editor's note")


class Fact(_Statement):
    """Something that the source states as having happened or being so."""

    kind: Literal["fact"] = Field(description=KIND)


class Assessment(_Statement):
    """A judgement: the author's, or that of whoever `said_by` names."""

    kind: Literal["assessment"] = Field(description=KIND)
    hedge: str | None = Field(None, description="the text's hedge, such as 'seems' or 'perhaps'")


class LooksAhead(_Statement):
    """A statement that later sources may report on."""

    follow_ups: tuple[FollowUp, ...] = Field(
        (), description="what later sources report of it, one each"
    )
    silent: Annotated[StringList, Relates(SOURCES, "no_word_on")] = Field(
        (), description="later sources that were searched for it and say nothing of it"
    )


class Recommendation(LooksAhead):
    """Something that should be done, and who should do it."""

    kind: Literal["recommendation"] = Field(description=KIND)
    addressees: Annotated[StringList, Relates(ACTORS, "advice")] = Field(
        min_length=1, description="who should act"
    )
    repeats: Annotated[StringList, StatementAddress()] = Field(
        (), description="earlier recommendations, as source/statement"
    )


class Forecast(LooksAhead):
    """Something that the source expects, with its hedge."""

    kind: Literal["forecast"] = Field(description=KIND)
    hedge: str = Field(description="the text's hedge, such as 'likely'")
    horizon: Date | None = Field(None, description="by when")


class Conversion(Model):
    """A figure converted to another unit by the editors, so that it can be compared."""

    rdf_class: ClassVar[str] = "schema:QuantitativeValue"

    value: Number = Field(description="the number, in full base units")
    unit: str = Field(description="the unit")
    how: str = Field(description="how it was worked out")


class Figure(_Statement):
    """A number that the source states as fact."""

    kind: Literal["figure"] = Field(description=KIND)
    value: Number = Field(description="the number, in full base units")
    upper: Number | None = Field(None, description="the upper end of a range")
    unit: str = Field(description="the unit, such as 'US dollars a year'")
    counts: str = Field(description="what is counted")
    as_of: Date | None = Field(None, description="when the number holds")
    hedge: str | None = Field(None, description="the text's hedge, such as 'more than'")
    measure: str | None = Field(
        None, description="what it measures, in the same words on each figure comparable with it"
    )
    converted: Conversion | None = Field(None, description="in the unit of the others it is like")

    @property
    def common_unit(self) -> str:
        """The unit in which it can be compared with others of its measure."""
        return self.converted.unit if self.converted else self.unit


Statement = Annotated[
    Fact | Assessment | Recommendation | Forecast | Figure, Field(discriminator="kind")
]
# The same, as a tuple of classes.
STATEMENTS = get_args(get_args(Statement)[0])
