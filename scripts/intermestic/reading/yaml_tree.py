"""YAML text to trees of text that remember where each value stands.

Every scalar loads as text (`NO` stays `NO`, `2021-10-08` stays a string); its type comes
from the model. Tags, anchors, aliases, directives and duplicate keys are refused.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import yaml

from intermestic.problems import Place, Problem, capped, quoted
from intermestic.records.characters import invisible, look_alike
from intermestic.records.names import fold

MAX_DEPTH = 20
MAX_KEY = 60
MAX_TEXT = 10_000  # characters, more than seven times the longest text there is
WHOLE_FILE = "(file)"
PLAIN = "a plain value; put quotes around text that starts with {}"
# What editors mostly did when YAML's own message does not say.
HINTS = (
    ("mapping values are not allowed", "; put quotes around text that holds a colon"),
    ("cannot start any token", "; indent by spaces, put quotes around text that starts oddly"),
    ("did not find expected ',' or ']'", "; close the list, put quotes around text in brackets"),
    ("did not find expected ',' or '}'", "; close the mapping, put quotes around text in braces"),
    (
        "did not find expected key",
        "; put quotes around text that starts with a quotation, [ or {",
    ),
    ("block sequence entries", "; put quotes around text that starts with a dash"),
    ("scanning a block scalar", "; put quotes around text that starts with | or >"),
    ("scanning an alias", "; put quotes around text that starts with *"),
    ("scanning an anchor", "; put quotes around text that starts with &"),
    ("unexpected end of stream", "; close the quotes"),
    ("escape", "; in single quotes a backslash stands for itself"),
    ("expected hexdecimal number", "; in single quotes a backslash stands for itself"),
    ("could not find expected ':'", "; indent each line of a longer text"),
    ("<document start>", "; one record a file"),
)

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CUT = re.compile(r"\s+(#\S+)")


class Scalar(str):
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
    """A mapping whose keys are `Scalar`, and the line and column at which it starts."""

    line = column = 1


YamlNode = Scalar | Items | Fields


# While a preview is served, most files are as they were.
@lru_cache(maxsize=100_000)
def parse(text: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """The tree of the YAML `text`, or None and its problems, which call the file `name`.

    Values are in Unicode's normal form C; their places are those in `text` as it is.
    """
    if match := invisible(text):
        before = text[: match.start()]
        place = Place(name, before.count("\n") + 1, match.start() - before.rfind("\n"))
        return None, [Problem(place, WHOLE_FILE, f"the invisible {match[0]!a}", "plain text")]
    builder = _Builder(name, text)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        found = " ".join(filter(None, (error.context, error.problem)))
        expected = "valid YAML" + next((hint for part, hint in HINTS if part in found), "")
        return None, [*capped(builder.problems), Problem(place, WHOLE_FILE, found, expected)]
    except _StopError:
        return None, capped(builder.problems)
    if builder.root is None:
        return None, [Problem(Place(name), WHOLE_FILE, "nothing", "a record")]
    if not isinstance(builder.root, Fields):
        place = Place(name, builder.root.line, builder.root.column)
        found = describe(builder.root)
        builder.problems.append(Problem(place, WHOLE_FILE, found, "a mapping of fields"))
    return (None if builder.problems else builder.root), capped(builder.problems)


def scalars(node: YamlNode) -> Iterator[Scalar]:
    """Every value in a tree, keys apart."""
    if isinstance(node, Scalar):
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

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.root: YamlNode | None = None
        self.problems: list[Problem] = []
        # What is open: each with the key that awaits its value, and its keys, folded.
        self._open: list[tuple[Items | Fields, Scalar | None, dict[str, Scalar]]] = []

    def take(self, event: yaml.Event) -> None:
        """Takes in one event; raises _StopError if none should follow."""
        if isinstance(event, yaml.AliasEvent):
            self._stop(event, f"the alias {quoted(event.anchor)}", PLAIN.format("*"))
        if getattr(event, "anchor", None):
            self._stop(event, f"the anchor {quoted(event.anchor)}", PLAIN.format("&"))
        if getattr(event, "tag", None):
            self._stop(event, f"the tag {quoted(event.tag)}", PLAIN.format("!"))
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._add(event, self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._start(event, Fields() if isinstance(event, yaml.MappingStartEvent) else Items())
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            self._stop(event, "a second document", "one record a file")
        if event.version or event.tags:
            self._stop(event, "a directive", PLAIN.format("%"))

    def _start(self, event: yaml.Event, node: Items | Fields) -> None:
        self._add(event, node)
        self._open.append((node, None, {}))
        if len(self._open) > MAX_DEPTH:
            self._stop(event, f"more than {MAX_DEPTH} levels", "fewer")

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text = Scalar(unicodedata.normalize("NFC", event.value))
        text.start, text.end = event.start_mark.index, event.end_mark.index
        is_plain = event.implicit[0]
        if match := invisible(text):
            self._report(event, f"the invisible {match[0]!a}", "plain text")
        elif letter := look_alike(text):
            found = f"a {letter} in {quoted(text)}"
            self._report(event, found, "the letters of one alphabet in a word")
        elif is_plain and self._open and text in {"", "~", "null", "Null", "NULL"}:
            found = f"the empty value {quoted(text)}" if text else "no value"
            self._report(event, found, "a value; leave out a field that has none")
        elif len(text) > MAX_TEXT:
            self._report(event, f"{len(text):,} characters", f"at most {MAX_TEXT:,}")
        elif text.isspace():
            self._report(event, "nothing but spaces", "text")
        elif is_plain and (cut := _CUT.match(self._rest_of_line(event))):
            found = f"{quoted(text)}, cut off before {quoted(cut[1])}"
            self._report(event, found, "quotes around it, or a space after the # of a comment")
        return text

    def _rest_of_line(self, event: yaml.Event) -> str:
        end = event.end_mark
        return self.lines[end.line][end.column :] if end.line < len(self.lines) else ""

    def _add(self, event: yaml.Event, node: YamlNode) -> None:
        node.line, node.column = event.start_mark.line + 1, event.start_mark.column + 1
        if not self._open:
            self.root = node if node != "" else None
            return
        parent, key, keys = self._open[-1]
        if isinstance(parent, Items):
            parent.append(node)
        elif key is None:
            self._open[-1] = (parent, self._key(event, keys, node), keys)
        else:
            parent[key] = node
            self._open[-1] = (parent, None, keys)

    def _key(self, event: yaml.Event, keys: dict[str, Scalar], node: YamlNode) -> Scalar:
        if not isinstance(node, Scalar):
            kind, mark = ("list", "[") if isinstance(node, Items) else ("mapping", "{")
            self._stop(event, f"a {kind} as a key", PLAIN.format(mark))
        if node == "":
            self._stop(event, "an empty key", "a name")
        if len(node) > MAX_KEY:
            self._stop(event, f"a key of {len(node):,} characters", f"at most {MAX_KEY}")
        if before := keys.get(fold(node)):
            found, expected = (
                f"the key {quoted(node)} again",
                f"it once (first in line {before.line})",
            )
            self._report(event, found, expected, str(node))
        keys.setdefault(fold(node), node)
        return node

    def _report(self, event: yaml.Event, found: str, expected: str, field: str = "") -> None:
        awaiting = self._open[-1][1] if self._open else None
        place = Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Problem(place, field or awaiting or WHOLE_FILE, found, expected))

    def _stop(self, event: yaml.Event, found: str, expected: str) -> None:
        place = Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Problem(place, WHOLE_FILE, found, expected))
        raise _StopError
