"""Text as Markdown that shows it letter for letter."""

import re

from markupsafe import Markup

# In Python-Markdown these begin or end something wherever they stand. A `\` escapes most; those
# that it can't escape become entities.
_ESCAPES = {c: f"\\{c}" for c in "\\`*_{}[]#"} | {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "|": "&#124;",
    "~": "&#126;",
    "^": "&#94;",
    "$": "&#36;",
}
_TABLE = str.maketrans(_ESCAPES)
# At the start of a line these would begin a list, definition, or note.
_BLOCK_START = re.compile(r"[+:=!?-]|\d+[.)](?=\s|$)")


def escape(text: object) -> Markup:
    """Return `text` as Markdown that shows it as it is, on one line. Markup is left alone."""
    if isinstance(text, Markup):
        return text
    line = " ".join(str(text).split())
    escaped = line.translate(_TABLE)
    if match := _BLOCK_START.match(line):
        mark = match[0][-1]
        escaped = escaped.replace(mark, f"&#{ord(mark)};", 1)
    return Markup(escaped)


def link(words: object, target: str) -> Markup:
    """Return a Markdown link to `target` that shows `words`."""
    return Markup(f"[{escape(words)}]({target})")
