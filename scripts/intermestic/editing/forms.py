"""Forms for new records, made from their models: every field with its meaning."""

import json
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from intermestic import catalogue
from intermestic.editing.schemas import modeline
from intermestic.reading.yaml_tree import parse
from intermestic.records.citations import CITATION, Citation
from intermestic.records.dates import EXPECTED, EdtfDate
from intermestic.records.fields import Model, Prose, RelatedRecord, Relates
from intermestic.records.models import COLLECTIONS
from intermestic.records.names import ID_LENGTH, is_id, slug
from intermestic.records.walk import marks_of

WIDTH = 92
FORMER = "former_ids"  # which only a renaming writes
FORMS = {EdtfDate: EXPECTED, Citation: CITATION}

Lines = Iterator[str]


def draft(collection: str, filled: Mapping[str, str]) -> str:
    """Return a new record of `collection`: the fields that are `filled`, the others as comments.

    The values in `filled` are YAML.
    """
    model = COLLECTIONS[collection]
    noun = catalogue.words(f"record-{collection}")
    article = "An" if noun[0] in "AEIOU" else "A"
    is_a = model.__doc__ or ""
    lines = [
        modeline(collection),
        *comment(f"{article} {noun.lower()}: {is_a[:1].lower()}{is_a[1:]}"),
        *comment(
            "Fill in what is required and whatever else is known, and remove the # before it. "
            "To remove the comments that are left: intermestic tidy FILE"
        ),
        "",
        *written(filled),
    ]
    fields = model.model_fields
    for name in sorted(fields, key=lambda name: not fields[name].is_required()):
        if name not in (*filled, FORMER):
            is_required = "required: " if fields[name].is_required() else ""
            lines += ["", *comment(is_required + meaning(fields[name]))]
            lines += (f"# {line}" for line in blank(model, name))
    return "\n".join(lines) + "\n"


def written(filled: Mapping[str, str]) -> Lines:
    """Return the lines of the fields that are `filled`; their values are YAML."""
    return (f"{name}: {value}".replace(": \n", ":\n", 1) for name, value in filled.items())


def comment(text: str) -> Lines:
    """Return `text` as lines of a comment."""
    return (f"# {line}" for line in textwrap.wrap(text, WIDTH, break_on_hyphens=False))


def meaning(field: FieldInfo) -> str:
    """Return what a field means, and how its value is written if that is not plain."""
    relates = next((mark for mark in field.metadata if isinstance(mark, Relates)), None)
    ids = f"ids of {' or '.join(relates.to)}" if relates else ""
    inner, _ = _inner(field.annotation)
    return "; ".join(filter(None, (field.description, ids, FORMS.get(inner, ""))))


def blank(model: type[Model], name: str) -> Lines:
    """Yield the lines of a field of `model` that is still to be filled in."""
    inner, is_list = _inner(model.model_fields[name].annotation)
    if isinstance(inner, type) and issubclass(inner, Model):
        yield f"{name}:"
        names = [name for name, f in inner.model_fields.items() if f.is_required()]
        names += ["cite"] if issubclass(inner, RelatedRecord) else []
        lines = [line for part in names for line in blank(inner, part)]
        yield from (f"  {line}" for line in (item(lines) if is_list else lines))
    elif get_origin(inner) is Literal:
        yield f"{name}: {' | '.join(get_args(inner))}"
    elif any(isinstance(mark, Prose) for mark in marks_of(model)[name]):
        yield f"{name}: >-"
    else:
        yield f"{name}: []" if is_list and inner is not int else f"{name}:"


def item(lines: Iterable[str]) -> Lines:
    """Return the lines of a mapping as those of an item of a list."""
    return (f"  {line}" if number else f"- {line}" for number, line in enumerate(lines))


def _inner(annotation: Any) -> tuple[Any, bool]:
    """Return the type of a field's items, and whether the field is a list."""
    is_list = False
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) is tuple:
            annotation, is_list = get_args(annotation)[0], True
        elif NoneType in get_args(annotation):
            annotation = next(a for a in get_args(annotation) if a is not NoneType)
        else:
            return annotation, is_list


def scalar(text: str) -> str:
    """Return `text` as YAML on one line: plain if it reads back as itself, else in quotes."""
    text = " ".join(text.split())
    tree, _ = parse(f"x: {text}\n", "")
    return text if tree == {"x": text} else json.dumps(text, ensure_ascii=False)


def free_id(name: str, taken: Collection[str], kind: str) -> str:
    """Return an id for `name` that is not `taken`, if need be with `kind` or a number at its end.

    Raises ValueError if the name has no letter or digit of the Latin alphabet.
    """
    id = slug(name)[:ID_LENGTH].strip("-")
    if not id:
        raise ValueError("a name with a letter from a to z or a digit")
    numbered = (f"{id}-{number}" for number in range(2, len(taken) + 3))
    candidates = (id, f"{id}-{slug(kind)}", *numbered)
    return next(id for id in candidates if is_id(id) and id not in taken)
