"""A walk through all values of a record with the marks of their fields.

Links and relations are found by it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from intermestic.records.fields import Model

FieldPath = tuple[str | int, ...]
# What `Annotated` has beside the type of a field, such as `Relates` and `Prose`.
Marks = tuple[Any, ...]


def dotted(path: FieldPath) -> str:
    """Return a path as people write it: `statements[3].para`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def walk(model: Model, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Marks, Any]]:
    """Yield each value in `model`, depth first: its path, the marks of its field, and itself."""
    for name, marks in marks_of(type(model)).items():
        yield from _walk_value(getattr(model, name), marks, (*path, name))


@cache
def marks_of(model: type[Model]) -> Mapping[str, Marks]:
    """Return the marks of each field, also if it may be left out, such as `ProseText | None`."""
    return {
        name: (*field.metadata, *_inner_marks(field.annotation))
        for name, field in model.model_fields.items()
    }


def _inner_marks(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield from getattr(part, "__metadata__", ())


def _walk_value(
    value: Any, marks: Marks, path: FieldPath
) -> Iterator[tuple[FieldPath, Marks, Any]]:
    if value is None:
        return
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk_value(item, marks, (*path, index))
        return
    yield path, marks, value
    if isinstance(value, Model):
        yield from walk(value, path)
