"""Pages that gather from the whole knowledge base. How they look is in cases/pages."""

from collections.abc import Iterable
from pathlib import Path

from intermestic.pages.base import Context, ShownClaim
from intermestic.pages.compare import compare_page
from intermestic.pages.coverage import coverage_page
from intermestic.pages.figures import figures_page
from intermestic.pages.forecasts import forecasts_page
from intermestic.pages.matrix import matrix_page
from intermestic.pages.recommendations import recommendations_page
from intermestic.pipeline import build


def addresses_of(claims: Iterable[ShownClaim]) -> list[str]:
    return [claim.address for claim in claims]


def test_recommendations_stand_under_who_should_act(context: Context) -> None:
    page = recommendations_page(context)
    assert {addressee.id: addresses_of(addressee.claims) for addressee in page.addressees} == {
        "arcadia": ["northcott-2020/pay-the-debt"]
    }


def test_forecasts_stand_under_their_source(context: Context) -> None:
    page = forecasts_page(context)
    assert {source.id: addresses_of(source.claims) for source in page.sources} == {
        "northcott-2020": ["northcott-2020/new-treaty-likely"]
    }


def test_figures_stand_under_their_policy_area(context: Context) -> None:
    page = figures_page(context)
    assert [(figure.area, figure.claim.address) for figure in page.figures] == [
        (context.links.ref("water"), "northcott-2020/half-the-water")
    ]


def test_a_figure_in_no_policy_area_stands_by_itself(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    text = path.read_text(encoding="utf-8").replace("    hedge: some\n    areas: [water]\n", "")
    path.write_text(text, encoding="utf-8")
    assert build(sample).problems == ()
    page = (sample / "docs" / "figures" / "index.md").read_text(encoding="utf-8")
    assert 'aria-label="Link to this statement" } | none | no |' in page


def test_the_matrix_counts_the_statements_of_each_source(context: Context) -> None:
    page = matrix_page(context)
    assert page.sources == context.links.refs(("northcott-2020", "northcott-2022"))
    assert {
        row.record.path: [cell.words if cell else "" for cell in row.cells]
        for table in page.tables
        for row in table.rows
    } == {
        "initiatives/river-treaty.md": ["1", "1"],
        "initiatives/river-pact.md": ["", "2"],
        "policy_areas/water.md": ["5", "2"],
        "policy_areas/dams.md": ["1", ""],
    }


def test_two_sources_meet_in_a_proposition_to_which_both_speak(context: Context) -> None:
    (pair,) = compare_page(context).pairs
    (meeting,) = pair.meetings
    assert meeting.proposition == context.links.ref("upstream-pays")
    assert not meeting.is_agreement


def test_initiatives_of_two_sources_are_shared_or_one_sources_own(context: Context) -> None:
    (pair,) = compare_page(context).pairs
    assert pair.shared == context.links.refs(["river-treaty"])
    assert pair.only == ((), context.links.refs(["river-pact"]))


def test_coverage_counts_paragraphs_and_statements(context: Context) -> None:
    source = coverage_page(context).sources[0]
    found = source.coverage
    assert (found.stated, found.omitted, found.open) == (3, 2, 0)
    assert source.kinds == (2, 0, 1, 1, 1)
