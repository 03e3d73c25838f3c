"""The texts with which commands compare records, as far as they are at hand."""

from collections.abc import Iterable
from pathlib import Path

from intermestic.cli.terminal import Misuse
from intermestic.texts.numbered import FOLDERS, NumberedText, read_texts


def texts_of(root: Path, folder: Path | None = None) -> dict[str, NumberedText]:
    """Return the texts of the project at `root`, or those in `folder`, by their sources' ids."""
    try:
        return read_texts([folder] if folder else [root / name for name in FOLDERS])
    except ValueError as error:
        raise Misuse(str(error)) from None


def not_at_hand(sources: Iterable[str]) -> str:
    """Return words for `sources` whose texts are not there: nobody shall take them for checked."""
    unchecked = "phrases, numbers, copying and silences are not checked"
    return f"not at hand, so that {unchecked}: {', '.join(sources)}"
