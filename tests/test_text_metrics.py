"""Where names break in a picture."""

from pathlib import Path

import pytest
from PIL import ImageFont
from support.fonts import NOTO_SANS, VERA_SANS

from intermestic.pages.diagrams.text_metrics import lines, width


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("Joe Biden", ("Joe Biden",)),
        ("North American Leaders’ Summit", ("North ", "American ", "Leaders’ ", "Summit")),
        ("States-Mexico-Canada Agreement", ("States-", "Mexico-", "Canada ", "Agreement")),
        ("Dialogue of 2013-2016", ("Dialogue ", "of ", "2013-2016")),
    ],
)
def test_a_name_breaks_after_spaces_and_hyphens_but_not_within_numbers(
    name: str, broken: tuple[str, ...]
) -> None:
    assert lines(name, room=72) == broken


def test_a_word_that_is_wider_than_a_line_breaks_where_it_must() -> None:
    assert lines("An extraordinarily long name", room=72) == (
        "An ",
        "extraordin",
        "arily long ",
        "name",
    )


@pytest.mark.parametrize(
    "name",
    [
        "Bicentennial Framework for Security, Public Health and Safe Communities",
        "W" * 100,
        "https://rivers.example/a/very/long/address?which=never&ends=anywhere",
        "国際関係と国内政治の両方にまたがる問題",
    ],
)
def test_no_line_is_wider_than_its_room(name: str) -> None:
    assert all(width(line) <= 96 for line in lines(name, room=96))


def test_the_lines_of_a_name_are_the_name() -> None:
    assert "".join(lines("Meetings on support for the Northern Triangle", room=80)) == (
        "Meetings on support for the Northern Triangle"
    )


def test_an_accent_takes_no_room() -> None:
    assert width("Márquez Peña") == width("Marquez Pena")


# Characters of English, Spanish and French names.
CHARACTERS = [*map(chr, range(0x20, 0x7F)), *"¡¿«»§©·–—‘’“”…ÁÉÍÓÚÜÑáéíóúüñÀÂÇÈÊËÎÏÔŒàâæçèêëîïôœùû"]


@pytest.mark.parametrize("font", [VERA_SANS, NOTO_SANS], ids=["Vera Sans", "Noto Sans"])
def test_no_letter_of_a_wide_font_is_wider_than_it_counts(font: Path) -> None:
    drawn = ImageFont.truetype(font, 1200)
    wider = {each: drawn.getlength(each) / 100 for each in CHARACTERS}
    assert {each: room for each, room in wider.items() if room > width(each)} == {}
