"""How much room words take in a picture, and where they break into lines.

The browser's fonts are not known when a picture is made, so widths are those of a common
sans serif, rounded up.
"""

SIZE = 12  # of the letters, in the picture's units
LINE = 14  # from one line to the next

# In parts of the size of the letters.
_WIDTHS = {c: 0.3 for c in "fijlrtI.,:;'’()-¶ "} | {c: 0.86 for c in "mwMWO@%"}
_CAPITAL, _SMALL = 0.72, 0.56


def width(text: str) -> float:
    """How far `text` runs."""
    return SIZE * sum(_WIDTHS.get(c, _CAPITAL if c.isupper() else _SMALL) for c in text)


def lines(text: str, room: float) -> tuple[str, ...]:
    """`text` broken between words into lines that fit in `room`; a longer word has its own."""
    broken = [""]
    for word in text.split():
        longer = f"{broken[-1]} {word}".lstrip()
        if broken[-1] and width(longer) > room:
            broken.append(word)
        else:
            broken[-1] = longer
    return tuple(broken)
