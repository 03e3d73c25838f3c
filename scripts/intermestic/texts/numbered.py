"""The texts that sources are records of: they are not part of the project, but can be at hand.

A text is a Markdown file named by its source's id, each paragraph on a line `[22] …`.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

# Where they may lie, from the project's folder: in it, ignored by git, or beside it.
FOLDERS = (Path("texts"), Path("../shared/sources"))
_PARAGRAPH = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)

NumberedText = Mapping[int, str]


def read_texts(folders: Iterable[Path]) -> dict[str, NumberedText]:
    """The texts in `folders`: source id to paragraph number to its words.

    Of a text that is in several, the first counts; a folder that does not exist has none.
    """
    texts: dict[str, NumberedText] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.md")):
            found = _PARAGRAPH.findall(file.read_text(encoding="utf-8"))
            texts.setdefault(file.stem, {int(number): words for number, words in found})
    return texts


def text_file(root: Path, id: str) -> Path:
    """Where the text of the source `id` lies in the project at `root`, if it is at hand there."""
    return root / FOLDERS[0] / f"{id}.md"


def numbered(text: NumberedText, sections: Iterable[tuple[str, int]]) -> str:
    """The content of the file that `read_texts` reads `text` from, under its headings.

    A section is its heading and the number of its first paragraph.
    """
    headings = {first: f"## {heading}\n\n" for heading, first in sections}
    return "\n".join(f"{headings.get(number, '')}[{number}] {text[number]}\n" for number in text)
