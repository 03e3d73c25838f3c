"""The models of the records: each field is declared once, with its type and meaning.

Validation, links, pages, exports and forms are all derived from these declarations.
"""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, Field

from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import (
    ACTORS,
    AREAS,
    INITIATIVES,
    SUBJECTS,
    Cites,
    Date,
    Model,
    Office,
    Paragraphs,
    Party,
    ProseText,
    RelatedRecord,
    Relates,
    StringList,
    WebAddress,
    WholeNumber,
)
from intermestic.records.names import without_accents
from intermestic.records.statements import Statement

ENGLISH = "en"
# How long the story of a field of policy may be.
STORY_WORDS = 40
# The number of an issue: 12, 3-4, 2/2021, S1.
_ISSUE = re.compile(r"[0-9A-Za-z]{1,8}([-–/.][0-9A-Za-z]{1,8}){0,2}")
# What orders records within their collection: nothing, the place of a type, a date.
SortKey = tuple[int | EdtfDate, ...]


class Account(Model):
    """How one source saw the subject of a record."""

    text: ProseText = Field(description="how it saw it, in two or three lines of our words")
    cite: Cites = Field(min_length=1, description="the paragraphs of the source that say so")


class Story(Model):
    """What happened to a field of policy, as the sources tell it."""

    text: ProseText = Field(
        description=f"what happened, in one sentence of at most {STORY_WORDS} words"
    )
    cite: Cites = Field(min_length=1, description="the paragraphs that say so, of all sources")


class Standing(Model):
    """How an initiative stands, as the latest source to say so sees it."""

    state: Literal[
        "proposed",
        "agreed",
        "in force",
        "under way",
        "halted",
        "replaced",
        "ended",
        "published",
        "unknown",
    ] = Field(description="how it stands")
    when: Date | None = Field(None, description="since when, if the text says so")
    cite: Cites = Field(min_length=1, description="the paragraphs of the source that say so")


class Record(Model):
    """Base of all records, with the fields that each has."""

    # A record of the collection, as commands and new ids call it.
    slug: ClassVar[str]
    # The field that says in prose what the record is, and the one that dates it, if any.
    lead: ClassVar[str] = "summary"
    dated_by: ClassVar[str] = ""
    # In linked data: the class of what the record is about, by the record's type or else for all.
    rdf_class: ClassVar[str] = "schema:Thing"
    rdf_class_by_type: ClassVar[Mapping[str, str]] = {}
    # Whether its collection is a vocabulary, a scheme of concepts.
    is_concept: ClassVar[bool] = False
    # Whether diagrams show its relations, and whether pages follow each source on it in turn.
    in_network: ClassVar[bool] = False
    is_tracked: ClassVar[bool] = False

    name: str = Field(description="its full name")
    short_name: str | None = Field(
        None, description="the name that sentences and diagrams use, if the full one is long"
    )
    aliases: StringList = Field((), description="other names, spellings and acronyms")
    former_ids: StringList = Field(
        (), description="ids it had before, the first one last, kept as redirects"
    )
    cite: Cites = Field((), description="the paragraphs on which the record rests")
    note: ProseText | None = Field(None, description="an editor's note on a problem in the texts")
    editorial: ProseText | None = Field(None, description="what in the record no text says")

    @property
    def other_names(self) -> tuple[str, ...]:
        """Its other names, and all of them without accents, by which people search for it."""
        others = dict.fromkeys((*self.names, *map(without_accents, self.names)))
        return tuple(name for name in others if name != self.name)

    @property
    def names(self) -> tuple[str, ...]:
        """Its full name, its short name if it has one, and its aliases."""
        return tuple(filter(None, (self.name, self.short_name, *self.aliases)))

    @property
    def running_name(self) -> str:
        """The name that it has in a sentence."""
        return self.short_name or self.name

    @property
    def opening(self) -> str:
        """The prose whose first sentence its page begins with."""
        return str(getattr(self, self.lead))

    @property
    def opening_cite(self) -> tuple[Citation, ...]:
        """The paragraphs that the opening by itself rests on, if it has its own."""
        return ()

    @property
    def label(self) -> str:
        """The name that it has in a list or a diagram."""
        return self.running_name

    @property
    def listed_name(self) -> str:
        """The name under which an alphabetical list has it."""
        return self.label

    @property
    def sort_key(self) -> SortKey:
        """What orders records within their collection, before their names do."""
        return ()


class Typed(Record):
    """A record of one of several types, listed type by type in the order of declaration."""

    type: str

    @property
    def sort_key(self) -> SortKey:
        """The place of its type among the types."""
        types = get_args(type(self).model_fields["type"].annotation)
        return (types.index(self.type),)


class Discussed(Record):
    """A record on which sources can be set side by side."""

    accounts: tuple[Account, ...] = Field((), description="how each source saw it")


class Actor(Typed, Discussed):
    """A person, country, government, body, organisation, region or group."""

    rdf_class_by_type: ClassVar[Mapping[str, str]] = {
        "person": "schema:Person",
        "country": "schema:Country",
        "government": "schema:GovernmentOrganization",
        "body": "schema:GovernmentOrganization",
        "organisation": "schema:Organization",
        "region": "schema:Place",
    }
    slug = "actor"
    in_network = True

    type: Literal["person", "country", "government", "body", "organisation", "region", "group"] = (
        Field(description="what kind of actor")
    )
    sort_name: str | None = Field(None, description="the name under which a list sorts it")
    summary: ProseText = Field(description="who or what it is, in our words")
    offices: Annotated[tuple[Office, ...], Relates(ACTORS, "office_holders")] = Field(
        (), description="the offices it held, or was to hold"
    )
    part_of: Annotated[tuple[RelatedRecord, ...], Relates(ACTORS, "parts", acyclic=True)] = Field(
        (), description="the larger body, place or group it belongs to"
    )
    member_of: Annotated[tuple[RelatedRecord, ...], Relates((*ACTORS, *INITIATIVES), "members")] = (
        Field((), description="the organisations, groups and initiatives it is a member of")
    )

    @property
    def label(self) -> str:
        """A person's full name, which is no longer than others' short ones."""
        return self.name if self.type == "person" else self.running_name

    @property
    def listed_name(self) -> str:
        """The name under which it is sorted: `Biden, Joe`."""
        return self.sort_name or self.label


class Initiative(Typed, Discussed):
    """An agreement, programme, mechanism, dialogue, forum, negotiation, doctrine or proposal."""

    dated_by = "when"
    rdf_class_by_type: ClassVar[Mapping[str, str]] = {"law": "schema:Legislation"}
    slug = "initiative"
    in_network = True
    is_tracked = True

    type: Literal[
        "agreement", "programme", "mechanism", "dialogue", "forum", "negotiation",
        "doctrine", "proposal", "law", "measure", "commitment", "report",
    ] = Field(description="what kind of initiative")  # fmt: skip
    when: Date | None = Field(None, description="its life, as far as the texts give it")
    summary: ProseText = Field(description="what it is, in our words")
    standing: Standing = Field(description="how it stands, as the latest source sees it")
    proposed_by: Annotated[tuple[RelatedRecord, ...], Relates(ACTORS, "proposed")] = Field(
        (), description="who proposed it"
    )
    parties: Annotated[tuple[Party, ...], Relates(ACTORS, "party_to")] = Field(
        (), description="who took part, and as what"
    )
    areas: Annotated[StringList, Relates(AREAS, "initiatives")] = Field(
        (), description="the fields of policy it belongs to"
    )
    part_of: Annotated[tuple[RelatedRecord, ...], Relates(INITIATIVES, "parts", acyclic=True)] = (
        Field((), description="the larger initiative it belongs to")
    )
    succeeded_by: Annotated[
        tuple[RelatedRecord, ...],
        Relates(INITIATIVES, "successor_of", acyclic=True),
    ] = Field((), description="what took its place")


class DateRecord(Record):
    """Something that happened, or is due, at a date."""

    dated_by = "when"
    rdf_class = "schema:Event"
    slug = "date"

    type: Literal["happened", "due"] = Field(
        description="'happened', or 'due' if it lay ahead when the text was written"
    )
    when: Date = Field(description="the date, no more precise than the texts give it")
    place: ProseText | None = Field(None, description="where")
    summary: ProseText = Field(description="what happened, in our words")
    participants: Annotated[StringList, Relates(ACTORS, "dates")] = Field(
        (), description="who took part"
    )
    initiatives: Annotated[StringList, Relates(INITIATIVES, "dates")] = Field(
        (), description="the initiatives it was about"
    )
    areas: Annotated[StringList, Relates(AREAS, "dates")] = Field(
        (), description="the fields of policy it belongs to"
    )

    @property
    def sort_key(self) -> SortKey:
        """Its date."""
        return (self.when,)


class PolicyArea(Discussed):
    """A field of policy."""

    rdf_class = "skos:Concept"
    is_concept = True
    slug = "policy-area"
    is_tracked = True
    lead = "scope"

    scope: ProseText = Field(description="what falls under it")
    story: Story | None = Field(
        None, description="what happened to it, from the first source with an account to the last"
    )
    parent: Annotated[str | None, Relates(AREAS, "narrower_areas", acyclic=True)] = Field(
        None, description="the wider area that it is part of"
    )

    @property
    def opening(self) -> str:
        """What happened to it or, where no source says, what falls under it."""
        return self.story.text if self.story else self.scope

    @property
    def opening_cite(self) -> tuple[Citation, ...]:
        """The paragraphs that tell what happened to it."""
        return self.story.cite if self.story else ()


class Term(Record):
    """A term of art."""

    rdf_class = "skos:Concept"
    is_concept = True
    slug = "term"
    lead = "definition"

    definition: ProseText = Field(description="what it means, in plain words")
    coined_by: Annotated[tuple[RelatedRecord, ...], Relates(ACTORS, "coined")] = Field(
        (), description="who coined it"
    )
    used_by: Annotated[tuple[RelatedRecord, ...], Relates(ACTORS, "uses")] = Field(
        (), description="who uses it"
    )


class Position(Model):
    """The position of one source on a proposition."""

    stance: Literal["agrees", "agrees in part", "doubts", "disagrees"] = Field(
        description="whether it holds the proposition true"
    )
    text: ProseText = Field(description="what it says, in our words")
    cite: Cites = Field(min_length=1, description="the paragraphs of the source that say so")


class Proposition(Record):
    """Something that two or more sources speak to, and where each of them stands."""

    rdf_class = "schema:Claim"
    slug = "proposition"

    summary: ProseText = Field(description="what is at issue, in our words")
    about: Annotated[StringList, Relates(SUBJECTS, "propositions")] = Field(
        (), description="the records it is about"
    )
    positions: tuple[Position, ...] = Field(
        min_length=2, description="the position of each source, oldest first"
    )


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


class Printing(Model):
    """Another printing of a text; the statements are of the one that its source is."""

    where: ProseText = Field(description="who printed it, by its name alone")
    date: Date = Field(description="its date")
    url: WebAddress | None = Field(None, description="a web page that has it")
    differs: ProseText | None = Field(None, description="in what its words differ, as far as known")


def _check_issue(text: str) -> str:
    if not _ISSUE.fullmatch(text):
        raise ValueError("a number such as 12 or 3-4; a season belongs in 'date'")
    return text


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
    issue: Annotated[str, AfterValidator(_check_issue)] | None = Field(
        None, description="the number of the issue of the journal"
    )
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

    @property
    def sort_key(self) -> SortKey:
        """Its date."""
        return (self.date,)

    @property
    def written_in(self) -> str:
        """The code of the language it is written in."""
        return self.language or ENGLISH


COLLECTIONS: dict[str, type[Record]] = {
    "actors": Actor,
    "initiatives": Initiative,
    "dates": DateRecord,
    "policy_areas": PolicyArea,
    "terms": Term,
    "propositions": Proposition,
    "sources": Source,
}
