"""What the models of all records, or of several collections, have in common."""

from collections.abc import Mapping
from typing import ClassVar, get_args

from pydantic import Field

from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Cites, Model, ProseText, StringList
from intermestic.records.names import without_accents

# What orders records within their collection: nothing, the place of a type, a date.
SortKey = tuple[int | EdtfDate, ...]


class Account(Model):
    """How one source saw the subject of a record."""

    text: ProseText = Field(description="how it saw it, in two or three lines of our words")
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
