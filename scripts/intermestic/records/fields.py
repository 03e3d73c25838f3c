"""The types of the fields of records, and the marks that make a field a link.

A field marked `Relates` is a relation; the link stage derives its inverse, so that nobody has to
write a back-link. In a field marked `Prose`, `[[id]]` is a link.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema

from intermestic.records.citations import (
    PARAGRAPHS_EXPECTED,
    PARAGRAPHS_PATTERN,
    Citation,
    parse_citation,
    parse_paragraphs,
)
from intermestic.records.dates import EXAMPLES, EXPECTED, PATTERN, EdtfDate, parse_date
from intermestic.records.names import ID_LENGTH, ID_PATTERN

# The keyword in a field's JSON Schema for the collections whose ids it takes; see `schemas`.
RELATES_TO = "relatesTo"

# The characters of RFC 3986 that end no link or attribute; no user name before the host.
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?([/?#][\w.~:/?#@!$&()*+,;=%-]*)?",
    re.ASCII,
)


@dataclass(frozen=True)
class Relates:
    """The mark of a field that names records of the collections `to`.

    The relation has the field's name; `inverse` is its name from the other end. What readers
    call it stands in `catalogue`.
    """

    to: tuple[str, ...]
    inverse: str
    acyclic: bool = False

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), RELATES_TO: self.to}


@dataclass(frozen=True)
class Prose:
    """The mark of a field of running text, in which `[[id]]` links to a record."""


@dataclass(frozen=True)
class StatementAddress:
    """The mark of a field that names statements, as `source/statement`."""


def check_address(text: str) -> str:
    """Return `text` if it is a web address that leads where it seems to; else raise ValueError."""
    if not text.startswith(("http://", "https://")):
        raise ValueError("an address that begins with http:// or https://")
    if not _ADDRESS.fullmatch(text):
        raise ValueError("an address of a host and plain characters, others written like %20")
    return text


def of_form(pattern: str, expected: str) -> Callable[[Any], Any]:
    """Return a check that a value is text that fits `pattern`; it raises ValueError(`expected`)."""

    def check(value: Any) -> Any:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise ValueError(expected)
        return value

    return check


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _date(value: Any) -> EdtfDate:
    if not isinstance(value, str):
        raise ValueError("a date, as text")
    return parse_date(value)


def pattern_schema(pattern: str, expected: str) -> dict[str, str]:
    """Return the JSON Schema of text that fits `pattern`, with a message for what does not."""
    return {"pattern": f"^({pattern})$", "patternErrorMessage": f"Expected {expected}."}


def _written(largest: int, examples: Iterable[str], form: dict[str, str]) -> WithJsonSchema:
    """Return the schema of a value that is text to the build, though it may look like a number."""
    number = {"type": ["string", "integer"], "minimum": 1, "maximum": largest}
    return WithJsonSchema({**number, **form, "examples": list(examples)})


Date = Annotated[
    EdtfDate, PlainValidator(_date), _written(9_999, EXAMPLES, pattern_schema(PATTERN, EXPECTED))
]
Paragraphs = Annotated[
    tuple[int, ...],
    PlainValidator(parse_paragraphs),
    _written(99_999, ("21-22", "9,11"), pattern_schema(PARAGRAPHS_PATTERN, PARAGRAPHS_EXPECTED)),
]
Cite = Annotated[
    Citation,
    PlainValidator(parse_citation),
    WithJsonSchema({"type": "string", "format": "citation"}),  # see `schemas`
]
Cites = Annotated[
    tuple[Cite, ...], BeforeValidator(_listed, json_schema_input_type=Cite | tuple[Cite, ...])
]
StringList = Annotated[
    tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])
]
Id = Annotated[
    str,
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH}
    ),
]
# Numbers that pages can show and readers of CSV can read.
Number = Annotated[
    Decimal,
    BeforeValidator(
        of_form(r"-?[0-9]{1,18}(\.[0-9]{1,6})?", "a number in plain digits, such as 350000000000")
    ),
]
WholeNumber = Annotated[
    int, BeforeValidator(of_form("[0-9]{1,4}", "a whole number of at most four digits"))
]
WebAddress = Annotated[
    str,
    AfterValidator(check_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
ProseText = Annotated[str, Prose()]

ACTORS, INITIATIVES, AREAS = ("actors",), ("initiatives",), ("policy_areas",)
SOURCES = ("sources",)
SUBJECTS = (*ACTORS, *INITIATIVES, "dates", *AREAS, "terms")


class Model(BaseModel):
    """Base of all parts of a record: no unknown fields, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)


class RelatedRecord(Model):
    """A relation to another record, with the paragraphs that state it or the editors' reason."""

    # The rule of `_has_one_ground`, for JSON Schema.
    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["editorial"]},
            "then": {"properties": {"cite": False}},
            "else": {"required": ["cite"]},
        }
    )

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
        """What there is to say of the relation besides its date; may be empty."""
        return ""


class Office(RelatedRecord):
    """An office held, or to be held, in a country, body or organisation."""

    office: str = Field(description="the name of the office")
    standing: Literal["held", "designate", "proposed", "former"] = Field(
        "held", description="whether it was held when the text was written"
    )

    @property
    def detail(self) -> str:
        """The office, and whether it was held when the text was written."""
        return self.office if self.standing == "held" else f"{self.office} ({self.standing})"


class Party(RelatedRecord):
    """A side of an agreement, programme, forum or negotiation."""

    role: str | None = Field(None, description="its part in it")

    @property
    def detail(self) -> str:
        """Its part in it, if the texts give one."""
        return self.role or ""
