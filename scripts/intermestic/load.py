"""Stage 1, load: YAML files to trees of text that remember where each value stands.

Every scalar loads as text (`NO` stays `NO`, `2021-10-08` stays a string); its type comes
from the model. Anchors, aliases, tags and duplicate keys are refused.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from .names import RESERVED_IDS, closest, fold, is_id
from .problems import Place, Problem, quoted

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
WHOLE_FILE = "(file)"
# Stands beside the collections; see `publication`.
PUBLICATION = "publication.yml"
# What editors mostly did when YAML's own message does not say.
HINTS = (
    ("mapping values are not allowed", "; put quotes around text that holds a colon"),
    ("cannot start any token", "; indent by spaces, put quotes around text that starts oddly"),
    ("did not find expected ',' or ']'", "; close the list, put quotes around text in brackets"),
    ("did not find expected ',' or '}'", "; close the mapping, put quotes around text in braces"),
)

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Control, bidirectional-override, zero-width and tag characters: a reader can't see them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


class Text(str):
    """A scalar, and the line and column at which it starts."""

    __slots__ = ("column", "line")

    line: int
    column: int


class Items(list):
    """A sequence, and the line and column at which it starts."""

    line = column = 1


class Fields(dict):
    """A mapping whose keys are `Text`, and the line and column at which it starts."""

    line = column = 1


Node = Text | Items | Fields
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Raw:
    """A file as loaded: what it should hold (`collection`), its id, and its tree."""

    collection: str
    id: str
    file: str
    tree: Fields

    def place(self, path: Path_, *, of_key: bool = False) -> Place:
        """Where the value (or, if asked, its key) at `path` stands, or its nearest ancestor."""
        node: Node = self.tree
        for step in path:
            if isinstance(node, Fields) and step in node:
                key = next(key for key in node if key == step)
                node = key if of_key and step is path[-1] else node[step]
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break
        return Place(self.file, node.line, node.column)


@dataclass(frozen=True)
class Loaded:
    """What stands in the data folder.

    `collection_of` has every id, also of files that could not be read, so that links to
    them are not reported as well.
    """

    records: tuple[Raw, ...]
    collection_of: Mapping[str, str]
    problems: tuple[Problem, ...]


def load(root: Path, collections: Iterable[str]) -> Loaded:
    """All records under `root`/data, one folder a collection, sorted by path."""
    collections = tuple(collections)
    problems = list(_check_folders(root, collections))
    records: list[Raw] = []
    collection_of: dict[str, str] = {}
    for collection in collections:
        folder = root / "data" / collection
        if folder.is_symlink() or not folder.is_dir():
            continue
        for path in sorted(folder.iterdir()):
            if path.name.startswith(".") or path.name.endswith("~"):
                continue  # an editor's own files
            name = path.relative_to(root).as_posix()
            misnamed = list(_check_file_name(path, name))
            problems += misnamed
            if misnamed:
                continue
            if path.stem in collection_of:
                found = f"the id {quoted(path.stem)} again"
                expected = f"it once (also in {collection_of[path.stem]})"
                problems.append(Problem(Place(name), WHOLE_FILE, found, expected))
            collection_of.setdefault(path.stem, collection)
            tree, found = read(path, name)
            problems += found
            if tree is not None:
                records.append(Raw(collection, path.stem, name, tree))
    return Loaded(tuple(records), collection_of, tuple(problems))


def _check_folders(root: Path, collections: tuple[str, ...]) -> Iterator[Problem]:
    data = root / "data"
    if not data.is_dir():
        yield Problem(Place("data"), WHOLE_FILE, "no such folder", "the folder of the records")
        return
    for path in sorted(data.iterdir()):
        if path.name.startswith(".") or path.name == PUBLICATION:
            continue
        name = path.relative_to(root).as_posix()
        if path.name not in collections:
            hint = closest(path.name, collections)
            expected = "one of the folders " + ", ".join(collections)
            yield Problem(Place(name), WHOLE_FILE, "not a collection", expected, hint)
        elif path.is_symlink() or not path.is_dir():
            yield Problem(Place(name), WHOLE_FILE, "not a folder", "a folder of records")


def _check_file_name(path: Path, name: str) -> Iterator[Problem]:
    if path.is_symlink() or not path.is_file():
        yield Problem(Place(name), WHOLE_FILE, "not an ordinary file", "a record")
    elif path.suffix != ".yml":
        yield Problem(Place(name), WHOLE_FILE, "not a record", "a file named <id>.yml")
    elif not is_id(path.stem):
        expected = "an id of lower-case letters, digits and single hyphens"
        if path.stem in RESERVED_IDS:
            expected = "an id that is not a page of the site or a device"
        hint = re.sub(r"[^a-z0-9]+", "-", fold(path.stem)).strip("-")
        hint = hint if hint != path.stem and is_id(hint) else ""
        yield Problem(Place(name), WHOLE_FILE, f"the id {quoted(path.stem)}", expected, hint)


def read(path: Path, name: str) -> tuple[Fields | None, list[Problem]]:
    """The tree of one file, or None and the problems that make it unreadable.

    `name` is how problems call the file.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return None, [Problem(Place(name), WHOLE_FILE, str(error.strerror), "a readable file")]
    if size > MAX_BYTES:
        expected = f"at most {MAX_BYTES:,}"
        return None, [Problem(Place(name), WHOLE_FILE, f"{size:,} bytes", expected)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - before.rfind(b"\n")
        place = Place(name, before.count(b"\n") + 1, column)
        found = f"byte 0x{content[error.start]:02x}"
        return None, [Problem(place, WHOLE_FILE, found, "text in UTF-8")]
    return parse(unicodedata.normalize("NFC", text), name)


def parse(text: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """The tree of the YAML `text`, or None and its problems; see `read`."""
    if match := _INVISIBLE.search(text):
        before = text[: match.start()]
        place = Place(name, before.count("\n") + 1, match.start() - before.rfind("\n"))
        return None, [Problem(place, WHOLE_FILE, f"the invisible {match[0]!a}", "plain text")]
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        found = " ".join(filter(None, (error.context, error.problem)))
        expected = "valid YAML" + next((hint for part, hint in HINTS if part in found), "")
        return None, [*builder.problems, Problem(place, WHOLE_FILE, found, expected)]
    except _StopError:
        return None, builder.problems
    if builder.root is None:
        return None, [Problem(Place(name), WHOLE_FILE, "nothing", "a record")]
    if not isinstance(builder.root, Fields):
        place = Place(name, builder.root.line, builder.root.column)
        builder.problems.append(
            Problem(place, WHOLE_FILE, f"{describe(builder.root)}", "a mapping of fields")
        )
    return (None if builder.problems else builder.root), builder.problems


def describe(node: object) -> str:
    """What a value is, for a message: the quoted text, `a list` or `a mapping`."""
    if isinstance(node, list | tuple):
        return "a list" if node else "an empty list"
    return "a mapping" if isinstance(node, dict) else quoted(str(node))


class _StopError(Exception):
    """Reading on would be unsafe or pointless; the problem is recorded."""


class _Builder:
    """Builds the tree from YAML's events, which, unlike its nodes, need no recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[tuple[Items | Fields, Text | None]] = []

    def take(self, event: yaml.Event) -> None:
        if getattr(event, "anchor", None):
            kind = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            self._stop(event, f"the {kind} {quoted(event.anchor)}", "plain values; put quotes")
        if getattr(event, "tag", None):
            self._stop(event, f"the tag {quoted(event.tag)}", "plain values; put quotes")
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._stop(event, "a second document", "one record a file")
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(_at(Fields(), event))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(_at(Items(), event))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()

    def _start(self, node: Items | Fields) -> None:
        self._add(node)
        self._open.append((node, None))
        if len(self._open) > MAX_DEPTH:
            place = Place(self.name, node.line, node.column)
            found = f"more than {MAX_DEPTH} levels"
            self.problems.append(Problem(place, WHOLE_FILE, found, "fewer"))
            raise _StopError

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        text = _at(Text(event.value), event)
        if event.implicit[0] and event.value in {"", "~", "null", "Null", "NULL"}:
            found = f"the empty value {quoted(event.value)}" if event.value else "no value"
            field = self._open[-1][1] if self._open else None
            expected = "a value; leave out a field that has none"
            place = Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)
            if self._open:
                self.problems.append(Problem(place, field or WHOLE_FILE, found, expected))
        return text

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node if node != "" else None
            return
        parent, key = self._open[-1]
        if isinstance(parent, Items):
            parent.append(node)
        elif key is None:
            self._open[-1] = (parent, self._key(parent, node))
        else:
            parent[key] = node
            self._open[-1] = (parent, None)

    def _key(self, parent: Fields, node: Node) -> Text:
        place = Place(self.name, node.line, node.column)
        if not isinstance(node, Text):
            self.problems.append(Problem(place, WHOLE_FILE, f"{describe(node)} as a key", "a name"))
            raise _StopError
        for key in parent:
            if fold(key) == fold(node):
                found = f"the key {quoted(node)} again"
                expected = f"it once (first in line {key.line})"
                self.problems.append(Problem(place, str(node), found, expected))
        return node

    def _stop(self, event: yaml.Event, found: str, expected: str) -> None:
        mark = event.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(place, WHOLE_FILE, found, expected))
        raise _StopError


def _at(node: Node, event: yaml.Event) -> Node:
    node.line, node.column = event.start_mark.line + 1, event.start_mark.column + 1
    return node
