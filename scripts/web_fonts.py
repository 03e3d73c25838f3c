"""Make the fonts of the site anew, in docs/assets/fonts: `make fonts`.

Each is a part of a family under the SIL Open Font License, which reserves the name Source: so
the parts have names of their own. Fonts of a reader's system stand in until they are loaded; it
prints how these are stretched in the style sheet, so that nothing moves then.
"""

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import fontpkg
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path(__file__).parents[1] / "docs" / "assets" / "fonts"
# What Western European languages are written with, and the marks that pages show.
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "ŒœŠšŽžŸ")]
MARKS = [*map(ord, "–—‘’‚“”„†•…′″‹›€−←↑→↓●■▲▼▸▾◌✓")]
FEATURES = ["kern", "liga", "tnum"]
# Fonts of systems, with the mean width of the letters of this, in parts of the type's size.
SERIFS = {"Georgia": 0.4569, "Noto Serif": 0.4929, "DejaVu Serif": 0.5278}
SANS = {"Arial": 0.4569, "Roboto": 0.4558, "DejaVu Sans": 0.5178}
ENGLISH = "The umbrella for public security cooperation between the United States and Mexico"


@dataclass(frozen=True)
class Part:
    """A part of a `family` for the site: its `name` there, its axes, what stands in for it."""

    file: str
    name: str
    family: str
    axes: dict[str, float | tuple[float, float]]
    stand_ins: dict[str, float]


PARTS = (
    Part("serif", "Intermestic Serif", "Source Serif 4", {"opsz": 14, "wght": 400}, SERIFS),
    Part("sans", "Intermestic Sans", "Source Sans 3", {"wght": (400, 700)}, SANS),
)


def make(part: Part) -> None:
    """Write the file of `part` with its licence, and print what stands in for it."""
    source = Path(fontpkg.path(part.family, 400))
    whole = TTFont(source, recalcTimestamp=False)
    instance = io.BytesIO()
    instantiateVariableFont(whole, part.axes).save(instance)
    font = TTFont(instance, recalcTimestamp=False)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 25):
            record.string = part.name.replace(" ", "") if record.nameID == 6 else part.name
    options = Options(layout_features=FEATURES, name_IDs=[0, 1, 2, 3, 4, 6, 13, 14], hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*LETTERS, *MARKS])
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(FOLDER / f"{part.file}.woff2")
    shutil.copy(source.parents[1] / "LICENSE", FOLDER / f"{part.file}-license.txt")
    for name, width in part.stand_ins.items():
        print(_stand_in(part, name, font, _mean_width(font, ENGLISH) / width))


def _mean_width(font: TTFont, text: str) -> float:
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    units = sum(widths[glyphs[ord(letter)]][0] for letter in text)
    return float(units / len(text) / font["head"].unitsPerEm)


def _stand_in(part: Part, name: str, font: TTFont, scale: float) -> str:
    height = font["hhea"]
    unit = font["head"].unitsPerEm * scale / 100
    return (
        f'@font-face {{ font-family: "{part.name} by {name}"; src: local("{name}"); '
        f"size-adjust: {scale:.1%}; ascent-override: {height.ascent / unit:.1f}%; "
        f"descent-override: {-height.descent / unit:.1f}%; line-gap-override: 0%; }}"
    )


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for part in PARTS:
        make(part)
