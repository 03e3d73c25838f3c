"""The common format of all records, so that a difference between two is one of content."""

import re
import textwrap
import unicodedata

from intermestic.editing.schemas import MODELINE, modeline
from intermestic.problems import WHOLE_FILE, Place, Problem, RefusedError
from intermestic.reading.yaml_tree import Fields, YamlNode, parse, scalars

WIDTH = 100
# Folded text of one paragraph: its mark, its lines, and the space after it.
_FOLDED = re.compile(r"(>-?\n)((?P<indent> +)\S.*(?:\n(?P=indent)\S.*)*)(\s*)")
# A link is easier to read, and to find, on one line.
_IN_A_LINK, UNBROKEN = re.compile(r" (?=[^\[\]]*\]\])"), "\0"


def formatted(text: str, collection: str, name: str) -> tuple[str | None, list[Problem]]:
    """Return the YAML of a record in `collection` in the common format, or None and its problems.

    The first line names the schema; lines end in a line feed and in nothing else; characters
    are in Unicode's normal form C; a folded text has lines of at most `WIDTH` characters, or one
    link. What the record says stays, to the word. Problems call the file `name`.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tree, problems = parse(text, name)
    if tree is None:
        return None, problems
    for value in sorted(scalars(tree), key=lambda value: -value.start):
        text = text[: value.start] + _fold(text[value.start : value.end]) + text[value.end :]
    lines = [line.rstrip() for line in unicodedata.normalize("NFC", text).strip().split("\n")]
    if lines[0].startswith(MODELINE):
        del lines[0]
    text = "\n".join([modeline(collection), *lines]) + "\n"
    after, problems = parse(text, name)
    if after is None or _words(after) != _words(tree):
        found = "text that would say something else in the common format"
        return None, [Problem(Place(name), WHOLE_FILE, found, "it written in another way")]
    return text, []


def _fold(value: str) -> str:
    """Return a value with its lines broken anew, if it is folded text with too long a line."""
    match = _FOLDED.fullmatch(value)
    if not match or max(map(len, match[2].split("\n"))) <= WIDTH:
        return value
    return match[1] + "\n".join(wrapped(" ".join(match[2].split()), match["indent"])) + match[4]


def wrapped(words: str, indent: str, width: int = WIDTH) -> list[str]:
    """Return `words` as lines of at most `width` characters, broken at no `UNBROKEN` or link."""
    lines = textwrap.wrap(
        _IN_A_LINK.sub(UNBROKEN, words),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(UNBROKEN, " ") for line in lines]


def _words(node: YamlNode) -> object:
    """Return what a tree says: its fields, and its texts word by word."""
    if isinstance(node, Fields):
        return [(str(key), _words(value)) for key, value in node.items()]
    return node.split() if isinstance(node, str) else [_words(part) for part in node]


def tidied(text: str, name: str) -> str:
    """Return the YAML `text` without the comments of a draft: those on lines of their own.

    What numbers a paragraph, `# ¶22` or `# [22]`, and what names the schema stays. Raises
    RefusedError if the text, of the file `name`, is not a record.
    """
    tree, problems = parse(text, name)
    if tree is None:
        raise RefusedError(str(problems[0]))
    blocks = [(node.start, node.end) for node in scalars(tree)]
    lines: list[str] = []
    start = 0
    for line in text.splitlines(keepends=True):
        number = re.match(r"\s*# (?:¶\d+|\[\d+\])", line)
        is_comment = line.lstrip().startswith("#") and not line.startswith(MODELINE)
        if not is_comment or any(a < start < b for a, b in blocks):
            lines.append(line)
        elif number:
            lines.append(number[0] + "\n")
        elif lines and not lines[-1].strip():
            lines.pop()
        start += len(line)
    return "".join(lines).lstrip("\n")
