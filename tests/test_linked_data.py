"""The linked data, read back by PyLD and by Oxigraph."""

import json

import pytest
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse
from support.projects import contents

from intermestic.content import Content
from intermestic.exports import linked_data
from intermestic.exports.nodes import calendar_date
from intermestic.exports.vocabulary import TURTLE
from intermestic.records.dates import parse_date

SCHEMA = "https://schema.org/"
SITE = "https://intermestic.example/"


@pytest.fixture(scope="session")
def files(data: Content) -> dict[str, bytes]:
    return contents(linked_data.files(data))


@pytest.fixture(scope="session")
def store(files: dict[str, bytes]) -> Store:
    store = Store()
    store.load(files[TURTLE], RdfFormat.TURTLE)
    return store


def refuse(address: str, options: dict) -> dict:
    raise AssertionError(f"asked for {address}")


def ask(store: Store, query: str) -> bool:
    prefixes = """
        prefix schema: <https://schema.org/> prefix prov: <http://www.w3.org/ns/prov#>
        prefix oa: <http://www.w3.org/ns/oa#> prefix skos: <http://www.w3.org/2004/02/skos/core#>
    """
    return bool(store.query(prefixes + query))


def test_json_ld_and_turtle_are_the_same_graph(files: dict[str, bytes]) -> None:
    def triples(content: bytes, format: RdfFormat) -> set[tuple]:
        return {(quad.subject, quad.predicate, quad.object) for quad in parse(content, format)}

    json_ld = triples(files[linked_data.JSON_LD], RdfFormat.JSON_LD)
    assert json_ld == triples(files[TURTLE], RdfFormat.TURTLE)
    assert len(json_ld) > 300


def test_json_ld_expands_without_asking_for_another_file(
    data: Content, files: dict[str, bytes]
) -> None:
    document = json.loads(files[linked_data.JSON_LD])
    things = jsonld.expand(document, {"documentLoader": refuse})
    by_address = {thing["@id"]: thing for thing in things}
    assert len(by_address) == len(things) == len(document["@graph"])
    for entry in data.knowledge.entries.values():
        assert f"{SITE}{entry.collection}/{entry.id}/#this" in by_address
    said = {f"{SCHEMA}text", f"{SCHEMA}appearance"}
    claims = [thing for thing in things if said <= thing.keys()]
    assert len(claims) == len(list(data.knowledge.claims))


def test_text_comes_back_letter_for_letter(data: Content, store: Store) -> None:
    exact = NamedNode("http://www.w3.org/ns/oa#exact")
    found = sorted(quad.object.value for quad in store.quads_for_pattern(None, exact, None))
    assert found == sorted(said.statement.phrase for said in data.knowledge.claims)


def test_every_address_on_the_site_that_is_named_is_told_of(store: Store) -> None:
    told = {quad.subject.value for quad in store}
    named = {quad.object.value for quad in store if isinstance(quad.object, NamedNode)}
    former = NamedNode("http://www.w3.org/2002/07/owl#sameAs")
    former_addresses = {q.object.value for q in store.quads_for_pattern(None, former, None)}
    on_site = {address for address in named if address.startswith(SITE)}
    assert on_site - told - former_addresses == set()


def test_every_statement_says_where_it_comes_from(data: Content, store: Store) -> None:
    for said in data.knowledge.claims:
        address = f"<{SITE}sources/{said.source}/#s-{said.statement.id}>"
        number = said.statement.para[0]
        speakers = (data.knowledge.entries[id] for id in said.speakers)
        authors = [f"<{SITE}{entry.collection}/{entry.id}/#this>" for entry in speakers]
        assert ask(
            store,
            f"""ask {{
              {address} a schema:Claim; schema:text ?text;
                {f"schema:author {', '.join(authors)};" if authors else ""}
                schema:appearance <{SITE}sources/{said.source}/#this>;
                prov:wasDerivedFrom <{SITE}sources/{said.source}/#p{number}>;
                prov:hadPrimarySource/oa:hasSelector/oa:exact ?phrase;
                schema:isPartOf/schema:version "{data.publication.edition.number}"
            }}""",
        )


@pytest.mark.parametrize("data", ["sample"], indirect=True)
def test_policy_areas_are_concepts_in_a_scheme(store: Store) -> None:
    assert ask(
        store,
        f"""ask {{
          <{SITE}policy_areas/dams/#this> a skos:Concept; skos:prefLabel "Dams"@en;
            skos:broader <{SITE}policy_areas/water/#this>; skos:inScheme <{SITE}policy_areas/#this>.
          <{SITE}policy_areas/water/#this> skos:narrower <{SITE}policy_areas/dams/#this>;
            skos:topConceptOf <{SITE}policy_areas/#this>.
          <{SITE}policy_areas/#this> a skos:ConceptScheme
        }}""",
    )


@pytest.mark.parametrize("data", ["sample"], indirect=True)
def test_an_imprecise_date_is_edtf_and_claims_no_more(store: Store) -> None:
    treaty = NamedNode(f"{SITE}dates/treaty-signed/#this")
    (date,) = store.quads_for_pattern(treaty, NamedNode("http://purl.org/dc/terms/date"), None)
    edtf = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
    assert date.object == Literal("1998-05~", datatype=edtf)
    assert not list(store.quads_for_pattern(treaty, NamedNode(f"{SCHEMA}startDate"), None))


@pytest.mark.parametrize("data", ["sample"], indirect=True)
def test_a_relation_tells_when_it_holds_and_who_says_so(store: Store) -> None:
    assert ask(
        store,
        f"""
        prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        ask {{
          <{SITE}actors/ines-northcott/#this> ?office <{SITE}actors/arcadia/#this>.
          ?relation rdf:subject <{SITE}actors/ines-northcott/#this>; rdf:predicate ?office;
            schema:description "Minister of Rivers (former)";
            prov:wasDerivedFrom <{SITE}sources/northcott-2020/#p4>
        }}""",
    )


@pytest.mark.parametrize(
    ("edtf", "type"),
    [
        ("2021", "gYear"),
        ("2021-09", "gYearMonth"),
        ("2021-10-08", "date"),
        ("2021-21", "gYear"),
        ("2021~", None),
        ("199X", None),
        ("2006/2012", None),
    ],
)
def test_only_a_plain_date_is_one_to_other_programs(edtf: str, type: str | None) -> None:
    date = calendar_date(parse_date(edtf))
    assert (date and date.datatype.value.partition("#")[2]) == type
