"""Slips of those who write YAML by hand, which a parser reports as something else.

Each is found in the lines about the place at which the parser gave up.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from intermestic.english import counted
from intermestic.problems import WHOLE_FILE, Place, Problem, quoted

STRAIGHT = "the text alone, or straight quotes around it"
_MERGE = re.compile(r"<{7}|={7}$|>{7}|\|{7}")
_KEY = re.compile(r"(?P<margin> *)(?P<dash>- +)?(?P<key>[a-z_]+):(?= |$)")
# The start of a value, after what stands before it in the line.
_CURLY = re.compile(r"(?:[ -]*[a-z_]+: |[ ]*- )([“”„«‘’])")
_LINK = re.compile(r"(?:[ -]*[a-z_]+: |[ ]*- )(\[\[)(?=[^\]]*\]\]\s*[^\s#])")
# Spaces that YAML takes for letters, where it expects its own: after a key, a dash, at the margin.
_SPACES = "\u00a0\u2007\u202f\u3000"
NO_BREAK = re.compile(rf"-?[{_SPACES}]|.*[{_SPACES}]\Z")
_MARGIN = re.compile(rf"[ -]*([{_SPACES}])")
_TAB = re.compile(r"[ -]*(\t)")
_DASHED = re.compile(r" *(-[a-z_]+:)(?: |$)")
_JOINED = re.compile(r"[ -]*([a-z_]+:(?!//)[^\s:]\S*)")
_MIXED = re.compile(r"(?:[ -]*[a-z_]+: |[ ]*- )(\"[^\"]*[“”])\s*$")
_APOSTROPHE = re.compile(r"(?:[ -]*[a-z_]+: |[ ]*- )('[^']*\w'\w)")
_NO_SPACE = re.compile(rf"[ -]*[a-z_]+(：[{_SPACES}]?|:[{_SPACES}])")


def merge_mark(name: str, text: str) -> Problem | None:
    """Return a problem for the first mark that a merge with conflicts left in `text`."""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _MERGE.match(line):
            found = f"the mark {quoted(match[0])} of a conflict between two versions"
            expected = "the lines that are right, without the marks"
            return Problem(Place(name, number), WHOLE_FILE, found, expected)
    return None


def slip(name: str, text: str, line: int, column: int, start: int) -> Problem | None:
    """Return the likely cause of what stopped a parser of `text` at a `line` and `column`.

    What it read then began in line `start`. All count from 0; the file is called `name`.
    """
    lines = text.splitlines()
    for number, words in enumerate(lines):
        if match := _NO_SPACE.match(words):
            signs = " and ".join(unicodedata.name(s).lower() for s in match[1] if s != ":")
            place = Place(name, number + 1, match.start(1) + 1)
            return Problem(place, WHOLE_FILE, f"found a {signs}", "a plain colon and a plain space")
        if match := _MIXED.match(words):
            place = Place(name, number + 1, match.start(1) + 1)
            found = f"quotation marks of two kinds around {quoted(match[1])}"
            return Problem(place, WHOLE_FILE, found, STRAIGHT)
    for number in (start, line, line - 1):
        words = lines[number] if 0 <= number < len(lines) else ""
        for pattern, found, expected in (
            (_CURLY, "the quotation mark {}", STRAIGHT),
            (_LINK, "text that starts with {}", "quotes around it, or >- and the text below"),
            (_MARGIN, "a no-break space where YAML knows only plain ones", "plain spaces"),
            (_TAB, "a tab", "spaces"),
            (_DASHED, "{}, without a space after the dash", "one"),
            (_JOINED, "{}, without a space after the colon", "one, or quotes around the text"),
            (_APOSTROPHE, "an apostrophe within the single quotes of {}", "double quotes"),
        ):
            if match := pattern.match(words):
                place = Place(name, number + 1, match.start(1) + 1)
                return Problem(place, WHOLE_FILE, found.format(quoted(match[1])), expected)
    return _indentation(name, lines, line, column)


def _indentation(name: str, lines: Sequence[str], line: int, column: int) -> Problem | None:
    """Return a problem if the key or dash of a line stands under none of those above it."""
    here = _KEY.match(lines[line]) if line < len(lines) else None
    if not here or column not in {here.start("key"), here.end("key"), len(here["margin"])}:
        return None
    part = "dash" if here["dash"] else "key"
    at = here.start(part)
    above = list(_columns(lines[:line], part, least=0 if here["dash"] else at - 2))
    if not above or at in above[:1]:
        return None
    found = f"{quoted(here[0].strip())} after {counted(at, 'space')}"
    expected = f"{above[0]}, as in the lines above"
    return Problem(Place(name, line + 1, at + 1), WHOLE_FILE, found, expected)


def _columns(lines: Sequence[str], part: str, least: int) -> Iterator[int]:
    """Yield where the keys or dashes of `lines` stand, from `least` on, the last one first."""
    for words in reversed(lines):
        match = _KEY.match(words)
        if match and match[part] and match.start(part) >= least:
            yield match.start(part)
