"""The exact words of a text for words that are much like them."""

import re
from collections.abc import Iterator

from intermestic.records.names import fold

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of `text` without case, accents and signs."""
    return _WORD.findall(fold(text))


def exact_words(phrase: str, text: str) -> Iterator[str]:
    """Yield words of `text` that differ from `phrase` only in case, accents or signs."""
    pattern = r"[\W_]+".join(map(re.escape, words_of(phrase)))
    if pattern and len(fold(text)) == len(text):
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", fold(text)):
            yield text[match.start() : match.end()]
