"""What an export is, what it makes, and what all of them say: what the data are, and whose."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from intermestic.catalogue import words
from intermestic.content import Content
from intermestic.english import counted

JSON, CSV = "application/json", "text/csv"
DESCRIPTION = words("home-lead")
# The name by which a program knows the data: of files, of the data package, of our vocabulary.
NAME = "intermestic"


@dataclass(frozen=True)
class Licence:
    """A licence: its SPDX name, its title, and where it stands."""

    name: str
    title: str
    url: str


LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)


@dataclass(frozen=True)
class ListedFile:
    """What is told of a file: its path below the site's root, its media type, its checksum.

    It has `length` bytes, and holds `count` of what `unit` names; the unit is empty if there is
    nothing to count.
    """

    path: str
    media_type: str
    sha256: str
    length: int
    count: int
    unit: str

    @property
    def name(self) -> str:
        """Its name without its folder."""
        return self.path.rpartition("/")[2]

    @property
    def size(self) -> str:
        """Its size for reading."""
        return size_in_words(self.length)

    @property
    def holds(self) -> str:
        """What it holds, on one line: `1 row`, `839 rows`, or nothing."""
        held = counted(self.count, self.unit) if self.unit else ""
        return held.replace(" ", "\N{NO-BREAK SPACE}")

    @property
    def is_beside_page(self) -> bool:
        """Whether it stands beside the page of a record."""
        return "/" in self.path and not self.path.startswith("data/")

    @property
    def anchor(self) -> str:
        """The anchor of what the downloads page says of its columns, if it is a table."""
        if self.media_type != CSV:
            return ""
        folder, table = self.path.removesuffix(".csv").split("/")[-2:]
        return f"{folder.removesuffix('s')}-{table}"


@dataclass(frozen=True)
class File:
    """A file: its path, its bytes, and what else is told of it; see `ListedFile`."""

    path: str
    content: bytes
    media_type: str
    count: int = 0
    unit: str = ""

    @property
    def listed(self) -> ListedFile:
        """What is told of it when its bytes are gone."""
        checksum, length = sha256(self.content).hexdigest(), len(self.content)
        return ListedFile(self.path, self.media_type, checksum, length, self.count, self.unit)


# They may be made one by one, to be gone through once.
Files = Iterable[File]


@dataclass(frozen=True)
class Export:
    """A form in which the data leave the site, and what makes it.

    `start` is the path of the file to begin with. What readers call it, and what it is for, stands
    in the catalogue.
    """

    name: str
    start: str
    files: Callable[[Content], Files]


@dataclass(frozen=True)
class Exported:
    """An export, and what is told of the files that it made."""

    export: Export
    files: tuple[ListedFile, ...]

    @property
    def listed(self) -> tuple[ListedFile, ...]:
        """The files that the downloads page lists one by one."""
        return tuple(file for file in self.files if not file.is_beside_page)

    @property
    def beside(self) -> tuple[ListedFile, ...]:
        """The files that stand beside the pages of records."""
        return tuple(file for file in self.files if file.is_beside_page)

    @property
    def beside_size(self) -> str:
        """The size of those files together, for reading."""
        return size_in_words(sum(file.length for file in self.beside))


def size_in_words(size: int) -> str:
    """Return a size for reading, on one line: `812 bytes`, `241 KB`, `3.7 MB`."""
    for unit, name in ((1_000_000, "MB"), (1000, "KB")):
        if size >= unit:
            number = size / unit
            return f"{number:.{1 if number < 10 else 0}f}\N{NO-BREAK SPACE}{name}"
    return f"{size}\N{NO-BREAK SPACE}bytes"
