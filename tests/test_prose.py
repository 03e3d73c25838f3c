"""Prose: links in running text, and the text without them."""

import pytest

from intermestic.records.prose import Link, blocks, first_sentence, plain, segments


def test_plain_prose_is_on_one_line_and_names_what_it_linked_to() -> None:
    names = {"river-pact": "River Pact", "arcadia": "Arcadia"}
    prose = "The [[river-pact]]\n  of [[arcadia|the upper country]]."
    assert plain(prose, names.__getitem__) == "The River Pact of the upper country."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("Is it? It is.", "Is it?"),
        ("He said “no.” She left.", "He said “no.”"),
        ("U.S. ambassador to Mexico. Later retired.", "U.S. ambassador to Mexico."),
        ("George W. Bush was in D.C. again. Two.", "George W. Bush was in D.C. again."),
        ("Worth 1.5 million. Two.", "Worth 1.5 million."),
        ("The etc. of it. Two.", "The etc. of it."),
        ("No stop at all", "No stop at all"),
    ],
)
def test_the_first_sentence_ends_where_a_reader_would_end_it(text: str, sentence: str) -> None:
    head, rest = first_sentence(text)
    assert head == sentence
    assert f"{head} {rest}".strip() == text


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
