"""What readers cite: the name and address of the site, and its editions."""

import datetime
from pathlib import Path

from pydantic import Field, ValidationError, field_validator

from .fields import Date, Model, WebAddress
from .load import PUBLICATION, Raw, read
from .problems import Problem
from .validate import problems_of
from .when import When

FILE = f"data/{PUBLICATION}"


class Edition(Model):
    """The records as they were published on a day."""

    number: str = Field(description="its number, such as 1.2")
    date: Date = Field(description="the day of its publication")

    @field_validator("date")
    @classmethod
    def _is_a_day(cls, date: When) -> When:
        if date.earliest is None or date.earliest != date.latest:
            raise ValueError("a day such as 2026-11-22")
        return date

    @property
    def day(self) -> datetime.date:
        """The day of its publication, for reckoning with."""
        return datetime.date(*self.date.first)


class Publication(Model):
    """Where the site stands, where its records are kept, and its editions, newest first."""

    name: str = Field(description="the name of the site")
    address: WebAddress = Field(
        pattern="/$", description="where the site stands, with a slash at its end"
    )
    repository: WebAddress = Field(description="where its records are kept")
    editions: tuple[Edition, ...] = Field(min_length=1, description="newest first")

    @property
    def edition(self) -> Edition:
        """The edition that is being made."""
        return self.editions[0]


def read_publication(root: Path) -> tuple[Publication | None, list[Problem]]:
    """The publication of the project at `root`, or None and the problems of its file."""
    tree, problems = read(root / FILE, FILE)
    if tree is None:
        return None, problems
    try:
        return Publication.model_validate(tree), []
    except ValidationError as error:
        return None, problems_of(Raw("", "publication", FILE, tree), Publication, error)
