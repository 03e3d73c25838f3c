"""A record as the terminal shows it: its fields, its relations, the claims about it."""

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

import click

from intermestic import catalogue
from intermestic.english import date_in_words
from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation
from intermestic.records.citations import Citation, format_paragraphs
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Model, Relates
from intermestic.records.models import Record
from intermestic.records.prose import plain

WIDEST = 100
# The fields that the heading or the statements show.
SHOWN_ELSEWHERE = {"name", "type", "aliases", "former_ids", "sort_name"}
SHOWN_ELSEWHERE |= {"statements", "sections", "omitted"}


def card(knowledge: KnowledgeBase, entry: Entry) -> Iterator[str]:
    """Yield the lines that show a record."""
    yield from _heading(entry)
    yield from _fields(knowledge, entry)
    yield from _relations(knowledge, entry.id)
    claims = knowledge.claims_in.get(entry.id) or knowledge.claims_about.get(entry.id, ())
    yield from _claims(knowledge, claims)


def _heading(entry: Entry) -> Iterator[str]:
    record = entry.record
    noun = catalogue.COLLECTIONS[entry.collection].singular.lower()
    yield click.style(record.name, bold=True)
    type = getattr(record, "type", "")
    words = catalogue.TYPES[type].singular if type in catalogue.TYPES else type
    yield ", ".join(filter(None, (noun, words))) + f" · {entry.file}"
    if record.aliases:
        yield from _wrapped(f"also: {', '.join(record.aliases)}")
    if record.former_ids:
        yield from _wrapped(f"formerly: {', '.join(record.former_ids)}")


def _fields(knowledge: KnowledgeBase, entry: Entry) -> Iterator[str]:
    """Yield the fields of a record: its lead, those of its collection, those of all records."""
    record = entry.record
    fields = type(record).model_fields
    own = (name for name in fields if name not in Record.model_fields)
    for name in dict.fromkeys((record.lead, *own, *fields)):
        field, value = fields[name], getattr(record, name)
        is_relation = any(isinstance(mark, Relates) for mark in field.metadata)
        if value not in (None, ()) and not is_relation and name not in SHOWN_ELSEWHERE:
            yield ""
            yield click.style(catalogue.FIELDS[name], fg="cyan")
            for line in _value(knowledge, value):
                yield from _wrapped(line, "  ", hanging="  " if isinstance(value, tuple) else "")


def _value(knowledge: KnowledgeBase, value: Any) -> Iterator[str]:
    """Yield the lines of a value, part by part."""
    if isinstance(value, tuple) and all(isinstance(item, Citation) for item in value):
        yield " ".join(map(str, value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _value(knowledge, item)
    elif isinstance(value, Model):
        parts = (
            part
            for name in type(value).model_fields
            for part in _value(knowledge, getattr(value, name))
        )
        yield " · ".join(parts)
    elif isinstance(value, EdtfDate):
        words = date_in_words(value)
        yield words if words == value.edtf else f"{words} ({value.edtf})"
    elif value is not None:
        yield _plain(knowledge, str(value))


def _relations(knowledge: KnowledgeBase, id: str) -> Iterator[str]:
    groups: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
    for relation in knowledge.relations_from.get(id, ()):
        groups[relation.name].append((relation.object, relation))
    for relation in knowledge.relations_to.get(id, ()):
        groups[relation.inverse].append((relation.subject, relation))
    for name, relations in groups.items():
        yield ""
        yield click.style(catalogue.RELATIONS[name].lower(), fg="cyan")
        for other, relation in relations:
            parts = (
                _named(knowledge, other),
                relation.detail,
                date_in_words(relation.when) if relation.when else "",
                " ".join(map(str, relation.cite)),
            )
            yield from _wrapped(" · ".join(filter(None, parts)), "  ")


def _claims(knowledge: KnowledgeBase, claims: Iterable[Claim]) -> Iterator[str]:
    for source, of_source in groupby(claims, attrgetter("source")):
        yield ""
        yield click.style(f"said in {source}", fg="cyan")
        for claim in of_source:
            statement = claim.statement
            place = f"¶{format_paragraphs(statement.para)}"
            kind = catalogue.KINDS[statement.kind].singular
            text = _plain(knowledge, statement.text)
            yield from _wrapped(f"{place} {kind}: {text}", "  ")


def _plain(knowledge: KnowledgeBase, prose: str) -> str:
    return plain(prose, partial(_name, knowledge))


def _name(knowledge: KnowledgeBase, id: str) -> str:
    return knowledge.entries[id].record.name if id in knowledge.entries else id


def _named(knowledge: KnowledgeBase, id: str) -> str:
    return f"{_name(knowledge, id)} ({id})"


def _wrapped(text: str, indent: str = "", hanging: str = "  ") -> list[str]:
    width = min(WIDEST, shutil.get_terminal_size().columns)
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_on_hyphens=False,
    )
