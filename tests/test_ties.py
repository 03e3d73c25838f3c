"""The diagram of what is tied to a record, along the years."""

from itertools import pairwise

import pytest
from support import PROJECT
from support.projects import knowledge_of

from intermestic.knowledge import KnowledgeBase
from intermestic.pages.diagrams import text_metrics
from intermestic.pages.diagrams.ties import (
    MOST,
    NAMES,
    YEARS,
    YEARS_END,
    TiesDiagram,
    neighbourhood,
)
from intermestic.pages.links import Links


@pytest.fixture(scope="module")
def real() -> list[TiesDiagram]:
    links = Links(knowledge_of(PROJECT))
    network = (id for id, entry in links.knowledge.entries.items() if entry.record.in_network)
    return [diagram for id in network if (diagram := neighbourhood(links, id))]


def drawn(knowledge: KnowledgeBase, id: str) -> TiesDiagram:
    diagram = neighbourhood(Links(knowledge), id)
    assert diagram is not None
    return diagram


def test_the_record_stands_first_and_below_it_what_is_one_tie_away() -> None:
    diagram = drawn(knowledge_of(PROJECT), "merida-initiative")
    assert [(group.heading, [row.id for row in group.rows]) for group in diagram.groups] == [
        ("", ["merida-initiative"]),
        ("Who took part", ["mexico", "united-states", "george-w-bush", "felipe-calderon"]),
        ("Replaced by", ["bicentennial-framework"]),
    ]


def test_each_name_has_how_long_it_lasted_and_a_dot_for_each_source_that_says_so() -> None:
    diagram = drawn(knowledge_of(PROJECT), "merida-initiative")
    rows = {row.id: row for group in diagram.groups for row in group.rows}
    (first, x), *_, (last, to_x) = diagram.ticks
    (bar,) = rows["merida-initiative"].bars
    ends = [first + (end - x) * (last - first) / (to_x - x) for end in (bar.x, bar.x + bar.width)]
    assert [round(end) for end in ends] == [2008, 2022]
    assert [len(rows[id].sources) for id in ("mexico", "george-w-bush")] == [2, 1]


def test_offices_are_named() -> None:
    diagram = drawn(knowledge_of(PROJECT), "mexico")
    names = ["".join(row.lines) for group in diagram.groups for row in group.rows]
    assert "Felipe Calderón, President" in names


def test_a_record_with_three_neighbours_has_no_diagram(knowledge: KnowledgeBase) -> None:
    assert neighbourhood(Links(knowledge), "river-treaty") is None


def test_a_diagram_has_at_most_fifteen_names_and_counts_the_others() -> None:
    mexico = drawn(knowledge_of(PROJECT), "mexico")
    names = {row.id for group in mexico.groups if group.heading for row in group.rows}
    assert (len(names), mexico.left_out) == (MOST, 69)


def test_names_fit_their_column_and_do_not_overlap(real: list[TiesDiagram]) -> None:
    for diagram in real:
        rows = [row for group in diagram.groups for row in group.rows]
        for row in rows:
            assert all(text_metrics.width(line) <= YEARS - NAMES for line in row.lines)
        for above, below in pairwise(rows):
            assert above.top + above.height <= below.top
            assert text_metrics.LINE * len(above.lines) <= above.height
        assert rows[-1].top + rows[-1].height <= diagram.height


def test_all_that_has_a_date_lies_on_the_axis(real: list[TiesDiagram]) -> None:
    for diagram in real:
        for row in (row for group in diagram.groups for row in group.rows):
            for bar in row.bars:
                assert YEARS < bar.x <= bar.x + bar.width <= YEARS_END
