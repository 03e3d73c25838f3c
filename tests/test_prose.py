"""Prose: links in running text, and the text without them."""

import pytest

from intermestic.prose import first_sentence, plain


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
