"""Bad input: what is said of each broken record, as files in cases/problems.

A case is a folder: `data/` holds the files that it adds to the sample or puts in place of
the sample's, `problems.txt` all that must be said of them.
"""

import re
import shutil
from pathlib import Path

import pytest
from support import TESTS

from intermestic.content import load_knowledge

CASES = sorted((TESTS / "cases" / "problems").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_records_are_reported_word_for_word(case: Path, sample: Path) -> None:
    shutil.copytree(case / "data", sample / "data", dirs_exist_ok=True)
    knowledge, problems = load_knowledge(sample)
    expected = (case / "problems.txt").read_text(encoding="utf-8")
    assert "".join(f"{problem}\n" for problem in problems) == expected
    assert knowledge is None


def test_the_sample_has_no_problems(sample: Path) -> None:
    knowledge, problems = load_knowledge(sample)
    assert problems == ()
    assert knowledge is not None


def test_no_other_case_lacks_or_has_a_field_by_mistake() -> None:
    """When a field gets another name, cases that are about something else must follow."""
    about_fields = re.compile("field|key|kind|without|several|lacks")
    for case in CASES:
        said = (case / "problems.txt").read_text(encoding="utf-8")
        lacks = re.search(": missing, expected|: unknown field", said)
        assert not lacks or about_fields.search(case.name), case.name
