"""Where things stand on the site."""

import pytest

from intermestic import addresses

SITE = "https://intermestic.example/"


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("actors/index.md", "actors/"),
        ("actors/mexico.md", "actors/mexico/"),
        ("terms/price-index.md", "terms/price-index/"),
    ],
)
def test_a_page_has_a_folder_on_the_site(path: str, folder: str) -> None:
    assert addresses.folder(path) == folder
    assert addresses.canonical(SITE, path) == SITE + folder
    assert addresses.asset_path(path, addresses.CARD) == folder + "card.png"


def test_a_thing_and_its_page_have_addresses_of_their_own() -> None:
    assert addresses.entity_iri(SITE, "actors/mexico.md") == f"{SITE}actors/mexico/#this"
