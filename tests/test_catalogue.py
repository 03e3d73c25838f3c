"""The catalogue has a word for all that pages show by name, and nothing depends on the words."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import markdown
import pytest
from support.projects import rendered

from intermestic import catalogue
from intermestic.content import Content
from intermestic.exports.registry import by_path, exports
from intermestic.records.fields import Model, Relates
from intermestic.records.models import COLLECTIONS, Actor, DateRecord, Initiative, Position
from intermestic.records.statements import KINDS, STATEMENTS
from intermestic.records.walk import marks_of

CATALOGUES = ("COLLECTIONS", "FIELDS", "KINDS", "RELATIONS", "STANCES", "TYPES")
EXTENSIONS = ["admonition", "attr_list", "def_list", "pymdownx.details", "tables", "toc"]


def values_of(model: type[Model], field: str) -> set[str]:
    """What a field may hold, one of a few words."""
    return set(get_args(model.model_fields[field].annotation))


def relations() -> Iterator[str]:
    """The name of every relation between records, from either end."""
    for model in COLLECTIONS.values():
        for field, marks in marks_of(model).items():
            for mark in marks:
                if isinstance(mark, Relates):
                    yield from (field, mark.inverse)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("COLLECTIONS", set(COLLECTIONS)),
        ("FIELDS", {f for m in (*COLLECTIONS.values(), *STATEMENTS) for f in m.model_fields}),
        ("KINDS", set(KINDS)),
        ("RELATIONS", set(relations())),
        ("STANCES", values_of(Position, "stance")),
        ("TYPES", set().union(*(values_of(m, "type") for m in (Actor, Initiative, DateRecord)))),
    ],
)
def test_every_name_has_a_word_and_every_word_a_name(name: str, known: set[str]) -> None:
    assert set(getattr(catalogue, name)) == known


def changed(word: Any) -> Any:
    """Another word, or the words of a noun changed."""
    if is_dataclass(word) and not isinstance(word, type):
        return replace(word, **{f.name: changed(getattr(word, f.name)) for f in fields(word)})
    return f"Palabra {word[::-1]}"


def published(content: Content) -> tuple[dict[str, str], dict[str, bytes]]:
    """Every page and every file beside the pages."""
    return rendered(content), by_path(exports(content))


def identifiers(page: str) -> list[str]:
    """The anchors, classes, data attributes, values and targets of links of a page, in order."""
    html = markdown.markdown(page.split("---\n", 2)[2], extensions=EXTENSIONS)
    return re.findall(r'\b(?:id|class|href|value|name|data-[\w-]+)="[^"]*"', html)


@pytest.fixture
def before_and_after(sample_data: Content, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    """What the sample publishes, and what it would with every word of the catalogue changed."""
    before = published(sample_data)
    for name in CATALOGUES:
        words = {key: changed(word) for key, word in getattr(catalogue, name).items()}
        monkeypatch.setattr(catalogue, name, words)
    return before, published(sample_data)


def test_another_word_changes_what_pages_show_but_no_path_anchor_class_or_link(
    before_and_after: tuple[Any, Any],
) -> None:
    (before, _), (after, _) = before_and_after
    assert before != after
    assert before.keys() == after.keys()
    for path in before:
        assert identifiers(after[path]) == identifiers(before[path]), path


def test_another_word_changes_no_export_but_the_list_of_pages_by_title(
    before_and_after: tuple[Any, Any],
) -> None:
    (_, before), (_, after) = before_and_after
    assert {path for path in before if before[path] != after.get(path)} == {"llms.txt"}
    assert before.keys() == after.keys()
