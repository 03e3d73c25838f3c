"""Fonts with wide letters, from packages, so that a test is the same whatever a machine has."""

from importlib.resources import files
from pathlib import Path

import fontpkg

# DejaVu Sans, which many Linux systems have as their own, has its letters from this font.
VERA_SANS = Path(str(files("reportlab"))) / "fonts" / "Vera.ttf"
NOTO_SANS = Path(fontpkg.path("Noto Sans", 400))
