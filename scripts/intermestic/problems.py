"""What is wrong with the input, and where: the one form in which every stage says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from intermestic.records.characters import printable

# Of each file and stage so many are told: a file made to be wrong could have no end of them.
MOST = 100


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: `file` relative to the project, `line` and `column` from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, printed on a line, `file:line:column: field: found, expected …`."""

    place: Place
    field: str
    found: str
    expected: str
    suggestion: str = ""

    def __str__(self) -> str:
        text = f"{self.place}: {self.field}: {self.found}, expected {self.expected}"
        return printable(text + did_you_mean(self.suggestion))


def did_you_mean(suggestion: str) -> str:
    """How every message ends that can guess what was meant."""
    return f"; did you mean {quoted(suggestion)}?" if suggestion else ""


def quoted(value: str, longest: int = 60) -> str:
    """`value` on one line in quotes, cut at `longest` characters, control characters escaped."""
    return f"'{printable(value if len(value) <= longest else value[: longest - 1] + '…')}'"


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """The first of the problems of a file, and a last one that tells of more if there are."""
    told = list(islice(problems, MOST + 1))
    if len(told) > MOST:
        file = Place(told[0].place.file)
        told[MOST:] = [Problem(file, "(file)", f"more than {MOST} problems", "these mended first")]
    return told
