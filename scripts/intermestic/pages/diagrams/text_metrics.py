"""The room that words take in a diagram, and where they break into lines.

The browser's font is not known when a diagram is made, so a letter counts as wide as it is in the
widest of the common sans serifs: DejaVu Sans, Verdana, Noto Sans, Open Sans and Inter, measured.
"""

import re
import unicodedata
from collections.abc import Iterator

SIZE = 12  # of the letters, in the diagram's units
LINE = 14  # from one line to the next

# Up to a space or a hyphen after which a line may break; numbers stay together.
_PIECE = re.compile(r".+?(?:\s+|-(?=[^\W\d])|$)")
# In parts of the size of the letters; characters of about the same width together.
_WIDTHS = {
    character: width
    for width, characters in (
        (0.29, "il"),
        (0.33, "'‘’"),
        (0.37, "fj ,.·"),
        (0.43, "rtI!¡"),
        (0.47, '-"()/:;[]'),
        (0.53, "s“”"),
        (0.6, "ckvxyzFJL?¿|•"),
        (0.65, "abdeghnopquß0123456789EPT$£§_–*"),
        (0.7, "ABKRSVXYZ«»€¶"),
        (0.78, "CDGHNU&"),
        (0.84, "wOQ#+<=>~×"),
        (0.91, "M"),
        (1.0, "mæWÆ@©—…"),
    )
    for character in characters
}
_WIDEST = 1.3  # of signs that are not in the table, such as emoji
_NO_WIDTH = {"Mn", "Me", "Cf"}  # accents that stand on the letter before, and invisible signs


def width(text: str) -> float:
    """Return the width of `text` in the widest font."""
    return SIZE * sum(map(_width, unicodedata.normalize("NFD", text)))


def _width(character: str) -> float:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return _WIDTHS.get(character, _WIDEST)


def lines(text: str, room: float) -> tuple[str, ...]:
    """Break `text` into lines that fit in `room` whatever the font.

    Lines break after spaces and hyphens, and within a word only if it is wider than a whole line.
    A space at the end of a line counts, because browsers draw it.
    """
    broken = [""]
    for piece in _PIECE.findall(text):
        for part in _parts(piece, room):
            if broken[-1] and width(broken[-1] + part) > room:
                broken.append(part)
            else:
                broken[-1] += part
    return tuple(broken)


def _parts(piece: str, room: float) -> Iterator[str]:
    """Yield the parts of `piece` that each fit in `room`: most often `piece` itself."""
    start = 0
    for end in range(1, len(piece)):
        if width(piece[start : end + 1]) > room:
            yield piece[start:end]
            start = end
    yield piece[start:]
