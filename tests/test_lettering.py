"""Where names break in a picture."""

import pytest

from intermestic.diagrams.text_metrics import lines, width


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("Joe Biden", ("Joe Biden",)),
        ("North American Leaders’ Summit", ("North ", "American ", "Leaders’ ", "Summit")),
        ("States-Mexico-Canada Agreement", ("States-", "Mexico-", "Canada ", "Agreement")),
        ("Dialogue of 2013-2016", ("Dialogue ", "of ", "2013-2016")),
        ("Extraordinarily long", ("Extraordinarily ", "long")),
    ],
)
def test_a_name_breaks_after_spaces_and_hyphens_but_not_within_numbers(
    name: str, broken: tuple[str, ...]
) -> None:
    assert lines(name, room=60) == broken


def test_no_line_is_wider_than_its_room_if_its_words_are_not() -> None:
    name = "Bicentennial Framework for Security, Public Health and Safe Communities"
    assert all(width(line.rstrip()) <= 96 for line in lines(name, room=96))


def test_the_lines_of_a_name_are_the_name() -> None:
    assert "".join(lines("Meetings on support for the Northern Triangle", room=80)) == (
        "Meetings on support for the Northern Triangle"
    )
