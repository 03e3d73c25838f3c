"""What the head of a page tells programs."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from support.projects import frames_of

from intermestic.content import Content
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Frame
from intermestic.records.publication import Publication
from intermestic.site.head import for_script, metadata

SITE = "https://intermestic.example/"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "&lt;/script&gt;",
    "\u2028alert(1)\u2029",
    '"}]}</SCRIPT >',
)


class Scripts(HTMLParser):
    """The contents of the script elements of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.contents: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.contents += [""] * (tag == "script")

    def handle_data(self, data: str) -> None:
        if self.contents:
            self.contents[-1] += data


def test_zotero_takes_a_page_with_its_edition(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    found = metadata(frames["initiatives/river-pact.md"], knowledge, publication)
    assert found.names == (
        ("description", "Took the place of the River Treaty."),
        ("z:itemType", "encyclopediaArticle"),
        ("citation_title", "River Pact"),
        ("citation_author", "Intermestic editors,"),
        ("citation_publication_date", "2026/11/22"),
        ("citation_inbook_title", "Intermestic"),
        ("bibo:edition", "0.1"),
        ("citation_public_url", f"{SITE}initiatives/river-pact/"),
        ("citation_language", "en"),
        ("twitter:card", "summary_large_image"),
    )


def test_zotero_takes_the_source_from_the_page_of_a_source(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    found = metadata(frames["sources/northcott-2020.md"], knowledge, publication)
    assert found.names == (
        ("description", "Argues that Arcadia owes Borduria more water."),
        ("z:itemType", "document"),
        ("citation_title", "Sharing a River"),
        ("citation_author", "Northcott, Inés"),
        ("citation_publication_date", "2020/03"),
        ("citation_publisher", "The River Council"),
        ("citation_public_url", "https://rivers.example/sharing"),
        ("citation_language", "en"),
        ("twitter:card", "summary_large_image"),
    )


def test_a_text_without_title_is_described_in_brackets(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    found = metadata(frames["sources/northcott-2022.md"], knowledge, publication)
    assert dict(found.names)["citation_title"] == "[Untitled note]"


def test_a_network_shows_the_card_the_title_and_the_lead(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    found = metadata(frames["sources/northcott-2020.md"], knowledge, publication)
    assert found.properties == (
        ("og:type", "article"),
        ("og:site_name", "Intermestic"),
        ("og:title", "Sharing a River"),
        ("og:description", "Argues that Arcadia owes Borduria more water."),
        ("og:url", f"{SITE}sources/northcott-2020/"),
        ("og:image", f"{SITE}sources/northcott-2020/card.png"),
        ("og:image:width", "600"),
        ("og:image:height", "315"),
        ("og:image:alt", "Sharing a River. Argues that Arcadia owes Borduria more water."),
    )


def test_a_description_is_the_lead_cut_to_what_search_engines_show(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    frame = replace(frames["terms/upstream-debt.md"], lead="word " * 100)
    found = metadata(frame, knowledge, publication)
    assert dict(found.names)["description"] == "word " * 30 + "word…"


def test_a_page_written_by_hand_is_described_as_the_site_is(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    found = metadata(Frame("about.md", "About", template=""), knowledge, publication)
    home = metadata(frames["index.md"], knowledge, publication)
    assert dict(found.names)["description"] == dict(home.names)["description"]


def test_the_search_knows_a_page_by_its_filters_and_other_names(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    frame = replace(frames["terms/upstream-debt.md"], names=("water debt", "新幹線"))
    found = metadata(frame, knowledge, publication)
    assert found.other_names == ("water debt", "新幹線", "幹線")
    assert found.filters == frame.facets


def test_the_home_page_is_the_website(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    found = metadata(frames["index.md"], knowledge, publication)
    assert dict(found.properties)["og:type"] == "website"
    assert dict(found.properties)["og:image"] == f"{SITE}card.png"


def test_a_page_says_how_to_cite_it(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    found = metadata(frames["timeline/index.md"], knowledge, publication)
    assert found.citation == (
        "Intermestic editors, “Timeline”, in Intermestic, edition 0.1, 22 November 2026, "
        f"{SITE}timeline/"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_out_of_the_script_element(
    title: str,
    frames: dict[str, Frame],
    knowledge: KnowledgeBase,
    publication: Publication,
) -> None:
    frame = replace(frames["terms/upstream-debt.md"], title=title, lead=title)
    data = metadata(frame, knowledge, publication).json_ld
    reader = Scripts()
    reader.feed(f'<script type="application/ld+json">{data}</script>')
    assert reader.contents == [data]
    assert json.loads(data)["name"] == title
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(data)


def test_data_for_a_script_element_is_the_same_data() -> None:
    data = {"name": "".join(HOSTILE), "accents": "Peña"}
    assert json.loads(for_script(data)) == data
    assert "Peña" in for_script(data)


def test_the_metadata_of_a_page_is_small(real_data: Content) -> None:
    sizes = [
        len(metadata(frame, real_data.knowledge, real_data.publication).json_ld.encode())
        for frame in frames_of(real_data).values()
    ]
    assert max(sizes) < 4_000
