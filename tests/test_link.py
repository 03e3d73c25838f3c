"""Stage 3: inverses, and statements by subject."""

from pathlib import Path

import pytest

from intermestic.content import load_knowledge
from intermestic.knowledge import KnowledgeBase


@pytest.fixture
def knowledge(sample: Path) -> KnowledgeBase:
    knowledge, problems = load_knowledge(sample)
    assert knowledge is not None, problems
    return knowledge


def statements(knowledge: KnowledgeBase, id: str) -> list[str]:
    return [f"{said.source}/{said.statement.id}" for said in knowledge.claims_about[id]]


def test_a_relation_can_be_read_from_both_ends(knowledge: KnowledgeBase) -> None:
    (tie,) = (tie for tie in knowledge.relations_from["river-treaty"] if tie.name == "succeeded_by")
    assert tie in knowledge.relations_to["river-pact"]
    assert tie.inverse == "successor_of"


def test_a_relation_named_by_an_id_alone_rests_on_the_records_citation(
    knowledge: KnowledgeBase,
) -> None:
    (tie,) = (tie for tie in knowledge.relations_to["borduria"] if tie.name == "participants")
    assert tie.cite == knowledge.entries["treaty-signed"].record.cite


def test_a_link_in_a_statement_files_it_under_the_record(knowledge: KnowledgeBase) -> None:
    assert statements(knowledge, "river-treaty") == [
        "northcott-2020/treaty-in-force",
        "northcott-2022/pact-replaces-treaty",
    ]


def test_what_a_statement_is_about_files_it_too(knowledge: KnowledgeBase) -> None:
    assert statements(knowledge, "treaty-signed") == ["northcott-2020/treaty-in-force"]


def test_a_policy_area_gathers_its_statements(knowledge: KnowledgeBase) -> None:
    assert statements(knowledge, "dams") == ["northcott-2020/pay-the-debt"]


def test_a_wider_area_gathers_the_statements_of_the_narrower(knowledge: KnowledgeBase) -> None:
    assert "northcott-2020/pay-the-debt" in statements(knowledge, "water")


def test_a_speaker_has_what_it_said(knowledge: KnowledgeBase) -> None:
    assert statements(knowledge, "river-council") == ["northcott-2020/new-treaty-likely"]


def test_authors_speak_where_no_other_speaker_is_named(knowledge: KnowledgeBase) -> None:
    speakers = {said.statement.id: said.speakers for said in knowledge.claims_in["northcott-2020"]}
    assert speakers["treaty-in-force"] == ("ines-northcott",)
    assert speakers["new-treaty-likely"] == ("river-council",)


def test_a_link_in_a_records_prose_is_a_mention(knowledge: KnowledgeBase) -> None:
    assert knowledge.mentioned_in["river-pact"] == (
        "river-treaty",
        "water",
        "upstream-pays",
        "northcott-2022",
    )


def test_records_stand_in_reading_order(knowledge: KnowledgeBase) -> None:
    assert knowledge.ids["actors"] == ("ines-northcott", "arcadia", "borduria", "river-council")
    assert knowledge.ids["sources"] == ("northcott-2020", "northcott-2022")


def test_of_too_many_sources_the_newest_are_set_side_by_side(
    knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert knowledge.compared_sources == ("northcott-2020", "northcott-2022")
    monkeypatch.setattr("intermestic.knowledge.MOST_COMPARED_SOURCES", 1)
    assert knowledge.compared_sources == ("northcott-2022",)


def test_the_knowledge_base_cannot_be_changed(knowledge: KnowledgeBase) -> None:
    with pytest.raises(TypeError):
        knowledge.entries["new"] = None  # type: ignore[index]
