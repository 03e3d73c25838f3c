"""Stage 2: trees to typed records. What is said of bad ones is in cases/problems."""

from pathlib import Path

import pytest

from intermestic.reading.load import load
from intermestic.reading.validate import validate
from intermestic.records.citations import Citation
from intermestic.records.dates import parse_date
from intermestic.records.models import COLLECTIONS, Actor
from intermestic.records.source import Source
from intermestic.records.statements import Figure, Recommendation
from intermestic.records.walk import dotted


@pytest.fixture
def records(sample: Path) -> dict:
    valid, problems = validate(load(sample, COLLECTIONS).records)
    assert problems == []
    return {one.raw.id: one.record for one in valid}


def test_a_record_gets_the_model_of_its_collection(records: dict) -> None:
    assert isinstance(records["arcadia"], Actor)
    assert isinstance(records["northcott-2020"], Source)


def test_a_value_gets_the_type_of_its_field(records: dict) -> None:
    assert records["northcott-2020"].paragraphs == 5
    assert records["northcott-2020"].date == parse_date("2020-03")
    assert records["ines-northcott"].cite == (Citation("northcott-2020", (4,)),)


def test_one_value_may_stand_where_a_list_may(records: dict) -> None:
    assert records["ines-northcott"].aliases == ("Ines Northcott",)


def test_a_statement_gets_the_fields_of_its_kind(records: dict) -> None:
    kinds = {statement.id: type(statement) for statement in records["northcott-2020"].statements}
    assert kinds["half-the-water"] is Figure
    assert kinds["pay-the-debt"] is Recommendation


def test_a_record_cannot_be_changed(records: dict) -> None:
    with pytest.raises(ValueError, match="frozen"):
        records["arcadia"].name = "Arcady"


def test_a_field_is_named_by_its_path() -> None:
    assert dotted(("statements", 3, "cite", 0)) == "statements[3].cite[0]"
