"""The numbered texts of the sources, which are not part of the project but may be at hand.

A text is a Markdown file named by its source's id, each paragraph on a line `[22] …`.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from intermestic.problems import RefusedError
from intermestic.reading.load import read_text

# Where they may be, relative to the project's folder: in it, ignored by Git, or beside it.
FOLDERS = (Path("texts"), Path("../shared/sources"))
_PARAGRAPH = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)

NumberedText = Mapping[int, str]


def read_texts(folders: Iterable[Path]) -> dict[str, NumberedText]:
    """Return the texts in `folders`: source id to paragraph number to its words.

    If a text is in several folders, the first counts; a folder that does not exist has none.
    Raises RefusedError if a text can't be read.
    """
    texts: dict[str, NumberedText] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.md")):
            content, problems = read_text(file, str(file))
            if content is None:
                raise RefusedError(str(problems[0]))
            found = _PARAGRAPH.findall(content)
            texts.setdefault(file.stem, {int(number): words for number, words in found})
    return texts


def text_file(root: Path, id: str) -> Path:
    """Return the path of the text of the source `id` in the project at `root`."""
    return root / FOLDERS[0] / f"{id}.md"


def numbered(text: NumberedText, sections: Iterable[tuple[str, int]]) -> str:
    """Return `text` under its headings, in the form that `read_texts` reads.

    A section is its heading and the number of its first paragraph.
    """
    headings = {first: f"## {heading}\n\n" for heading, first in sections}
    return "\n".join(f"{headings.get(number, '')}[{number}] {text[number]}\n" for number in text)
