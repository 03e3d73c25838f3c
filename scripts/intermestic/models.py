"""The records: every field declared once, with its type, its meaning and what it points at.

Loading, checking, cross-linking and the pages read their rules from here. A `Relates` mark
makes a field a relation; the link stage derives its inverse, so nobody writes a back-link.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)

from .names import without_accents
from .when import When, parse_when

PHRASE_WORDS = 12


@dataclass(frozen=True)
class Relates:
    """Marks a field that names other records: which collections, and its name from each end."""

    to: tuple[str, ...]
    label: str
    inverse: str
    acyclic: bool = False


@dataclass(frozen=True)
class Prose:
    """Marks a field of running text, in which `[[id]]` links to a record."""


@dataclass(frozen=True, order=True)
class Citation:
    """Paragraphs of a source, written `wayne-2021#22`, `wayne-2021#21-22` or `…#9,11`."""

    source: str
    paragraphs: tuple[int, ...]


def parse_paragraphs(text: object) -> tuple[int, ...]:
    """Paragraph numbers from `22`, `21-22` or `9,11`; raises ValueError for anything else."""
    numbers: set[int] = set()
    for part in str(text).split(","):
        match = re.fullmatch(r"\s*([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?\s*", part)
        if not match or (match[2] and int(match[2]) <= int(match[1])):
            raise ValueError("paragraph numbers such as 22, 21-22 or 9,11")
        numbers.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return tuple(sorted(numbers))


def parse_citation(text: object) -> Citation:
    """A citation from `wayne-2021#22`; raises ValueError for anything else."""
    source, hash_sign, paragraphs = str(text).partition("#")
    if not hash_sign or isinstance(text, dict | list):
        raise ValueError("a citation such as wayne-2021#22")
    return Citation(source, parse_paragraphs(paragraphs))


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _date(value: Any) -> When:
    if not isinstance(value, str):
        raise ValueError("a date, as text")
    return parse_when(value)


Date = Annotated[When, PlainValidator(_date), WithJsonSchema({"type": "string"})]
Paragraphs = Annotated[
    tuple[int, ...],
    PlainValidator(parse_paragraphs),
    WithJsonSchema({"type": ["string", "integer"]}),
]
Cite = Annotated[
    Citation,
    PlainValidator(parse_citation),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9-]+#[0-9, -]+$"}),
]
Cites = Annotated[tuple[Cite, ...], BeforeValidator(_listed)]
Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]
ProseText = Annotated[str, Prose()]

PLURALS = {"country": "Countries", "body": "Bodies"}
ACTORS, INITIATIVES, AREAS = ("actors",), ("initiatives",), ("policy_areas",)
SUBJECTS = (*ACTORS, *INITIATIVES, "dates", *AREAS, "terms")


class Model(BaseModel):
    """What all parts of a record share: nothing unknown gets in, nothing changes after."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)


class Relation(Model):
    """A tie to another record, with the paragraph that says so or the editors' reason."""

    id: str = Field(description="the id of the other record")
    when: Date | None = Field(None, description="when it holds")
    note: ProseText | None = Field(None, description="an editor's note")
    cite: Cites = Field((), description="the paragraphs that say so")
    editorial: str | None = Field(None, description="why it stands here though no text says it")

    @model_validator(mode="after")
    def _has_one_ground(self) -> Self:
        if bool(self.cite) == bool(self.editorial):
            raise ValueError("either 'cite' or 'editorial'")
        return self

    @property
    def detail(self) -> str:
        """What to say of the tie besides its date, if anything."""
        return ""


class Office(Relation):
    """An office held, or to be held, in a country, body or organisation."""

    office: str = Field(description="the name of the office")
    standing: Literal["held", "designate", "proposed", "former"] = Field(
        "held", description="whether it was held when the text was written"
    )

    @property
    def detail(self) -> str:
        return self.office if self.standing == "held" else f"{self.office} ({self.standing})"


class Party(Relation):
    """A side of an agreement, programme, forum or negotiation."""

    role: str | None = Field(None, description="its part in it")

    @property
    def detail(self) -> str:
        return self.role or ""


class StatusReport(Model):
    """How one source saw the standing of an initiative."""

    text: ProseText = Field(description="the status, in our words")
    cite: Cites = Field(min_length=1, description="the paragraphs that say so")


class FollowUp(Model):
    """What a later source reports of a recommendation or forecast."""

    text: ProseText = Field(description="what came of it, in our words")
    cite: Cites = Field(min_length=1, description="the paragraphs of the later source")


class Record(Model):
    """What every record has."""

    label: ClassVar[str]
    singular: ClassVar[str]
    # The field that says in prose what the record is.
    lead: ClassVar[str] = "summary"

    name: str = Field(description="the name by which readers know it")
    aliases: Names = Field((), description="other names, spellings and acronyms")
    former_ids: Names = Field((), description="ids it had before, kept as redirects")
    cite: Cites = Field((), description="the paragraphs on which the record rests")
    note: ProseText | None = Field(None, description="an editor's note on a problem in the texts")
    editorial: ProseText | None = Field(None, description="what in the record no text says")

    @property
    def other_names(self) -> tuple[str, ...]:
        """Its aliases, and each of its names without accents, for those who search for them."""
        names = (self.name, *self.aliases)
        others = dict.fromkeys((*self.aliases, *map(without_accents, names)))
        return tuple(name for name in others if name != self.name)

    @property
    def group(self) -> str:
        """The heading under which the collection's index lists it."""
        return ""

    @property
    def sort_key(self) -> tuple:
        """Orders records within their collection, before their folded names do."""
        return ()


class Typed(Record):
    """A record of one of several types, listed type by type in the order of declaration."""

    type: str

    @property
    def group(self) -> str:
        return PLURALS.get(self.type, f"{self.type}s".capitalize())

    @property
    def sort_key(self) -> tuple:
        types = get_args(type(self).model_fields["type"].annotation)
        return (types.index(self.type),)


class Actor(Typed):
    """A person, country, government, body, organisation, region or group."""

    label = "Actors"
    singular = "Actor"

    type: Literal["person", "country", "government", "body", "organisation", "region", "group"] = (
        Field(description="what kind of actor")
    )
    sort_name: str | None = Field(None, description="the name under which a list sorts it")
    summary: ProseText = Field(description="who or what it is, in our words")
    offices: Annotated[tuple[Office, ...], Relates(ACTORS, "Offices", "Office holders")] = ()
    part_of: Annotated[tuple[Relation, ...], Relates(ACTORS, "Part of", "Parts", acyclic=True)] = ()
    member_of: Annotated[
        tuple[Relation, ...], Relates((*ACTORS, *INITIATIVES), "Member of", "Members")
    ] = ()


class Initiative(Typed):
    """An agreement, programme, mechanism, dialogue, forum, negotiation, doctrine or proposal."""

    label = "Initiatives"
    singular = "Initiative"

    type: Literal[
        "agreement", "programme", "mechanism", "dialogue", "forum", "negotiation",
        "doctrine", "proposal", "law", "measure",
    ] = Field(description="what kind of initiative")  # fmt: skip
    when: Date | None = Field(None, description="its life, as far as the texts give it")
    summary: ProseText = Field(description="what it is, in our words")
    status: tuple[StatusReport, ...] = Field((), description="its standing, source by source")
    parties: Annotated[tuple[Party, ...], Relates(ACTORS, "Who took part", "Took part in")] = ()
    areas: Annotated[Names, Relates(AREAS, "Policy areas", "Initiatives")] = ()
    part_of: Annotated[
        tuple[Relation, ...], Relates(INITIATIVES, "Part of", "Parts", acyclic=True)
    ] = ()
    succeeded_by: Annotated[
        tuple[Relation, ...], Relates(INITIATIVES, "Succeeded by", "Successor of", acyclic=True)
    ] = ()


class DateRecord(Record):
    """Something that happened, or is due, at a date."""

    label = "Dates"
    singular = "Date"

    type: Literal["happened", "due"] = Field(
        description="'due' if it still lay ahead when the text was written"
    )
    when: Date = Field(description="the date, no more precise than the texts give it")
    place: ProseText | None = Field(None, description="where")
    summary: ProseText = Field(description="what happened, in our words")
    participants: Annotated[Names, Relates(ACTORS, "Participants", "Dates")] = ()
    initiatives: Annotated[Names, Relates(INITIATIVES, "Initiatives", "Dates")] = ()
    areas: Annotated[Names, Relates(AREAS, "Policy areas", "Dates")] = ()

    @property
    def group(self) -> str:
        return self.when.years

    @property
    def sort_key(self) -> tuple:
        return (self.when,)


class PolicyArea(Record):
    """A field of policy."""

    label = "Policy areas"
    singular = "Policy area"
    lead = "scope"

    scope: ProseText = Field(description="what falls under it")
    parent: Annotated[str | None, Relates(AREAS, "Wider area", "Narrower areas", acyclic=True)] = (
        None
    )


class Term(Record):
    """A term of art."""

    label = "Terms"
    singular = "Term"
    lead = "definition"

    definition: ProseText = Field(description="what it means, in plain words")
    coined_by: Annotated[tuple[Relation, ...], Relates(ACTORS, "Coined by", "Coined")] = ()
    used_by: Annotated[tuple[Relation, ...], Relates(ACTORS, "Used by", "Uses the term")] = ()


class _Statement(Model):
    """One thing that a source says, in our words."""

    id: str = Field(description="a name for it, unique within the source")
    para: Paragraphs = Field(description="the paragraph or paragraphs that say it")
    phrase: str = Field(description=f"up to {PHRASE_WORDS} of the text's own words")
    text: ProseText = Field(description="what it says, in our words")
    when: Date | None = Field(None, description="the date or period of what is said")
    about: Annotated[Names, Relates(SUBJECTS, "About", "Statements")] = Field(
        (), description="records it is about besides those that its text links to"
    )
    areas: Annotated[Names, Relates(AREAS, "Policy areas", "Statements")] = ()
    said_by: Annotated[Names, Relates(ACTORS, "Said by", "What it said")] = ()
    note: ProseText | None = Field(None, description="an editor's note")


class Fact(_Statement):
    """What the source states as having happened or being so."""

    kind: Literal["fact"]


class Assessment(_Statement):
    """A judgement: the author's, or that of whoever `said_by` names."""

    kind: Literal["assessment"]


class Recommendation(_Statement):
    """What should be done, and by whom."""

    kind: Literal["recommendation"]
    addressees: Annotated[Names, Relates(ACTORS, "Addressed to", "Advice to it")] = Field(
        min_length=1, description="who should act"
    )
    repeats: Names = Field((), description="earlier recommendations, as source/statement")
    follow_ups: tuple[FollowUp, ...] = Field((), description="what later sources report of it")


class Forecast(_Statement):
    """What the source expects, with its hedge."""

    kind: Literal["forecast"]
    hedge: str = Field(description="the text's hedge, such as 'likely'")
    horizon: Date | None = Field(None, description="by when")
    follow_ups: tuple[FollowUp, ...] = Field((), description="what later sources report of it")


class Figure(_Statement):
    """A number that the source states as fact."""

    kind: Literal["figure"]
    value: Decimal = Field(description="the number, in full base units")
    upper: Decimal | None = Field(None, description="the upper end of a range")
    unit: str = Field(description="the unit, such as 'US dollars a year'")
    counts: str = Field(description="what is counted")
    as_of: Date | None = Field(None, description="when the number holds")
    hedge: str | None = Field(None, description="the text's hedge, such as 'more than'")


Statement = Annotated[
    Fact | Assessment | Recommendation | Forecast | Figure, Field(discriminator="kind")
]


class Section(Model):
    """A part of a text: its heading and the number of its first paragraph."""

    heading: str
    first: int = Field(ge=1)


class Omission(Model):
    """Paragraphs without statements, and why."""

    para: Paragraphs
    reason: ProseText


class Source(Record):
    """A text, with all that it says as statements."""

    label = "Sources"
    singular = "Source"

    title: str | None = Field(None, description="its title, if it has one")
    type: str = Field(description="what kind of text, such as 'policy brief'")
    authors: Annotated[Names, Relates(ACTORS, "Authors", "Texts written")] = ()
    authorship: ProseText = Field(description="how its authorship is known")
    publisher: ProseText | None = Field(None, description="who published it")
    series: str | None = Field(None, description="the series it belongs to")
    issue: str | None = Field(None, description="the issue of a journal")
    date: Date = Field(description="its date")
    date_basis: ProseText = Field(description="how its date is known")
    url: WebAddress | None = Field(None, description="its publisher's page")
    text_url: WebAddress | None = Field(None, description="a web page that has the whole text")
    summary: ProseText = Field(description="what it argues, in our words")
    paragraphs: int = Field(ge=1, le=99_999, description="how many paragraphs it has")
    sections: tuple[Section, ...] = Field(min_length=1, description="its parts, in order")
    statements: tuple[Statement, ...] = Field((), description="what it says")
    omitted: tuple[Omission, ...] = Field((), description="paragraphs without statements")

    @property
    def sort_key(self) -> tuple:
        return (self.date,)


COLLECTIONS: dict[str, type[Record]] = {
    "actors": Actor,
    "initiatives": Initiative,
    "dates": DateRecord,
    "policy_areas": PolicyArea,
    "terms": Term,
    "sources": Source,
}

Step = str | int
Path = tuple[Step, ...]


def walk(model: Model, path: Path = ()) -> Iterator[tuple[Path, tuple, Any]]:
    """Each value in `model`, depth first: its path, the marks of its field, and itself."""
    for name, field in type(model).model_fields.items():
        yield from _walk_value(getattr(model, name), tuple(field.metadata), (*path, name))


def _walk_value(value: Any, marks: tuple, path: Path) -> Iterator[tuple[Path, tuple, Any]]:
    if value is None:
        return
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk_value(item, marks, (*path, index))
        return
    yield path, marks, value
    if isinstance(value, Model):
        yield from walk(value, path)
