"""What changed between two states of the records, as files in cases/differences.

A case is a folder: `old/` and `new/` hold the files that each state adds to the sample or puts in
place of the sample's, `expected.md` what is said of the difference.
"""

import shutil
from pathlib import Path

import pytest
from support import TESTS

from intermestic.cli.review import compare, in_words
from intermestic.content import load_knowledge
from intermestic.editions.differences import counts
from intermestic.editions.snapshot import NOTHING, Snapshot
from intermestic.reading.publication import read_publication
from intermestic.serialization import kb

CASES = sorted((TESTS / "cases" / "differences").iterdir())


def snapshot(root: Path) -> Snapshot:
    knowledge, problems = load_knowledge(root)
    assert knowledge is not None, problems
    publication, _ = read_publication(root)
    assert publication is not None
    return Snapshot.of(kb.serialized(knowledge, publication))


def words_of(case: Path, folder: Path) -> str:
    """What is said, as Markdown, of the difference of a case; its states are made in `folder`."""
    states = []
    for name in ("old", "new"):
        shutil.copytree(TESTS / "sample" / "data", folder / name / "data")
        if (case / name).is_dir():
            shutil.copytree(case / name, folder / name / "data", dirs_exist_ok=True)
        states.append(snapshot(folder / name))
    return in_words(compare(*states), markdown=True)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_difference_is_told_word_for_word(case: Path, tmp_path: Path) -> None:
    assert words_of(case, tmp_path) == (case / "expected.md").read_text(encoding="utf-8")


def test_all_is_new_to_one_who_knows_nothing(sample: Path) -> None:
    now = snapshot(sample)
    everything = compare(NOTHING, now)
    assert counts(everything.records) == (("added", len(now.records)),)
    assert counts(everything.statements) == (("added", len(now.statements)),)


def test_a_difference_is_found_by_the_records_on_whose_pages_it_stands(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("It began to pay.", "It pays."), encoding="utf-8")
    found = compare(snapshot(TESTS / "sample"), snapshot(sample))
    for id in ("northcott-2020", "arcadia", "upstream-debt", "water", "dams"):
        assert [one.id for one in found.of(id)] == ["northcott-2020/pay-the-debt"], id
    assert found.of("borduria") == ()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": 2}', b"\xff"])
def test_what_is_no_knowledge_base_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="a knowledge base in format 1"):
        Snapshot.parse(content)
