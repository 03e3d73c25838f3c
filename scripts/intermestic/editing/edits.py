"""Edits of a file by hand's measure: the characters in question change, and all else stays."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from intermestic.reading.groups import MEMBERS, is_made
from intermestic.reading.validate import ValidRecord
from intermestic.reading.yaml_tree import Scalar, YamlNode, scalars
from intermestic.records.source import Source

# The characters from which on and up to which the words take their place, as trees count them.
Edit = tuple[int, int, str]


def text_of(content: bytes) -> str:
    """Return the text of a file's content, with its line ends, without a byte-order mark."""
    return content.decode("utf-8-sig")


def newline(text: str) -> str:
    """Return what ends the lines of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def edited(path: Path, edits: Iterable[Edit]) -> bytes:
    """Return the content of a file with the characters from `start` to `end` of each edit replaced.

    A byte-order mark stays.
    """
    content = path.read_bytes()
    text = text_of(content)
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return (BOM_UTF8 if content.startswith(BOM_UTF8) else b"") + text.encode()


def line_below(text: str, end: int, line: str) -> Edit:
    """Return the edit that puts a line below the one that has the character before `end`."""
    at = end if text[:end].endswith("\n") else text.find("\n", end) + 1
    if not at:  # nothing ends the last line
        return len(text), len(text), newline(text) + line
    return at, at, line + newline(text)


def listed(text: str, there: YamlNode, items: Sequence[str]) -> Edit:
    """Return the edit that makes a list of `items` of one that is `there`, however it is written.

    If these are the same with others before or after them, comments between them stay.
    """
    old = list(scalars(there))
    if there is old[0]:
        return old[0].start, old[0].end, f"[{', '.join(items)}]"
    before = text[: old[0].start].rpartition("\n")[2]
    separator = newline(text) + before if before.strip() == "-" else ", "
    first, last = items[: -len(old)], items[len(old) :]
    if [*first, *old] == items:
        return old[0].start, old[0].start, "".join(item + separator for item in first)
    if [*old, *last] == items:
        return old[-1].end, old[-1].end, "".join(separator + item for item in last)
    return old[0].start, old[-1].end, separator.join(items)


def is_in_braces(text: str, first: Scalar) -> bool:
    """Whether a mapping that begins with `first` is written in braces."""
    return text[: first.start].rstrip().endswith("{")


def new_id(id: Scalar, words: str, text: str) -> Edit:
    """Return the edit that gives a statement the id `words`, if need be as a field of its own.

    `id` is the one that it has in the tree of the file with this `text`.
    """
    if not is_made(id):
        return id.start, id.end, words
    after = ", " if is_in_braces(text, id) else newline(text) + " " * (id.column - 1)
    return id.start, id.end, f"id: {words}{after}"


def with_ids(root: Path, records: Iterable[ValidRecord]) -> dict[Path, bytes]:
    """Return the files of sources in which an id was made, each with it written down."""
    files = {}
    for valid in records:
        count = len(valid.record.statements) if isinstance(valid.record, Source) else 0
        ids = (cast(Scalar, valid.raw.node((MEMBERS, at, "id"))) for at in range(count))
        if made := [id for id in ids if is_made(id)]:
            path = root / valid.raw.file
            text = text_of(path.read_bytes())
            files[path] = edited(path, [new_id(id, id, text) for id in made])
    return files
