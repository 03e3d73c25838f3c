"""What readers cite: the name and address of the site, and its editions."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError

from .fields import Date, Model, WebAddress
from .load import PUBLICATION, Raw, read
from .problems import Problem
from .validate import problems_of
from .when import When

FILE = f"data/{PUBLICATION}"


def _check_number(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,4}){0,2}", text):
        raise ValueError("a number such as 1.2")
    return text


def _check_day(date: When) -> When:
    if date.first != date.last or date.first[0] < 1980:  # as no archive can be older
        raise ValueError("a day such as 2026-11-22")
    return date


def _check_slash(address: str) -> str:
    if not address.endswith("/"):
        raise ValueError("an address that ends with a slash")
    return address


class Edition(Model):
    """The records as they were published on a day."""

    number: Annotated[str, AfterValidator(_check_number)] = Field(
        description="its number, such as 1.2"
    )
    date: Annotated[Date, AfterValidator(_check_day)] = Field(
        description="the day of its publication"
    )


class Publication(Model):
    """Where the site stands, where its records are kept, and its editions, newest first."""

    name: str = Field(description="the name of the site")
    address: Annotated[WebAddress, AfterValidator(_check_slash)] = Field(
        description="where the site stands, with a slash at its end"
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
