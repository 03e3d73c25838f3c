"""Social cards: the pictures that social networks show for the addresses of pages.

A card is drawn as a map of ink, from paper (0) to navy (255), and then becomes a picture of
sixteen colours, which keeps the file small. A page has the same card, byte for byte, on every
system: the fonts come with packages, under the SIL Open Font License.
"""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw

from intermestic.catalogue import words
from intermestic.pages.base import Frame
from intermestic.records import characters
from intermestic.site import lettering
from intermestic.site.lettering import SCRIPTS, Face, balanced, cut, draw, pieces, wrap
from intermestic.writing.kept import CACHE, Kept

# The smallest size that networks show across the whole width of a post.
SIZE = WIDTH, HEIGHT = 600, 315
MARGIN, BAND, MARK = 40, 46, 24
LINE = WIDTH - 2 * MARGIN
LABEL_TOP, TITLE_TOP, BOTTOM = 32, 67, HEIGHT - BAND - 7
PAPER, NAVY, ACCENT, ORANGE = map(ImageColor.getrgb, ("#fbfaf7", "#1d3b4a", "#9a3b12", "#f0a67f"))
NO_INK, SOFT_INK, INK = 0, 205, 255
# The palette: shades from paper to navy, from paper to the accent, and those of the mark.
INK_SHADES, ACCENT_SHADES = 8, 4
# Of the PNG: a third of the work of the default, for a file that is a little larger.
COMPRESSION = 1


def _shade(ink: int, shades: int) -> int:
    """Which of so many shades beyond paper comes nearest to an amount of ink."""
    return round(ink * shades / 255)


# For each amount of ink, its shade: of navy, and of the accent, whose shades stand after those.
_INKS = [_shade(ink, INK_SHADES) for ink in range(256)]
_ACCENTS = [INK_SHADES + s if (s := _shade(ink, ACCENT_SHADES)) else 0 for ink in range(256)]

# Where the cards are kept from one build to the next, below the project's folder.
KEPT = CACHE / "cards.sqlite"

LABEL, SITE, COUNT = Face(16, 600), Face(18, 600), Face(15)
# Sizes of title and lead, from the most generous to the tightest: the first that fits is taken.
LAYOUTS = tuple(
    (Face(title, 650), Face(lead), lines)
    for title, lead, lines in (
        (48, 20, 1), (42, 19, 2), (37, 18, 2), (33, 17, 3), (31, 16, 3), (28, 15, 3), (25, 15, 3),
        (22, 14, 4),
    )
)  # fmt: skip


def kept_cards(root: Path) -> Kept:
    """Return the cards kept in the project at `root`, made by this very code and font."""
    modules = (__file__, lettering.__file__, characters.__file__)
    code = sha256(b"".join(Path(module).read_bytes() for module in modules)).hexdigest()
    packages = ("pillow", "fontpkg-source-serif-4", *(it.package for it in SCRIPTS))
    return Kept(root / KEPT, (code, *map(version, packages)))


def kept_card(cards: Kept, frame: Frame, site: str) -> bytes:
    """Return the card of a page, as `card` makes it, from those that are kept if it is there."""
    made_of = (frame.label, frame.heading, frame.lead, gathers(frame), site)
    return cards.recall(made_of, lambda: card(frame, site))


def card(frame: Frame, site: str) -> bytes:
    """Return the card of a page as a PNG: its label, heading and lead, and what it gathers."""
    ink = _ground(site).copy()
    text = typeset(frame.heading, frame.lead)
    # The larger the letters, the more empty space their lines have above them.
    top = TITLE_TOP - text[0][0].size // 6
    for face, fill, lines in text:
        for line in lines:
            draw(ink, (MARGIN, top), line, face, fill)
            top += face.leading
        top += face.gap
    count = gathers(frame)
    left = WIDTH - MARGIN - COUNT.width(count)
    draw(ink, (left, HEIGHT - BAND // 2 - COUNT.size * 3 // 5), count, COUNT, NO_INK)
    picture = ink.point(_INKS)
    picture.paste(_label(frame.label), (MARGIN, LABEL_TOP))
    picture.putpalette(_palette())
    picture.paste(_mark(), (MARGIN, HEIGHT - (BAND + MARK) // 2))
    file = BytesIO()
    picture.save(file, "PNG", compress_level=COMPRESSION)
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
        title, rest = _lines(heading, title_face), _lines(lead, lead_face)
        if len(title) <= most and len(rest) <= _room(title, title_face, lead_face):
            break
    else:
        title = cut(title, most, title_face, LINE)
        rest = cut(rest, _room(title, title_face, lead_face), lead_face, LINE)
    title, rest = balanced(title, title_face, LINE), balanced(rest, lead_face, LINE)
    return (title_face, INK, title), (lead_face, SOFT_INK, rest)


def _lines(text: str, face: Face) -> list[str]:
    return wrap(pieces(text, face, LINE), face, LINE)


def _room(title: list[str], title_face: Face, lead_face: Face) -> int:
    """Return how many lines of the lead fit below the title."""
    height = len(title) * title_face.leading + title_face.gap
    return (BOTTOM - TITLE_TOP - height) // lead_face.leading


@cache
def _ground(site: str) -> Image.Image:
    """Return what all cards share, as ink: the band at the foot with the name of the site."""
    ink = Image.new("L", SIZE, NO_INK)
    pen = ImageDraw.Draw(ink)
    pen.rectangle((0, HEIGHT - BAND, WIDTH, HEIGHT), INK)
    place = (MARGIN + MARK * 3 // 2, HEIGHT - BAND // 2)
    pen.text(place, site, NO_INK, SITE.font, anchor="lm")
    return ink


def _label(text: str) -> Image.Image:
    """Return the label, in the shades of the accent, which follow those of the ink."""
    ink = Image.new("L", (LINE, LABEL.leading), NO_INK)
    for line in cut(_lines(text, LABEL), 1, LABEL, LINE):
        draw(ink, (0, 0), line, LABEL, INK)
    return ink.point(_ACCENTS)


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


@cache
def _palette() -> list[int]:
    colours = [_between(PAPER, NAVY, n / INK_SHADES) for n in range(INK_SHADES + 1)]
    colours += [_between(PAPER, ACCENT, n / ACCENT_SHADES) for n in range(1, ACCENT_SHADES + 1)]
    colours += [ORANGE, _between(ORANGE, NAVY, 0.5), _between(ORANGE, PAPER, 0.5)]
    return [part for colour in colours for part in colour]


def _between(start: tuple[int, ...], end: tuple[int, ...], share: float) -> tuple[int, ...]:
    """Return the colour at a `share` of the way between two colours."""
    return tuple(round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
