"""Drafts of sources: their facts, and what a scan of the text found, for statements to come."""

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
# The fields below the facts.
BELOW = ("statements", "omitted", "former_ids")
UNKNOWN = 'Names that no record has; for each that matters: intermestic new KIND "NAME"'
SHARED = "Names of several records:"
STEPS = """
Write the statements in your own words: what the text says, one thing at a time. [[id]] and \
[[id|shown words]] link to records. Remove the # before what you use; to remove the comments \
that are left: intermestic tidy FILE. Every paragraph needs a statement or, under 'omitted', a \
reason for having none. To see what is still wrong, and where: intermestic check
"""


@dataclass(frozen=True)
class SourceDraft:
    """A draft: its id, its YAML, and what the scan found, which shows what to do next."""

    id: str
    content: str
    mentions: int
    records: int
    candidates: Mapping[str, int]
    unknown: tuple[str, ...]
    shared: tuple[str, ...]


def draft_source(
    document: Document, known: RecordIndex, taken: Collection[str], id: str | None = None
) -> SourceDraft:
    """Return the draft for a text, given the records it may name and the ids that are `taken`."""
    facts = facts_of(document)
    id, name = identity(facts, known, taken, id)
    scans = {number: scan_paragraph(words, known.names) for number, words in document.text.items()}
    mentions = [mention for scan in scans.values() for mention in scan.mentions]
    kinds = Counter(candidate.kind for scan in scans.values() for candidate in scan.candidates)
    unknown = tuple(_unknown(document, known))
    shared = tuple(_shared(scans))
    names = [name for name in Source.model_fields if name not in BELOW]
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
        *(line for number in scans for line in _paragraph(number, scans[number], known)),
        "",
        *comment(Source.model_fields["omitted"].description or ""),
        *(f"# {line}" for line in blank("omitted", Source.model_fields["omitted"])),
    ]
    return SourceDraft(
        id,
        "\n".join(lines) + "\n",
        len(mentions),
        len({mention.ids for mention in mentions}),
        {kind: kinds[kind] for kind in KINDS if kinds[kind]},
        unknown,
        shared,
    )


def _unknown(document: Document, known: RecordIndex) -> Iterator[str]:
    """Yield the names that no record has, authors first, with their paragraphs."""
    names = unknown_names(document.text, known.names)
    authors = [name for name in authors_of(facts_of(document)) if not known.author(name)[1]]
    for name in dict.fromkeys((*authors, *names)):
        note = " (author)" if name in authors else ""
        yield f"{name}{note}" + (f" ¶{format_paragraphs(names[name])}" if name in names else "")


def _shared(scans: Mapping[int, Scan]) -> Iterator[str]:
    """Return the names that several records share, with their paragraphs."""
    places: dict[tuple[str, tuple[str, ...]], dict[int, None]] = {}
    for number, scan in scans.items():
        for mention in scan.mentions:
            if len(mention.ids) > 1:
                places.setdefault((scan.name_of(mention), mention.ids), {})[number] = None
    return (
        f"{name} ¶{format_paragraphs(at)}: {' or '.join(ids)}" for (name, ids), at in places.items()
    )


def _listed(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield "#"
        yield from comment(heading)
        yield from (f"#   {item}" for item in items)


def _paragraph(number: int, scan: Scan, known: RecordIndex) -> Iterator[str]:
    """Yield what the scan of a paragraph found, and the beginnings of its statements."""
    opening = " ".join(scan.words.split()[:OPENING_WORDS]).strip('“”".,;:')
    yield ""
    yield f"  # ¶{number} “{opening} …”"
    for sort, items in _found(scan, known).items():
        yield from _list_of(sort, items)
    phrase = find_phrase(scan.words)
    if number == 1:
        yield from _first(phrase)
    for candidate in scan.candidates:
        yield from _stub(number, candidate, known)
    if number > 1 and not scan.candidates:
        yield from _stub(number, Candidate("fact", "", phrase, scan.mentions, ()), known)


def _found(scan: Scan, known: RecordIndex) -> dict[str, list[str]]:
    """Return what a scan found, sort by sort; names as links to copy."""
    areas = known.of("policy_areas", scan.mentions)
    links: dict[str, None] = {}
    for mention in scan.mentions:
        name = scan.name_of(mention)
        links[" or ".join(known.link(id, name) for id in mention.ids if id not in areas)] = None
    dates = [words if edtf in {"", words} else f"{words} ({edtf})" for words, edtf in scan.dates]
    return {
        "names": [link for link in links if link],
        "areas": areas,
        "dates": dates,
        "numbers": list(scan.numbers),
    }


def _list_of(sort: str, items: Sequence[str]) -> list[str]:
    """Return the `items` as lines of a comment, none of them broken."""
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
    """Yield the beginning of the first statement, with every field that one can have."""
    others = ", ".join(kind for kind in KINDS if kind != "fact")
    filled = {"kind": f"fact  # or {others}", "para": "1", "phrase": scalar(phrase)}
    for index, line in enumerate(form(Fact, Fact.model_fields, filled)):
        yield f"{'  - ' if index == 0 else '    '}{line}".rstrip()


def _stub(number: int, candidate: Candidate, known: RecordIndex) -> Iterator[str]:
    """Yield the beginning of a statement, as a comment."""
    fields = MODELS[candidate.kind].model_fields
    words = slug(candidate.phrase.removeprefix(candidate.cue)).split("-")[:ID_WORDS]
    filled = {
        "id": "-".join(words) or f"paragraph-{number}",
        "kind": candidate.kind,
        "para": str(number),
        "phrase": scalar(candidate.phrase),
        "hedge": candidate.cue,
        "addressees": f"[{', '.join(known.of('actors', candidate.before_cue))}]",
        "areas": f"[{', '.join(known.of('policy_areas', candidate.mentions))}]",
    }
    if candidate.kind == "figure":
        filled["value"] = in_base_units(candidate.cue)
    needed = [name for name, field in fields.items() if field.is_required()]
    yield ""
    for name in dict.fromkeys(("id", "kind", "para", "phrase", "text", *needed, "areas")):
        lines = [f"{name}: {filled[name]}"] if name in filled else blank(name, fields[name])
        for line in lines:
            yield f"  # {'- ' if name == 'id' else '  '}{line}"
