"""Forms for new records, made from their models: every field with its meaning."""

import json
import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from intermestic import catalogue
from intermestic.editing.schemas import MODELINE, modeline
from intermestic.reading.yaml_tree import parse, scalars
from intermestic.records.citations import CITATION, Citation
from intermestic.records.dates import EXPECTED, EdtfDate
from intermestic.records.fields import Prose, RelatedRecord, Relates
from intermestic.records.models import COLLECTIONS
from intermestic.records.names import ID_LENGTH, is_id, slug
from intermestic.records.walk import Marks

WIDTH = 92
NEW_LINE = "\n"
# The fields that only a renaming writes.
NOT_FOR_NEW = {"former_ids"}
FORMS = {EdtfDate: EXPECTED, Citation: CITATION}

Lines = Iterator[str]


def draft(collection: str, filled: Mapping[str, str]) -> str:
    """Return a new record of `collection`: the fields that are `filled`, the others as comments.

    The values in `filled` are YAML.
    """
    model = COLLECTIONS[collection]
    noun = catalogue.words(f"record-{collection}")
    article = "An" if noun[0] in "AEIOU" else "A"
    names = [name for name in model.model_fields if name not in NOT_FOR_NEW]
    lines = [
        modeline(collection),
        *comment(f"{article} {noun.lower()}: {_lowered(model.__doc__ or '')}"),
        *comment(
            "Fill in what is required and whatever else is known, and remove the # before it. "
            "To remove the comments that are left: intermestic tidy FILE"
        ),
        "",
        *form(model, names, filled),
    ]
    return "\n".join(lines) + "\n"


def form(model: type[BaseModel], names: Iterable[str], filled: Mapping[str, str]) -> Lines:
    """Yield the fields `names` of `model`: those `filled`, then the others with their meanings.

    Required fields go before optional ones.
    """
    names = sorted(names, key=lambda name: not model.model_fields[name].is_required())
    for name in filled:
        yield f"{name}:{'' if filled[name].startswith(NEW_LINE) else ' '}{filled[name]}"
    for name in names:
        if name not in filled:
            field = model.model_fields[name]
            yield ""
            yield from comment(("required: " if field.is_required() else "") + meaning(field))
            yield from (f"# {line}" for line in blank(name, field))


def comment(text: str) -> Lines:
    """Return `text` as lines of a comment."""
    return (f"# {line}" for line in textwrap.wrap(text, WIDTH, break_on_hyphens=False))


def meaning(field: FieldInfo) -> str:
    """Return what a field means, and how its value is written if that is not plain."""
    relates = next((mark for mark in field.metadata if isinstance(mark, Relates)), None)
    ids = f"ids of {' or '.join(relates.to)}" if relates else ""
    inner = _inner(field.annotation)[0]
    return "; ".join(filter(None, (field.description, ids, FORMS.get(inner, ""))))


def blank(name: str, field: FieldInfo) -> Lines:
    """Yield the lines of a field that is still to be filled in."""
    inner, marks, is_list = _inner(field.annotation)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        yield f"{name}:"
        names = [name for name, f in inner.model_fields.items() if f.is_required()]
        names += ["cite"] if issubclass(inner, RelatedRecord) else []
        for number, part in enumerate(names):
            for line in blank(part, inner.model_fields[part]):
                if is_list:
                    yield f"  - {line}" if number == 0 else f"    {line}"
                else:
                    yield f"  {line}"
    elif get_origin(inner) is Literal:
        yield f"{name}: {' | '.join(get_args(inner))}"
    elif any(isinstance(mark, Prose) for mark in (*marks, *field.metadata)):
        yield f"{name}: >-"
    else:
        yield f"{name}: []" if is_list and inner is not int else f"{name}:"


def _inner(annotation: Any) -> tuple[Any, Marks, bool]:
    """Return the type of a field's items, that type's marks, and whether the field is a list."""
    marks: Marks = ()
    is_list = False
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks += tuple(more)
        elif get_origin(annotation) is tuple:
            annotation, is_list = get_args(annotation)[0], True
        elif NoneType in get_args(annotation):
            annotation = next(a for a in get_args(annotation) if a is not NoneType)
        else:
            return annotation, marks, is_list


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


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


def tidied(text: str, name: str) -> str:
    """Return the YAML `text` without the comments of a draft: those on lines of their own.

    What numbers a paragraph, `# ¶22` or `# [22]`, and what names the schema stays. Raises
    ValueError if the text, of the file `name`, is not a record.
    """
    tree, problems = parse(text, name)
    if tree is None:
        raise ValueError(str(problems[0]))
    blocks = [(node.start, node.end) for node in scalars(tree)]
    lines: list[str] = []
    start = 0
    for line in text.splitlines(keepends=True):
        number = re.match(r"\s*# (?:¶\d+|\[\d+\])", line)
        is_comment = line.lstrip().startswith("#") and not line.startswith(MODELINE)
        if not is_comment or any(a < start < b for a, b in blocks):
            lines.append(line)
        elif number:
            lines.append(number[0] + "\n")
        elif lines and not lines[-1].strip():
            lines.pop()
        start += len(line)
    return "".join(lines).lstrip("\n")
