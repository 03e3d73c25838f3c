"""The small picture of a record's relations, on its page."""

from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from support import PROJECT
from support.projects import knowledge_of

from intermestic.diagrams import neighbours, text_metrics
from intermestic.diagrams.neighbours import LEFT, NAME_GAP, SHAPES, neighbours_diagram
from intermestic.knowledge import KnowledgeBase
from intermestic.links import Links
from intermestic.records.models import Actor


@pytest.fixture(autouse=True)
def few_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample has fewer relations than it takes for a picture."""
    monkeypatch.setattr(neighbours, "FEWEST", 3)


@pytest.fixture(scope="module")
def real() -> Links:
    return Links(knowledge_of(PROJECT))


def drawn(knowledge: KnowledgeBase) -> list[str]:
    """Return the ids of the records of the network, whose pages have pictures."""
    return [id for id, entry in knowledge.entries.items() if entry.record.in_network]


def test_the_relations_of_a_record_lead_to_its_neighbours_in_two_columns(
    knowledge: KnowledgeBase,
) -> None:
    diagram = neighbours_diagram(Links(knowledge), "river-treaty")
    assert diagram is not None
    assert [(neighbour.record.path, neighbour.is_left) for neighbour in diagram.neighbours] == [
        ("actors/arcadia.md", True),
        ("actors/borduria.md", True),
        ("initiatives/river-pact.md", False),
    ]
    assert [name for name, _ in diagram.lines] == ["parties", "succeeded_by"]


def test_neighbours_that_are_related_to_each_other_have_a_line_between(sample: Path) -> None:
    treaty = sample / "data" / "initiatives" / "river-treaty.yml"
    text = treaty.read_text(encoding="utf-8")
    party = "parties:\n  - {id: river-council, cite: northcott-2020#2}\n"
    treaty.write_text(text.replace("parties:\n", party), encoding="utf-8")
    diagram = neighbours_diagram(Links(knowledge_of(sample)), "river-treaty")
    assert diagram is not None
    assert "member_of" in [name for name, _ in diagram.lines]


def test_a_record_with_two_neighbours_has_no_picture_of_them(knowledge: KnowledgeBase) -> None:
    assert neighbours_diagram(Links(knowledge), "borduria") is None


def test_a_record_with_more_neighbours_than_can_be_read_has_no_picture_of_them(
    real: Links,
) -> None:
    assert neighbours_diagram(real, "mexico") is None


def test_names_of_neighbours_fit_their_column_and_do_not_overlap(real: Links) -> None:
    for id in drawn(real.knowledge):
        diagram = neighbours_diagram(real, id)
        for one, other in combinations(diagram.neighbours if diagram else (), 2):
            room = (len(one.name) + len(other.name)) * text_metrics.LINE / 2
            assert one.x != other.x or abs(one.y - other.y) >= max(24, room)
            assert all(text_metrics.width(line) <= LEFT - NAME_GAP for line in one.name)


def test_no_word_of_a_real_name_is_broken(real: Links) -> None:
    for id in drawn(real.knowledge):
        *lines, _ = text_metrics.lines(real.knowledge.name(id), LEFT - NAME_GAP)
        assert [line for line in lines if line[-1] not in " -"] == []


def test_every_type_of_actor_has_a_shape() -> None:
    assert set(SHAPES) == set(get_args(Actor.model_fields["type"].annotation))
