"""What an export is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import Publication

# Paths below the site's root, and what stands there; the file to begin with comes first.
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Export:
    """A form in which the data leave the site: its name, what it is for, and how it is made."""

    name: str
    description: str
    files: Callable[[KnowledgeBase, Publication], Files]


@dataclass(frozen=True)
class Exported:
    """An export, and the files that were made of it."""

    export: Export
    files: Files
