"""A new edition: what is written when one comes out."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from intermestic import addresses
from intermestic.english import date_in_words
from intermestic.knowledge import KnowledgeBase
from intermestic.reading.yaml_tree import Fields, Items, parse
from intermestic.records.publication import FILE, Edition, Publication
from intermestic.serialization import kb
from intermestic.serialization.models import schema


def release(
    root: Path, knowledge: KnowledgeBase, publication: Publication, *, number: str, date: str
) -> Mapping[str, bytes]:
    """Return what to write in the project at `root` to bring out an edition: path to content.

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
    released = edition.model_copy(update={"sha256": sha256(content).hexdigest()})
    text = (root / FILE).read_text(encoding="utf-8")
    return {
        f"docs/{addresses.edition_file(number)}": content,
        f"docs/{addresses.edition_schema_file(number)}": schema(
            coming.address + addresses.edition_schema_file(number)
        ),
        FILE: _with_edition(text, (released, *earlier)).encode(),
    }


def _edition(number: str, date: str) -> Edition:
    try:
        return Edition.model_validate({"number": number, "date": date})
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        raise ValueError(context.get("error", "a number and a day")) from None


def _with_edition(text: str, editions: tuple[Edition, ...]) -> str:
    """Return the publication's file with the first of `editions` in its list; comments stay."""
    unreadable = ValueError(f"a list of editions in {FILE} with each field on a line of its own")
    tree, _ = parse(text, FILE)
    listed = tree.get("editions") if tree else None
    newest = listed[0] if isinstance(listed, Items) and listed else None
    if not isinstance(newest, Fields):
        raise unreadable
    released = editions[0]
    lines = text.splitlines(keepends=True)
    start = end = newest.line - 1
    if "sha256" not in newest:
        end = max(value.line for value in newest.values())
    indent = " " * (newest.column - 3)
    lines[start:end] = [
        f'{indent}- number: "{released.number}"\n',
        f"{indent}  date: {released.date.edtf}\n",
        f"{indent}  sha256: {released.sha256}\n",
    ]
    changed = "".join(lines)
    tree, problems = parse(changed, FILE)
    if problems or Publication.model_validate(tree).editions != editions:
        raise unreadable
    return changed
