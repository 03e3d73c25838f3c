"""Pages in brief: what those need to know of a page who cite it, share it or index it."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses, catalogue
from intermestic.english import date_in_words, listed
from intermestic.knowledge import Claim, Entry, KnowledgeBase
from intermestic.pages.gather import pages
from intermestic.pages.overviews import Overview
from intermestic.pages.types import (
    IndexPage,
    Page,
    RecordPage,
    RedirectPage,
    SourcePage,
    StatementsPage,
    WithdrawnPage,
)
from intermestic.records.citations import Citation
from intermestic.records.models import DateRecord, Record, Source, Typed
from intermestic.records.prose import first_sentence
from intermestic.records.walk import walk

# Pages that nobody cites or shares: they lead on, or say that nothing is left.
FORMER = RedirectPage | WithdrawnPage


@dataclass(frozen=True)
class PageSummary:
    """A page in brief: what kind of page it is, its title, and its lead, one sentence or none.

    `sources`: the ids of the sources it draws on, in reading order. `statements`: how many
    statements it gathers, from `speaking` of the sources. `entry`: the record it is about.
    """

    path: str
    label: str
    title: str
    lead: str = ""
    sources: tuple[str, ...] = ()
    statements: int = 0
    speaking: int = 0
    entry: Entry | None = None

    @property
    def record(self) -> Record | None:
        """The record whose own page it is."""
        if self.entry and self.path == addresses.page(self.entry.collection, self.entry.id):
            return self.entry.record
        return None

    @property
    def source(self) -> str | None:
        """The id of the source whose own page it is."""
        return self.entry.id if self.entry and isinstance(self.record, Source) else None

    @property
    def heading(self) -> str:
        """Its title, or that of the text whose page it is, if it has one."""
        return (isinstance(self.record, Source) and self.record.title) or self.title


def page_summaries(knowledge: KnowledgeBase) -> dict[str, PageSummary]:
    """Every generated page in brief, by its path; pages at former addresses are left out."""
    current = (page for page in pages(knowledge) if not isinstance(page, FORMER))
    return {page.path: brief(page, knowledge) for page in current}


def hand_written(knowledge: KnowledgeBase, path: str, title: str, lead: str = "") -> PageSummary:
    """The page at `path`, written by hand, in brief."""
    return _of_all(knowledge, path, "", title, lead)


def brief(page: Page, knowledge: KnowledgeBase) -> PageSummary:
    """A generated page in brief. Raises ValueError for one that leads on to another."""
    match page:
        case RecordPage() | SourcePage():
            return _of_record(knowledge, page.path, page.entry, page.said)
        case StatementsPage():
            return _of_one_source(knowledge, page)
        case IndexPage():
            return _of_all(knowledge, page.path, "Collection", page.title, page.lead)
        case Overview():
            label = "" if page.path == addresses.HOME else "Overview"
            return _of_all(knowledge, page.path, label, page.title, page.lead)
        case RedirectPage() | WithdrawnPage():
            raise ValueError(f"{page.path} leads on to another page")


def _of_record(
    knowledge: KnowledgeBase, path: str, entry: Entry, said: tuple[Claim, ...]
) -> PageSummary:
    record = entry.record
    return PageSummary(
        path=path,
        label=_label(knowledge, entry),
        title=record.name,
        lead=knowledge.plain(first_sentence(getattr(record, record.lead))[0]),
        sources=_drawn_on(knowledge, entry, said),
        statements=len(said),
        speaking=len({one.source for one in said}),
        entry=entry,
    )


def _of_one_source(knowledge: KnowledgeBase, page: StatementsPage) -> PageSummary:
    """A page of all that one source says of a record."""
    record, source = page.entry.record, knowledge.name(page.one.source)
    return PageSummary(
        path=page.path,
        label=_label(knowledge, page.entry),
        title=f"{record.name} in {source}",
        lead=f"What {source} says of {record.name}.",
        sources=(page.one.source,),
        statements=len(page.one.said),
        speaking=1,
        entry=page.entry,
    )


def _of_all(knowledge: KnowledgeBase, path: str, label: str, title: str, lead: str) -> PageSummary:
    """A page that draws on all the sources."""
    sources = knowledge.ids.get("sources", ())
    statements = sum(map(len, knowledge.claims_in.values()))
    return PageSummary(path, label, title, lead, sources, statements, len(knowledge.claims_in))


def _label(knowledge: KnowledgeBase, entry: Entry) -> str:
    """What a record is: `Initiative · agreement`, `Date · 2021`, `Essay by Ana Author, 2020`."""
    record, noun = entry.record, catalogue.COLLECTIONS[entry.collection].singular
    match record:
        case Source():
            names = listed(knowledge.name(id) for id in record.authors)
            by = f" by {names}" if names else ""
            return f"{record.type.capitalize()}{by}, {date_in_words(record.date)}"
        case DateRecord():
            return f"{noun} · {date_in_words(record.when)}"
        case Typed():
            return f"{noun} · {catalogue.TYPES[record.type].singular}"
        case _:
            return noun


def _drawn_on(knowledge: KnowledgeBase, entry: Entry, said: Iterable[Claim]) -> tuple[str, ...]:
    """The sources that say something of a record, or are cited for it or for its ties."""
    ties = (*knowledge.relations_from.get(entry.id, ()), *knowledge.relations_to.get(entry.id, ()))
    cited = [value for _, _, value in walk(entry.record) if isinstance(value, Citation)]
    cited += [citation for tie in ties for citation in tie.cite]
    ids = {one.source for one in said} | {citation.source for citation in cited}
    if entry.collection == "sources":
        ids.add(entry.id)
    return knowledge.in_order(ids)
