"""Text as ink: letters that are drawn only once, and lines of them that fit a width in pixels.

Text in Source Serif 4 is set without the shaping library (Raqm) that some systems have and others
lack. Only other scripts need it; without it they are set letter by letter. Every font comes under
the SIL Open Font License.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import fontpkg
from noto_cjk_sans_jp_regular import FONT_PATH as CJK_FONT
from PIL import Image, ImageDraw, ImageFont, features

from intermestic.records.characters import runs, runs_right_to_left, ways


@dataclass(frozen=True)
class Script:
    """Scripts that a font has: a pattern of their letters, its package, its family.

    Of a family the nearest weight is taken; the font of Chinese, Japanese and Korean has none.
    """

    letters: str
    package: str
    family: str = ""

    def font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """Return the font at a size in pixels."""
        layout = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
        path = fontpkg.path(self.family, weight, nearest=True) if self.family else CJK_FONT
        font = ImageFont.truetype(str(path), size, layout_engine=layout)
        try:
            axes = font.get_variation_axes()
        except OSError:  # it has none
            return font
        font.set_variation_by_axes(
            [weight if axis["name"] == b"Weight" else axis["default"] or 0 for axis in axes]
        )
        return font


SCRIPTS = (
    Script(
        "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
        "fontpkg-amiri",
        "Amiri",
    ),
    Script("\u0590-\u05ff\ufb1d-\ufb4f", "fontpkg-frank-ruhl-libre", "Frank Ruhl Libre"),
    Script("\u0900-\u097f\ua8e0-\ua8ff", "fontpkg-noto-sans-devanagari", "Noto Sans Devanagari"),
    Script("\u0e01-\u0e5b", "fontpkg-noto-sans-thai", "Noto Sans Thai"),
    Script(
        "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff",
        "noto-cjk-sans-jp-regular",
    ),
)


def script_of(letter: str) -> Script | None:
    """Return the script that has a letter, if it is not that of the font of the cards."""
    if letter.isascii():
        return None
    return next((s for s in SCRIPTS if re.match(f"[{s.letters}]", letter)), None)


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
            ImageDraw.Draw(mask).text((-left, -top), character, 255, self.font)
            width = round(self.font.getlength(character))
            self._letters[character] = Letter(mask, left, top, width)
        return self._letters[character]


def in_order(line: str) -> Iterator[tuple[str, Script | None]]:
    """Yield the runs of a line from left to right; its first letter says which way it runs."""
    if not runs_right_to_left(next((letter for letter in line if letter.isalpha()), "")):
        yield from runs(line, script_of)
        return
    for part, is_other in reversed(ways(line, is_right_to_left=True)):
        in_one_font = runs(part, script_of)
        yield from in_one_font if is_other else reversed(in_one_font)


def draw(ink: Image.Image, place: tuple[int, int], line: str, face: Face, fill: int) -> None:
    """Draw a line letter by letter; what is in another script, as that joins and orders them."""
    left, top = place
    for run, script in in_order(line):
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


def wrap(words: Iterable[str], face: Face, line: int) -> list[str]:
    """Return `words` in lines of at most the width `line`, if none of them is wider."""
    lines: list[str] = []
    end, space = 0, face.width(" ")
    for word in words:
        width = face.width(word)
        if lines and end + space + width <= line:
            lines[-1] += f" {word}"
            end += space + width
        else:
            lines.append(word)
            end = width
    return lines


def pieces(text: str, face: Face, line: int) -> Iterator[str]:
    """Yield the words of `text`, those that are wider than a `line` in pieces."""
    for word in text.split():
        piece = ""
        for character in word if face.width(word) > line else (word,):
            if piece and face.width(piece + character) > line:
                yield piece
                piece = ""
            piece += character
        yield piece


def balanced(lines: list[str], face: Face, line: int) -> list[str]:
    """Return the same in as many lines of about the same length: no word is alone on the last."""
    if len(lines) < 2:
        return lines
    words, narrowest, widest = " ".join(lines).split(), 0, line
    while widest - narrowest > 8:
        middle = (narrowest + widest) // 2
        if len(wrap(words, face, middle)) > len(lines):
            narrowest = middle
        else:
            widest = middle
    return wrap(words, face, widest)


def cut(lines: list[str], most: int, face: Face, line: int) -> list[str]:
    """Return at most `most` of `lines`, the last with an ellipsis if some are left out."""
    if len(lines) <= most:
        return lines
    *kept, last = lines[:most]
    while face.width(last + "…") > line:
        last = last[:-1]
    return [*kept, last.rstrip(" ,;:") + "…"]
