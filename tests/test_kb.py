"""The whole content as JSON, held against its schema by an independent reader."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support import PROJECT, TESTS
from support.projects import contents

from intermestic.content import Content, gather
from intermestic.exports import kb_json
from intermestic.records.models import COLLECTIONS
from intermestic.records.statements import STATEMENTS, Figure
from intermestic.serialization.additions import OF_RECORDS, OF_STATEMENTS


@pytest.fixture(scope="module", params=["sample", "real"])
def content(request: pytest.FixtureRequest) -> Content:
    found, problems = gather(PROJECT if request.param == "real" else TESTS / "sample")
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def files(content: Content) -> dict[str, bytes]:
    return contents(kb_json.files(content))


@pytest.fixture(scope="module")
def whole(files: dict[str, bytes]) -> dict:
    return json.loads(files[kb_json.KB])


def test_everything_fits_the_published_schema(files: dict[str, bytes], whole: dict) -> None:
    schema = json.loads(files[kb_json.SCHEMA])
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(whole)) == []


def test_the_schema_refuses_a_record_without_a_field(files: dict[str, bytes], whole: dict) -> None:
    schema = json.loads(files[kb_json.SCHEMA])
    broken = json.loads(files[kb_json.KB])
    del broken["records"]["terms"][0]["definition"]
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(broken)]
    assert errors == ["'definition' is a required property"]


def test_a_record_of_each_collection_fits_the_schema_of_its_file(files: dict[str, bytes]) -> None:
    schema = json.loads(files[kb_json.SCHEMA]) | {"$ref": "#/$defs/RecordFile"}
    firsts = {name.partition("/")[0]: name for name in files if not name.startswith("data/")}
    assert set(firsts) == set(COLLECTIONS)
    for name in firsts.values():
        assert list(Draft202012Validator(schema).iter_errors(json.loads(files[name]))) == [], name


def test_every_record_has_every_field_of_its_model(content: Content, whole: dict) -> None:
    for collection, model in COLLECTIONS.items():
        records = whole["records"][collection]
        assert tuple(one["id"] for one in records) == content.knowledge.ids[collection]
        for record in records:
            assert record.keys() == model.model_fields.keys() | OF_RECORDS.keys()


def test_every_statement_has_every_field_of_its_kind(content: Content, whole: dict) -> None:
    kinds = {model.model_fields["kind"].annotation.__args__[0]: model for model in STATEMENTS}
    said = [one for source in whole["records"]["sources"] for one in source["statements"]]
    assert Counter(one["source"] for one in said) == {
        id: len(ones) for id, ones in content.knowledge.claims_in.items()
    }
    for one in said:
        assert one.keys() == kinds[one["kind"]].model_fields.keys() | OF_STATEMENTS.keys()


def test_every_id_that_is_referred_to_is_there(whole: dict) -> None:
    ids = {record["id"] for records in whole["records"].values() for record in records}
    for relation in whole["relations"]:
        assert {relation["subject"], relation["object"]} <= ids
        assert {cited["source"] for cited in relation["cite"]} <= ids
    for source in whole["records"]["sources"]:
        for one in source["statements"]:
            assert {*one["subjects"], *one["speakers"], *one["areas"]} <= ids


def test_every_number_keeps_its_value(content: Content, whole: dict) -> None:
    figures = {
        one.address: one.statement
        for ones in content.knowledge.claims_in.values()
        for one in ones
        if isinstance(one.statement, Figure)
    }
    assert figures
    for source in whole["records"]["sources"]:
        for one in source["statements"]:
            if one["kind"] == "figure":
                assert Decimal(str(one["value"])) == figures[one["address"]].value


def test_each_record_has_a_file_beside_its_page_and_at_its_former_ones(
    content: Content, files: dict[str, bytes], whole: dict
) -> None:
    beside = {
        f"{collection}/{id}.json"
        for collection, records in whole["records"].items()
        for record in records
        for id in (record["id"], *record["former_ids"])
    }
    assert files.keys() - beside == {kb_json.KB, kb_json.SCHEMA}
    assert len(beside) >= len(content.knowledge.entries)


def test_two_runs_give_the_same_bytes(content: Content, files: dict[str, bytes]) -> None:
    assert contents(kb_json.files(content)) == files


@pytest.fixture
def sample_files(sample: Path) -> dict[str, dict]:
    found, problems = gather(sample)
    assert found is not None, problems
    written = contents(kb_json.files(found))
    return {name: json.loads(text) for name, text in written.items()}


def test_a_statement_says_where_it_stands_and_what_it_is_about(sample_files: dict) -> None:
    sources = sample_files[kb_json.KB]["records"]["sources"]
    statement = next(one for one in sources[0]["statements"] if one["id"] == "half-the-water")
    assert statement["address"] == "northcott-2020/half-the-water"
    assert statement["permalink"] == "sources/northcott-2020/#s-half-the-water"
    assert statement["plain"] == "The upper country keeps about half of the river."
    assert statement["text"] == "[[arcadia|The upper country]] keeps about half of the river."
    assert statement["subjects"] == ["arcadia"]
    assert statement["speakers"] == ["ines-northcott"]
    assert (statement["value"], statement["upper"]) == (500000, 1500000.5)


def test_a_date_and_a_citation_have_their_form_and_their_parts(sample_files: dict) -> None:
    record = sample_files["actors/arcadia.json"]["record"]
    assert record["member_of"][0]["when"] == {
        "edtf": "1998/..",
        "english": "from 1998",
        "first": "1998-01-01",
        "last": None,
    }
    assert record["cite"] == [
        {
            "cite": "northcott-2020#1",
            "source": "northcott-2020",
            "paragraphs": [1],
            "permalink": "sources/northcott-2020/#p1",
        }
    ]


def test_a_relation_is_in_the_files_of_both_its_ends(sample_files: dict) -> None:
    for id in ("ines-northcott", "arcadia"):
        (office,) = (
            relation
            for relation in sample_files[f"actors/{id}.json"]["relations"]
            if relation["name"] == "offices"
        )
        assert (office["subject"], office["object"]) == ("ines-northcott", "arcadia")
        assert office["inverse"] == "office_holders"


def test_a_record_s_file_has_the_addresses_of_what_is_said_of_it(sample_files: dict) -> None:
    assert sample_files["initiatives/river-pact.json"]["statements"] == [
        "northcott-2022/pact-replaces-treaty",
        "northcott-2022/better-than-before",
    ]


def test_each_address_in_a_record_s_file_is_in_the_file_of_its_source(sample_files: dict) -> None:
    for name, file in sample_files.items():
        if name not in {kb_json.KB, kb_json.SCHEMA}:
            for address in file["statements"]:
                source, _, id = address.partition("/")
                said = sample_files[f"sources/{source}.json"]["record"]["statements"]
                assert id in [statement["id"] for statement in said]


def test_a_former_address_has_the_file_of_the_present_one(sample_files: dict) -> None:
    assert sample_files["actors/arcady.json"] == sample_files["actors/arcadia.json"]
