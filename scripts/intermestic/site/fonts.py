"""Fonts for scripts that the font of the cards lacks, each under the SIL Open Font License."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

import fontpkg
from noto_cjk_sans_jp_regular import FONT_PATH as CJK_FONT
from PIL import ImageFont, features

BOLD = 600  # from this weight on a family without weights between has its bold


@dataclass(frozen=True)
class Script:
    """Scripts that a font has: a pattern of their letters, its package, where it is by weight."""

    letters: str
    package: str
    path: Callable[[int], str]

    def font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """Return the font at a size in pixels."""
        layout = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
        font = ImageFont.truetype(self.path(weight), size, layout_engine=layout)
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
        lambda weight: str(fontpkg.path("Amiri", 700 if weight >= BOLD else 400)),
    ),
    Script(
        "\u0590-\u05ff\ufb1d-\ufb4f",
        "fontpkg-frank-ruhl-libre",
        lambda weight: str(fontpkg.path("Frank Ruhl Libre", weight)),
    ),
    Script(
        "\u0900-\u097f\ua8e0-\ua8ff",
        "fontpkg-noto-sans-devanagari",
        lambda weight: str(fontpkg.path("Noto Sans Devanagari", weight)),
    ),
    Script(
        "\u0e01-\u0e5b",
        "fontpkg-noto-sans-thai",
        lambda weight: str(fontpkg.path("Noto Sans Thai", weight)),
    ),
    Script(
        "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff",
        "noto-cjk-sans-jp-regular",
        lambda weight: str(CJK_FONT),
    ),
)


def script_of(letter: str) -> Script | None:
    """Return the script that has a letter, if it is not that of the font of the cards."""
    if letter.isascii():
        return None
    return next((s for s in SCRIPTS if re.match(f"[{s.letters}]", letter)), None)


def fonts_used() -> tuple[str, ...]:
    """Return the versions of the fonts, by which a card that was kept is known to be as it is."""
    return tuple(version(script.package) for script in SCRIPTS)
