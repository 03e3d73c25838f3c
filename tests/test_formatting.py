"""The form of records: what it undoes, what it keeps, and that one pass is enough."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import TESTS

from intermestic.editing.formatting import WIDTH, formatted
from intermestic.editing.forms import draft
from intermestic.reading.yaml_tree import parse
from intermestic.records.models import COLLECTIONS

RECORDS = sorted((TESTS / "sample" / "data").glob("*/*.yml"))
WORDS = st.lists(st.sampled_from(["so", "[[river-treaty|the treaty]]", "#", "-", ":", "x" * 120]))


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_what_editors_and_systems_do_to_a_file_is_undone(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    changed = unicodedata.normalize("NFD", text.replace("\n", " \r\n")).rstrip() + "\n\n\n"
    assert formatted(changed, file.parent.name, file.name) == (text, [])


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_new_record_has_the_form(collection: str) -> None:
    text = draft(collection, {"name": "x"})
    assert formatted(text, collection, "x.yml") == (text, [])


def test_a_text_of_several_paragraphs_keeps_its_lines() -> None:
    lines = f"  {' '.join(['so'] * 50)}\n\n  And so.\n"
    text, _ = formatted(f"name: x\nnote: >-\n{lines}", "terms", "x.yml")
    assert text.endswith(lines)


@given(WORDS, WORDS)
def test_a_folded_text_is_narrow_says_the_same_and_needs_one_pass(
    first: list[str], second: list[str]
) -> None:
    said = [" ".join(["so", *words]) for words in (first, second)]
    text, problems = formatted(f"name: x\nnote: >-\n  {said[0]}\n  {said[1]}\n", "terms", "x.yml")
    assert problems == []
    assert parse(text, "x.yml")[0]["note"] == " ".join(said)
    assert all(len(line) <= WIDTH or line.strip() == "x" * 120 for line in text.splitlines())
    assert "[[river-treaty|the\n" not in text
    assert formatted(text, "terms", "x.yml") == (text, [])
