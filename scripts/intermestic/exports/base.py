"""What an export is, and what it makes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.content import Content

JSON = "application/json"


@dataclass(frozen=True)
class File:
    """A file: its path below the site's root, its bytes and its media type.

    It holds `count` of what `unit` names; the unit is empty if there is nothing to count.
    """

    path: str
    content: bytes
    media_type: str
    count: int = 0
    unit: str = ""


# They may be made one by one, to be gone through once.
Files = Iterable[File]


@dataclass(frozen=True)
class Export:
    """A form in which the data leave the site, and what makes it.

    `start` is the path of the file to begin with.
    """

    name: str
    start: str
    files: Callable[[Content], Files]

    @property
    def label(self) -> str:
        """What readers call it."""
        return words(f"export-{self.name}")

    @property
    def description(self) -> str:
        """What it is for, in a sentence."""
        return words(f"about-{self.name}")


@dataclass(frozen=True)
class Exported:
    """An export with the files that it made."""

    export: Export
    files: Files
