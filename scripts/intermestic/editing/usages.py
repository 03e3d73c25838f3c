"""Search for references to a record, in the records and in pages written by hand."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from intermestic import addresses
from intermestic.problems import WHOLE_FILE, Place
from intermestic.reading.load import read_text
from intermestic.reading.validate import ValidRecord
from intermestic.reading.yaml_tree import Scalar
from intermestic.records.base import Record
from intermestic.records.citations import Citation
from intermestic.records.fields import Prose, RelatedRecord, Relates, StatementAddress
from intermestic.records.prose import links
from intermestic.records.walk import FieldPath, dotted, walk
from intermestic.writing.docs import generated

# How an id is written in a file, by what it is part of.
_WORD = r"(?<![\w-]){id}(?![\w-])"
_CITED = r"(?<![\w-]){id}(?=#)"
_ADDRESSED = r"(?<![\w-]){id}(?=/)"
_LINKED = r"(?<=\[\[)\s*{id}(?=\s*(?:\]\]|\|))"


@dataclass(frozen=True, order=True)
class Usage:
    """A reference: its place, its field, and the characters between which the id stands.

    `start` equals `end` if the id can't be found letter for letter, as when it has an escape.
    """

    place: Place
    field: str
    start: int
    end: int


def usages(root: Path, records: Iterable[ValidRecord], id: str) -> list[Usage]:
    """Return every reference to the record `id` in `records` of the project at `root`.

    One that a group of statements has counts once.
    """
    found = sorted(usage for valid in records for usage in _usages_in(root, valid, id))
    once = {usage.place: usage for usage in reversed(found)}
    return sorted(once.values())


def references(record: Record) -> Iterator[tuple[FieldPath, str, str]]:
    """Yield every reference in `record`: the path of its text, the id, and how it is written."""
    for path, marks, value in walk(record):
        if isinstance(value, Citation):
            yield path, value.source, _CITED
        for mark in marks:
            if isinstance(mark, Relates) and isinstance(value, RelatedRecord):
                yield (*path, "id"), value.id, _WORD
            elif isinstance(mark, Relates):
                yield path, value, _WORD
            elif isinstance(mark, StatementAddress):
                yield path, value.partition("/")[0], _ADDRESSED
            elif isinstance(mark, Prose):
                for link in links(value):
                    yield path, link.id, _LINKED


def _usages_in(root: Path, valid: ValidRecord, id: str) -> Iterator[Usage]:
    times = Counter((path, form) for path, other, form in references(valid.record) if other == id)
    if not times:
        return
    text = read_text(root / valid.raw.file, valid.raw.file)[0] or ""
    for (path, form), expected in times.items():
        node = cast(Scalar, valid.raw.node(path))
        spots = list(_spots(text, form, id, node.start, node.end))
        if len(spots) == expected:
            for start, end in spots:
                yield Usage(_place(valid.raw.file, text, start), dotted(path), start, end)
        else:
            yield Usage(valid.raw.place(path), dotted(path), 0, 0)


def _spots(
    text: str, form: str, id: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[tuple[int, int]]:
    pattern = re.compile(form.format(id=f"(?P<id>{re.escape(id)})"))
    return (match.span("id") for match in pattern.finditer(text, start, end))


def usages_by_form(root: Path, file: str, id: str) -> tuple[list[Usage], list[Usage]]:
    """Return where a file that is no record has the id: as a link or a citation, and otherwise."""
    text = read_text(root / file, file)[0] or ""
    sure = {spot for form in (_CITED, _ADDRESSED, _LINKED) for spot in _spots(text, form, id)}
    words = {*_spots(text, _WORD, id)}
    known, unknown = (
        [Usage(_place(file, text, start), WHOLE_FILE, start, end) for start, end in sorted(spots)]
        for spots in (sure, words - sure)
    )
    return known, unknown


def page_usages(root: Path, collection: str, id: str) -> list[Usage]:
    """Return every link to the record in the pages written by hand, which are in docs/ itself."""
    targets = (addresses.page(collection, "ID"), f"#{addresses.source_anchor('ID')}")
    forms = [rf"\b{re.escape(target)}(?![\w-])".replace("ID", "{id}") for target in targets]
    found = []
    ours = generated(root / "docs")
    for path in (root / "docs").glob("*.md"):
        if path.name not in ours:
            name = path.relative_to(root).as_posix()
            text = read_text(path, name)[0] or ""
            spots = (spot for form in forms for spot in _spots(text, form, id))
            found += [Usage(_place(name, text, start), "link", start, end) for start, end in spots]
    return sorted(found)


def _place(file: str, text: str, offset: int) -> Place:
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
