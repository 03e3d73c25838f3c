"""Every field of every model is in every output of the data; so are new fields and collections."""

import csv
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pyoxigraph import RdfFormat, parse
from support import TESTS
from support.projects import contents, copy_sample

from intermestic.content import Content
from intermestic.editions.snapshot import Snapshot
from intermestic.exports import database, kb_json, linked_data, tables
from intermestic.exports.vocabulary import PROPERTIES, TURTLE, property_of, relation_property
from intermestic.knowledge import Claim, Entry, Relation
from intermestic.records.base import Record
from intermestic.records.citations import Citation
from intermestic.records.dates import parse_date
from intermestic.records.fields import Model, Office, Party, RelatedRecord
from intermestic.records.models import COLLECTIONS
from intermestic.records.statements import STATEMENTS
from intermestic.serialization import kb
from intermestic.serialization.fields import SINGLE, Kind, ModelField, fields_of, has_table
from intermestic.serialization.statement_tables import ROLES

SITE = "https://intermestic.example/"
SOURCE, EARLIER = "northcott-2020", "northcott-2020/pay-the-debt"
WHOLES = (*COLLECTIONS.values(), *STATEMENTS)
RELATED = {"offices": Office, "parties": Party}


class Marker:
    """Makes records in which every field that can hold any value holds one of its own.

    `marks` are these values, as they look in the tables and in the linked data.
    """

    def __init__(self) -> None:
        self.numbers = count(2001)
        self.marks: dict[str, tuple[str, str]] = {}

    def marked(self, model: type[Model], **values: Any) -> Any:
        """Return a `model` with a mark in each field but those of which the `values` are given."""
        made = {f.name: self._value(model, f) for f in fields_of(model) if f.name not in values}
        return model.model_construct(**made, **values)

    def _value(self, model: type[Model], field: ModelField) -> Any:
        number, name = next(self.numbers), f"{model.__name__}.{field.name}"
        words = f"Mark{number}"
        value, in_tables, in_graph = {
            Kind.TEXT: (words, words, words),
            Kind.PROSE: (words, words, words),
            Kind.ADDRESS: (f"https://{words}.example/", words, words),
            Kind.STRINGS: ((words,), words, words),
            Kind.INTEGER: (number, str(number), str(number)),
            Kind.NUMBER: (Decimal(number), str(number), str(number)),
            Kind.DATE: (parse_date(str(number)), str(number), str(number)),
            Kind.PARAGRAPHS: ((number,), str(number), f"#p{number}"),
            Kind.CITATIONS: ((Citation(SOURCE, (number,)),), f"#{number}", f"#p{number}"),
        }.get(field.kind, (() if field.required else field.default, "", ""))
        if field.values:
            value, in_tables, in_graph = field.values[-1], "", ""
        elif field.part:
            part = self.marked(field.part)
            value = part if field.kind is Kind.PART else (part,)
        elif field.kind is Kind.STATEMENT_ADDRESSES:
            value = (EARLIER,)
        if in_tables:
            self.marks[name] = (in_tables, in_graph)
        return value


@pytest.fixture(scope="module")
def marker() -> Marker:
    return Marker()


@pytest.fixture(scope="module")
def marked(sample_data: Content, marker: Marker) -> Content:
    """The sample with a marked record in each collection, and a marked statement of each kind."""
    knowledge = sample_data.knowledge
    entries, relations = dict(knowledge.entries), dict(knowledge.relations_from)
    ids = {collection: list(of) for collection, of in knowledge.ids.items()}
    for collection, model in COLLECTIONS.items():
        id = f"marked-{collection}".replace("_", "-")
        record = marker.marked(model, former_ids=(f"former-{id}",))
        entries[id] = Entry(len(entries), id, collection, f"data/{collection}/{id}.yml", record)
        ids[collection].append(id)
        relations[id] = tuple(_relations(marker, id, record))
    claims = tuple(
        Claim("marked-sources", marker.marked(model, kind=_kind(model)), ("arcadia",), (), 1)
        for model in STATEMENTS
    )
    grown = replace(
        knowledge,
        entries=MappingProxyType(entries),
        ids=ids,
        relations_from=relations,
        claims_in={**knowledge.claims_in, "marked-sources": claims},
    )
    return replace(sample_data, knowledge=grown)


def _kind(model: type[Model]) -> str:
    (field,) = (field for field in fields_of(model) if field.name == "kind")
    return field.values[0]


def _relations(marker: Marker, id: str, record: Record) -> Iterator[Relation]:
    for field in fields_of(type(record)):
        if field.kind is Kind.RECORDS:
            related = marker.marked(RELATED.get(field.name, RelatedRecord), id="arcadia")
            ground = (related.cite, related.when, related.detail, related.editorial, related.note)
            yield Relation(id, field.name, f"inverse-of-{field.name}", "arcadia", *ground, related)


def rows_of(content: Content) -> str:
    """Return all rows of the CSV files as text."""
    made = contents(tables.files(content))
    return "".join(text.decode() for path, text in made.items() if path.endswith(".csv"))


def dump_of(content: Content) -> str:
    """Return all that the database holds as text."""
    (file,) = database.files(content)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(file.content)
    lines = "\n".join(connection.iterdump())
    connection.close()
    return lines


def test_every_value_is_in_every_output(marked: Content, marker: Marker) -> None:
    outputs = {
        "JSON": contents(kb_json.files(marked))[kb_json.KB].decode(),
        "CSV": rows_of(marked),
        "SQLite": dump_of(marked),
        "RDF": contents(linked_data.files(marked))[TURTLE].decode(),
    }
    assert len(marker.marks) > 90
    missing = [
        f"{name} is not in {output}"
        for name, marks in marker.marks.items()
        for output, text in outputs.items()
        if marks[output == "RDF"].removeprefix("#" if output == "JSON" else "") not in text
    ]
    assert missing == []


def test_parts_and_relations_hold_only_what_has_a_place_in_the_tables() -> None:
    in_a_row = {*SINGLE, Kind.STRINGS, Kind.PARAGRAPHS}
    for field in (field for model in WHOLES for field in fields_of(model)):
        if field.part:
            allowed = {*in_a_row, Kind.CITATIONS} if has_table(field) else in_a_row
            assert {inner.kind for inner in fields_of(field.part)} <= allowed, field
    for model in (RelatedRecord, *RelatedRecord.__subclasses__()):
        kinds = {field.kind for field in fields_of(model) if field.name != "cite"}
        assert kinds <= in_a_row, model


def test_every_choice_is_in_the_tables_and_the_linked_data_by_its_name(marked: Content) -> None:
    columns = {column.name for table in marked.tables for column in table.columns}
    graph = parse(contents(linked_data.files(marked))[TURTLE], RdfFormat.TURTLE)
    predicates = {re.split("[/#]", quad.predicate.value)[-1] for quad in graph}
    parts = tuple(field.part for model in WHOLES for field in fields_of(model) if field.part)
    models = (*WHOLES, *parts, *RelatedRecord.__subclasses__())
    for field in (field for model in models for field in fields_of(model)):
        if field.values:
            assert field.name in columns
            assert property_of(field).partition(":")[2] in predicates or field.name == "kind"


def test_every_relation_is_in_the_tables_and_the_linked_data_by_its_name(marked: Content) -> None:
    by_name = {table.name: table for table in marked.tables}
    relations = {row["name"] for row in by_name["relations"].rows}
    roles = by_name["statement_subjects"].columns[-1].values
    graph = parse(contents(linked_data.files(marked))[TURTLE], RdfFormat.TURTLE)
    predicates = {re.split("[/#]", quad.predicate.value)[-1] for quad in graph}
    for model in WHOLES:
        for field in fields_of(model):
            if field.kind is Kind.RECORDS and model in STATEMENTS:
                assert ROLES.get(field.name, field.name) in roles
                property = property_of(field) or PROPERTIES[field.name]
                assert property.partition(":")[2] in predicates
            elif field.kind is Kind.RECORDS:
                assert field.name in relations
                assert relation_property(field.name).partition(":")[2] in predicates


def test_the_snapshot_of_today_is_what_the_file_of_today_says(data: Content) -> None:
    parsed = Snapshot.parse(kb.in_bytes(data.serialized))
    assert Snapshot.of(data.serialized) == parsed


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exports of the sample with a place and a field that `support/places.py` declares."""
    project = copy_sample(tmp_path_factory.mktemp("grown") / "project")
    (project / "data" / "places").mkdir()
    (project / "data" / "places" / "high-bridge.yml").write_text(
        "name: High Bridge\nsummary: A bridge to [[arcadia]].\nriver_mile: 77\n"
        "crossings:\n  - name: The upper deck\n    opened: 1907~\n    cite: northcott-2020#2\n"
        "owners:\n  - id: borduria\n    share: nine tenths\n    cite: northcott-2020#3\n",
        encoding="utf-8",
    )
    term = project / "data" / "terms" / "upstream-debt.yml"
    with term.open("a", encoding="utf-8") as file:
        file.write("etymology: From the millers.\n")
    folder = project / "exports"
    program = TESTS / "support" / "places.py"
    subprocess.run([sys.executable, program, project, folder], check=True)
    return folder


def table(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / "data" / "tables" / f"{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_a_new_collection_is_in_the_json_and_its_schema(grown: Path) -> None:
    whole = json.loads((grown / "data" / "kb.json").read_bytes())
    (place,) = whole["records"]["places"]
    assert (place["id"], place["river_mile"]) == ("high-bridge", 77)
    assert place["crossings"][0]["opened"]["edtf"] == "1907~"
    assert json.loads((grown / "places" / "high-bridge.json").read_bytes())["record"] == place
    schema = json.loads((grown / "data" / "kb.schema.json").read_bytes())
    assert list(Draft202012Validator(schema).iter_errors(whole)) == []
    place["river_mile"] = "far"
    assert list(Draft202012Validator(schema).iter_errors(whole)) != []


def test_a_new_collection_is_in_the_tables_and_the_database(grown: Path) -> None:
    (row,) = (row for row in table(grown, "records") if row["collection"] == "places")
    assert (row["name"], row["summary"]) == ("High Bridge", "A bridge to Arcadia.")
    assert table(grown, "places") == [{"id": "high-bridge", "river_mile": "77"}]
    assert table(grown, "crossings") == [
        {
            "id": "1", "record_id": "high-bridge", "source_id": "northcott-2020",
            "name": "The upper deck", "opened": "1907~",
            "opened_earliest": "1907-01-01", "opened_latest": "1907-12-31",
        }
    ]  # fmt: skip
    (owner,) = (row for row in table(grown, "relations") if row["name"] == "owners")
    assert (owner["subject_id"], owner["object_id"]) == ("high-bridge", "borduria")
    assert (owner["inverse"], owner["share"]) == ("owned_places", "nine tenths")
    cited = {row["paragraph_id"] for row in table(grown, "citations") if row["crossing_id"]}
    assert cited == {"northcott-2020#2"}
    connection = sqlite3.connect(grown / "data" / "intermestic.sqlite")
    query = "select river_mile, crossings.name from places join crossings on record_id = places.id"
    assert connection.execute(query).fetchall() == [(77, "The upper deck")]
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    connection.close()


def test_a_new_collection_is_in_the_linked_data(grown: Path) -> None:
    graph = list(parse((grown / TURTLE).read_bytes(), RdfFormat.TURTLE))
    place = f"{SITE}places/high-bridge/#this"
    said = {
        (quad.predicate.value.rpartition("/")[2].rpartition("#")[2], quad.object.value)
        for quad in graph
        if quad.subject.value.startswith(place)
    }
    assert {
        ("type", "https://schema.org/Place"),
        ("name", "High Bridge"),
        ("riverMile", "77"),
        ("opened", "1907~"),
        ("wasDerivedFrom", f"{SITE}sources/northcott-2020/#p2"),
        ("owners", f"{SITE}actors/borduria/#this"),
        ("share", "nine tenths"),
    } <= said
    told = {quad.subject.value for quad in graph}
    assert f"{SITE}{TURTLE}#riverMile" in told
    assert f"{SITE}{TURTLE}#Crossing" in told


def test_a_new_field_is_in_every_output(grown: Path) -> None:
    origin = "From the millers."
    whole = json.loads((grown / "data" / "kb.json").read_bytes())
    assert [term["etymology"] for term in whole["records"]["terms"]].count(origin) == 1
    assert [row["etymology"] for row in table(grown, "terms")].count(origin) == 1
    connection = sqlite3.connect(grown / "data" / "intermestic.sqlite")
    found = connection.execute("select id from terms where etymology = ?", (origin,)).fetchall()
    assert found == [("upstream-debt",)]
    connection.close()
    turtle = (grown / TURTLE).read_text(encoding="utf-8")
    assert f'intermestic:etymology "{origin}"@en' in turtle
