"""Social cards."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from support.projects import frames_of

from intermestic.content import Content
from intermestic.pages.base import Frame
from intermestic.site.cards import LAYOUTS, LINE, SIZE, card, gathers, typeset

LONG = Frame(
    path="a.md",
    title="A title of very many words " * 4,
    template="terms",
    lead="A lead of a few words.",
    label="Term",
)


def test_a_card_is_a_small_png_of_few_colours() -> None:
    content = card(LONG, "Intermestic")
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size, picture.mode) == ("PNG", SIZE, "P")
    assert len(picture.getcolors()) <= 16
    assert len(content) < 30_000


def test_the_same_page_has_the_same_card_and_another_page_another() -> None:
    other = replace(LONG, path="b.md", title="Another")
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


def test_no_card_of_the_real_pages_cuts_anything(real_data: Content) -> None:
    for frame in frames_of(real_data).values():
        (_, _, title), (_, _, lead) = typeset(frame.heading, frame.lead)
        assert (" ".join(title), " ".join(lead)) == (frame.heading, frame.lead)


def test_a_page_without_label_and_lead_has_a_card_too() -> None:
    assert Image.open(BytesIO(card(Frame("a.md", "About", ""), "Intermestic"))).size == SIZE


@pytest.mark.parametrize(
    ("frame", "count"),
    [
        (replace(LONG, statements=25, speaking=4), "25 statements in 4 sources"),
        (replace(LONG, statements=1, speaking=1), "1 statement in 1 source"),
        (replace(LONG, sources=("a", "b")), "drawn from 2 sources"),
        (
            replace(LONG, statements=25, speaking=1, subject="a", sources=("a",), is_record=True),
            "25 statements",
        ),
        (LONG, ""),
    ],
)
def test_a_card_counts_what_its_page_gathers(frame: Frame, count: str) -> None:
    assert gathers(frame) == count
