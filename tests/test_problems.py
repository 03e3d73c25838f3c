"""Bad input: what is said of each broken record, as files in cases/problems.

A case is a folder: `data/` holds the files that it adds to the sample or puts in place of
the sample's, `problems.txt` all that must be said of them.
"""

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
