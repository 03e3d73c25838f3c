"""The pages of actors of whom much is said: by theme, and their advice by what came of it."""

import pytest
from support.projects import context_of

from intermestic import addresses
from intermestic.content import Content
from intermestic.pages.base import Context
from intermestic.pages.record import RecordPage, record_page


@pytest.fixture(scope="module")
def real(real_data: Content) -> Context:
    return context_of(real_data)


def page_of(context: Context, id: str) -> RecordPage:
    return record_page(context, context.knowledge.entries[id])


@pytest.mark.parametrize("id", ["canada", "andres-manuel-lopez-obrador"])
def test_each_claim_about_an_actor_stands_under_one_theme(real: Context, id: str) -> None:
    shown = [claim.address for theme in page_of(real, id).themes for claim in theme.claims]
    assert sorted(shown) == sorted(claim.address for claim in real.knowledge.claims_about[id])


def test_the_countries_that_everything_is_about_are_those_of_which_every_source_speaks(
    real: Context,
) -> None:
    scene = real.knowledge.scene
    assert {"mexico", "united-states"} <= scene <= {"canada", "mexico", "united-states"}
    for id in scene:
        speaking = {claim.source for claim in real.knowledge.claims_about[id]}
        assert speaking >= {*real.knowledge.compared_sources}


@pytest.mark.parametrize("id", ["mexico", "united-states"])
def test_the_themes_of_a_country_lead_to_policy_areas(real: Context, id: str) -> None:
    page = page_of(real, id)
    if not page.themes:
        pytest.skip("a source that speaks of it has no account of it yet")
    paths = {target.path for theme in page.themes for target, _ in theme.pages}
    areas = {area for claim in real.knowledge.claims_about[id] for area in claim.statement.areas}
    assert paths == {addresses.page("policy_areas", area) for area in areas}
    assert not any(theme.claims for theme in page.themes)


def test_prose_does_not_link_to_the_countries_that_everything_is_about(real: Context) -> None:
    text = real.links.prose("Neighbor of [[mexico]], in [[nafta]].")
    assert text == ("Neighbor of ", "Mexico", ", in ", real.links.ref("nafta"), ".")


@pytest.mark.parametrize("id", ["canada", "mexico", "trade", "migration"])
def test_all_advice_is_counted_by_what_came_of_it(real: Context, id: str) -> None:
    advice = page_of(real, id).advice
    assert advice is not None
    assert sum(number for *_, number in advice.fates) == advice.number


def test_a_claim_stands_on_the_page_of_the_narrowest_area(real: Context) -> None:
    page = page_of(real, "security")
    shown = [claim for source in page.by_source for claim in source.claims]
    within = set(real.knowledge.areas_within("security"))
    assert all(within.isdisjoint(claim.statement.areas) for claim in shown)
    narrower = sum(source.narrower for source in page.by_source)
    assert len(shown) + narrower == page.frame.statements
