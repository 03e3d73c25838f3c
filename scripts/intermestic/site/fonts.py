"""Fonts for scripts that the font of the cards lacks, each under the SIL Open Font License."""

import re
from dataclasses import dataclass

import fontpkg
from noto_cjk_sans_jp_regular import FONT_PATH as CJK_FONT
from PIL import ImageFont, features


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
