"""Pages in brief."""

import pytest
from intermestic.pages.gather import pages
from intermestic.pages.summaries import PageSummary, brief, hand_written, page_summaries
from intermestic.pages.types import RedirectPage, SourceClaims, StatementsPage

from intermestic.knowledge import KnowledgeBase


def test_every_page_but_those_at_former_addresses_is_there(knowledge: KnowledgeBase) -> None:
    expected = {page.path for page in pages(knowledge) if not isinstance(page, RedirectPage)}
    assert set(page_summaries(knowledge)) == expected


def test_a_record_counts_what_is_said_of_it_and_names_all_sources_it_draws_on(
    knowledge: KnowledgeBase,
) -> None:
    assert page_summaries(knowledge)["initiatives/river-treaty.md"] == PageSummary(
        path="initiatives/river-treaty.md",
        label="Initiative · agreement",
        title="River Treaty",
        lead="Shares the water of the river between Arcadia and Borduria.",
        sources=("northcott-2020", "northcott-2022"),
        statements=2,
        speaking=2,
        entry=knowledge.entries["river-treaty"],
    )


def test_a_source_draws_on_itself_and_on_those_that_report_what_came_of_its_advice(
    knowledge: KnowledgeBase,
) -> None:
    page = page_summaries(knowledge)["sources/northcott-2020.md"]
    assert page.sources == ("northcott-2020", "northcott-2022")
    assert (page.label, page.statements, page.speaking) == (
        "Essay by Inés Northcott, March 2020",
        5,
        1,
    )


def test_a_collection_an_overview_and_a_hand_written_page_draw_on_all_sources(
    knowledge: KnowledgeBase,
) -> None:
    all_sources = (("northcott-2020", "northcott-2022"), 7, 2)
    index, overview = (
        page_summaries(knowledge)[path] for path in ("terms/index.md", "timeline/index.md")
    )
    about = hand_written(knowledge, "about.md", "About", "How it is made.")
    for page in (index, overview, about):
        assert (page.sources, page.statements, page.speaking) == all_sources
    assert (index.label, index.title, index.lead) == ("Collection", "Terms", "A term of art.")
    assert (overview.label, overview.title) == ("Overview", "Timeline")
    assert (about.label, about.title, about.lead) == ("", "About", "How it is made.")


def test_a_page_of_what_one_source_says_draws_on_that_source_alone(
    knowledge: KnowledgeBase,
) -> None:
    one = SourceClaims("northcott-2020", knowledge.claims_about["arcadia"], ())
    page = brief(StatementsPage(knowledge.entries["arcadia"], one), knowledge)
    assert (page.path, page.title) == (
        "actors/arcadia/northcott-2020.md",
        "Arcadia in Northcott 2020",
    )
    assert page.lead == "What Northcott 2020 says of Arcadia."
    assert (page.sources, page.statements, page.speaking) == (("northcott-2020",), 3, 1)
    assert page.record is None


def test_a_page_at_a_former_address_is_none_of_its_own(knowledge: KnowledgeBase) -> None:
    with pytest.raises(ValueError, match=r"actors/arcady\.md leads on to another page"):
        brief(RedirectPage("arcady", knowledge.entries["arcadia"]), knowledge)
