"""Pages in brief: what those need to know of a page who cite it, share it or index it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import addresses
from .fields import Citation, walk
from .knowledge import Entry, KnowledgeBase, Said
from .models import COLLECTIONS, DateRecord, Record, Source, Typed
from .overviews import OVERVIEWS
from .prose import first_sentence, listed

# What collections and overviews hold, by their names.
LEADS = {
    "actors": "People, countries, governments, bodies, organizations, regions and groups.",
    "initiatives": "Agreements, programs, mechanisms, forums, negotiations and doctrines.",
    "dates": "What happened, or was due, and when.",
    "policy_areas": "Fields of policy, and what each source says on them.",
    "terms": "The vocabulary, and who coined it.",
    "propositions": "What several sources speak to, and where each of them stands.",
    "sources": "The texts, and what each of them says, paragraph by paragraph.",
    "timeline": "What happened and when, with the sources on the same axis.",
    "recommendations": "Who should do what, and what later sources report.",
    "forecasts": "What the sources expected, and what later ones report.",
    "figures": "Every number, with its date.",
    "matrix": "Initiatives and policy areas against the sources.",
    "compare": "Where two sources meet, and where they part.",
    "coverage": "What is accounted for, paragraph by paragraph.",
}


@dataclass(frozen=True)
class Brief:
    """A page in brief: what kind of page it is, its title, and its lead, one sentence or none.

    `sources`: the ids of the sources it draws on, in reading order. `statements`: how many
    statements it gathers, from `speaking` of the sources. `entry`: the record whose page it is.
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
    def source(self) -> str | None:
        """The id of the source whose page it is."""
        return self.entry.id if self.entry and isinstance(self.entry.record, Source) else None

    @property
    def heading(self) -> str:
        """Its title, or that of the text that it is about, if it has one."""
        record = self.entry.record if self.entry else None
        return (isinstance(record, Source) and record.title) or self.title


def briefs(knowledge: KnowledgeBase) -> dict[str, Brief]:
    """Every generated page in brief, by its path; pages at former addresses are left out."""
    found = (*_records(knowledge), *_indexes(knowledge), *_overviews(knowledge))
    return {brief.path: brief for brief in found}


def hand_written(knowledge: KnowledgeBase, path: str, title: str, lead: str = "") -> Brief:
    """The page at `path`, written by hand, in brief."""
    return _of_all(knowledge, path, "", title, lead)


def _records(knowledge: KnowledgeBase) -> Iterator[Brief]:
    for entry in knowledge.entries.values():
        record = entry.record
        is_source = isinstance(record, Source)
        said = (knowledge.said_in if is_source else knowledge.said_about).get(entry.id, ())
        yield Brief(
            path=addresses.page(entry.collection, entry.id),
            label=_label(knowledge, record),
            title=record.name,
            lead=first_sentence(knowledge.plain(getattr(record, record.lead))),
            sources=_drawn_on(knowledge, entry, said),
            statements=len(said),
            speaking=len({one.source for one in said}),
            entry=entry,
        )


def _label(knowledge: KnowledgeBase, record: Record) -> str:
    """What a record is: `Initiative · agreement`, `Date · 2021`, `Essay by Ana Author, 2020`."""
    match record:
        case Source():
            names = listed(knowledge.name(id) for id in record.authors)
            by = f" by {names}" if names else ""
            return f"{record.type.capitalize()}{by}, {record.date}"
        case DateRecord():
            return f"{record.singular} · {record.when}"
        case Typed():
            return f"{record.singular} · {record.type}"
        case _:
            return record.singular


def _indexes(knowledge: KnowledgeBase) -> Iterator[Brief]:
    for collection, model in COLLECTIONS.items():
        lead = LEADS[collection]
        yield _of_all(knowledge, addresses.index(collection), "Collection", model.label, lead)


def _overviews(knowledge: KnowledgeBase) -> Iterator[Brief]:
    for name, (title, _) in OVERVIEWS.items():
        lead = LEADS.get(name, "")
        yield _of_all(knowledge, addresses.index(name), "Overview", title, lead)


def _of_all(knowledge: KnowledgeBase, path: str, label: str, title: str, lead: str = "") -> Brief:
    """A page that draws on all the sources."""
    sources = knowledge.ids.get("sources", ())
    statements = sum(map(len, knowledge.said_in.values()))
    return Brief(path, label, title, lead, sources, statements, len(knowledge.said_in))


def _drawn_on(knowledge: KnowledgeBase, entry: Entry, said: Iterable[Said]) -> tuple[str, ...]:
    """The sources that say something of a record, or are cited for it or for its ties."""
    ties = (*knowledge.ties_from.get(entry.id, ()), *knowledge.ties_to.get(entry.id, ()))
    cited = [value for _, _, value in walk(entry.record) if isinstance(value, Citation)]
    cited += [citation for tie in ties for citation in tie.cite]
    ids = {one.source for one in said} | {citation.source for citation in cited}
    if entry.collection == "sources":
        ids.add(entry.id)
    return tuple(sorted(ids, key=lambda each: knowledge.entries[each].position))
