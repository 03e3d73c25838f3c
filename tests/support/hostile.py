"""A project whose every text is hostile, and its harmless twin, both made from the sample.

Payloads are in cases/hostile/payloads, a file a family, with a line of % between two, as
`fortune` has it. The fields that hold text are found in the models, so a new one gets its share
unasked; cases/hostile/data has records with those that the sample lacks.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import AfterValidator

from intermestic.reading.load import load
from intermestic.reading.rules import EMPHASIS, LINK_IN_PROSE
from intermestic.reading.validate import validate
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Model, Prose, Relates
from intermestic.records.models import COLLECTIONS
from intermestic.records.walk import marks_of

from . import TESTS
from .projects import copy_sample

HOSTILE = TESTS / "cases" / "hostile"
PAYLOADS = tuple(
    payload
    for file in sorted((HOSTILE / "payloads").glob("*.txt"))
    for payload in file.read_text(encoding="utf-8").removesuffix("\n").split("\n%\n")
)
COPIES = 8  # of the sample's records in a project
PER_FIELD = 6  # payloads in a text; the next text begins where this one stops
# Figures that can be compared have these in common.
SHARED = {"measure", "unit"}
# Text that is none for readers.
IDENTIFIERS = {"id", "former_ids", "repeats"}

Fields = set[tuple[str, str]]


def as_it_is(text: str) -> str:
    """What the hostile project wears."""
    return text


def harmless(text: str) -> str:
    """A text of as many words and sentences in which nothing is hostile, which the twin wears."""
    return re.sub(r"[.!?](?=\s|$)|(\S)", lambda c: _masked(c[1]) if c[1] else c[0], text)


# What in prose is a link, or is refused for one, as it is let through.
_BROKEN = {"[[": "[ [", "]]": "] ]", "](": "] (", "][": "] [", "://": ": //", "www.": "www ."}


def _allowed(text: str) -> str:
    """The text as the check lets it through in prose: spaces break what looks like markup."""
    for sign, broken in _BROKEN.items():
        text = text.replace(sign, broken)
    while match := EMPHASIS.search(text):
        text = f"{text[: match.end(1)]} {text[match.end(1) :]}"
    assert not LINK_IN_PROSE.search(text)
    return text


def _masked(character: str) -> str:
    if character.isupper():
        return "X"
    return "“" if character in "“[" else "x"  # with either a sentence may begin


class Project:
    """A project at `root`, its records those of the sample, several times, in other texts.

    `texts` has them all, `fields` the model and name of each field that got one.
    """

    def __init__(self, root: Path, wear: Callable[[str], str]) -> None:
        self.root = root
        self.texts: list[str] = []
        self.fields: Fields = set()
        self._wear = wear
        self._turns = count()
        copy_sample(root)
        shutil.copytree(HOSTILE / "data", root / "data", dirs_exist_ok=True)
        records, _ = validate(load(root, COLLECTIONS).records)
        for valid in records:
            file = root / valid.raw.file
            file.unlink()
            for copy in range(COPIES):
                text = yaml.safe_dump(self._dressed(valid.record, copy), allow_unicode=True)
                file.with_stem(_copied(file.stem, copy)).write_text(text, encoding="utf-8")

    def _dressed(self, model: Model, copy: int) -> dict[str, Any]:
        tree = {}
        for name in type(model).model_fields:
            value = getattr(model, name)
            if is_text(type(model), name) and not _is_forbidden(model, name):
                tree[name] = self._text(type(model), name, copy)
            elif value not in (None, ()):
                is_id = name in IDENTIFIERS or has_mark(type(model), name, Relates)
                tree[name] = self._plain(value, copy, is_id, name == "para")
        return tree

    def _text(self, model: type[Model], name: str, copy: int) -> str | list[str]:
        start = 0 if name in SHARED else next(self._turns) * PER_FIELD
        text = " ".join(PAYLOADS[(start + n) % len(PAYLOADS)] for n in range(PER_FIELD))
        if name in {"phrase", "words"}:  # of a dozen words at most
            text = "/".join(text.split())
        if has_mark(model, name, Prose):  # where two brackets are a link, and others are refused
            text = _allowed(text)
        text = self._wear(text)
        if name in {"name", "short_name", "aliases"}:  # no two sources are cited by the same
            text = f"{text} {start}"
        self.texts.append(text)
        self.fields.add(owner(model, name))
        if has_mark(model, name, Prose):
            target, words = _copied("borduria", copy), re.sub(r"[\[\]]", "", text)
            return f"{text} [[{target}]] [[{target}|{words}]]"
        return [text] if name == "aliases" else text

    def _plain(self, value: Any, copy: int, is_id: bool, is_para: bool) -> Any:
        """A value as YAML has it, ids made those of the copy."""
        if isinstance(value, Model):
            return self._dressed(value, copy)
        if isinstance(value, EdtfDate):
            return str(value.edtf)
        if isinstance(value, Citation):
            return f"{_copied(value.source, copy)}#{','.join(map(str, value.paragraphs))}"
        if is_para:
            return ",".join(map(str, value))
        if isinstance(value, tuple):
            return [self._plain(item, copy, is_id, is_para) for item in value]
        return _copied(value, copy) if is_id else str(value)


def models() -> Iterator[type[Model]]:
    """Every model of which records are made."""
    todo, seen = list(COLLECTIONS.values()), set()
    while todo:
        model = todo.pop()
        if model not in seen:
            seen.add(model)
            yield model
            inner = (leaf for f in model.model_fields.values() for leaf in _leaves(f.annotation))
            todo += [leaf for leaf in inner if isinstance(leaf, type) and issubclass(leaf, Model)]


def is_text(model: type[Model], name: str) -> bool:
    """Whether a field holds text for readers, in no form of its own as ids and addresses have."""
    return (
        str in _leaves(model.model_fields[name].annotation)
        and name not in IDENTIFIERS
        and not has_mark(model, name, Relates)
        and not any(isinstance(mark, AfterValidator) for mark in marks_of(model)[name])
    )


def owner(model: type[Model], name: str) -> tuple[str, str]:
    """The field as the model declares it from which the others have it."""
    first = [m for m in model.__mro__ if name in getattr(m, "model_fields", {})][-1]
    return first.__name__, name


def has_mark(model: type[Model], name: str, kind: type) -> bool:
    return any(isinstance(mark, kind) for mark in marks_of(model)[name])


def _leaves(annotation: Any) -> list[Any]:
    parts = get_args(annotation)
    return [leaf for part in parts for leaf in _leaves(part)] if parts else [annotation]


def _is_forbidden(model: Model, name: str) -> bool:
    """A tie has either a citation or the editors' reason, not both."""
    return name == "editorial" and bool(getattr(model, "cite", ())) and hasattr(model, "id")


def _copied(id: str, copy: int) -> str:
    return "/".join(f"{part}-{copy}" for part in id.split("/"))
