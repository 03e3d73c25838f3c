"""Social cards."""

from io import BytesIO

import pytest
from PIL import Image
from support import PROJECT

from intermestic.knowledge import KnowledgeBase
from intermestic.pages.summaries import PageSummary, page_summaries
from intermestic.pipeline import load_knowledge
from intermestic.site.cards import LAYOUTS, LINE, SIZE, card, cards, typeset

LONG = PageSummary("a.md", "Term", "A title of very many words " * 4, "A lead of a few words.")


def test_every_page_has_a_card_in_its_folder(knowledge: KnowledgeBase) -> None:
    pages = page_summaries(knowledge)
    made = cards(pages.values(), "Intermestic")
    assert len(made) == len(pages)
    assert {"actors/arcadia/card.png", "actors/card.png", "timeline/card.png"} <= set(made)


def test_a_card_is_a_small_png_of_few_colours() -> None:
    content = card(LONG, "Intermestic")
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size, picture.mode) == ("PNG", SIZE, "P")
    assert len(picture.getcolors()) <= 16
    assert len(content) < 30_000


def test_the_same_page_has_the_same_card_and_another_page_another() -> None:
    other = PageSummary("b.md", "Term", "Another", LONG.lead)
    assert card(LONG, "Intermestic") == card(LONG, "Intermestic")
    assert card(LONG, "Intermestic") != card(other, "Intermestic")


def test_a_long_heading_is_set_smaller_and_whole() -> None:
    (short_face, _, short), _ = typeset("Mexico", LONG.lead)
    (long_face, _, long), _ = typeset(LONG.title, LONG.lead)
    assert (short_face, short) == (LAYOUTS[0][0], ["Mexico"])
    assert long_face.size < short_face.size
    assert " ".join(long) == LONG.title.strip()


def test_lines_are_about_equally_long() -> None:
    (_, _, title), _ = typeset("Toward a North American Foreign Policy Footprint", "")
    assert title == ["Toward a North American", "Foreign Policy Footprint"]


@pytest.mark.parametrize("text", ["word " * 500, "W" * 3_000])
def test_what_fits_at_no_size_is_cut_and_says_so(text: str) -> None:
    for face, _, lines in typeset(text, text):
        assert lines[-1].endswith("…")
        assert all(face.width(line) <= LINE for line in lines)


def test_no_card_of_the_real_pages_cuts_anything() -> None:
    knowledge, _ = load_knowledge(PROJECT)
    for brief in page_summaries(knowledge).values():
        (_, _, title), (_, _, lead) = typeset(brief.heading, brief.lead)
        assert (" ".join(title), " ".join(lead)) == (brief.heading, brief.lead)


def test_a_page_without_label_and_lead_has_a_card_too() -> None:
    assert Image.open(BytesIO(card(PageSummary("a.md", "", "About"), "Intermestic"))).size == SIZE
