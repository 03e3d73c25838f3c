"""A program that publishes a project in which the models have grown, for test_every_field.

Places are a new collection, with parts and relations of their own; terms have one more field. The
models are in place before any other module is imported, as if they stood in `records`.
"""

import sys
from pathlib import Path
from typing import Annotated

from fluent.runtime import FluentResource
from pydantic import Field

from intermestic import catalogue
from intermestic.records import models
from intermestic.records.fields import (
    ACTORS,
    Cites,
    Date,
    Model,
    ProseText,
    RelatedRecord,
    Relates,
    WholeNumber,
)

WORDS = """
collection-places = Places
record-places = Place
meaning-places = A spot on the map.
relation-owners = Owners
relation-owned-places = Owned places
"""


class Crossing(Model):
    """A way over a border."""

    name: str = Field(description="what it is called")
    opened: Date | None = Field(None, description="when it was opened")
    cite: Cites = Field(min_length=1, description="the paragraphs that say so")


class Ownership(RelatedRecord):
    """A share in a place."""

    share: str | None = Field(None, description="how much of it")


class Place(models.Record):
    """A spot on the map."""

    slug = "place"
    rdf_class = "schema:Place"

    summary: ProseText = Field(description="where it is")
    river_mile: WholeNumber | None = Field(None, description="how far up the river it is")
    crossings: tuple[Crossing, ...] = Field((), description="the ways over the border there")
    owners: Annotated[tuple[Ownership, ...], Relates(ACTORS, "owned_places")] = Field(
        (), description="who owns it"
    )


class LongTerm(models.Term):
    """A term of art, with its origin."""

    etymology: ProseText | None = Field(None, description="where the word comes from")


def publish(project: Path, folder: Path) -> None:
    """Write the exports of `project` into `folder`."""
    models.COLLECTIONS |= {"places": Place, "terms": LongTerm}
    catalogue._CATALOGUE._bundle.add_resource(FluentResource(WORDS))
    from intermestic.content import gather
    from intermestic.exports.base import File
    from intermestic.exports.registry import exports

    content, problems = gather(project)
    if content is None:
        sys.exit("\n".join(map(str, problems)))

    def write(file: File) -> None:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)

    exports(content, write)


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]))
