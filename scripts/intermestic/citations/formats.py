"""The formats of works, as the programs read them that people use.

No date is more precise than it is known in any of these programs: where one has no form for it, it
gets words that no program takes for a date.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from intermestic import addresses
from intermestic.citations.bibtex import bibtex
from intermestic.citations.csl import csl
from intermestic.citations.ris import ris
from intermestic.citations.works import Work


@dataclass(frozen=True)
class Format:
    """A format: what writes works in it, and its media type."""

    write: Callable[[Sequence[Work]], str]
    media_type: str


FORMATS = {
    "bibtex": Format(bibtex, "application/x-bibtex"),
    "ris": Format(ris, "application/x-research-info-systems"),
    "csl-json": Format(csl, "application/vnd.citationstyles.csl+json"),
}


def page_files(path: str, works: Sequence[Work]) -> dict[str, bytes]:
    """Return the page at `path`, as a work, and those it draws on, in each format, by file."""
    return {
        addresses.asset_path(path, name): FORMATS[format].write(works).encode()
        for format, name in addresses.CITATIONS.items()
    }
