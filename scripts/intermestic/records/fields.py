"""The kinds of fields that records are made of, and what marks them as links.

A `Relates` mark makes a field a relation; the link stage derives its inverse, so nobody
writes a back-link. A `Prose` mark lets `[[id]]` in a text be a link.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Self, get_args

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

from .names import ID_LENGTH, ID_PATTERN
from .when import EXAMPLES, EXPECTED, PATTERN, When, parse_when

# Where a field's JSON Schema says which collections it names; see `schemas`.
RELATES_TO = "relatesTo"

CITATION = "a citation such as wayne-2021#22"
# More at once no statement rests on; a million would fill the memory.
MOST_PARAGRAPHS = 100
# Of the characters of RFC 3986 those that end no link or attribute; no user before the host.
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?([/?#][\w.~:/?#@!$&()*+,;=%-]*)?",
    re.ASCII,
)
# What the pages can show and CSV readers can read.
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,6})?")
_WHOLE = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True)
class Relates:
    """Marks a field that names other records: which collections, and its name from each end."""

    to: tuple[str, ...]
    label: str
    inverse: str
    acyclic: bool = False

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), RELATES_TO: self.to}


@dataclass(frozen=True)
class Prose:
    """Marks a field of running text, in which `[[id]]` links to a record."""


@dataclass(frozen=True)
class StatementAddress:
    """Marks a field that names statements, as `source/statement`."""


@dataclass(frozen=True, order=True)
class Citation:
    """Paragraphs of a source, written `wayne-2021#22`, `wayne-2021#21-22` or `…#9,11`."""

    source: str
    paragraphs: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.source}#{written(self.paragraphs)}"


_RUN = r"\s*([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?\s*"
PARAGRAPHS_PATTERN = f"{_RUN}(,{_RUN})*"
PARAGRAPHS_EXPECTED = "paragraph numbers such as 22, 21-22 or 9,11"


def parse_paragraphs(text: object) -> tuple[int, ...]:
    """Paragraph numbers from `22`, `21-22` or `9,11`; raises ValueError for anything else."""
    numbers: set[int] = set()
    for part in str(text).split(","):
        match = re.fullmatch(_RUN, part)
        if not match or (match[2] and int(match[2]) <= int(match[1])):
            raise ValueError(PARAGRAPHS_EXPECTED)
        start, end = int(match[1]), int(match[2] or match[1])
        if len(numbers) + end - start >= MOST_PARAGRAPHS:
            raise ValueError(f"at most {MOST_PARAGRAPHS} paragraphs at once")
        numbers.update(range(start, end + 1))
    return tuple(sorted(numbers))


def written(numbers: Iterable[int], dash: str = "-", comma: str = ",") -> str:
    """Paragraph numbers as `parse_paragraphs` reads them, with runs joined: `9,21-22`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return comma.join(f"{r[0]}{dash}{r[-1]}" if len(r) > 1 else f"{r[0]}" for r in runs)


def paragraphs(numbers: Iterable[int]) -> str:
    """Paragraph numbers as readers write them: `¶22`, `¶21–23`, `¶9, 11`."""
    return "¶" + written(numbers, dash="–", comma=", ")


def parse_citation(text: object) -> Citation:
    """A citation from `wayne-2021#22`; raises ValueError for anything else."""
    source, hash_sign, paragraphs = str(text).partition("#")
    if not hash_sign or isinstance(text, dict | list):
        raise ValueError(CITATION)
    return Citation(source, parse_paragraphs(paragraphs))


def check_address(text: str) -> str:
    """`text` if it is a web address that leads where it seems to; raises ValueError if not."""
    if not text.startswith(("http://", "https://")):
        raise ValueError("an address that begins with http:// or https://")
    if not _ADDRESS.fullmatch(text):
        raise ValueError("an address of a host and plain characters, others written like %20")
    return text


def _number(value: Any) -> Any:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise ValueError("a number in plain digits, such as 350000000000")
    return value


def _whole_number(value: Any) -> Any:
    if not isinstance(value, str) or not _WHOLE.fullmatch(value):
        raise ValueError("a whole number of at most four digits")
    return value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _date(value: Any) -> When:
    if not isinstance(value, str):
        raise ValueError("a date, as text")
    return parse_when(value)


def matching(pattern: str, expected: str) -> dict[str, str]:
    """What a JSON Schema says of text that must fit `pattern`, and editors of what does not."""
    return {"pattern": f"^({pattern})$", "patternErrorMessage": f"Expected {expected}."}


def _written(largest: int, examples: Iterable[str], form: dict[str, str]) -> WithJsonSchema:
    """The schema of what is text to the build, but to editors a number if it looks like one."""
    number = {"type": ["string", "integer"], "minimum": 1, "maximum": largest}
    return WithJsonSchema({**number, **form, "examples": list(examples)})


Date = Annotated[
    When, PlainValidator(_date), _written(9_999, EXAMPLES, matching(PATTERN, EXPECTED))
]
Paragraphs = Annotated[
    tuple[int, ...],
    PlainValidator(parse_paragraphs),
    _written(99_999, ("21-22", "9,11"), matching(PARAGRAPHS_PATTERN, PARAGRAPHS_EXPECTED)),
]
Cite = Annotated[
    Citation,
    PlainValidator(parse_citation),
    WithJsonSchema({"type": "string", "format": "citation"}),  # see `schemas`
]
Cites = Annotated[
    tuple[Cite, ...], BeforeValidator(_listed, json_schema_input_type=Cite | tuple[Cite, ...])
]
Names = Annotated[
    tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])
]
Id = Annotated[
    str,
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH}
    ),
]
Number = Annotated[Decimal, BeforeValidator(_number)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
WebAddress = Annotated[
    str,
    AfterValidator(check_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
ProseText = Annotated[str, Prose()]

ACTORS, INITIATIVES, AREAS = ("actors",), ("initiatives",), ("policy_areas",)
SUBJECTS = (*ACTORS, *INITIATIVES, "dates", *AREAS, "terms")


class Model(BaseModel):
    """What all parts of a record share: nothing unknown gets in, nothing changes after."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)


class Relation(Model):
    """A tie to another record, with the paragraph that says so or the editors' reason."""

    # What `_has_one_ground` says, for editors.
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


Step = str | int
Path = tuple[Step, ...]


def walk(model: Model, path: Path = ()) -> Iterator[tuple[Path, tuple, Any]]:
    """Each value in `model`, depth first: its path, the marks of its field, and itself."""
    for name, marks in marks_of(type(model)).items():
        yield from _walk_value(getattr(model, name), marks, (*path, name))


@cache
def marks_of(model: type[Model]) -> Mapping[str, tuple]:
    """The marks of each field, also of one that may be left out, such as `ProseText | None`."""
    return {
        name: (*field.metadata, *_inner_marks(field.annotation))
        for name, field in model.model_fields.items()
    }


def _inner_marks(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield from getattr(part, "__metadata__", ())


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
