"""Problems of the input, in the one form in which every stage reports them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from intermestic.records.characters import printable

# The most that are reported for a file and stage: a hostile file could have no end of them.
MOST = 100

# The field of a problem that is none of a field.
WHOLE_FILE = "(file)"


class RefusedError(ValueError):
    """What was asked for can't be done; the message says why."""


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file; `file` is relative to the project, `line` and `column` count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """Something to mend; prints as `file:line:column: field: found …, expected …`."""

    place: Place
    field: str
    found: str
    expected: str
    suggestion: str = ""

    def __str__(self) -> str:
        text = f"{self.place}: {self.field}: {self.found}, expected {self.expected}"
        return printable(text + did_you_mean(self.suggestion))


def did_you_mean(suggestion: str) -> str:
    """Return the end of a message that can guess what was meant, or nothing."""
    return f"; did you mean {quoted(suggestion)}?" if suggestion else ""


def quoted(value: str, longest: int = 60) -> str:
    """Return `value` in quotes on one line, at most `longest` characters, all visible."""
    return f"'{printable(value if len(value) <= longest else value[: longest - 1] + '…')}'"


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order, each once: a value may belong to several statements."""
    once: dict[tuple[object, ...], Problem] = {}
    for problem in sorted(problems):
        once.setdefault((problem.place, problem.found, problem.expected), problem)
    return list(once.values())


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first `MOST` problems of a file; if there are more, the last says so."""
    first = list(islice(problems, MOST + 1))
    if len(first) > MOST:
        file = Place(first[0].place.file)
        first[MOST:] = [Problem(file, "(file)", f"more than {MOST} problems", "these mended first")]
    return first
