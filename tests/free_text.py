"""The sample with hostile text wherever a record has free text."""

import shutil
from itertools import cycle
from pathlib import Path

import yaml

TEXTS = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    'quotes ", commas, and a\nsecond line',
    "@SUM(1+1)*2",
    "--> &amp; </entry> END:VEVENT",
    "'90s; \\n escaped",
    "-1+1",
    '"""" . <#x> <#y> "z"',
    "\t+tab first",
    "Peña Nieto’s ¶ ３＋＝",
)
# Text that may be anything; the others are ids, dates, numbers, or of few words.
FREE = {
    "name", "aliases", "sort_name", "summary", "scope", "definition", "note", "editorial",
    "place", "text", "phrase", "hedge", "unit", "counts", "title", "authorship", "publisher",
    "date_basis", "role", "office", "heading", "reason",
}  # fmt: skip


def make_hostile(sample: Path, root: Path) -> Path:
    """A copy of the sample project at `root`, its free text made hostile in turn."""
    shutil.copytree(sample, root)
    texts = cycle(TEXTS)
    for path in sorted((root / "data").rglob("*/*.yml")):
        record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        written = yaml.safe_dump(_hostile(record, texts), allow_unicode=True, sort_keys=False)
        path.write_text(written, encoding="utf-8")
    return root


def _hostile(value: object, texts: cycle, name: str = "") -> object:
    if isinstance(value, dict):
        return {key: _hostile(item, texts, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_hostile(item, texts, name) for item in value]
    return next(texts) if name in FREE else value
