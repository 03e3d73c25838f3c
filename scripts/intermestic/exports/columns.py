"""The tables of the data, column by column, declared once: the CSV files, their descriptor, the
database and its descriptions, and the downloads page are made from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from intermestic.reading.publication import Edition
from intermestic.records.fields import Model, RelatedRecord
from intermestic.records.models import (
    COLLECTIONS,
    DateRecord,
    Position,
    Record,
    Source,
    StatusReport,
)
from intermestic.records.statements import KINDS, Fact, Figure, FollowUp, Forecast

NAMES = ("name", "alias", "sort name")
ROLES = ("about", "area", "speaker", "addressee")
STANCES = Position.model_fields["stance"].annotation.__args__


@dataclass(frozen=True)
class Column:
    """A column: its name, its type as Table Schema calls it, what it holds.

    `refers_to`: the table whose key it holds. `values`: all that it can hold, if few.
    """

    name: str
    type: str
    description: str
    required: bool = False
    refers_to: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: its name, what a row of it is, its columns, and those that make its key."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)


def _text(name: str, meaning: str | type[Model], **more) -> Column:
    """A column of text; `meaning` may be the model that has a field of this name."""
    return Column(name, "string", _meaning(meaning, name), **more)


def _number(name: str, meaning: str | type[Model], **more) -> Column:
    return Column(name, "number", _meaning(meaning, name), **more)


def _meaning(meaning: str | type[Model], name: str) -> str:
    return meaning if isinstance(meaning, str) else meaning.model_fields[name].description or ""


def _id(description: str, type: str = "string") -> Column:
    return Column("id", type, description, required=True)


_NUMBERED = _id("a number, the same only within an edition", "integer")


def _refers(name: str, table: str, description: str, required: bool = True) -> Column:
    return Column(name, "string", description, required, refers_to=table)


def _dates(name: str, description: str, required: bool = False) -> Iterator[Column]:
    """A date as EDTF, and the first and the last day that it can mean."""
    yield Column(name, "string", f"{description}, as EDTF", required)
    yield Column(f"{name}_earliest", "date", f"the first day that {name} can mean")
    yield Column(f"{name}_latest", "date", f"the last day that {name} can mean")


TABLES = (
    Table("records", "A record: whom or what the texts speak of, or a text.", (
        _id("its id, never changed once published"),
        _text("collection", "the collection it is in", required=True, values=tuple(COLLECTIONS)),
        _text("type", "its type within the collection"),
        _text("name", Record, required=True),
        _text("aliases", "other names, with semicolons between; one a row in names"),
        _text("summary", "what it is, in our words", required=True),
        *_dates("date", "its date, or its life"),
        _text("place", DateRecord),
        _text("note", Record),
        _text("editorial", Record),
        _text("url", "its page", required=True),
    )),
    Table("names", "A name of a record.", (
        _refers("record_id", "records", "the record"),
        _text("name", "the name", required=True),
        _text("kind", "what kind of name", required=True, values=NAMES),
    ), ("record_id", "name", "kind")),
    Table("former_ids", "An id that a record had before.", (
        _text("former_id", "the former id", required=True),
        _refers("record_id", "records", "the record"),
    ), ("former_id",)),
    Table("sources", "A text: what records has no place for.", (
        _refers("id", "records", "its id"),
        _text("title", Source),
        _text("authorship", Source, required=True),
        _text("publisher", Source),
        _text("series", Source),
        _text("issue", Source),
        _text("date_basis", Source, required=True),
        _text("publisher_url", "its publisher's page"),
        _text("text_url", Source),
        Column("paragraphs", "integer", "how many paragraphs it has", required=True),
    )),
    Table("paragraphs", "A numbered paragraph of a text. The texts themselves are not here.", (
        _id("how it is cited: source#number"),
        _refers("source_id", "sources", "the text"),
        Column("number", "integer", "its number in the text", required=True),
        _text("section", "the heading above it"),
        _text("omitted", "why nothing is taken from it, if so"),
        _text("url", "its place on the page of the text", required=True),
    )),
    Table("statements", "One thing that a source says, in our words.", (
        _id("its address: source/statement"),
        _refers("source_id", "sources", "the text that says it"),
        _text("kind", "what kind of statement", required=True, values=KINDS),
        _text("text", Fact, required=True),
        _text("phrase", Fact, required=True),
        *_dates("date", "the date or period of what is said"),
        Column("reported", "boolean", "whether the text reports the view of another", True),
        _text("note", Fact),
        _text("url", "its place on the page of the text", required=True),
    )),
    Table("statement_paragraphs", "A paragraph that says a statement.", (
        _refers("statement_id", "statements", "the statement"),
        _refers("paragraph_id", "paragraphs", "the paragraph"),
    ), ("statement_id", "paragraph_id")),
    Table("statement_subjects", "A record that has a part in a statement.", (
        _refers("statement_id", "statements", "the statement"),
        _refers("record_id", "records", "the record"),
        _text("role", "its part; the speakers are the authors if nobody else is named",
              required=True, values=ROLES),
    ), ("statement_id", "record_id", "role")),
    Table("figures", "The number in a statement of kind figure.", (
        _refers("statement_id", "statements", "the statement"),
        _number("value", Figure, required=True),
        _number("upper", Figure),
        _text("unit", Figure, required=True),
        _text("counts", Figure, required=True),
        _text("hedge", Figure),
        *_dates("as_of", "when the number holds"),
        _text("measure", Figure),
        _number("converted_value", "the number in the unit of others of its measure"),
        _text("converted_unit", "that unit"),
        _text("converted_how", "how it was worked out, by the editors"),
    ), ("statement_id",)),
    Table("forecasts", "The hedge and horizon of a statement of kind forecast.", (
        _refers("statement_id", "statements", "the statement"),
        _text("hedge", Forecast, required=True),
        *_dates("horizon", "by when"),
    ), ("statement_id",)),
    Table("repetitions", "A recommendation that repeats an earlier one.", (
        _refers("statement_id", "statements", "the recommendation"),
        _refers("earlier_id", "statements", "the earlier one"),
    ), ("statement_id", "earlier_id")),
    Table("follow_ups", "What a later source reports of a recommendation or forecast.", (
        _NUMBERED,
        _refers("statement_id", "statements", "the recommendation or forecast"),
        _text("text", FollowUp, required=True),
    )),
    Table("ties", "A relation from one record to another.", (
        _NUMBERED,
        _refers("subject_id", "records", "the record it leads from"),
        _text("name", "the name of the relation", required=True),
        _refers("object_id", "records", "the record it leads to"),
        _text("inverse", "its name from the other end", required=True),
        *_dates("date", "when it holds"),
        _text("detail", "the office or the role"),
        _text("editorial", RelatedRecord),
        _text("note", RelatedRecord),
    )),
    Table("status_reports", "How one source saw the standing of an initiative.", (
        _NUMBERED,
        _refers("record_id", "records", "the initiative"),
        _text("text", StatusReport, required=True),
    )),
    Table("positions", "Where one source stands on a proposition.", (
        _NUMBERED,
        _refers("record_id", "records", "the proposition"),
        _refers("source_id", "sources", "the text"),
        _text("stance", Position, required=True, values=STANCES),
        _text("text", Position, required=True),
    )),
    Table("mentions", "A record to which the prose of another links.", (
        _refers("record_id", "records", "the record whose prose it is"),
        _refers("mentioned_id", "records", "the record it links to"),
    ), ("record_id", "mentioned_id")),
    Table("citations", "A paragraph on which something rests: on each row, one thing.", (
        _NUMBERED,
        _refers("paragraph_id", "paragraphs", "the paragraph"),
        _refers("record_id", "records", "the record that rests on it", False),
        *(
            Column(f"{name}_id", "integer", f"the {words} that rests on it", refers_to=table)
            for name, words, table in (
                ("tie", "tie", "ties"),
                ("status_report", "status report", "status_reports"),
                ("position", "position", "positions"),
                ("follow_up", "follow-up", "follow_ups"),
            )
        ),
    )),
    Table("editions", "An edition of the data, newest first.", (
        _text("number", Edition, required=True),
        *_dates("date", "the day of its publication", required=True),
    ), ("number",)),
)  # fmt: skip
