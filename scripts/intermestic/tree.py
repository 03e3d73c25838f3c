"""Trees of text: YAML in which every value is text that knows where it stands.

Every scalar loads as text (`NO` stays `NO`, `2021-10-08` stays a string); its type comes
from the model. Anchors, aliases, tags and duplicate keys are refused.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import yaml

from .names import fold
from .problems import Place, Problem, quoted

MAX_DEPTH = 20
WHOLE_FILE = "(file)"
# What editors mostly did when YAML's own message does not say.
HINTS = (
    ("mapping values are not allowed", "; put quotes around text that holds a colon"),
    ("cannot start any token", "; indent by spaces, put quotes around text that starts oddly"),
    ("did not find expected ',' or ']'", "; close the list, put quotes around text in brackets"),
    ("did not find expected ',' or '}'", "; close the mapping, put quotes around text in braces"),
)

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Control, bidirectional-override, zero-width and tag characters: a reader can't see them.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


class Text(str):
    """A scalar, and where it stands: from which line and column, and between which characters."""

    __slots__ = ("column", "end", "line", "start")

    line: int
    column: int
    start: int
    end: int


class Items(list):
    """A sequence, and the line and column at which it starts."""

    line = column = 1


class Fields(dict):
    """A mapping whose keys are `Text`, and the line and column at which it starts."""

    line = column = 1


Node = Text | Items | Fields


# While a preview is served, most files are as they were.
@lru_cache(maxsize=100_000)
def parse(text: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """The tree of the YAML `text`, or None and its problems; `name` is what they call the file.

    Values are in Unicode's normal form C; their places are those in `text` as it is.
    """
    if match := INVISIBLE.search(text):
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


def scalars(node: Node) -> Iterator[Text]:
    """Every value in a tree, keys apart."""
    if isinstance(node, Text):
        yield node
    else:
        for part in node.values() if isinstance(node, Fields) else node:
            yield from scalars(part)


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
        text = _at(Text(unicodedata.normalize("NFC", event.value)), event)
        text.start, text.end = event.start_mark.index, event.end_mark.index
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
