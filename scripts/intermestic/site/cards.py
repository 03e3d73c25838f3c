"""Social cards: the pictures that social networks show for the addresses of pages.

A card is drawn as a map of ink, from paper (0) to navy (255), and then becomes a picture of
sixteen colours, which keeps the file small. A page has the same card, byte for byte, on every
system: the font comes with a package (Source Serif 4, under the SIL Open Font License), and text
is set without the shaping library that some systems have and others lack.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

import fontpkg
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from intermestic.catalogue import words
from intermestic.pages.base import Frame

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, BAND, MARK = 80, 92, 48
LINE = WIDTH - 2 * MARGIN
LABEL_TOP, TITLE_TOP, BOTTOM = 64, 134, HEIGHT - BAND - 14
PAPER, NAVY, ACCENT, ORANGE = map(ImageColor.getrgb, ("#fbfaf7", "#1d3b4a", "#9a3b12", "#f0a67f"))
NO_INK, SOFT_INK, INK = 0, 205, 255
# The palette: shades from paper to navy, from paper to the accent, and those of the mark.
INK_SHADES, ACCENT_SHADES = 8, 4


@dataclass(frozen=True)
class Face:
    """The font at a size in pixels and a weight."""

    size: int
    weight: int = 400

    @property
    def leading(self) -> int:
        """The distance from one baseline to the next, in pixels."""
        return round(self.size * 1.16 + 3)

    @property
    def gap(self) -> int:
        """The gap below a text, in pixels."""
        return max(self.leading // 4, 22)

    def width(self, text: str) -> float:
        """Return the width of `text` in pixels; the width of a line is the sum of its words."""
        return _width(text, self)


LABEL, SITE, COUNT = Face(31, 600), Face(36, 600), Face(30)
# Sizes of title and lead, and most lines of the title, from large to small: the first that fits.
LAYOUTS = tuple(
    (Face(title, 650), Face(lead), lines)
    for title, lead, lines in (
        (96, 40, 1), (84, 38, 2), (74, 36, 2), (66, 34, 3), (62, 31, 3), (56, 30, 3), (50, 30, 3),
        (44, 28, 4),
    )
)  # fmt: skip


def card(frame: Frame, site: str) -> bytes:
    """Return the card of a page as a PNG: its label, heading and lead, and what it gathers."""
    ink = _ground(site).copy()
    draw = ImageDraw.Draw(ink)
    text = typeset(frame.heading, frame.lead)
    # The larger the letters, the more empty space their lines have above them.
    top = TITLE_TOP - text[0][0].size // 6
    for face, fill, lines in text:
        for line in lines:
            draw.text((MARGIN, top), line, fill, _font(face))
            top += face.leading
        top += face.gap
    count = gathers(frame)
    draw.text((WIDTH - MARGIN, HEIGHT - BAND // 2), count, NO_INK, _font(COUNT), anchor="rm")
    picture = ink.point([_shade(value, INK_SHADES) for value in range(256)])
    picture.paste(_label(frame.label), (MARGIN, LABEL_TOP))
    picture.putpalette(_palette())
    picture.paste(_mark(), (MARGIN, HEIGHT - (BAND + MARK) // 2))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def gathers(frame: Frame) -> str:
    """Return `25 statements in 4 sources`; for a source, `25 statements`."""
    if not frame.statements:
        sources = words("count-sources", count=len(frame.sources))
        return words("drawn-from", sources=sources) if frame.sources else ""
    statements = words("count-statements", count=frame.statements)
    if frame.is_text:
        return statements
    sources = words("count-sources", count=frame.speaking)
    return words("statements-in", statements=statements, sources=sources)


def typeset(heading: str, lead: str) -> tuple[tuple[Face, int, list[str]], ...]:
    """Return the lines of heading and lead, with face and ink, in the first layout that fits."""
    for title_face, lead_face, most in LAYOUTS:
        title, rest = _wrap(heading, title_face), _wrap(lead, lead_face)
        if len(title) <= most and len(rest) <= _room(title, title_face, lead_face):
            break
    else:
        title = _cut(title, most, title_face)
        rest = _cut(rest, _room(title, title_face, lead_face), lead_face)
    title, rest = _balanced(title, title_face), _balanced(rest, lead_face)
    return (title_face, INK, title), (lead_face, SOFT_INK, rest)


def _room(title: list[str], title_face: Face, lead_face: Face) -> int:
    """Return how many lines of the lead fit below the title."""
    height = len(title) * title_face.leading + title_face.gap
    return (BOTTOM - TITLE_TOP - height) // lead_face.leading


def _balanced(lines: list[str], face: Face) -> list[str]:
    """Return the same text in as many lines of similar length, so that no word stands alone."""
    for width in range(LINE, 0, -20):
        narrower = _wrap(" ".join(lines), face, width)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _wrap(text: str, face: Face, line: int = LINE) -> list[str]:
    """Return `text` in lines at most `line` pixels wide; a word wider than a card is broken."""
    lines: list[str] = []
    end = 0.0
    for word in (piece for whole in text.split() for piece in _pieces(whole, face)):
        width = face.width(word)
        if lines and end + face.width(" ") + width <= line:
            lines[-1] += f" {word}"
            end += face.width(" ") + width
        else:
            lines.append(word)
            end = width
    return lines


def _pieces(word: str, face: Face) -> list[str]:
    """Return `word`, in pieces if it is wider than a line."""
    pieces = [""]
    if face.width(word) <= LINE:
        return [word]
    for character in word:
        if face.width(pieces[-1] + character) > LINE:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _cut(lines: list[str], most: int, face: Face) -> list[str]:
    """Return at most `most` of `lines`, the last with an ellipsis if some are left out."""
    if len(lines) <= most:
        return lines
    *kept, last = lines[:most]
    while face.width(last + "…") > LINE:
        last = last[:-1]
    return [*kept, last.rstrip(" ,;:") + "…"]


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    path = fontpkg.path("Source Serif 4", face.weight)
    font = ImageFont.truetype(path, face.size, layout_engine=ImageFont.Layout.BASIC)
    # A card is mostly seen at about half its size, so its letters have the shapes for that size.
    font.set_variation_by_axes([face.weight, min(60, face.size / 2)])
    return font


@lru_cache(maxsize=50_000)
def _width(text: str, face: Face) -> float:
    return _font(face).getlength(text)


@cache
def _ground(site: str) -> Image.Image:
    """Return what all cards share, as ink: the band at the foot with the name of the site."""
    ink = Image.new("L", SIZE, NO_INK)
    draw = ImageDraw.Draw(ink)
    draw.rectangle((0, HEIGHT - BAND, WIDTH, HEIGHT), INK)
    place = (MARGIN + MARK * 3 // 2, HEIGHT - BAND // 2)
    draw.text(place, site, NO_INK, _font(SITE), anchor="lm")
    return ink


def _label(text: str) -> Image.Image:
    """Return the label, in the shades of the accent, which follow those of the ink."""
    ink = Image.new("L", (LINE, LABEL.leading), NO_INK)
    for line in _cut(_wrap(text, LABEL), 1, LABEL):
        ImageDraw.Draw(ink).text((0, 0), line, INK, _font(LABEL))
    shades = [_shade(value, ACCENT_SHADES) for value in range(256)]
    return ink.point([INK_SHADES + shade if shade else 0 for shade in shades])


@cache
def _mark() -> Image.Image:
    """Return the mark of docs/assets/mark.svg: two circles, and what they share in orange."""
    scale = MARK * 8 / 24
    size = (MARK * 8, MARK * 8)
    picture, lens = Image.new("RGB", size, NAVY), Image.new("1", size, 1)
    for middle in (9, 15):
        box = [scale * side for side in (middle - 8, 4, middle + 8, 20)]
        stroke = [side + scale * 0.8 * sign for side, sign in zip(box, (-1, -1, 1, 1), strict=True)]
        ImageDraw.Draw(picture).ellipse(stroke, outline="white", width=round(scale * 1.6))
        disc = Image.new("1", size, 0)
        ImageDraw.Draw(disc).ellipse(box, 1)
        lens = ImageChops.logical_and(lens, disc)
    picture.paste(ORANGE, mask=lens)
    palette = Image.new("P", (1, 1))
    palette.putpalette(_palette())
    picture = picture.resize((MARK, MARK), Image.Resampling.LANCZOS)
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _shade(ink: int, shades: int) -> int:
    """Return the number of the shade nearest to an amount of ink; paper is shade 0."""
    return round(ink * shades / 255)


@cache
def _palette() -> list[int]:
    colours = [_between(PAPER, NAVY, n / INK_SHADES) for n in range(INK_SHADES + 1)]
    colours += [_between(PAPER, ACCENT, n / ACCENT_SHADES) for n in range(1, ACCENT_SHADES + 1)]
    colours += [ORANGE, _between(ORANGE, NAVY, 0.5), _between(ORANGE, PAPER, 0.5)]
    return [part for colour in colours for part in colour]


def _between(start: tuple[int, ...], end: tuple[int, ...], share: float) -> tuple[int, ...]:
    """Return the colour at a `share` of the way between two colours."""
    return tuple(round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
