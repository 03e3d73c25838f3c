"""What is wrong with the input, and where: the one form in which every stage says so."""

from dataclasses import dataclass


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
    """One thing to mend, printed as `file:line:column: field: found, expected …`."""

    place: Place
    field: str
    found: str
    expected: str
    suggestion: str = ""

    def __str__(self) -> str:
        hint = meant(self.suggestion)
        return f"{self.place}: {self.field}: {self.found}, expected {self.expected}{hint}"


def meant(suggestion: str) -> str:
    """How every message ends that can guess what was meant."""
    return f"; did you mean {quoted(suggestion)}?" if suggestion else ""


def quoted(value: str, longest: int = 60) -> str:
    """`value` on one line in quotes, cut at `longest` characters, control characters escaped."""
    shown = value if len(value) <= longest else value[: longest - 1] + "…"
    return "'" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown) + "'"
