"""What common editors complete by: JSON Schemas of the records, and the links that prose can have.

There is a schema for each collection, made from its model, and one of the ids that records can
name. A record names its schema in its first line, so that common editors need no settings.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from intermestic.catalogue import words
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.groups import MEMBERS
from intermestic.records.citations import CITATION, PARAGRAPHS_PATTERN
from intermestic.records.fields import RELATES_TO, pattern_schema
from intermestic.records.models import COLLECTIONS
from intermestic.records.statements import KIND, SHARED

# Where Visual Studio Code and its kin look for snippets of a project; Git ignores this one.
SNIPPETS = ".vscode/links.code-snippets"
# Below docs/, where the build writes them, so that the site has them too.
FOLDER = "schemas"
IDS = "ids.json"
MODELINE = "# yaml-language-server:"
CITED = "citation"
DIALECT = "http://json-schema.org/draft-07/schema#"
# The build reads every scalar as text, so that text may look like a number.
TEXT = ["string", "number"]

Schema = dict[str, Any]


def modeline(collection: str) -> str:
    """Return the first line of a record in `collection`, by which editors find its schema."""
    return f"{MODELINE} $schema=../../docs/{FOLDER}/{collection}.json"


def editor_files(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the files for editors: path in the project to text."""
    made = {f"docs/{FOLDER}/{name}": text for name, text in schemas(knowledge).items()}
    return {**made, SNIPPETS: link_snippets(knowledge)}


def link_snippets(knowledge: KnowledgeBase) -> str:
    """Return snippets by which `[[` and the beginning of an id or a name give a link."""
    offers = {
        f"[[{id}]]": {
            "scope": "yaml",
            "prefix": list(dict.fromkeys(f"[[{name}" for name in (id, *entry.record.names))),
            "body": f"[[{id}]]",
            "description": f"{words(f'record-{entry.collection}')}: {entry.record.name}",
        }
        for id, entry in sorted(knowledge.entries.items())
    }
    return json.dumps(offers, ensure_ascii=False, indent=2) + "\n"


def schemas(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the schemas of all collections and of the ids: file name to JSON."""
    made = {f"{name}.json": record_schema(name) for name in COLLECTIONS}
    made[IDS] = id_schema(knowledge)
    return {
        name: json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }


@cache
def record_schema(collection: str) -> Schema:
    """Return the schema of a collection's records."""
    schema = COLLECTIONS[collection].model_json_schema(schema_generator=_FileSchema)
    definitions = schema.pop("$defs", {})
    filled = _filled(schema, definitions)
    if statements := filled["properties"].get(MEMBERS):
        statements["items"] = _with_groups(statements["items"])
    return {**filled, "title": words(f"record-{collection}")}


def _with_groups(statement: Schema) -> Schema:
    """Return the schema of what may stand among statements: one, or a group of them."""
    shared = next(iter(_kinds(statement)))["properties"]
    group = {
        "type": "object",
        "additionalProperties": False,
        "required": [MEMBERS],
        "properties": {
            **{name: shared[name] for name in SHARED},
            MEMBERS: {
                "description": "statements that have these fields in common",
                "type": "array",
                "minItems": 1,
                "items": _without(statement, {"id", *SHARED}),
            },
        },
    }
    return {"if": {"required": [MEMBERS]}, "then": group, "else": _without(statement, {"id"})}


def _without(statement: Schema, names: Collection[str]) -> Schema:
    """Return the schema of a statement that need not have the fields `names`."""
    loose = deepcopy(statement)
    for kind in _kinds(loose):
        kind["required"] = [name for name in kind["required"] if name not in names]
    return loose


def _kinds(statement: Schema) -> Iterator[Schema]:
    return (case["then"] for case in statement["allOf"])


def id_schema(knowledge: KnowledgeBase) -> Schema:
    """Return a schema of the ids of each collection, and of citations of the sources."""
    names: dict[str, dict[str, str]] = {collection: {} for collection in COLLECTIONS}
    for id, entry in sorted(knowledge.entries.items()):
        names[entry.collection][id] = entry.record.name
    definitions: Schema = {
        collection: {
            "enum": list(names[collection]),
            "enumDescriptions": list(names[collection].values()),
            "errorMessage": f"Expected the id of a record in {collection}.",
        }
        for collection in names
    }
    return {"definitions": {**definitions, CITED: _citation(names["sources"])}}


def _citation(names: Mapping[str, str]) -> Schema:
    pattern = f"({'|'.join(names)})#({PARAGRAPHS_PATTERN})"
    expected = f"{CITATION}; the sources are {', '.join(names)}"
    offers = [
        {"label": f"{id}#", "body": f"{id}#${{1:22}}", "description": f"a paragraph of {name}"}
        for id, name in names.items()
    ]
    return {"type": "string", **pattern_schema(pattern, expected), "defaultSnippets": offers}


class _FileSchema(GenerateJsonSchema):
    """Pydantic's schema of a record as it stands in a file, without what distracts a writer."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])  # a field that has no value is left out

    def default_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])  # an editor would offer to write it

    def str_schema(self, schema: Any) -> Schema:
        text = super().str_schema(schema)
        return text if "pattern" in text else {**text, "type": TEXT}

    def int_schema(self, schema: Any) -> Schema:
        number = {**super().int_schema(schema), "type": ["integer", "string"]}
        return number | pattern_schema(r"\d+", "a whole number")

    def decimal_schema(self, schema: Any) -> Schema:
        digits = pattern_schema(r"-?\d+(\.\d+)?", "a number in plain digits")
        return {"type": ["number", "string"]} | digits

    def tagged_union_schema(self, schema: Any) -> Schema:
        """Return the kinds of statements by cases, so that editors know which a mistake is in."""
        tag = schema["discriminator"]
        kinds = {kind: self.generate_inner(choice) for kind, choice in schema["choices"].items()}
        return {
            "type": "object",
            "required": [tag],
            "properties": {tag: {"description": KIND, "enum": list(kinds)}},
            "allOf": [
                {"if": {"required": [tag], "properties": {tag: {"const": kind}}}, "then": fields}
                for kind, fields in kinds.items()
            ],
        }


def _filled(part: Any, definitions: Mapping[str, Schema], to: tuple[str, ...] = ()) -> Any:
    """Return `part` with each definition inlined, and ids as those of the collections `to`.

    Definitions are inlined because the same one names other collections in each relation.
    """
    if isinstance(part, list):
        return [_filled(item, definitions, to) for item in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        part = definitions[part["$ref"].rpartition("/")[2]] | part
    to = part.get(RELATES_TO, to)
    described = {key: value for key, value in part.items() if key == "description"}
    if part.get("format") == CITED:
        return described | _reference(CITED)
    if to and part.get("type") == TEXT:
        choices = [_reference(collection) for collection in to]
        return described | ({"anyOf": choices} if len(choices) > 1 else choices[0])
    filled = {
        key: _filled(value, definitions, to)
        for key, value in part.items()
        if key not in {"$ref", "properties", RELATES_TO}
    }
    if "properties" in part:
        filled["properties"] = {
            name: _filled(field, definitions, to if name == "id" else ())
            for name, field in part["properties"].items()
        }
    return filled


def _reference(name: str) -> Schema:
    return {"$ref": f"{IDS}#/definitions/{name}"}
