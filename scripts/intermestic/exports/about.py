"""What every export says of itself: what the data are, and under which licence."""

from dataclasses import dataclass

from intermestic.catalogue import words

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
