"""Stage 2, validate: hold each tree against the model of its collection."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from intermestic.problems import Problem, capped
from intermestic.reading.load import LatestResults, RawRecord
from intermestic.reading.rules import breaches
from intermestic.reading.yaml_tree import Fields, Items, Scalar, describe
from intermestic.records import dates
from intermestic.records.base import Record
from intermestic.records.citations import (
    CITATION,
    PARAGRAPHS_EXPECTED,
    PARAGRAPHS_PATTERN,
    Citation,
    likely_citation,
)
from intermestic.records.fields import Prose, RelatedRecord, Relates
from intermestic.records.models import COLLECTIONS
from intermestic.records.names import ID_PATTERN, closest
from intermestic.records.walk import FieldPath, Marks, dotted, walk

# What was expected, by pydantic's type of the error; {…} comes from the error's context.
EXPECTED = {
    "string_type": "text",
    "string_too_short": "text",
    "tuple_type": "a list",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "too_long": "at most {max_length}",
    "too_short": "at least {min_length}",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
    "literal_error": "one of {expected}",
    "union_tag_invalid": "one of {expected_tags}",
    "union_tag_not_found": "fact, assessment, recommendation, forecast or figure",
    "value_error": "{error}",
}


class StatedRelation(NamedTuple):
    """A place where a record names another: its path, the mark of its field, and the value."""

    path: FieldPath
    mark: Relates
    value: str | RelatedRecord

    @property
    def id(self) -> str:
        """The id of the other record."""
        return self.value.id if isinstance(self.value, RelatedRecord) else self.value


@dataclass(frozen=True)
class ValidRecord:
    """A record that fits its model, with the tree that knows the places of its values."""

    raw: RawRecord
    record: Record

    @cached_property
    def values(self) -> tuple[tuple[FieldPath, Marks, Any], ...]:
        """Every value in the record, as `walk` yields them."""
        return tuple(walk(self.record))

    @cached_property
    def prose(self) -> tuple[tuple[FieldPath, str], ...]:
        """Every running text in the record, with its path."""
        return tuple(
            (path, value)
            for path, marks, value in self.values
            if any(isinstance(mark, Prose) for mark in marks)
        )

    @cached_property
    def citations(self) -> tuple[tuple[FieldPath, Citation], ...]:
        """Every citation in the record, with its path."""
        return tuple((path, it) for path, _, it in self.values if isinstance(it, Citation))

    @cached_property
    def relations(self) -> tuple[StatedRelation, ...]:
        """Every naming of another record by a field that relates to it."""
        return tuple(
            StatedRelation(path, mark, value)
            for path, marks, value in self.values
            for mark in marks
            if isinstance(mark, Relates)
        )


# A record validated before, and what came of it.
ValidatedRecords = LatestResults[RawRecord, tuple[ValidRecord | None, tuple[Problem, ...]]]


def validate(
    raws: Iterable[RawRecord], cache: ValidatedRecords | None = None
) -> tuple[list[ValidRecord], list[Problem]]:
    """Return the records that fit their models, and every problem found.

    A record that fits its model but breaks a rule is among them: links to it still hold. Those
    in the `cache` are not validated again.
    """
    cache = cache or LatestResults()
    results = [cache.get(raw.file, raw, partial(_validated, raw)) for raw in raws]
    valid = [record for record, _ in results if record]
    return valid, [problem for _, problems in results for problem in problems]


def _validated(raw: RawRecord) -> tuple[ValidRecord | None, tuple[Problem, ...]]:
    model = COLLECTIONS[raw.collection]
    try:
        record = model.model_validate(raw.tree)
    except ValidationError as error:
        return None, tuple(problems_of(raw, model, error))
    valid = ValidRecord(raw, record)
    found = breaches(record, valid.prose)
    return valid, tuple(capped(raw.problem(*breach) for breach in found))


def problems_of(raw: RawRecord, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    """Return what keeps `raw` from fitting `model`, each in its place."""
    details = error.errors(include_url=False)
    return capped(_problem(raw, model, detail) for detail in details if not _is_echo(detail))


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because of items that are reported anyway."""
    is_short = error["type"] == "too_short"
    return is_short and len(error["input"]) >= int(error["ctx"]["min_length"])


def _problem(raw: RawRecord, model: type[BaseModel], error: ErrorDetails) -> Problem:
    path = _path(raw.tree, error["loc"])
    model = _model(model, error["loc"])
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    if kind == "extra_forbidden":
        known = tuple(model.model_fields)
        hint = closest(str(path[-1]), known)
        expected = "one of " + ", ".join(known)
        place = raw.place(path, of_key=True)
        return Problem(place, dotted(path), "unknown field", expected, hint)
    if kind == "missing":
        return raw.problem(
            path, "missing", model.model_fields[str(path[-1])].description or "a value"
        )
    if kind == "union_tag_not_found":
        return raw.problem((*path, "kind"), "missing", EXPECTED[kind])
    if kind == "union_tag_invalid":
        path, value = (*path, "kind"), context["tag"]
    # Of a mapping that breaks a rule about which fields go together, their names.
    is_of_fields = kind == "value_error" and isinstance(value, dict)
    found = f"found {' and '.join(value) if is_of_fields else describe(value)}"
    expected = EXPECTED[kind].format(**context) if kind in EXPECTED else error["msg"]
    if kind == "model_type" and "id" in model.model_fields and isinstance(value, str):
        hint = f"id: {value}" if re.fullmatch(ID_PATTERN, value) else ""
    elif isinstance(value, str):
        hint = closest(value, re.findall("'(.*?)'", expected))
        hint = hint or _meant(raw, path, value, expected)
    else:
        hint = _link(value, in_a_list=isinstance(path[-1], int))
    return raw.problem(path, found, expected, hint)


def _meant(raw: RawRecord, path: FieldPath, value: str, expected: str) -> str:
    """Return the date or the citation that was surely meant by `value`, or nothing."""
    if expected == dates.EXPECTED:
        # The names of months in three languages take a while, and few records need them.
        from intermestic.records.written_dates import likely_edtf

        return likely_edtf(value)
    *above, last = path
    if expected == CITATION and isinstance(last, int) and re.fullmatch(PARAGRAPHS_PATTERN, value):
        before = raw.node((*above, last - 1))
        return f'"{before},{value}"' if last else ""  # YAML makes two of [wayne-2021#1,13]
    return likely_citation(value) if expected in (CITATION, PARAGRAPHS_EXPECTED) else ""


def _link(value: Any, *, in_a_list: bool) -> str:
    """Return what was meant by a list in a list, which YAML makes of [[id]]; in one, the id."""
    match value:
        case [[Scalar() as id]]:
            return str(id) if in_a_list else f'"[[{id}]]"'
    return ""


def _path(tree: Fields, location: FieldPath) -> FieldPath:
    """Return pydantic's location without what the tree lacks: tags of unions, some indexes."""
    path: list[str | int] = []
    node: Any = tree
    for step in location:
        is_last = step is location[-1]
        if isinstance(step, int) and not isinstance(node, Items):
            continue
        if isinstance(node, Fields) and step not in node and not is_last:
            continue
        path.append(step)
        inside = step in node if isinstance(node, Fields) else isinstance(node, Items)
        node = node[step] if inside else None
    return tuple(path)


def _model(model: type[BaseModel], location: FieldPath) -> type[BaseModel]:
    """Return the model that has the last field of pydantic's location."""
    candidates = [model]
    for step in location[:-1]:
        if isinstance(step, int):
            continue
        owner = next((m for m in candidates if step in m.model_fields), None)
        if owner:
            candidates = _models_in(owner.model_fields[step].annotation) or candidates
        else:
            candidates = [
                m for m in candidates if step in get_args(m.model_fields["kind"].annotation)
            ]
    return candidates[0]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
