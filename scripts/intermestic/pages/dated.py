"""All that has a date: events, what was due, beginnings and ends, essays, statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.knowledge import Entry, Relation
from intermestic.links import Ref, RichText
from intermestic.pages.base import Context, ShownClaim
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate, ends
from intermestic.records.fields import Office
from intermestic.records.models import DateRecord, Initiative

# In the order in which readers choose: what happened, what was due when the text was written,
# beginnings and ends, essays, and statements.
KINDS = ("event", "due", "life", "essay", "said")


@dataclass(frozen=True)
class Line:
    """Something that has a date.

    `kind` is one of `KINDS`. `title` says in a few words what it is and `text` in a sentence;
    `cites` are the paragraphs that say so, `record` leads to all that is known of it. A statement
    is a `claim`, its title is all that it says, and `record` leads to it. `essays` and `areas` are
    the ids of the sources that speak of it and of its widest policy areas. `later` is for what was
    due: whether later sources speak of it ("told"), say nothing ("silent"), or are older
    ("ahead"); `told_in` leads to those that do.
    """

    kind: str
    when: EdtfDate
    title: str
    record: Ref
    text: RichText = ()
    cites: tuple[Ref, ...] = ()
    claim: ShownClaim | None = None
    essays: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    later: str = ""
    told_in: tuple[Ref, ...] = ()

    @property
    def is_dated_in_year(self) -> bool:
        """Whether its date says more than the heading of a year or decade does."""
        return len(self.when.edtf) > len("2016")


def dated_lines(context: Context) -> tuple[Line, ...]:
    """Return a line for everything that has a date, kind by kind."""
    return (
        *_dates(context),
        *_lives(context),
        *_offices(context),
        *_essays(context),
        *_statements(context),
    )


def _dates(context: Context) -> Iterator[Line]:
    """Yield what happened, and what was due when the text was written."""
    knowledge, links = context.knowledge, context.links
    for id in knowledge.ids.get("dates", ()):
        record = knowledge.entries[id].record
        if not isinstance(record, DateRecord):
            continue
        is_due = record.type == "due"
        told = _told_by_ties(context, record) if is_due else ()
        speaking = _speaking(context, id, (*record.cite, *told))
        yield Line(
            kind="due" if is_due else "event",
            when=record.when,
            title=knowledge.name(id),
            text=links.lead(record.summary),
            cites=links.cites(record.cite),
            record=links.ref(id),
            essays=speaking,
            areas=knowledge.widest_areas(record.areas),
            later=_later(context, record, speaking) if is_due else "",
            told_in=links.refs(_after(record, speaking)) if is_due else (),
        )


def _speaking(context: Context, id: str, cites: Iterable[Citation]) -> tuple[str, ...]:
    """Return the sources that speak of a record or are cited for it, oldest first."""
    knowledge = context.knowledge
    claims = knowledge.claims_about.get(id, ())
    return knowledge.in_order({c.source for c in claims} | {cite.source for cite in cites})


def _told_by_ties(context: Context, due: DateRecord) -> Iterator[Citation]:
    """Yield what is cited for the offices that its participants took up when it was due."""
    for id in due.participants:
        for relation in context.knowledge.relations_from.get(id, ()):
            if relation.when and relation.when.first == due.when.first:
                yield from relation.cite


def _after(due: DateRecord, speaking: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the sources that speak of something due for which it lay behind."""
    ahead_of = max(speaking.index(cite.source) for cite in due.cite)
    return speaking[ahead_of + 1 :]


def _later(context: Context, due: DateRecord, speaking: tuple[str, ...]) -> str:
    """Return what became of something due: told of later, not, or still ahead of all sources."""
    if _after(due, speaking):
        return "told"
    newest = context.knowledge.ids["sources"][-1]
    is_ahead = due.when.last > context.knowledge.source(newest).date.last
    return "ahead" if is_ahead or speaking[-1] == newest else "silent"


def _lives(context: Context) -> Iterator[Line]:
    """Yield the beginnings and ends of initiatives of which no date record tells."""
    knowledge, links = context.knowledge, context.links
    for id in knowledge.ids.get("initiatives", ()):
        record = knowledge.entries[id].record
        if not isinstance(record, Initiative) or not record.when:
            continue
        for part, when in _parts(record.when):
            if not _is_told(context, id, when):
                yield Line(
                    kind="life",
                    when=when,
                    title=words(f"life-{part}", name=knowledge.name(id)),
                    text=links.lead(record.summary),
                    cites=links.cites(record.cite),
                    record=links.ref(id),
                    essays=_speaking(context, id, record.cite),
                    areas=knowledge.widest_areas(record.areas),
                )


def _offices(context: Context) -> Iterator[Line]:
    """Yield when somebody took up an office and left it, if both are known."""
    for relation in context.knowledge.relations:
        office = relation.related
        if isinstance(office, Office) and relation.when and ends(relation.when):
            yield from _terms(context, relation, office)


def _terms(context: Context, relation: Relation, office: Office) -> Iterator[Line]:
    knowledge, links = context.knowledge, context.links
    for part, when in _parts(relation.when) if relation.when else ():
        if not _is_told(context, relation.subject, when):
            yield Line(
                kind="life",
                when=when,
                title=words(
                    f"office-{part}",
                    name=knowledge.name(relation.subject),
                    office=office.office,
                    place=knowledge.name(relation.object),
                ),
                cites=links.cites(relation.cite),
                record=links.ref(relation.subject),
                essays=knowledge.in_order({cite.source for cite in relation.cite}),
            )


def _parts(when: EdtfDate) -> Iterator[tuple[str, EdtfDate]]:
    """Yield the beginning and the end of a life as far as they are known, or its only date."""
    if (both := ends(when)) is None:
        yield "dated", when
        return
    for part, end in zip(("begins", "ends"), both, strict=True):
        if end:
            yield part, end


def _is_told(context: Context, id: str, when: EdtfDate) -> bool:
    """Return whether a date record that is tied to the record `id` lies in the span `when`."""
    knowledge = context.knowledge
    return any(
        when.first <= date.first and date.last <= when.last
        for relation in knowledge.relations_to.get(id, ())
        if (date := _date_of(knowledge.entries[relation.subject]))
    )


def _date_of(entry: Entry) -> EdtfDate | None:
    return entry.record.when if isinstance(entry.record, DateRecord) else None


def _essays(context: Context) -> Iterator[Line]:
    """Yield when the sources were written: they are in every policy area, to compare with."""
    knowledge, links = context.knowledge, context.links
    areas = knowledge.widest_areas(knowledge.ids.get("policy_areas", ()))
    for id, source in knowledge.sources:
        yield Line(
            kind="essay",
            when=source.date,
            title=words("essay-written", source=knowledge.name(id)),
            text=links.prose(source.thesis),
            record=links.ref(id),
            essays=(id,),
            areas=areas,
        )


def _statements(context: Context) -> Iterator[Line]:
    """Yield the dated statements that are not about a date record."""
    knowledge = context.knowledge
    for claim in knowledge.claims:
        statement = claim.statement
        if statement.when and all(_date_of(knowledge.entries[id]) is None for id in claim.about):
            yield Line(
                kind="said",
                when=statement.when,
                title=knowledge.plain(statement.text),
                record=context.links.permalink(claim),
                claim=context.claim(claim),
                essays=(claim.source,),
                areas=knowledge.widest_areas(statement.areas),
            )
