"""How records read once their links are filled in. The sentences are in cases/wording.yml."""

import pytest
import yaml
from support import TESTS

from intermestic.editing.wording import check_wording
from intermestic.reading.load import RawRecord
from intermestic.reading.validate import ValidRecord
from intermestic.reading.yaml_tree import parse
from intermestic.records.models import Term
from intermestic.records.source import Source

CASES = yaml.safe_load((TESTS / "cases" / "wording.yml").read_text(encoding="utf-8"))
SOURCES = {"Wayne 2021": "2021-10", "Sarukhan 2021": "2021-01", "2009 outline": "2009"}


def valid(id: str, record: Term | Source) -> ValidRecord:
    tree, _ = parse("definition: x\n", f"data/terms/{id}.yml")
    return ValidRecord(RawRecord("terms", id, f"data/terms/{id}.yml", tree), record)


def said_of(prose: str) -> list[str]:
    """Return what is said of a term that is defined by `prose`, beside the records of the cases."""
    others = [
        valid(id, Term(name=name, definition=CASES["other"])) for id, name in CASES["names"].items()
    ]
    sources = [valid(name, source(name, date)) for name, date in SOURCES.items()]
    term = valid("term", Term(name="x", definition=prose))
    return [str(problem) for problem in check_wording((*others, *sources, term))]


def source(name: str, date: str) -> Source:
    return Source.model_validate(
        {
            "name": name, "date": date, "type": "essay", "authorship": "Signed.",
            "date_basis": "Printed.", "thesis": "It argues.", "paragraphs": "1",
            "sections": [{"heading": "Opening", "first": "1"}],
        }
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES["badly"], ids=lambda case: case["prose"])
def test_a_sentence_that_reads_badly_is_told(case: dict[str, str]) -> None:
    assert said_of(case["prose"]) == [f"data/terms/term.yml:1:13: definition: {case['found']}"]


@pytest.mark.parametrize("prose", CASES["well"])
def test_a_sentence_that_reads_well_passes(prose: str) -> None:
    assert said_of(prose) == []
