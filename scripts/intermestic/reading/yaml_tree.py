"""A parser of YAML that yields trees of text, in which every value knows its place in the file.

Every scalar loads as text (`NO` stays `NO`, `2021-10-08` stays a string); its type comes
from the model. Tags, anchors, aliases, directives and duplicate keys are refused.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from intermestic.problems import WHOLE_FILE, Place, Problem, capped, quoted
from intermestic.reading.slips import NO_BREAK, STRAIGHT, merge_mark, slip
from intermestic.records.characters import invisible, look_alike
from intermestic.records.names import fold

MAX_DEPTH = 20
MAX_KEY = 60
MAX_TEXT = 10_000  # characters; more than seven times the longest text so far
PLAIN = "a plain value; put quotes around text that starts with {}"
# Quotation marks that YAML does not know.
_QUOTED = re.compile("[“”„‟«][^“”„‟«»]*[”“‟»]|‘[^‘]*[’‘]|‚[^‚]*[‘’]")
# What editors most often did, by a part of YAML's own message, which does not tell them.
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
    """A scalar with its place: its line and column, and the characters between which it stands."""

    __slots__ = ("column", "end", "line", "start")

    line: int
    column: int
    start: int
    end: int


class Items(list["YamlNode"]):
    """A sequence, with the line and column at which it starts."""

    line = column = 1


class Fields(dict[str, "YamlNode"]):
    """A mapping whose keys are `Scalar`, with the line and column at which it starts."""

    line = column = 1

    @property
    def scalar_keys(self) -> Iterator[Scalar]:
        """Its keys with their places."""
        return (key for key in self if isinstance(key, Scalar))


YamlNode = Scalar | Items | Fields


def parse(text: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """Return the tree of the YAML `text`, or None and its problems, which call the file `name`.

    Values are in Unicode's normal form C; their places are those in `text` as it is.
    """
    if match := invisible(text):
        before = text[: match.start()]
        place = Place(name, before.count("\n") + 1, match.start() - before.rfind("\n"))
        return None, [Problem(place, WHOLE_FILE, f"the invisible {match[0]!a}", "plain text")]
    if problem := merge_mark(name, text):
        return None, [problem]
    builder = _Builder(name, text)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        start = (error.context_mark or mark).line if mark else 0
        if problem := slip(name, text, mark.line, mark.column, start) if mark else None:
            return None, [*capped(builder.problems), problem]
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        found = " ".join(filter(None, (error.context, error.problem)))
        expected = "valid YAML" + next((hint for part, hint in HINTS if part in found), "")
        return None, [*capped(builder.problems), Problem(place, WHOLE_FILE, found, expected)]
    except _StopError:
        return None, capped(builder.problems)
    root = builder.root
    if root is None:
        return None, [Problem(Place(name), WHOLE_FILE, "nothing", "a record")]
    if not isinstance(root, Fields):
        place = Place(name, root.line, root.column)
        wrong = Problem(place, WHOLE_FILE, describe(root), "a mapping of fields")
        return None, capped([*builder.problems, wrong])
    return (None if builder.problems else root), capped(builder.problems)


def scalars(node: YamlNode) -> Iterator[Scalar]:
    """Yield every scalar in a tree except the keys."""
    if isinstance(node, Scalar):
        yield node
    else:
        for child in node.values() if isinstance(node, Fields) else node:
            yield from scalars(child)


def describe(node: object) -> str:
    """Return a value as messages call it: its text in quotes, `a list` or `a mapping`."""
    if isinstance(node, list | tuple):
        return "a list" if node else "an empty list"
    return "a mapping" if isinstance(node, dict) else quoted(str(node))


class _StopError(Exception):
    """Raised once a problem is recorded after which reading on is unsafe or pointless."""


class _Builder:
    """Builds a tree from YAML's events, which need no recursion, unlike its nodes."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.root: YamlNode | None = None
        self.problems: list[Problem] = []
        # The open collections, each with the key that awaits a value and its keys, folded.
        self._open: list[tuple[Items | Fields, Scalar | None, dict[str, Scalar]]] = []

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree; raise _StopError if no more should be read."""
        if isinstance(event, yaml.NodeEvent):
            self._refuse_marks(event)
        if isinstance(event, yaml.ScalarEvent):
            self._add(event, self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(event, Fields())
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(event, Items())
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _refuse_marks(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._stop(event, f"the alias {quoted(str(event.anchor))}", PLAIN.format("*"))
        if event.anchor:
            self._stop(event, f"the anchor {quoted(event.anchor)}", PLAIN.format("&"))
        if event.tag:
            self._stop(event, f"the tag {quoted(event.tag)}", PLAIN.format("!"))

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

    def _scalar(self, event: Any) -> Scalar:
        text = Scalar(unicodedata.normalize("NFC", event.value))
        text.start, text.end = event.start_mark.index, event.end_mark.index
        is_plain = event.implicit[0]
        if self._has_odd_signs(event, text):
            return text
        if is_plain and self._open and text in {"", "~", "null", "Null", "NULL"}:
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

    def _has_odd_signs(self, event: Any, text: Scalar) -> bool:
        """Whether a scalar has signs that a record may not have, which is then reported."""
        if text.isascii() and text.isprintable():
            return False
        is_plain = event.implicit[0]
        if match := invisible(text):
            self._report(event, f"the invisible {match[0]!a}", "plain text")
        elif letter := look_alike(text):
            found = f"a {letter} in {quoted(text)}"
            self._report(event, found, "the letters of one alphabet in a word")
        elif is_plain and NO_BREAK.match(event.value):
            found = "a no-break space where YAML knows only plain ones"
            self._report(event, found, "plain spaces", WHOLE_FILE)
        elif is_plain and _QUOTED.fullmatch(text):
            self._report(event, f"the quotation marks of {quoted(text)}", STRAIGHT)
        else:
            return False
        return True

    def _rest_of_line(self, event: Any) -> str:
        end = event.end_mark
        return self.lines[end.line][end.column :] if end.line < len(self.lines) else ""

    def _add(self, event: Any, node: YamlNode) -> None:
        mark = event.start_mark
        node.line, node.column = mark.line + 1, mark.column + 1
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
        first = keys.setdefault(fold(node), node)
        if first is not node:
            expected = f"it once (first in line {first.line})"
            self._report(event, f"the key {quoted(node)} again", expected, str(node))
        return node

    def _report(self, event: Any, found: str, expected: str, field: str = "") -> None:
        awaiting = self._open[-1][1] if self._open else None
        field = field or awaiting or WHOLE_FILE
        mark = event.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(place, field, found, expected))

    def _stop(self, event: yaml.Event, found: str, expected: str) -> NoReturn:
        self._report(event, found, expected, WHOLE_FILE)
        raise _StopError
