"""The bibliographic facts of a text: its front matter as fields of a source."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from intermestic.editing.forms import free_id, scalar
from intermestic.reading.validate import ValidRecord
from intermestic.records.dates import parse_date
from intermestic.records.models import Actor, Record, Source
from intermestic.records.names import fold, slug
from intermestic.texts.documents import Document
from intermestic.texts.mentions import Mention, NameIndex
from intermestic.texts.scan import as_edtf

# Fields that front matter calls by another name.
OTHER_NAMES = {"author": "authors", "kind": "type"}
TITLE_WORDS = 3
COPIED = ("title", "type", "series", "issue", "url", "text_url")


class RecordIndex:
    """The records that a text may name, by name and by collection."""

    def __init__(self, records: Iterable[ValidRecord]) -> None:
        records = tuple(records)
        self.names = NameIndex((v.raw.collection, v.raw.id, v.record) for v in records)
        self._collection_of = {valid.raw.id: valid.raw.collection for valid in records}
        self._records = {valid.raw.id: valid.record for valid in records}
        self._actors = {
            fold(name): valid.raw.id
            for valid in records
            if isinstance(valid.record, Actor)
            for name in valid.record.names
        }

    def of(self, collection: str, mentions: Iterable[Mention]) -> list[str]:
        """Return the ids of `collection` among the `mentions`, each once."""
        ids = (id for mention in mentions for id in mention.ids)
        return list(dict.fromkeys(id for id in ids if self._collection_of[id] == collection))

    def author(self, name: str) -> tuple[str, Record | None]:
        """Return the id and record of the actor called `name`, or the id it would have and None."""
        id = self._actors.get(fold(name))
        return (id, self._records[id]) if id else (slug(name) or "nameless", None)

    def link(self, id: str, words: str) -> str:
        """Return a link to the record `id` that shows `words`."""
        return f"[[{id}]]" if words == self._records[id].name else f"[[{id}|{words}]]"

    def linked(self, text: str) -> str:
        """Return `text` with each name that only one record has as a link."""
        for mention in reversed([*self.names.mentions_in(text)]):
            if len(mention.ids) == 1:
                link = self.link(mention.ids[0], text[mention.start : mention.end])
                text = text[: mention.start] + link + text[mention.end :]
        return text


def facts_of(document: Document) -> dict[str, Any]:
    """Return the front matter of a text under the names of the fields."""
    given = {OTHER_NAMES.get(name, name): value for name, value in document.facts.items()}
    return given | ({"title": document.title} if document.title else {})


def authors_of(facts: Mapping[str, Any]) -> list[str]:
    """Return the names of the authors, whether front matter has a list or one line."""
    given = facts.get("authors") or []
    if isinstance(given, str):
        given = re.split(r"\s*[;&]\s*|,?\s+and\s+|,\s+(?=\S+\s+\S)", given)
    return [str(name).strip() for name in given if str(name).strip()]


def date_of(facts: Mapping[str, Any]) -> str:
    """Return the date in EDTF, or nothing if there is none or it is not understood."""
    given = facts.get("date")
    text = given.isoformat()[:10] if isinstance(given, date) else str(given or "").strip()
    try:
        return parse_date(text).edtf
    except ValueError:
        return as_edtf(text) if text else ""


def identity(
    facts: Mapping[str, Any], known: RecordIndex, taken: Collection[str], id: str | None
) -> tuple[str, str]:
    """Return the id and name of a source, from its authors or else its title, and its year."""
    people = [known.author(name)[1] or name for name in authors_of(facts)]
    title = str(facts.get("title") or "Text").split()[:TITLE_WORDS]
    who = " and ".join(map(_surname, people)) or " ".join(title)
    year = date_of(facts)[:4]
    name = " ".join(filter(None, (who, year)))
    short = name.replace(" and ", " ")
    return id or free_id(short, taken, Source.slug), name


def _surname(person: Record | str) -> str:
    sort_name = person.sort_name if isinstance(person, Actor) else None
    name = person if isinstance(person, str) else person.name
    return sort_name.partition(",")[0] if sort_name else name.split()[-1]


def fields_of(document: Document, known: RecordIndex, name: str) -> dict[str, str]:
    """Return the fields of the source that the text gives, as YAML."""
    facts = facts_of(document)
    filled = {name: scalar(str(facts[name])) for name in COPIED if facts.get(name)}
    if authors := [known.author(author)[0] for author in authors_of(facts)]:
        filled["authors"] = f"[{', '.join(authors)}]"
    if facts.get("publisher"):
        filled["publisher"] = scalar(known.linked(str(facts["publisher"])))
    if when := date_of(facts):
        filled["date"] = when
    filled["paragraphs"] = str(len(document.text))
    filled["sections"] = "".join(
        f"\n  - heading: {scalar(heading)}\n    first: {first}"
        for heading, first in document.sections
    )
    order = ["name", *Source.model_fields]
    return dict(sorted({"name": scalar(name), **filled}.items(), key=lambda f: order.index(f[0])))
