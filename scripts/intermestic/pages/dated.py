"""All that has a date: events, what was due, beginnings and ends, essays, statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intermestic.catalogue import words
from intermestic.pages.base import Context, ShownClaim
from intermestic.pages.links import Ref, RichText
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
    for id, record in knowledge.records(DateRecord):
        is_due = record.type == "due"
        told = _told_by_ties(context, record) if is_due else ()
        speaking = _speaking(context, id, (*record.cite, *told))
        told_in = _after(record, speaking) if is_due else ()
        yield Line(
            kind="due" if is_due else "event",
            when=record.when,
            title=knowledge.name(id),
            text=links.lead(record.summary),
            cites=links.cites(record.cite),
            record=links.ref(id),
            essays=speaking,
            areas=knowledge.widest_areas(record.areas),
            later=("told" if told_in else _untold(context, record, speaking)) if is_due else "",
            told_in=links.refs(told_in),
        )


def _speaking(context: Context, id: str, cites: Iterable[Citation]) -> tuple[str, ...]:
    """Return the sources that speak of a record or are cited for it, oldest first."""
    knowledge = context.knowledge
    return knowledge.in_order({*knowledge.speaking_of(id), *(cite.source for cite in cites)})


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


def _untold(context: Context, due: DateRecord, speaking: tuple[str, ...]) -> str:
    """Return what to say of something due of which no later source tells: silence, or nothing yet.

    It is still ahead of all sources, or the newest is the one for which it was.
    """
    is_ahead = due.when.last > context.knowledge.newest_date.last
    newest = context.knowledge.ids["sources"][-1]
    return "ahead" if is_ahead or speaking[-1] == newest else "silent"


def _lives(context: Context) -> Iterator[Line]:
    """Yield the beginnings and ends of initiatives of which no date record tells."""
    knowledge, links = context.knowledge, context.links
    for id, record in knowledge.records(Initiative):
        for part, when in _parts(context, id, record.when) if record.when else ():
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
    knowledge, links = context.knowledge, context.links
    for relation in knowledge.relations:
        office, term = relation.related, relation.when
        if not isinstance(office, Office) or term is None or ends(term) is None:
            continue
        for part, when in _parts(context, relation.subject, term):
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


def _parts(context: Context, id: str, when: EdtfDate) -> Iterator[tuple[str, EdtfDate]]:
    """Yield the beginning and the end of a life as far as they are known, or its only date.

    Neither if a date record that is tied to the record `id` lies in it.
    """
    both = ends(when)
    parts = zip(("begins", "ends"), both, strict=True) if both else (("dated", when),)
    dates = [date.when for _, date in context.knowledge.tied_to(id, DateRecord)]
    for part, end in parts:
        if end and not any(end.first <= date.first and date.last <= end.last for date in dates):
            yield part, end


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
    dates = {id for id, _ in knowledge.records(DateRecord)}
    for claim in knowledge.claims:
        statement = claim.statement
        if statement.when and dates.isdisjoint(claim.about):
            yield Line(
                kind="said",
                when=statement.when,
                title=knowledge.plain(statement.text),
                record=context.links.permalink(claim),
                claim=context.claim(claim),
                essays=(claim.source,),
                areas=knowledge.widest_areas(statement.areas),
            )
