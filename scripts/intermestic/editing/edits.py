"""Edits of a file by hand's measure: the characters in question change, and all else stays."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from intermestic.reading.groups import MEMBERS, is_made
from intermestic.reading.validate import ValidRecord
from intermestic.reading.yaml_tree import Fields, Items, Scalar

MARK = "\ufeff"  # the byte-order mark
# The characters from which on and up to which the words take their place.
Edit = tuple[int, int, str]


def text_of(path: Path) -> str:
    """Return the text of a file with its byte-order mark, so that it can be written back."""
    return path.read_bytes().decode("utf-8")


def newline(text: str) -> str:
    """Return what ends the lines of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with the characters from `start` to `end` of each edit replaced.

    As in `load`, positions do not count a byte-order mark.
    """
    mark = 1 if text.startswith(MARK) else 0
    for start, end, words in sorted(edits, reverse=True):
        text = text[: start + mark] + words + text[end + mark :]
    return text


def new_id(id: Scalar, words: str, text: str) -> Edit:
    """Return the edit that gives a statement the id `words`, if need be as a field of its own.

    `id` is the one that it has in the tree of the file with this `text`.
    """
    if not is_made(id):
        return id.start, id.end, words
    is_in_braces = text.removeprefix(MARK)[: id.start].rstrip().endswith("{")
    after = ", " if is_in_braces else newline(text) + " " * (id.column - 1)
    return id.start, id.end, f"id: {words}{after}"


def with_ids(root: Path, records: Iterable[ValidRecord]) -> dict[Path, bytes]:
    """Return the files of sources in which an id was made, each with it written down."""
    files = {}
    for valid in records:
        if made := list(_made_ids(valid.raw.tree)):
            path = root / valid.raw.file
            text = text_of(path)
            files[path] = edited(text, [new_id(id, id, text) for id in made]).encode()
    return files


def _made_ids(tree: Fields) -> Iterator[Scalar]:
    statements = tree.get(MEMBERS)
    for statement in statements if isinstance(statements, Items) else ():
        id = statement.get("id") if isinstance(statement, Fields) else None
        if isinstance(id, Scalar) and is_made(id):
            yield id
