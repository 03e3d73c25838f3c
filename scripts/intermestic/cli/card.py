"""A record on the terminal: its fields, its relations, what is said of it."""

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import click

from intermestic import catalogue
from intermestic.english import date_in_words
from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation
from intermestic.records.citations import Citation, format_paragraphs
from intermestic.records.dates import EdtfDate
from intermestic.records.fields import Model, Relates
from intermestic.records.models import Record, Typed
from intermestic.records.prose import plain

WIDEST = 100
# What the heading shows, and what the statements stand for.
SHOWN_ELSEWHERE = {"name", "type", "aliases", "former_ids", "sort_name"}
SHOWN_ELSEWHERE |= {"statements", "sections", "omitted"}


def card(knowledge: KnowledgeBase, entry: Entry) -> Iterator[str]:
    """The lines that show a record."""
    yield from _heading(entry)
    yield from _fields(knowledge, entry)
    yield from _ties(knowledge, entry.id)
    said = knowledge.claims_in.get(entry.id) or knowledge.claims_about.get(entry.id, ())
    yield from _statements(knowledge, said)


def _heading(entry: Entry) -> Iterator[str]:
    record = entry.record
    noun = catalogue.collection_words(entry.collection).singular.lower()
    yield click.style(record.name, bold=True)
    kind = getattr(record, "type", "")
    if isinstance(record, Typed):
        kind = catalogue.words(f"type-{record.type}")
    yield ", ".join(filter(None, (noun, kind))) + f" · {entry.file}"
    if record.aliases:
        yield from _wrapped(f"also: {', '.join(record.aliases)}")
    if record.former_ids:
        yield from _wrapped(f"formerly: {', '.join(record.former_ids)}")


def _fields(knowledge: KnowledgeBase, entry: Entry) -> Iterator[str]:
    """What the record is, then what its collection has, then what all records have."""
    record = entry.record
    fields = type(record).model_fields
    own = (name for name in fields if name not in Record.model_fields)
    for name in dict.fromkeys((record.lead, *own, *fields)):
        field, value = fields[name], getattr(record, name)
        is_tie = any(isinstance(mark, Relates) for mark in field.metadata)
        if value not in (None, ()) and not is_tie and name not in SHOWN_ELSEWHERE:
            yield ""
            yield click.style(catalogue.field(name), fg="cyan")
            for line in _value(knowledge, value):
                yield from _wrapped(line, "  ", hanging="  " if isinstance(value, tuple) else "")


def _value(knowledge: KnowledgeBase, value: Any) -> Iterator[str]:
    """A value as lines, those of its parts in turn."""
    if isinstance(value, tuple) and all(isinstance(one, Citation) for one in value):
        yield " ".join(map(str, value))
    elif isinstance(value, tuple):
        for one in value:
            yield from _value(knowledge, one)
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


def _ties(knowledge: KnowledgeBase, id: str) -> Iterator[str]:
    groups: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
    for tie in knowledge.relations_from.get(id, ()):
        groups[tie.name].append((tie.object, tie))
    for tie in knowledge.relations_to.get(id, ()):
        groups[tie.inverse].append((tie.subject, tie))
    for label, ties in groups.items():
        yield ""
        yield click.style(catalogue.relation(label).lower(), fg="cyan")
        for other, tie in ties:
            about = (
                tie.detail,
                date_in_words(tie.when) if tie.when else "",
                " ".join(map(str, tie.cite)),
            )
            yield from _wrapped(" · ".join(filter(None, (_named(knowledge, other), *about))), "  ")


def _statements(knowledge: KnowledgeBase, said: Iterable[Claim]) -> Iterator[str]:
    source = ""
    for one in said:
        if one.source != source:
            source = one.source
            yield ""
            yield click.style(f"said in {source}", fg="cyan")
        statement = one.statement
        kind = catalogue.words(f"kind-{statement.kind}")
        text = _plain(knowledge, statement.text)
        yield from _wrapped(f"¶{format_paragraphs(statement.para)} {kind}: {text}", "  ")


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
