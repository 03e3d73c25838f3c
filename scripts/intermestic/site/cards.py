"""Social cards: the pictures that social networks show for the addresses of pages.

A card is drawn as a map of ink, from paper (0) to navy (255), and then becomes a picture of
sixteen colours, which keeps the file small. A page has the same card, byte for byte, on every
system: the fonts come with packages, under the SIL Open Font License, and text in Source Serif 4
is set without the shaping library (Raqm) that some systems have and others lack. Only the scripts
in `fonts` need it; without it they are set letter by letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import fontpkg
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from intermestic.catalogue import words
from intermestic.pages.base import Frame
from intermestic.records import characters
from intermestic.records.characters import runs, runs_right_to_left, ways
from intermestic.site import fonts
from intermestic.site.fonts import Script, fonts_used, script_of
from intermestic.writing.kept import KeptFiles

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


@dataclass(frozen=True)
class Letter:
    """A letter as a mask, how far that stands right of and below its place, and its width."""

    mask: Image.Image
    right: int
    down: int
    width: int


@dataclass(frozen=True)
class Face:
    """The font at a size in pixels and a weight; each letter of it is drawn only once."""

    size: int
    weight: int = 400
    _letters: dict[str, Letter] = field(default_factory=dict, compare=False, repr=False)
    _widths: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    _fonts: dict[Script, ImageFont.FreeTypeFont] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def leading(self) -> int:
        """From one baseline to the next."""
        return round(self.size * 1.16 + 1.5)

    @property
    def gap(self) -> int:
        """Below what is set in it."""
        return max(self.leading // 4, 11)

    @cached_property
    def font(self) -> ImageFont.FreeTypeFont:
        """The font itself; every letter takes whole pixels."""
        path = fontpkg.path("Source Serif 4", self.weight)
        font = ImageFont.truetype(path, self.size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([self.weight, min(60, self.size)])
        return font

    def width(self, text: str) -> int:
        """Return how wide a text is, in pixels."""
        if text not in self._widths:
            self._widths[text] = sum(
                self._width(run, script) for run, script in runs(text, script_of)
            )
        return self._widths[text]

    def _width(self, run: str, script: Script | None) -> int:
        if script:
            return round(self.font_of(script).getlength(run))
        return sum(self.letter(character).width for character in run)

    def font_of(self, script: Script) -> ImageFont.FreeTypeFont:
        """Return the font for another script, in the same size and weight."""
        if script not in self._fonts:
            self._fonts[script] = script.font(self.size, self.weight)
        return self._fonts[script]

    def letter(self, character: str) -> Letter:
        """Return a letter, for drawing."""
        if character not in self._letters:
            left, top, right, bottom = map(round, self.font.getbbox(character))
            mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
            ImageDraw.Draw(mask).text((-left, -top), character, INK, self.font)
            width = round(self.font.getlength(character))
            self._letters[character] = Letter(mask, left, top, width)
        return self._letters[character]


# Where the cards are kept from one build to the next, below the project's folder.
KEPT = Path(".cache/cards")

LABEL, SITE, COUNT = Face(16, 600), Face(18, 600), Face(15)
# Sizes of title and lead, from the most generous to the tightest: the first that fits is taken.
LAYOUTS = tuple(
    (Face(title, 650), Face(lead), lines)
    for title, lead, lines in (
        (48, 20, 1), (42, 19, 2), (37, 18, 2), (33, 17, 3), (31, 16, 3), (28, 15, 3), (25, 15, 3),
        (22, 14, 4),
    )
)  # fmt: skip


def kept_cards(root: Path) -> KeptFiles:
    """Return the cards kept in the project at `root`, made by this very code and font."""
    modules = (__file__, characters.__file__, fonts.__file__)
    code = sha256(b"".join(Path(module).read_bytes() for module in modules)).hexdigest()
    versions = version("pillow"), version("fontpkg-source-serif-4")
    return KeptFiles(root / KEPT, (code, *versions, *fonts_used()))


def kept_card(cards: KeptFiles, frame: Frame, site: str) -> bytes:
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
            _draw(ink, (MARGIN, top), line, face, fill)
            top += face.leading
        top += face.gap
    count = gathers(frame)
    left = WIDTH - MARGIN - COUNT.width(count)
    _draw(ink, (left, HEIGHT - BAND // 2 - COUNT.size * 3 // 5), count, COUNT, NO_INK)
    picture = ink.point(_INKS)
    picture.paste(_label(frame.label), (MARGIN, LABEL_TOP))
    picture.putpalette(_palette())
    picture.paste(_mark(), (MARGIN, HEIGHT - (BAND + MARK) // 2))
    file = BytesIO()
    picture.save(file, "PNG", compress_level=COMPRESSION)
    return file.getvalue()


def _in_order(line: str) -> Iterator[tuple[str, Script | None]]:
    """Yield the runs of a line from left to right; its first letter says which way it runs."""
    if not runs_right_to_left(next((letter for letter in line if letter.isalpha()), "")):
        yield from runs(line, script_of)
        return
    for part, is_other in reversed(ways(line, is_right_to_left=True)):
        in_one_font = runs(part, script_of)
        yield from in_one_font if is_other else reversed(in_one_font)


def _draw(ink: Image.Image, place: tuple[int, int], line: str, face: Face, fill: int) -> None:
    """Draw a line letter by letter; what is in another script, as that joins and orders them."""
    left, top = place
    for run, script in _in_order(line):
        if script:
            font = face.font_of(script)
            # On the line on which the other letters stand.
            down = face.font.getmetrics()[0] - font.getmetrics()[0]
            ImageDraw.Draw(ink).text((left, top + down), run, fill, font)
            left += face.width(run)
            continue
        for character in run:
            letter = face.letter(character)
            ink.paste(fill, (left + letter.right, top + letter.down), letter.mask)
            left += letter.width


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
    """Return the same in as many lines of about the same length: no word is alone on the last."""
    if len(lines) < 2:
        return lines
    text, narrowest, widest = " ".join(lines), 0, LINE
    while widest - narrowest > 8:
        middle = (narrowest + widest) // 2
        if len(_wrap(text, face, middle)) > len(lines):
            narrowest = middle
        else:
            widest = middle
    return _wrap(text, face, widest)


def _wrap(text: str, face: Face, line: int = LINE) -> list[str]:
    """Return `text` in lines of at most that width; a word wider than the card is broken."""
    lines: list[str] = []
    end, space = 0, face.width(" ")
    for word in (piece for whole in text.split() for piece in _pieces(whole, face)):
        width = face.width(word)
        if lines and end + space + width <= line:
            lines[-1] += f" {word}"
            end += space + width
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
def _ground(site: str) -> Image.Image:
    """Return what all cards share, as ink: the band at the foot with the name of the site."""
    ink = Image.new("L", SIZE, NO_INK)
    draw = ImageDraw.Draw(ink)
    draw.rectangle((0, HEIGHT - BAND, WIDTH, HEIGHT), INK)
    place = (MARGIN + MARK * 3 // 2, HEIGHT - BAND // 2)
    draw.text(place, site, NO_INK, SITE.font, anchor="lm")
    return ink


def _label(text: str) -> Image.Image:
    """Return the label, in the shades of the accent, which follow those of the ink."""
    ink = Image.new("L", (LINE, LABEL.leading), NO_INK)
    for line in _cut(_wrap(text, LABEL), 1, LABEL):
        _draw(ink, (0, 0), line, LABEL, INK)
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
