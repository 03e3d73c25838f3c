"""Finding the names of records in a text."""

import pytest

from intermestic.records.base import Record
from intermestic.records.models import Actor, Initiative, PolicyArea, Standing, Term
from intermestic.texts.mentions import NameIndex

STANDING = Standing.model_validate({"state": "agreed", "cite": "northcott-2020#1"})


def actor(name: str, *aliases: str) -> Record:
    return Actor(name=name, aliases=aliases, type="group", summary="Made up.")


def initiative(name: str) -> Record:
    return Initiative(name=name, type="forum", summary="Made up.", standing=STANDING)


RECORDS = [
    ("actors", "merida", actor("Mérida")),
    ("initiatives", "merida-initiative", initiative("Mérida Initiative")),
    ("initiatives", "trade-talks", initiative("Trade talks")),
    ("actors", "los-angeles", actor("Los Angeles", "LA")),
    ("actors", "united-states", actor("United States", "US", "U.S.")),
    ("actors", "fox", actor("Vicente Fox", "Fox")),
    ("actors", "secretariat", actor("Public Security")),
    ("policy_areas", "public-security", PolicyArea(name="Public security", scope="Made up.")),
    ("policy_areas", "trade", PolicyArea(name="Trade", scope="Made up.")),
    ("terms", "old-talk", Term(name="dialogue", definition="Made up.")),
    ("terms", "new-talk", Term(name="dialogue", definition="Made up.")),
]


def found(text: str) -> list[tuple[str, str]]:
    mentions = NameIndex(RECORDS).mentions_in(text)
    return [(" or ".join(m.ids), m.words) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Merida they met.", [("merida", "Merida")]),
        ("the MÉRIDA INITIATIVE", [("merida-initiative", "MÉRIDA INITIATIVE")]),
        ("a Mérida initiative", [("merida-initiative", "Mérida initiative")]),
        ("Mérida’s people", [("merida", "Mérida")]),
        ("trade talks about trade", [("trade-talks", "trade talks"), ("trade", "trade")]),
        ("Trade and TRADE", [("trade", "Trade"), ("trade", "TRADE")]),
        ("Meridas, metrida", []),
    ],
)
def test_accents_never_matter_and_case_mostly_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["la vida", "La Paz", "tell us", "Us and them"])
def test_an_acronym_is_found_in_capitals_only(text: str) -> None:
    assert found(text) == []


def test_an_acronym_may_have_full_stops() -> None:
    assert found("the U.S.-Mexico border, LA") == [("united-states", "U.S."), ("los-angeles", "LA")]


def test_a_proper_name_is_not_found_in_a_common_word() -> None:
    assert found("a fox, and Fox") == [("fox", "Fox")]


def test_a_name_as_its_record_writes_it_goes_before_one_in_another_case() -> None:
    assert found("on public security, Public Security spoke") == [
        ("public-security", "public security"),
        ("secretariat", "Public Security"),
    ]


def test_a_name_of_two_records_leads_to_both() -> None:
    assert found("a dialogue") == [("new-talk or old-talk", "dialogue")]


def test_a_text_in_another_language_calls_countries_by_its_own_names() -> None:
    records = [("actors", "united-states", actor("United States", "U.S."))]
    words = "En Estados Unidos, los EE.UU., y aux États-Unis."
    spanish, french = (
        [m.words for m in NameIndex(records, language).mentions_in(words)]
        for language in ("es", "fr")
    )
    assert (spanish, french) == (["Estados Unidos", "EE.UU."], ["États-Unis"])
