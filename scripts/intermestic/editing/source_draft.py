"""The draft of a source's record: its facts, and what was spotted, for statements to be written."""

import textwrap
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from intermestic.editing.forms import WIDTH, blank, comment, form, scalar
from intermestic.editing.schemas import modeline
from intermestic.editing.source_facts import RecordIndex, authors_of, facts_of, fields_of, identity
from intermestic.records.citations import format_paragraphs
from intermestic.records.models import Source
from intermestic.records.names import slug
from intermestic.records.statements import KINDS, STATEMENTS, Fact
from intermestic.texts.documents import Document
from intermestic.texts.scan import Candidate, Scan, find_phrase, in_base_units, scan_paragraph
from intermestic.texts.unknown_names import unknown_names

OPENING_WORDS, ID_WORDS = 7, 5
UNBROKEN = "\xa0"  # the space at which no line is broken
MODELS = {get_args(model.model_fields["kind"].annotation)[0]: model for model in STATEMENTS}
# What stands below the facts.
BELOW = ("statements", "omitted", "former_ids")
UNKNOWN = 'Names that no record has; for each that matters: intermestic new KIND "NAME"'
SHARED = "Names of several records:"
STEPS = """
Statements are yours to write, in your own words: what the text says, one thing at a time. \
[[id]] and [[id|shown words]] link to records. Take away the # before what you use; what is \
left goes with: intermestic tidy FILE. Every paragraph needs a statement or, under 'omitted', \
a reason for having none. What is still wrong, and where, says: intermestic check
"""


@dataclass(frozen=True)
class SourceDraft:
    """A draft: its id, its YAML, and what was found, which says what to do next."""

    id: str
    content: str
    mentions: int
    records: int
    leads: Mapping[str, int]
    unknown: tuple[str, ...]
    shared: tuple[str, ...]


def draft_source(
    document: Document, known: RecordIndex, taken: Collection[str], id: str | None = None
) -> SourceDraft:
    """The draft for a text, given the records that it may name and the ids that are `taken`."""
    facts = facts_of(document)
    id, name = identity(facts, known, taken, id)
    spotted = {
        number: scan_paragraph(words, known.names) for number, words in document.text.items()
    }
    mentions = [mention for each in spotted.values() for mention in each.mentions]
    leads = Counter(lead.kind for each in spotted.values() for lead in each.leads)
    unknown = tuple(_unknown(document, known))
    shared = tuple(_shared(spotted))
    names = [each for each in Source.model_fields if each not in BELOW]
    lines = [
        modeline("sources"),
        *comment(f"A source: {(Source.__doc__ or '').lower()}"),
        *comment(STEPS.strip()),
        *_listed(UNKNOWN, unknown),
        *_listed(SHARED, shared),
        "",
        *form(Source, names, fields_of(document, known, name)),
        "",
        "statements:",
        *(line for number in spotted for line in _paragraph(number, spotted[number], known)),
        "",
        *comment(Source.model_fields["omitted"].description or ""),
        *(f"# {line}" for line in blank("omitted", Source.model_fields["omitted"])),
    ]
    return SourceDraft(
        id,
        "\n".join(lines) + "\n",
        len(mentions),
        len({mention.ids for mention in mentions}),
        {kind: leads[kind] for kind in KINDS if leads[kind]},
        unknown,
        shared,
    )


def _unknown(document: Document, known: RecordIndex) -> Iterator[str]:
    """The names that no record has, authors first, and where they stand."""
    names = unknown_names(document.text, known.names)
    authors = [name for name in authors_of(facts_of(document)) if not known.author(name)[1]]
    for name in dict.fromkeys((*authors, *names)):
        note = " (author)" if name in authors else ""
        yield f"{name}{note}" + (f" ¶{format_paragraphs(names[name])}" if name in names else "")


def _shared(spotted: Mapping[int, Scan]) -> Iterator[str]:
    """The names that lead to several records, and where they stand."""
    places: dict[tuple[str, tuple[str, ...]], dict[int, None]] = {}
    for number, each in spotted.items():
        for mention in each.mentions:
            if len(mention.ids) > 1:
                places.setdefault((each.name_of(mention), mention.ids), {})[number] = None
    return (
        f"{name} ¶{format_paragraphs(at)}: {' or '.join(ids)}" for (name, ids), at in places.items()
    )


def _listed(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield "#"
        yield from comment(heading)
        yield from (f"#   {item}" for item in items)


def _paragraph(number: int, spotted: Scan, known: RecordIndex) -> Iterator[str]:
    """What was spotted in a paragraph, and the beginnings of its statements."""
    opening = " ".join(spotted.words.split()[:OPENING_WORDS]).strip('“”".,;:')
    yield ""
    yield f"  # ¶{number} “{opening} …”"
    for sort, items in _spotted(spotted, known).items():
        yield from _list_of(sort, items)
    phrase = find_phrase(spotted.words)
    if number == 1:
        yield from _first(phrase)
    for lead in spotted.leads:
        yield from _stub(number, lead, known)
    if number > 1 and not spotted.leads:
        yield from _stub(number, Candidate("fact", "", phrase, spotted.mentions, ()), known)


def _spotted(spotted: Scan, known: RecordIndex) -> dict[str, list[str]]:
    """What was spotted, sort by sort; names as links to copy."""
    areas = known.of("policy_areas", spotted.mentions)
    links: dict[str, None] = {}
    for mention in spotted.mentions:
        name = spotted.name_of(mention)
        links[" or ".join(known.link(id, name) for id in mention.ids if id not in areas)] = None
    dates = [words if edtf in {"", words} else f"{words} ({edtf})" for words, edtf in spotted.dates]
    return {
        "names": [link for link in links if link],
        "areas": areas,
        "dates": dates,
        "numbers": list(spotted.numbers),
    }


def _list_of(sort: str, items: Sequence[str]) -> list[str]:
    """The `items` as lines of a comment, none of them broken."""
    unbroken = (item.replace(" ", UNBROKEN) for item in items)
    lines = textwrap.wrap(
        f"{sort}: {', '.join(unbroken)}",
        WIDTH,
        initial_indent="  # ",
        subsequent_indent="  #   ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [line.replace(UNBROKEN, " ") for line in lines if items]


def _first(phrase: str) -> Iterator[str]:
    """The first statement, begun, with every field that one can have."""
    others = ", ".join(kind for kind in KINDS if kind != "fact")
    filled = {"kind": f"fact  # or {others}", "para": "1", "phrase": scalar(phrase)}
    for index, line in enumerate(form(Fact, Fact.model_fields, filled)):
        yield f"{'  - ' if index == 0 else '    '}{line}".rstrip()


def _stub(number: int, lead: Candidate, known: RecordIndex) -> Iterator[str]:
    """The beginning of a statement, as a comment."""
    fields = MODELS[lead.kind].model_fields
    words = slug(lead.phrase.removeprefix(lead.cue)).split("-")[:ID_WORDS]
    filled = {
        "id": "-".join(words) or f"paragraph-{number}",
        "kind": lead.kind,
        "para": str(number),
        "phrase": scalar(lead.phrase),
        "hedge": lead.cue,
        "addressees": f"[{', '.join(known.of('actors', lead.before_cue))}]",
        "areas": f"[{', '.join(known.of('policy_areas', lead.mentions))}]",
    }
    if lead.kind == "figure":
        filled["value"] = in_base_units(lead.cue)
    needed = [name for name, field in fields.items() if field.is_required()]
    yield ""
    for name in dict.fromkeys(("id", "kind", "para", "phrase", "text", *needed, "areas")):
        lines = [f"{name}: {filled[name]}"] if name in filled else blank(name, fields[name])
        for line in lines:
            yield f"  # {'- ' if name == 'id' else '  '}{line}"
