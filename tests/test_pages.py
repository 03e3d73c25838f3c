"""Pages that gather from the whole knowledge base. How they look is in cases/pages."""

import shutil
from itertools import groupby
from pathlib import Path

from support.projects import SPANISH, content, context_of, rendered

from intermestic.content import Content
from intermestic.pages.base import Context
from intermestic.pages.choices import choices
from intermestic.pages.compare import PairPage, pair_page
from intermestic.pages.coverage import coverage_page
from intermestic.pages.figures import figures_page
from intermestic.pages.home import home_page
from intermestic.pages.ledger import LedgerPage, forecasts_page, recommendations_page
from intermestic.pages.matrix import Amount, matrix_page
from intermestic.pages.stances import SourceView, agreements_page
from intermestic.site.pipeline import build


def addresses_of(page: LedgerPage) -> dict[str, list[str]]:
    return {source.id: [line.claim.address for line in source.lines] for source in page.sources}


def test_advice_stands_under_its_source(context: Context) -> None:
    page = recommendations_page(context)
    assert addresses_of(page) == {"northcott-2020": ["northcott-2020/pay-the-debt"]}


def test_forecasts_stand_under_their_source(context: Context) -> None:
    page = forecasts_page(context)
    assert addresses_of(page) == {"northcott-2020": ["northcott-2020/new-treaty-likely"]}


def test_a_ledger_says_what_became_of_each_claim_source_by_source(context: Context) -> None:
    (line,) = recommendations_page(context).sources[0].lines
    assert [(cell.source.words, cell.mark) for cell in line.claim.fate] == [
        ("Northcott 2020", "made"),
        ("Northcott 2022", "begun"),
    ]


def test_a_claim_of_which_no_later_source_says_anything_is_unanswered(context: Context) -> None:
    (line,) = forecasts_page(context).sources[0].lines
    assert line.fate == "silent"
    assert line.claim.is_unanswered


def test_a_claim_for_which_a_later_source_was_not_searched_is_open(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    text = path.read_text(encoding="utf-8").replace("    silent: [northcott-2022]\n", "")
    path.write_text(text, encoding="utf-8")
    (line,) = forecasts_page(context_of(content(sample))).sources[0].lines
    assert line.fate == "open"
    assert not line.claim.is_unanswered


def test_a_ledger_is_narrowed_by_what_its_claims_have(context: Context) -> None:
    groups = recommendations_page(context).choices
    assert {group.mark: [choice.value for choice in group.all] for group in groups} == {
        "essay": ["northcott-2020"],
        "addressee": ["arcadia"],
        "area": ["dams", "water"],
        "fate": ["begun"],
    }


def test_of_many_values_the_commonest_are_shown_and_the_others_folded() -> None:
    names = {str(number): f"Number {number}" for number in range(9)}
    lines = [*[["8", "7"]] * 3, *[["6", "0"]] * 2, *[[value] for value in "12345"]]
    (found,) = choices("number", names, lines)
    assert [(choice.value, choice.number) for choice in found.shown] == [
        ("7", 3),
        ("8", 3),
        ("0", 2),
        ("6", 2),
    ]
    assert [choice.value for choice in found.others] == list("12345")


def test_propositions_on_which_sources_take_opposite_sides_are_counted(context: Context) -> None:
    page = agreements_page(context, "propositions")
    assert [(row.proposition.words, row.is_divided) for row in page.rows] == [
        ("The upper country pays its debt", True)
    ]
    assert page.divided == 1


def test_propositions_on_an_issue_stand_together_the_divided_first(real_data: Content) -> None:
    rows = agreements_page(context_of(real_data), "propositions").rows
    groups = [(issue, list(group)) for issue, group in groupby(rows, lambda row: row.issue)]
    assert len(groups) == len({issue for issue, _ in groups})
    for _, group in groups:
        divided = [row.is_divided for row in group]
        assert divided == sorted(divided, reverse=True)


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
    assert "</small> | no policy area | not comparable with another here |" in page


def test_the_matrix_counts_the_statements_of_each_source(context: Context) -> None:
    page = matrix_page(context)
    assert page.sources == context.links.refs(("northcott-2020", "northcott-2022"))
    assert {
        row.record.path: [cell.link.words if cell else "" for cell in row.cells]
        for table in page.tables
        for row in table.rows
    } == {
        "initiatives/river-treaty.md": ["1", "1"],
        "initiatives/river-pact.md": ["", "2"],
        "policy_areas/water.md": ["5", "2"],
        "policy_areas/dams.md": ["1", ""],
    }


def test_an_issue_has_the_stances_on_the_claim_about_it(sample: Path) -> None:
    path = sample / "data" / "propositions" / "upstream-pays.yml"
    text = path.read_text(encoding="utf-8").replace("about: [", "about: [water, ")
    path.write_text(text, encoding="utf-8")
    (issue,) = home_page(context_of(content(sample))).issues
    assert issue.claim is not None
    assert issue.claim.words == "The upper country pays its debt"
    stances = [cell.stance for cell in issue.cells if isinstance(cell, SourceView)]
    assert stances == ["doubts", "agrees"]


def test_an_issue_without_a_claim_has_the_amounts(context: Context) -> None:
    (issue,) = home_page(context).issues
    assert issue.claim is None
    assert [cell.link.words for cell in issue.cells if isinstance(cell, Amount)] == ["5", "2"]


def pair(context: Context) -> PairPage:
    return pair_page(context, "northcott-2020", "northcott-2022")


def test_two_sources_meet_in_a_proposition_to_which_both_speak(context: Context) -> None:
    page = pair(context)
    (meeting,) = page.oppositions
    assert meeting.proposition == context.links.ref("upstream-pays")
    assert (page.shades, page.agreements) == ((), ())


def test_initiatives_of_two_sources_are_shared_or_one_sources_own(context: Context) -> None:
    page = pair(context)
    assert page.shared == context.links.refs(["river-treaty"])
    assert [essay.only for essay in page.essays] == [(), context.links.refs(["river-pact"])]


def test_coverage_counts_paragraphs_and_statements(context: Context) -> None:
    source = coverage_page(context).sources[0]
    found = source.coverage
    assert (found.stated, found.omitted, found.open) == (3, 2, 0)
    assert source.kinds == (2, 0, 1, 1, 1)


def test_what_is_of_a_text_in_spanish_is_marked_as_such(sample: Path) -> None:
    shutil.copytree(SPANISH, sample, dirs_exist_ok=True)
    page = rendered(content(sample))["sources/presas-2024.md"]
    assert "# Las presas { #top lang=es }\n" in page
    assert "<b>Opening</b>" in page
    assert '<span lang="es">“costó un millón 600 mil pesos”</span>' in page
    assert "Language\n:   Spanish\n" in page
