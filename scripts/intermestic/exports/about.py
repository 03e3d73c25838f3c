"""What every export says of itself: what the data are, and under which licence."""

from dataclasses import dataclass

from ..publication import Publication

DESCRIPTION = (
    "What five policy essays, 2009 to 2021, say about relations between the United States, "
    "Mexico and Canada: who did what, who said what and when, what was advised, and what came "
    "of it, each claim traced to its paragraph."
)
EDITORS = "Intermestic editors"
# The name by which a program knows the data: of files, of the data package.
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


def citation(publication: Publication) -> str:
    """How to cite the data."""
    edition = publication.edition
    return (
        f"{EDITORS}, {publication.name}, edition {edition.number}, {edition.date}, "
        f"{publication.address}"
    )
