"""Prose: text in which `[[id]]` links."""

from intermestic.prose import Link, blocks, first_sentence, segments


def test_prose_is_text_and_links() -> None:
    assert segments("In [[a]], or [[b|the other]].") == (
        "In ",
        Link("a", ""),
        ", or ",
        Link("b", "the other"),
        ".",
    )


def test_a_sentence_does_not_end_in_a_link() -> None:
    prose = "It ([[a|One. Two]]) ended. [[b]] began."
    assert first_sentence(prose) == ("It ([[a|One. Two]]) ended.", "[[b]] began.")


def test_a_line_break_parts_paragraphs_but_no_link() -> None:
    assert blocks("One.\n\n[[a|of\ntwo]] lines.") == ["One.", "[[a|of two]] lines."]
