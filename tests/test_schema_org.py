"""Pages in the terms of schema.org, read by an independent JSON-LD processor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyld import jsonld
from support import PROJECT
from support.projects import content, frames_of

from intermestic.pipeline import Content
from intermestic.site.schema_org import json_ld

SITE = "https://intermestic.example/"
VOCABULARY = "https://schema.org/"


def expand(data: dict) -> dict:
    """The page as `data` has it, expanded; schema.org's own context, which is not fetched, would
    make web addresses of some of its texts.
    """
    (page,) = jsonld.expand({**data, "@context": {"@vocab": VOCABULARY}})
    return page


def nodes(data: object) -> Iterator[dict]:
    """Every node of an expanded document."""
    if isinstance(data, list):
        for item in data:
            yield from nodes(item)
    elif isinstance(data, dict) and "@value" not in data:
        yield data
        for value in data.values():
            yield from nodes(value)


def page(path: str, data: Content) -> dict:
    return json_ld(frames_of(data)[path], data.knowledge, data.publication)


def subject(path: str, data: Content) -> dict:
    return page(path, data)["mainEntity"]


def test_every_page_expands_in_words_of_schema_org_and_every_reference_resolves() -> None:
    real = content(PROJECT)
    pages = [
        expand(json_ld(frame, real.knowledge, real.publication))
        for frame in frames_of(real).values()
    ]
    found = [node for page in pages for node in nodes(page)]
    words = {word for node in found for word in (*node, *node.get("@type", ()))} - {"@id", "@type"}
    assert {word for word in words if word.removeprefix(VOCABULARY) not in rdflib.SDO} == set()
    home = f"{SITE}#this"
    defined = {node["@id"] for node in found if "@type" in node and "@id" in node}
    assert {node["@id"] for node in found if "@id" in node} == defined
    assert home in defined
    things = {id for id in defined if id.endswith("#this")} - {home}
    assert len(things) == len(real.knowledge.entries) + 2  # the two vocabularies


def test_a_page_has_its_edition_breadcrumbs_and_sources(sample_data: Content) -> None:
    found = page("initiatives/river-pact.md", sample_data)
    assert (found["@type"], found["@id"]) == ("WebPage", f"{SITE}initiatives/river-pact/")
    assert (found["version"], found["datePublished"]) == ("0.1", "2026-11-22")
    assert [(item["name"], item["item"]) for item in found["breadcrumb"]["itemListElement"]] == [
        ("Intermestic", SITE),
        ("Initiatives", f"{SITE}initiatives/"),
        ("River Pact", f"{SITE}initiatives/river-pact/"),
    ]
    assert found["citation"] == [
        {"@id": f"{SITE}sources/northcott-2022/#this", "name": "Northcott 2022"}
    ]


def test_a_person_has_a_family_name_and_a_country_is_a_place(sample_data: Content) -> None:
    assert subject("actors/ines-northcott.md", sample_data) == {
        "@id": f"{SITE}actors/ines-northcott/#this",
        "@type": "Person",
        "name": "Inés Northcott",
        "familyName": "Northcott",
        "givenName": "Inés",
        "alternateName": ["Ines Northcott"],
        "description": "The author of Northcott 2020 and Northcott 2022.",
    }
    assert subject("actors/arcadia.md", sample_data)["@type"] == "Country"


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1998-05-04", "1998-05-04", None),
        ("1998", "1998", None),
        ("1998-05~", None, None),
        ("1998?", None, None),
        ("199X", None, None),
        ("[1998..2001]", None, None),
        ("1998/2001-02", "1998", "2001-02"),
        ("1998/..", "1998", None),
        ("../1998", None, "1998"),
        ("1998~/2001", None, "2001"),
    ],
)
def test_an_event_has_only_dates_that_are_known_as_the_calendar_has_them(
    sample: Path, edtf: str, start: str | None, end: str | None
) -> None:
    path = sample / "data" / "dates" / "treaty-signed.yml"
    text = path.read_text(encoding="utf-8").replace("when: 1998-05~", f'when: "{edtf}"')
    path.write_text(text, encoding="utf-8")
    event = subject("dates/treaty-signed.md", content(sample))
    assert event["@type"] == "Event"
    assert (event.get("startDate"), event.get("endDate")) == (start, end)
    assert event["location"] == "on a bridge in Borduria"


def test_a_claim_appears_in_the_sources_that_make_it_not_in_those_that_doubt_it(
    sample_data: Content,
) -> None:
    claim = subject("propositions/upstream-pays.md", sample_data)
    assert claim["@type"] == "Claim"
    assert [source["name"] for source in claim["appearance"]] == ["Northcott 2022"]


def test_a_source_is_described_as_the_text_it_is(sample_data: Content) -> None:
    assert subject("sources/northcott-2020.md", sample_data) == {
        "@id": f"{SITE}sources/northcott-2020/#this",
        "@type": "CreativeWork",
        "name": "Northcott 2020",
        "headline": "Sharing a River",
        "genre": "essay",
        "author": [{"@id": f"{SITE}actors/ines-northcott/#this", "name": "Inés Northcott"}],
        "datePublished": "2020-03",
        "publisher": {"@type": "Organization", "name": "The River Council"},
        "url": "https://rivers.example/sharing",
        "description": "Argues that Arcadia owes Borduria more water.",
    }


def test_a_term_stands_in_the_vocabulary_that_its_index_is(sample_data: Content) -> None:
    term = subject("terms/upstream-debt.md", sample_data)
    assert term["@type"] == "DefinedTerm"
    assert term["inDefinedTermSet"] == subject("terms/index.md", sample_data)


def test_the_home_page_is_about_the_data(sample_data: Content) -> None:
    data = subject("index.md", sample_data)
    assert (data["@type"], data["@id"]) == ("Dataset", f"{SITE}#dataset")
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["distribution"][0] == {
        "@type": "DataDownload",
        "contentUrl": f"{SITE}data/bibliography.bib",
        "encodingFormat": "application/x-bibtex",
    }
