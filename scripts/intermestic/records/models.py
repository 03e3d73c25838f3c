"""The models of the records: each field is declared once, with its type and meaning.

Validation, links, pages, exports and forms are all derived from these declarations. What records
have in common is in `base`; a source has a module of its own.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from intermestic.records.base import Discussed, Record, SortKey, Typed
from intermestic.records.citations import Citation
from intermestic.records.fields import (
    ACTORS,
    AREAS,
    INITIATIVES,
    SUBJECTS,
    Cites,
    Date,
    Model,
    Office,
    Party,
    ProseText,
    RelatedRecord,
    Relates,
    StringList,
)
from intermestic.records.source import Source

# How long the story of a field of policy may be.
STORY_WORDS = 40


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


COLLECTIONS: dict[str, type[Record]] = {
    "actors": Actor,
    "initiatives": Initiative,
    "dates": DateRecord,
    "policy_areas": PolicyArea,
    "terms": Term,
    "propositions": Proposition,
    "sources": Source,
}
