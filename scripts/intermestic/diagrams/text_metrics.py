"""How much room words take in a picture, and where they break into lines.

The browser's fonts are not known when a picture is made, so widths are those of a common
sans serif, rounded up.
"""

import re

SIZE = 12  # of the letters, in the picture's units
LINE = 14  # from one line to the next

# Up to a space or a hyphen after which a line may break; numbers stay together.
_PIECE = re.compile(r".+?(?:\s+|-(?=[^\W\d])|$)")
# In parts of the size of the letters.
_WIDTHS = dict.fromkeys("fijlrtI.,:;'’()-¶ ", 0.3) | dict.fromkeys("mwMWO@%", 0.86)
_CAPITAL, _SMALL = 0.72, 0.56


def width(text: str) -> float:
    """How far `text` runs."""
    return SIZE * sum(_WIDTHS.get(c, _CAPITAL if c.isupper() else _SMALL) for c in text)


def lines(text: str, room: float) -> tuple[str, ...]:
    """`text` broken after spaces and hyphens into lines that fit in `room`; a piece that has
    neither and does not fit is a line of its own."""
    broken = [""]
    for piece in _PIECE.findall(text):
        if broken[-1] and width((broken[-1] + piece).rstrip()) > room:
            broken.append(piece)
        else:
            broken[-1] += piece
    return tuple(broken)
