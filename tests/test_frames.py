"""The frames of pages: where they stand, and what is told of them beyond their text."""

from dataclasses import replace

import pytest

from intermestic.pages.base import Context, Frame
from intermestic.pages.former import RedirectPage, WithdrawnPage, redirect_page
from intermestic.pages.registry import makers, pages
from intermestic.pages.statements import statements_page

RECORD = Frame(
    path="terms/tea.md",
    title="Tea",
    template="terms",
    lead="A drink.",
    subject="tea",
    is_record=True,
    facets=(("collection", ("Terms",)), ("area", ())),
)


def test_every_page_but_those_at_former_addresses_is_cited_and_shared(context: Context) -> None:
    former = {p.frame.path for p in pages(context) if isinstance(p, RedirectPage | WithdrawnPage)}
    assert former == {"actors/arcady.md"}
    assert {p.frame.path for p in pages(context) if p.frame.is_former} == former


def test_each_page_stands_where_it_is_made_for(context: Context) -> None:
    for path, make in makers(context).items():
        assert make().frame.path == path


def test_no_two_pages_have_the_same_path(context: Context) -> None:
    paths = [page.frame.path for page in pages(context)]
    assert len(paths) == len(set(paths))


def test_a_record_counts_what_is_said_of_it_and_names_all_sources_it_draws_on(
    frames: dict[str, Frame],
) -> None:
    assert frames["initiatives/river-treaty.md"] == Frame(
        path="initiatives/river-treaty.md",
        title="River Treaty",
        template="initiatives",
        generated_from="data/initiatives/river-treaty.yml",
        lead="Shares the water of the river between Arcadia and Borduria.",
        label="Initiative · agreement",
        sources=("northcott-2020", "northcott-2022"),
        statements=2,
        speaking=2,
        subject="river-treaty",
        is_record=True,
        facets=(
            ("collection", ("Initiatives",)),
            ("area", ("Water",)),
            ("source", ("Northcott 2020", "Northcott 2022")),
            ("year", ("2020", "2022")),
        ),
    )


def test_a_source_draws_on_itself_and_on_those_that_report_what_came_of_its_advice(
    frames: dict[str, Frame],
) -> None:
    frame = frames["sources/northcott-2020.md"]
    assert frame.sources == ("northcott-2020", "northcott-2022")
    assert (frame.label, frame.statements, frame.speaking) == (
        "Essay by Inés Northcott, March 2020",
        5,
        1,
    )


def test_a_collection_an_overview_and_a_hand_written_page_draw_on_all_sources(
    context: Context, frames: dict[str, Frame]
) -> None:
    all_sources = (("northcott-2020", "northcott-2022"), 7, 2)
    index, overview = (frames[path] for path in ("terms/index.md", "timeline/index.md"))
    about = context.gathering(Frame("about.md", "About", template=""))
    for frame in (index, overview, about):
        assert (frame.sources, frame.statements, frame.speaking) == all_sources
    assert (index.label, index.title, index.lead) == ("Collection", "Terms", "A term of art.")
    assert (overview.label, overview.title) == ("Overview", "Timeline")
    assert (about.label, about.title, about.lead) == ("", "About", "")


def test_a_page_of_what_one_source_says_draws_on_that_source_alone(context: Context) -> None:
    entry = context.knowledge.entries["arcadia"]
    page = statements_page(context, entry, "northcott-2020")
    frame = page.frame
    assert (frame.path, frame.title) == (
        "actors/arcadia/northcott-2020.md",
        "Arcadia in Northcott 2020",
    )
    assert frame.lead == "What Northcott 2020 says of Arcadia."
    assert (frame.sources, frame.statements, frame.speaking) == (("northcott-2020",), 3, 1)
    assert (frame.subject, frame.is_record) == ("arcadia", False)


def test_a_page_at_a_former_address_only_leads_on(context: Context) -> None:
    frame = redirect_page(context, context.knowledge.entries["arcadia"], "arcady").frame
    assert (frame.path, frame.redirect) == ("actors/arcady.md", "../arcadia/")
    assert frame.is_former


def test_the_page_of_a_withdrawn_record_is_former_without_leading_on() -> None:
    assert replace(RECORD, hidden=True).is_former
    assert not RECORD.is_former


def test_only_the_page_of_a_source_itself_is_a_text(frames: dict[str, Frame]) -> None:
    assert sorted(path for path, frame in frames.items() if frame.is_text) == [
        "sources/northcott-2020.md",
        "sources/northcott-2022.md",
    ]


def test_the_heading_of_a_text_is_its_own_title_or_its_name_here(
    frames: dict[str, Frame],
) -> None:
    assert frames["sources/northcott-2020.md"].heading == "Sharing a River"
    assert frames["sources/northcott-2022.md"].heading == "Northcott 2022"


@pytest.mark.parametrize(
    ("frame", "front_matter"),
    [
        (RECORD, {"title": "Tea", "generated_from": "data"}),
        (
            replace(RECORD, is_record=False, facets=(), script="table"),
            {"title": "Tea", "generated_from": "data", "script": "table"},
        ),
        (
            Frame("terms/te.md", "Tea", "redirect", "data/terms/tea.yml", redirect="../tea/"),
            {"title": "Tea", "generated_from": "data/terms/tea.yml", "redirect": "../tea/"},
        ),
        (
            Frame("terms/te.md", "Tea", "withdrawn", hidden=True),
            {"title": "Tea", "generated_from": "data", "noindex": True},
        ),
    ],
    ids=["record", "overview", "redirect", "withdrawn"],
)
def test_the_front_matter_has_only_what_a_page_has(
    frame: Frame, front_matter: dict[str, object]
) -> None:
    assert frame.front_matter == front_matter
