"""The network: its prepared maps, and the names that lead to their own connections."""

import pytest
from support.projects import context_of

from intermestic.content import Content
from intermestic.pages.base import Context
from intermestic.pages.network import NetworkPage, network_page


@pytest.fixture(scope="module")
def real(real_data: Content) -> NetworkPage:
    return network_page(context_of(real_data))


def test_initiatives_that_replaced_each_other_have_a_map_and_so_have_offices(
    context: Context,
) -> None:
    assert [(found.title, found.anchor) for found in network_page(context).maps] == [
        ("Water: River Treaty → River Pact", "map-river-treaty"),
        ("Who held which office", "map-offices"),
    ]


def test_the_real_maps_are_of_trade_security_the_economy_and_offices(real: NetworkPage) -> None:
    assert [found.title for found in real.maps] == [
        "Trade: NAFTA → USMCA",
        "Public security: Merida Initiative → Bicentennial Framework",
        "Economic relations: HLED of 2013–2016 → HLED",
        "Who held which office",
    ]


def test_a_list_has_every_name_also_those_for_which_its_map_has_no_room(
    real: NetworkPage,
) -> None:
    trade, *_, offices = real.maps
    names = {row.initiative.words for row in trade.initiatives}
    drawn = {row.record.words for group in trade.diagram.groups for row in group.rows}
    assert drawn < names
    assert len(names) == len(drawn) + trade.diagram.left_out
    assert len(offices.offices) == 39


def test_a_name_with_ties_enough_for_a_map_leads_to_it(real: NetworkPage) -> None:
    anchors = {name.path: name.anchor for name, _ in real.names}
    assert anchors["initiatives/merida-initiative.md"] == "relations"


def test_every_name_with_ties_leads_to_its_page(context: Context) -> None:
    assert [(name.words, name.path, name.anchor, n) for name, n in network_page(context).names] == [
        ("Arcadia", "actors/arcadia.md", "", 3),
        ("Borduria", "actors/borduria.md", "", 1),
        ("Inés Northcott", "actors/ines-northcott.md", "", 1),
        ("River Council", "actors/river-council.md", "", 1),
        ("River Pact", "initiatives/river-pact.md", "", 1),
        ("River Treaty", "initiatives/river-treaty.md", "", 3),
    ]


def test_a_line_leads_from_what_was_replaced_to_what_took_its_place(context: Context) -> None:
    diagram = network_page(context).maps[0].diagram
    treaty, pact = (row for group in diagram.groups for row in group.rows)
    ((x, y, to_x, to_y),) = diagram.arrows
    assert (y, to_y) == (treaty.y, pact.y)
    assert x <= to_x == pact.bars[0].x
