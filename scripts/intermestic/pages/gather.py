"""What stands on each page: queries of the knowledge base, answered for the templates."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from intermestic import addresses, catalogue
from intermestic.diagrams.date_strip import date_strip
from intermestic.diagrams.neighbours import neighbours_diagram
from intermestic.diagrams.network import NETWORKED
from intermestic.editions.history import NO_HISTORY, EditionHistory
from intermestic.english import years_in_words
from intermestic.groups import Group, grouped
from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation
from intermestic.pages.overviews import TRACKED, Overview, overviews
from intermestic.pages.types import (
    IndexPage,
    Page,
    Paragraph,
    RecordPage,
    RedirectPage,
    RelationGroup,
    RelationLine,
    Row,
    SourceClaims,
    SourcePage,
    StatementsPage,
    WithdrawnPage,
)
from intermestic.records.coverage import coverage_of, paragraphs_of
from intermestic.records.models import COLLECTIONS, DateRecord, Record, Source, StatusReport, Typed

EDITIONS_LEAD = "What the records said on a day, under a number, so that they can be cited."


def pages(knowledge: KnowledgeBase, editions: EditionHistory = NO_HISTORY) -> Iterator[Page]:
    """Every generated page of the site."""
    yield from _of_knowledge(knowledge)
    yield Overview(addresses.EDITIONS, "Editions", EDITIONS_LEAD, editions)
    yield from (WithdrawnPage(path, one) for one in editions.withdrawn for path in one.pages)


@lru_cache(maxsize=1)  # a build asks more than once: to render them, to tell of them in brief
def _of_knowledge(knowledge: KnowledgeBase) -> tuple[Page, ...]:
    return (*_of_records(knowledge), *overviews(knowledge))


def _of_records(knowledge: KnowledgeBase) -> Iterator[Page]:
    for collection in COLLECTIONS:
        yield _index_page(knowledge, collection)
        ids = knowledge.ids.get(collection, ())
        for position, id in enumerate(ids):
            before = knowledge.entries[ids[position - 1]] if position else None
            after = knowledge.entries[ids[position + 1]] if position + 1 < len(ids) else None
            yield from _pages_of(knowledge, knowledge.entries[id], before, after)


def _pages_of(
    knowledge: KnowledgeBase, entry: Entry, before: Entry | None, after: Entry | None
) -> Iterator[Page]:
    page = _record_page(knowledge, entry, before, after)
    yield _source_page(knowledge, page) if isinstance(entry.record, Source) else page
    if page.is_split:
        for each in page.by_source:
            yield StatementsPage(entry, each)
    for former_id in entry.record.former_ids:
        yield RedirectPage(former_id, entry)


def _index_page(knowledge: KnowledgeBase, collection: str) -> IndexPage:
    groups: dict[str, list[Row]] = defaultdict(list)
    ids = knowledge.ids.get(collection, ())
    for id in ids:
        entry = knowledge.entries[id]
        is_source = isinstance(entry.record, Source)
        said = (knowledge.claims_in if is_source else knowledge.claims_about).get(id, ())
        groups[_heading(entry.record)].append(Row(entry, len(said), len({s.source for s in said})))
    return IndexPage(collection, COLLECTIONS[collection], grouped(groups), len(ids))


def _heading(record: Record) -> str:
    """Return the heading under which a collection's index lists a record, if it has any."""
    match record:
        case Typed():
            return catalogue.TYPES[record.type].plural
        case DateRecord():
            return years_in_words(record.when.years)
        case _:
            return ""


def _record_page(
    knowledge: KnowledgeBase, entry: Entry, before: Entry | None, after: Entry | None
) -> RecordPage:
    said = knowledge.claims_about.get(entry.id, ())
    return RecordPage(
        entry=entry,
        previous=before,
        next=after,
        ties=_ties(knowledge, entry),
        by_source=tuple(_said_by_source(knowledge, entry, said)),
        together=_together(knowledge, entry.id, said),
        mentioned_in=knowledge.mentioned_in.get(entry.id, ()),
        neighbours_diagram=neighbours_diagram(knowledge, entry.id)
        if entry.collection in NETWORKED
        else None,
        date_strip=date_strip(knowledge, entry.id) if entry.collection in NETWORKED else None,
    )


def _said_by_source(
    knowledge: KnowledgeBase, entry: Entry, said: tuple[Claim, ...]
) -> Iterator[SourceClaims]:
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for one in said:
        by_source[one.source].append(one)
    status: dict[str, list[StatusReport]] = defaultdict(list)
    for report in getattr(entry.record, "status", ()):
        status[report.cite[0].source].append(report)
    followed = knowledge.compared_sources if said and entry.collection in TRACKED else ()
    sources = {*followed, *by_source, *status}
    for source in knowledge.in_order(sources):
        yield SourceClaims(source, tuple(by_source[source]), tuple(status[source]))


def _ties(knowledge: KnowledgeBase, entry: Entry) -> tuple[RelationGroup, ...]:
    groups: dict[str, list[RelationLine]] = defaultdict(list)
    for tie in knowledge.relations_from.get(entry.id, ()):
        groups[tie.name].append(_tie_line(knowledge, tie, tie.object))
    for tie in knowledge.relations_to.get(entry.id, ()):
        groups[tie.inverse].append(_tie_line(knowledge, tie, tie.subject))
    return tuple(
        RelationGroup(heading, tuple(lines), all(_is_plain(entry, line) for line in lines))
        for heading, lines in groups.items()
    )


def _is_plain(entry: Entry, line: RelationLine) -> bool:
    """Whether a tie says no more than its record's own citations do."""
    tie = line.tie
    own = tie.subject == entry.id and tie.cite == entry.record.cite
    return own and not (line.when or tie.detail or tie.editorial or tie.note)


def _tie_line(knowledge: KnowledgeBase, tie: Relation, other: str) -> RelationLine:
    record = knowledge.entries[other].record
    own_date = record.when if isinstance(record, DateRecord) else None
    return RelationLine(other, tie.when or own_date, tie)


def _together(knowledge: KnowledgeBase, id: str, said: tuple[Claim, ...]) -> tuple[Group, ...]:
    """The records that statements name together with this one, most often first."""
    count = Counter(other for one in said for other in one.about if other != id)
    order = list(COLLECTIONS)

    def rank(other: str) -> tuple[int, int, int]:
        entry = knowledge.entries[other]
        return (order.index(entry.collection), -count[other], entry.position)

    groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for other in sorted(count, key=rank):
        label = catalogue.COLLECTIONS[knowledge.entries[other].collection].plural
        groups[label].append((other, count[other]))
    return grouped(groups)


def _source_page(knowledge: KnowledgeBase, page: RecordPage) -> SourcePage:
    source = knowledge.source(page.entry.id)
    said: dict[int, list[Claim]] = defaultdict(list)
    for one in knowledge.claims_in.get(page.entry.id, ()):
        said[one.statement.para[0]].append(one)
    sections = tuple(
        Group(
            section.heading,
            tuple(
                Paragraph(paragraph.number, tuple(said[paragraph.number]), paragraph.omission)
                for paragraph in paragraphs
            ),
        )
        for section, paragraphs in groupby(paragraphs_of(source), attrgetter("section"))
    )
    return SourcePage(page, sections, coverage_of(source))
