"""Drafts of sources: their facts, and what a scan of the text found, for statements to come."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from intermestic.editing.formatting import UNBROKEN, wrapped
from intermestic.editing.forms import WIDTH, blank, comment, item, scalar, written
from intermestic.editing.schemas import modeline
from intermestic.editing.source_facts import (
    RecordIndex,
    authors_of,
    date_of,
    facts_of,
    fields_of,
    identity,
)
from intermestic.reading.groups import MEMBERS
from intermestic.reading.validate import ValidRecord
from intermestic.records.citations import format_paragraphs
from intermestic.records.source import Source
from intermestic.records.statements import SHARED, STATEMENTS
from intermestic.texts.documents import Document
from intermestic.texts.languages import Language, language_of
from intermestic.texts.scan import Candidate, Scan, scan_paragraph
from intermestic.texts.unknown_names import unknown_names, unknown_places

OPENING_WORDS = 7
MODELS = {get_args(model.model_fields["kind"].annotation)[0]: model for model in STATEMENTS}
# The field for the date that a sentence names, by the kind of statement.
DATED_BY = {"fact": "when", "assessment": "when", "forecast": "horizon", "figure": "as_of"}
# The fields below the facts.
BELOW = ("statements", "omitted", "not_meant", "no_view", "former_ids")
LIKELY = ("recommendation", "forecast", "figure")  # the kinds of which a text has signs
UNKNOWN = 'Names that no record has; for each that matters, intermestic new KIND "NAME":'
NAMESAKES = "Names of several records:"
STEPS = "Remove the # before what you use. Other comments go with: intermestic tidy FILE"
NEW = "no record has"
ALSO = "There may also be:"


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
    unread_date: str


def draft_source(
    document: Document,
    records: Iterable[ValidRecord],
    taken: Collection[str],
    id: str | None = None,
) -> SourceDraft:
    """Return the draft for a text, given the records it may name and the ids that are `taken`."""
    facts = facts_of(document)
    language = language_of(str(facts.get("language") or ""), document.text.values())
    known = RecordIndex(records, language)
    id, name = identity(facts, known, taken, id)
    others = unknown_places(document.text, known.names)
    scans = {
        number: scan_paragraph(words, known.names, language, others[number])
        for number, words in document.text.items()
    }
    on_author = _on_author(document, authors_of(facts), language)
    if on_author:
        scans[on_author] = replace(scans[on_author], candidates=())
    mentions = [mention for scan in scans.values() for mention in scan.mentions]
    kinds = Counter(candidate.kind for scan in scans.values() for candidate in scan.candidates)
    given = fields_of(document, facts, known, name)
    date, unread_date = date_of(facts)
    lines = [
        modeline("sources"),
        *comment(STEPS),
        "",
        *written(given),
        *_missing(given, unread_date),
        "",
        "# statements:",
    ]
    for number, scan in scans.items():
        lines += _paragraph(number, scan, known, date)
    # The field of paragraphs without statements, with that on the author if there is one.
    lines += [
        "",
        f"# omitted:  # {Source.model_fields['omitted'].description}",
        f"#   - para: {on_author}" if on_author else "#   - para:",
        f"#     reason: {'A note on the author.' if on_author else '>-'}",
    ]
    return SourceDraft(
        id,
        "\n".join(lines) + "\n",
        len(mentions),
        len({mention.ids for mention in mentions}),
        {kind: kinds[kind] for kind in LIKELY if kinds[kind]},
        tuple(_unknown(unknown_names(document.text, others), authors_of(facts), known)),
        tuple(_shared(scans)),
        unread_date,
    )


def _unknown(
    names: Mapping[str, Iterable[int]], authors: Sequence[str], known: RecordIndex
) -> Iterator[str]:
    """Yield the `names` that no record has, authors first, with their paragraphs."""
    authors = [name for name in authors if not known.author(name)[1]]
    for name in dict.fromkeys((*authors, *names)):
        note = " (author)" if name in authors else ""
        yield f"{name}{note}" + (f" ¶{format_paragraphs(names[name])}" if name in names else "")


def _shared(scans: Mapping[int, Scan]) -> Iterator[str]:
    """Return the names that several records share, with their paragraphs."""
    places: dict[tuple[str, tuple[str, ...]], dict[int, None]] = {}
    for number, scan in scans.items():
        for mention in scan.mentions:
            if len(mention.ids) > 1:
                places.setdefault((mention.words, mention.ids), {})[number] = None
    return (
        f"{name} ¶{format_paragraphs(at)}: {' or '.join(ids)}" for (name, ids), at in places.items()
    )


def _on_author(document: Document, authors: Sequence[str], language: Language) -> int:
    """Return the number of the last paragraph if it begins with an author, else 0."""
    last = len(document.text)
    return last if document.text[last].startswith((*authors, *language.author)) else 0


def _missing(given: Mapping[str, str], date: str) -> Iterator[str]:
    """Yield the fields of a source that its text does not give: a line for each that it needs.

    `date` is what the text gives for its date, if that is not surely understood.
    """
    fields = {n: f for n, f in Source.model_fields.items() if n not in {*given, *BELOW}}
    for name, field in fields.items():
        if field.is_required():
            found = f"; the text has {scalar(date)}" if name == "date" and date else ""
            yield from (f"# {line}  # {field.description}{found}" for line in blank(Source, name))
    yield from comment(f"{ALSO} {', '.join(n for n, f in fields.items() if not f.is_required())}")


def _paragraph(number: int, scan: Scan, known: RecordIndex, date: str) -> Iterator[str]:
    """Yield the beginnings of the statements of a paragraph in a text of this `date`."""
    opening = " ".join(scan.words.split()[:OPENING_WORDS]).strip('“”".,;:')
    yield ""
    names = ", ".join(dict.fromkeys(scan.words[start:end] for start, end in scan.others))
    yield f"  # ¶{number} “{opening} …”{f' {NEW}: {names}' if names else ''}"
    if scan.candidates:
        yield f"  # - para: {number}"
        yield f"  #   areas: [{known.main_area(scan.mentions)}]"
        yield f"  #   {MEMBERS}:"
        for candidate in scan.candidates:
            yield from _stub(scan, candidate, known, date)


def _stub(scan: Scan, candidate: Candidate, known: RecordIndex, date: str) -> Iterator[str]:
    """Yield the beginning of a statement, as a comment; what it says is left to the editors."""
    model = MODELS[candidate.kind]
    fields = model.model_fields
    filled = {
        "kind": candidate.kind,
        "phrase": scalar(candidate.phrase),
        "hedge": candidate.hedge,
        "addressees": f"[{', '.join(known.actors(candidate.addressed))}]",
        "value": candidate.value,
        "unit": candidate.unit,
    }
    dated_by = DATED_BY.get(candidate.kind, "")
    if candidate.kind != "forecast" or candidate.when[:4] >= date[:4]:
        filled[dated_by] = candidate.when
    links = _links(scan, candidate, known)
    needed = [name for name, field in fields.items() if field.is_required()]
    found = [name for name in ("hedge", dated_by) if filled.get(name) and name in fields]
    lines: list[str] = []
    for name in dict.fromkeys(("kind", "phrase", "text", *needed, *found)):
        if name not in ("id", *SHARED):
            lines += [f"{name}: {filled[name]}"] if filled.get(name) else blank(model, name)
            lines += links if name == "text" else ()
    yield from (f"  #     {line}" for line in item(lines))


def _links(scan: Scan, candidate: Candidate, known: RecordIndex) -> list[str]:
    """Return links to the records that a sentence names, as lines of the text of a statement."""
    area, either = known.main_area(scan.mentions), f"{UNBROKEN}or{UNBROKEN}"
    names = (
        either.join(known.link(id, mention.words) for id in mention.ids if id != area)
        for mention in candidate.mentions
    )
    return wrapped(" ".join(dict.fromkeys(filter(None, names))), "  ", WIDTH - 10)
