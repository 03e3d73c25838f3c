"""The texts that commands read: those of the sources, as far as they are at hand, and others."""

from collections.abc import Iterable
from pathlib import Path

from intermestic.problems import RefusedError
from intermestic.reading.load import read_text
from intermestic.texts.numbered import FOLDERS, NumberedText, read_texts


def texts_of(root: Path, folder: Path | None = None) -> dict[str, NumberedText]:
    """Return the texts of the project at `root`, or those in `folder`, by their sources' ids."""
    return read_texts([folder] if folder else [root / name for name in FOLDERS])


def not_at_hand(sources: Iterable[str]) -> str:
    """Return words for `sources` whose texts are not there: nobody shall take them for checked."""
    unchecked = "phrases, numbers, copying and silences are not checked"
    return f"not at hand, so that {unchecked}: {', '.join(sources)}"


def text_in(file: Path, name: str = "") -> str:
    """Return the text of a file that a call names, and that messages call `name`."""
    text, problems = read_text(file, name or str(file))
    if text is None:
        raise RefusedError(str(problems[0]))
    return text
