"""The model of the publication: the name and address of the site and its editions, as cited."""

import datetime
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field

from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Date, Model, ProseText, StringList, WebAddress, of_form

# Where it stands, beside the folders of the collections.
FILE = "data/publication.yml"
Number = Annotated[
    str,
    AfterValidator(of_form(r"[0-9]{1,4}(\.[0-9]{1,4}){0,2}", "a number such as 1.2")),
]
Tag = Annotated[
    str,
    AfterValidator(
        of_form(
            r"tag:[a-z0-9]([a-z0-9.-]*[a-z0-9])?,[0-9]{4}(-[0-9]{2}){0,2}:[a-z0-9]+(-[a-z0-9]+)*",
            "an identifier such as tag:example.org,2026:water",
        )
    ),
]


def _check_day(date: EdtfDate) -> EdtfDate:
    if date.first != date.last or date.first[0] < 1980:  # as no archive can be older
        raise ValueError("a day such as 2026-11-22")
    return date


class Edition(Model):
    """The records as published on a day; once it is out, it is kept for good."""

    number: Number = Field(description="its number, such as 1.2")
    date: Annotated[Date, AfterValidator(_check_day)] = Field(
        description="the day of its publication"
    )
    sha256: str | None = Field(
        None, description="the SHA-256 of the file in which it is kept; none if it is not out yet"
    )

    @property
    def day(self) -> datetime.date:
        """The day of its publication, as a date to calculate with."""
        return datetime.date(*self.date.first)

    @property
    def version(self) -> tuple[int, ...]:
        """Its number as integers, for comparing."""
        return tuple(map(int, self.number.split(".")))


def _check_order(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    if any(new.version <= old.version or new.date < old.date for new, old in pairwise(editions)):
        raise ValueError("the newest first, by number and date")
    return editions


class Withdrawal(Model):
    """A record or statement of an edition that is no longer among the records, and why."""

    id: str = Field(description="the id of a record, or source/statement")
    reason: ProseText = Field(description="why it was withdrawn")
    see: StringList = Field((), description="where to look instead: ids, or source/statement")


class Publication(Model):
    """The site: its name and address, where its records are kept, and its editions.

    Other programs know what the project publishes by ids that begin with its `identifier`.
    """

    name: str = Field(description="the name of the site")
    identifier: Tag = Field(
        description="what no other project has, never changed: tag:HOST,YEAR:NAME (RFC 4151)"
    )
    address: Annotated[
        WebAddress, AfterValidator(of_form(".*/", "an address that ends with a slash"))
    ] = Field(description="where the site stands, with a slash at its end")
    repository: WebAddress = Field(description="where its records are kept")
    editions: Annotated[tuple[Edition, ...], AfterValidator(_check_order)] = Field(
        min_length=1, description="newest first"
    )
    withdrawn: tuple[Withdrawal, ...] = Field((), description="what earlier editions had")

    @property
    def key(self) -> str:
        """The last part of its identifier: what ids begin with that people read and type."""
        return self.identifier.rpartition(":")[2]

    def key_of(self, id: str) -> str:
        """Return the key by which reference managers and graphs know what has the first id `id`."""
        return f"{self.key}:{id}"

    def identifier_of(self, id: str) -> str:
        """Return the identifier of what has the first id `id`, unlike any other in the world."""
        return f"{self.identifier}/{id}"

    @property
    def editors(self) -> str:
        """The name by which the editors are cited."""
        return f"{self.name} editors"

    @property
    def edition(self) -> Edition:
        """The newest edition."""
        return self.editions[0]
