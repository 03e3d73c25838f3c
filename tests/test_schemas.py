"""The editors' JSON Schemas: what they take, what they refuse, and that they are up to date."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from support import PROJECT, TESTS

from intermestic.content import load_knowledge
from intermestic.editing.schemas import FOLDER, IDS, SNIPPETS, modeline, record_schema, schemas
from intermestic.reading.load import read
from intermestic.records.models import COLLECTIONS
from intermestic.site.pipeline import build

SAMPLE = TESTS / "sample"
PROJECTS = (PROJECT, SAMPLE)
RECORDS = [path for root in PROJECTS for path in sorted(root.glob("data/*/*.yml"))]
# Of the broken records those whose mistake a schema can see: the rest are in the YAML itself,
# in prose, or between one part of the records and another.
VISIBLE = (
    *("address-of-another-scheme", "bad-date", "impossible-month", "open-interval-without-dots"),
    *("citation-cut-by-a-comment", "citation-of-an-unknown-source", "citation-without-paragraph"),
    *("empty-file", "empty-values", "list-instead-of-record", "only-comments"),
    *("id-of-the-wrong-collection", "id-that-differs-by-accent", "name-instead-of-id"),
    *("missing-field", "missing-field-of-a-kind", "missing-kind", "near-duplicate-key"),
    *("number-in-words", "proposition-with-one-position", "relation-of-an-unknown-stance"),
    *("relation-with-two-grounds", "relation-without-ground", "statement-id-with-capitals"),
    *("text-instead-of-record", "unknown-field", "unknown-field-in-relation"),
    *("unknown-id-in-relation", "unknown-kind", "unknown-type", "wrong-types"),
)


class EditorsLoader(yaml.SafeLoader):
    """YAML as common editors read it: version 1.2, where a date is text, and so is `no`."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    EditorsLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), None
    )


@cache
def validators(root: Path) -> dict[str, Draft7Validator]:
    knowledge = load_knowledge(root)[0]
    assert knowledge is not None
    made = {name: json.loads(text) for name, text in schemas(knowledge).items()}
    registry = Registry().with_resource(IDS, Resource.from_contents(made[IDS]))
    return {name: Draft7Validator(made[f"{name}.json"], registry=registry) for name in COLLECTIONS}


def root_of(path: Path) -> Path:
    return path.parent.parent.parent


def mistakes(path: Path, root: Path) -> list[str]:
    """What an editor underlines in the file at `path`, by the schema of the project at `root`."""
    validator = validators(root)[path.parent.name]
    record = yaml.load(path.read_text(encoding="utf-8"), EditorsLoader)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(record)]


def test_the_schemas_of_the_sample_are_up_to_date() -> None:
    root = SAMPLE
    knowledge = load_knowledge(root)[0]
    assert knowledge is not None
    folder = root / "docs" / FOLDER
    kept = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}
    command = f"intermestic --root {root} schemas"
    assert kept == schemas(knowledge), f"renew them: {command}"


def test_every_record_names_its_schema_and_fits_it() -> None:
    for path in RECORDS:
        assert path.read_text(encoding="utf-8").startswith(f"{modeline(path.parent.name)}\n"), path
        assert mistakes(path, root_of(path)) == [], path


def test_every_record_fits_its_schema_with_every_value_in_quotes() -> None:
    for path in RECORDS:
        tree, _ = read(path, path.name)
        validator = validators(root_of(path))[path.parent.name]
        assert [error.message for error in validator.iter_errors(tree)] == [], path


def test_every_schema_is_a_schema() -> None:
    for validator in validators(SAMPLE).values():
        Draft7Validator.check_schema(validator.schema)


@pytest.mark.parametrize("case", VISIBLE)
def test_a_broken_record_is_underlined(case: str) -> None:
    paths = (TESTS / "cases" / "problems" / case).glob("data/*/*.yml")
    assert [mistake for path in paths for mistake in mistakes(path, SAMPLE)] != []


def test_a_mistake_in_a_statement_is_held_against_its_kind(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    text = path.read_text(encoding="utf-8").replace("kind: figure", "kind: fact")
    path.write_text(text, encoding="utf-8")
    assert mistakes(path, SAMPLE) == [
        "$.statements[2]: Additional properties are not allowed "
        "('as_of', 'counts', 'hedge', 'unit', 'upper', 'value' were unexpected)"
    ]


def test_a_relation_is_offered_the_ids_of_its_collections() -> None:
    actor = record_schema("actors")["properties"]
    assert actor["part_of"]["items"]["properties"]["id"] == {
        "description": "the id of the other record",
        "$ref": "ids.json#/definitions/actors",
    }
    assert [
        choice["$ref"] for choice in actor["member_of"]["items"]["properties"]["id"]["anyOf"]
    ] == [
        "ids.json#/definitions/actors",
        "ids.json#/definitions/initiatives",
    ]


def test_an_id_is_offered_with_its_name_and_a_source_for_citations(sample: Path) -> None:
    build(sample)
    ids = json.loads((sample / "docs" / FOLDER / IDS).read_text(encoding="utf-8"))["definitions"]
    assert ids["policy_areas"]["enum"] == ["dams", "water"]
    assert ids["policy_areas"]["enumDescriptions"] == ["Dams", "Water"]
    offered = [snippet["label"] for snippet in ids["citation"]["defaultSnippets"]]
    assert offered == ["northcott-2020#", "northcott-2022#"]


def test_a_new_record_is_offered_after_the_next_build(sample: Path) -> None:
    record = "name: downstream\ndefinition: Below.\n"
    (sample / "data" / "terms" / "downstream.yml").write_text(record, encoding="utf-8")
    build(sample)
    ids = json.loads((sample / "docs" / FOLDER / IDS).read_text(encoding="utf-8"))["definitions"]
    assert ids["terms"]["enum"] == ["downstream", "upstream-debt"]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_says_what_it_means(collection: str) -> None:
    schema = record_schema(collection)
    assert [name for name, field in fields(schema) if "description" not in field] == []


def fields(part: object) -> Iterator[tuple[str, dict]]:
    """The fields of every part of a schema that describes a mapping."""
    if isinstance(part, dict) and "additionalProperties" in part:
        yield from part["properties"].items()
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for each in inside:
        yield from fields(each)


def test_a_group_gives_its_statements_what_they_need_not_have(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2022.yml"
    head = path.read_text(encoding="utf-8").partition("statements:")[0]
    group = (
        "statements:\n  - para: 1\n    areas: [water]\n    statements:\n"
        "      - {kind: fact, phrase: in place of the old one, text: x}\n"
    )
    path.write_text(head + group, encoding="utf-8")
    assert mistakes(path, SAMPLE) == []
    path.write_text(head + group.replace("para: 1", "praa: 1"), encoding="utf-8")
    assert mistakes(path, SAMPLE) == [
        "$.statements[0]: Additional properties are not allowed ('praa' was unexpected)"
    ]


def test_two_brackets_and_a_name_give_a_link(sample: Path) -> None:
    build(sample)
    offers = json.loads((sample / SNIPPETS).read_text(encoding="utf-8"))
    assert offers["[[river-council]]"] == {
        "scope": "yaml",
        "prefix": ["[[river-council", "[[River Council", "[[RC"],
        "body": "[[river-council]]",
        "description": "Actor: River Council",
    }
