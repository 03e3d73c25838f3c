"""The bibliographic facts of a text: its front matter as fields of a source."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from intermestic.editing.forms import free_id, scalar
from intermestic.reading.validate import ValidRecord
from intermestic.records.base import Record
from intermestic.records.dates import parse_date
from intermestic.records.models import Actor, Initiative, PolicyArea
from intermestic.records.names import slug
from intermestic.records.source import Source
from intermestic.records.written_dates import as_edtf
from intermestic.texts.documents import Document
from intermestic.texts.languages import ENGLISH, Language
from intermestic.texts.mentions import Mention, NameIndex
from intermestic.texts.phrases import words_of

# Fields that front matter calls by another name.
OTHER_NAMES = {"author": "authors", "kind": "type", "lang": "language"}
TITLE_WORDS = 3
# Words in the names of bodies, which have no surname.
_BODY = re.compile(
    r"\b(?:Association|Bank|Board|Centers?|Centre|Chamber|Commission|Committee|Council|Department"
    r"|Foundation|Group|Initiative|Institute|Institution|Ministry|Network|Office|Organization"
    r"|Secretar[ií]a|Service|Society|University)\b"
)
COPIED = ("title", "type", "series", "issue", "url", "text_url")


class RecordIndex:
    """The records that a text may name, by name and by collection."""

    def __init__(self, records: Iterable[ValidRecord], language: Language = ENGLISH) -> None:
        """Index the `records`, for a text in a `language`."""
        records = tuple(records)
        named = ((v.raw.collection, v.raw.id, v.record) for v in records)
        self.language = language
        self.names = NameIndex(named, language.code)
        self._records = {valid.raw.id: valid.record for valid in records}
        self._actors = {
            tuple(_words(name)): valid.raw.id
            for valid in records
            if isinstance(valid.record, Actor)
            for name in valid.record.names
        }

    def actors(self, mentions: Iterable[Mention]) -> list[str]:
        """Return the ids of the actors among the `mentions`, each once."""
        ids = dict.fromkeys(id for mention in mentions for id in mention.ids)
        return [id for id in ids if isinstance(self._records[id], Actor)]

    def main_area(self, mentions: Iterable[Mention]) -> str:
        """Return the policy area that is named most, or to which most initiatives named belong."""
        count: Counter[str] = Counter()
        for id in (mention.ids[0] for mention in mentions if len(mention.ids) == 1):
            record = self._records[id]
            if isinstance(record, PolicyArea):
                count[id] += 1
            elif isinstance(record, Initiative):
                count.update(record.areas[:1])
        return max(count, key=count.__getitem__, default="")

    def author(self, name: str) -> tuple[str, Record | None]:
        """Return the id and record of the actor called `name`, or the id it would have and None.

        People may have more names, or fewer, than their record has: Marcelo Ebrard Casaubón.
        """
        words = tuple(_words(name))
        id = self._actors.get(words)
        if not id:
            alike = {id for known, id in self._actors.items() if self._is_person(id, known, words)}
            id = alike.pop() if len(alike) == 1 else None
        return (id, self._records[id]) if id else (slug(name) or "nameless", None)

    def _is_person(self, id: str, known: Sequence[str], words: Sequence[str]) -> bool:
        """Whether the person `id`, `known` by two words or more, is meant by others."""
        record = self._records[id]
        short, long = sorted((known, words), key=len)
        rest = iter(long)
        is_part = short[:1] == long[:1] and all(word in rest for word in short)
        is_person = isinstance(record, Actor) and record.type == "person"
        return is_person and is_part and len(short) > 1

    def link(self, id: str, words: str) -> str:
        """Return a link to the record `id` that shows `words`."""
        record = self._records[id]
        return f"[[{id}]]" if words in (record.name, record.running_name) else f"[[{id}|{words}]]"

    def linked(self, text: str) -> str:
        """Return `text` as a link if it is the name of one record, else as it is."""
        whole = [mention for mention in self.names.mentions_in(text) if mention.words == text]
        ids = [id for mention in whole for id in mention.ids]
        return self.link(ids[0], text) if len(ids) == 1 else text


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


def date_of(facts: Mapping[str, Any]) -> tuple[str, str]:
    """Return the date in EDTF, or nothing and the text's own words if they are not surely clear."""
    text = _written_date(facts)
    try:
        return parse_date(text).edtf, ""
    except ValueError:
        edtf = as_edtf(text)
        return edtf, "" if edtf else text


def _written_date(facts: Mapping[str, Any]) -> str:
    given = facts.get("date")
    return given.isoformat()[:10] if isinstance(given, date) else str(given or "").strip()


def _words(name: str) -> list[str]:
    """Return the words of a person's name without case, accents and initials."""
    return [word for word in words_of(name) if len(word) > 1]


def identity(
    facts: Mapping[str, Any], known: RecordIndex, taken: Collection[str], id: str | None
) -> tuple[str, str]:
    """Return the id and name of a source, from its authors or else its title, and its year."""
    people = [known.author(name)[1] or name for name in authors_of(facts)]
    title = str(facts.get("title") or "Text").split()[:TITLE_WORDS]
    surnames = 2 if known.language.code == "es" else 1
    who = " and ".join(_surname(it, surnames) for it in people) or " ".join(title)
    years = set(re.findall(r"\b(?:1[6-9]|20)\d\d\b", _written_date(facts)))
    year = years.pop() if len(years) == 1 else ""
    name = " ".join(filter(None, (who, year)))
    short = name.replace(" and ", " ")
    return id or free_id(short, taken, Source.slug), name


def _surname(author: Record | str, surnames: int) -> str:
    """Return the name by which a text of an author is called; of a body, all of it.

    A person of three names or more may have as many `surnames` as the language has.
    """
    if isinstance(author, str):
        names = author.split()
        last = names[-surnames:] if len(names) > surnames else names[-1:]
        return author if _BODY.search(author) else " ".join(last)
    if isinstance(author, Actor) and author.sort_name:
        return author.sort_name.partition(",")[0]
    is_person = isinstance(author, Actor) and author.type == "person"
    return author.name.split()[-1] if is_person else author.running_name


def fields_of(
    document: Document, facts: Mapping[str, Any], known: RecordIndex, name: str
) -> dict[str, str]:
    """Return the fields of the source that the text gives, as YAML."""
    filled = {name: scalar(str(facts[name])) for name in COPIED if facts.get(name)}
    if authors := [known.author(author)[0] for author in authors_of(facts)]:
        filled["authors"] = f"[{', '.join(authors)}]"
    if facts.get("publisher"):
        filled["publisher"] = scalar(known.linked(str(facts["publisher"])))
    if when := date_of(facts)[0]:
        filled["date"] = when
    if known.language != ENGLISH:
        filled["language"] = known.language.code
    filled["paragraphs"] = str(len(document.text))
    filled["sections"] = "".join(
        f"\n  - heading: {scalar(heading)}\n    first: {first}"
        for heading, first in document.sections
    )
    filled["name"] = scalar(name)
    return {field: filled[field] for field in Source.model_fields if field in filled}
