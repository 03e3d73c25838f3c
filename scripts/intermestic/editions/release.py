"""A new edition: what is written when one comes out."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from intermestic import addresses
from intermestic.english import date_in_words
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import FILE, Edition, Publication
from intermestic.reading.yaml_tree import parse
from intermestic.serialization import kb
from intermestic.serialization.models import schema


def release(
    root: Path, knowledge: KnowledgeBase, publication: Publication, number: str, date: str
) -> Mapping[str, bytes]:
    """What to write in the project at `root` to bring out an edition: path to content.

    The records as they are now are kept for good, and data/publication.yml lists the edition,
    in place of the one that is not out yet, if there is one. Raises ValueError, saying what
    was expected, for a number or date that an edition can't have.
    """
    earlier = tuple(edition for edition in publication.editions if edition.sha256)
    edition = _edition(number, date)
    if earlier and not (
        edition.version > earlier[0].version and not edition.date < earlier[0].date
    ):
        raise ValueError(
            f"an edition after {earlier[0].number} of {date_in_words(earlier[0].date)}"
        )
    coming = publication.model_copy(update={"editions": (edition, *earlier)})
    content = kb.in_bytes(kb.edition(knowledge, coming))
    out = edition.model_copy(update={"sha256": sha256(content).hexdigest()})
    text = (root / FILE).read_text(encoding="utf-8")
    return {
        f"docs/{addresses.edition_file(number)}": content,
        f"docs/{addresses.edition_schema_file(number)}": schema(
            coming.address + addresses.edition_schema_file(number)
        ),
        FILE: _listed(text, out, (out, *earlier)).encode(),
    }


def _edition(number: str, date: str) -> Edition:
    try:
        return Edition.model_validate({"number": number, "date": date})
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        raise ValueError(context.get("error", "a number and a day")) from None


def _listed(text: str, edition: Edition, editions: tuple[Edition, ...]) -> str:
    """The publication's file with `edition` at the head of its list; comments stay."""
    tree, _ = parse(text, FILE)
    newest = tree["editions"][0]
    lines = text.splitlines(keepends=True)
    start = end = newest.line - 1
    if "sha256" not in newest:
        end = max(value.line for value in newest.values())
    indent = " " * (newest.column - 3)
    lines[start:end] = [
        f'{indent}- number: "{edition.number}"\n',
        f"{indent}  date: {edition.date.edtf}\n",
        f"{indent}  sha256: {edition.sha256}\n",
    ]
    listed = "".join(lines)
    tree, problems = parse(listed, FILE)
    if problems or Publication.model_validate(tree).editions != editions:
        raise ValueError(f"a list of editions in {FILE} with each field on a line of its own")
    return listed
