"""Pages that gather from the whole knowledge base. How they look is in cases/pages."""

from pathlib import Path

import pytest
from intermestic.pages.overviews import CoverageReport, Matrix, overviews

from intermestic.pipeline import build, load_knowledge


@pytest.fixture
def content(sample: Path) -> dict:
    knowledge, problems = load_knowledge(sample)
    assert knowledge is not None, problems
    return {overview.name: overview.content for overview in overviews(knowledge)}


def names(groups: tuple) -> dict[str, list[str]]:
    return {group.heading: [one.statement.id for one in group.items] for group in groups}


def test_recommendations_stand_under_who_should_act(content: dict) -> None:
    assert names(content["recommendations"]) == {"arcadia": ["pay-the-debt"]}


def test_forecasts_stand_under_their_source(content: dict) -> None:
    assert names(content["forecasts"]) == {"northcott-2020": ["new-treaty-likely"]}


def test_figures_stand_under_their_policy_area(content: dict) -> None:
    assert names(content["figures"].areas) == {"water": ["half-the-water"]}


def test_a_figure_in_no_policy_area_stands_by_itself(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    text = path.read_text(encoding="utf-8").replace("    hedge: some\n    areas: [water]\n", "")
    path.write_text(text, encoding="utf-8")
    assert build(sample).problems == ()
    page = (sample / "docs" / "figures" / "index.md").read_text(encoding="utf-8")
    assert 'aria-label="Link to this statement" } | none | no |' in page


def test_the_matrix_counts_the_statements_of_each_source(content: dict) -> None:
    matrix = content["matrix"]
    assert isinstance(matrix, Matrix)
    assert matrix.sources == ("northcott-2020", "northcott-2022")
    counts = {row.id: row.counts for group in matrix.groups for row in group.items}
    assert counts == {
        "river-treaty": (1, 1),
        "river-pact": (0, 2),
        "water": (5, 2),
        "dams": (1, 0),
    }


def test_two_sources_meet_in_a_proposition_to_which_both_speak(content: dict) -> None:
    (pair,) = content["compare"]
    assert [meeting.id for meeting in pair.meetings] == ["upstream-pays"]
    assert not pair.meetings[0].is_agreement()


def test_initiatives_of_two_sources_are_shared_or_one_sources_own(content: dict) -> None:
    (pair,) = content["compare"]
    assert pair.shared == ("river-treaty",)
    assert pair.only == ((), ("river-pact",))


def test_coverage_counts_paragraphs_and_statements(content: dict) -> None:
    report = content["coverage"]
    assert isinstance(report, CoverageReport)
    line = report.lines[0]
    assert (line.coverage.stated, line.coverage.omitted, line.coverage.open) == (3, 2, 0)
    assert line.kinds == (2, 0, 1, 1, 1)
