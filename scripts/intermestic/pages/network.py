"""The network: the relations between actors and initiatives, in tables."""

from collections import defaultdict
from dataclasses import dataclass

from intermestic.knowledge import KnowledgeBase, Relation
from intermestic.links import Ref
from intermestic.pages.base import Context, Page
from intermestic.pages.relations import RelationLine, relation_line


@dataclass(frozen=True)
class Subject:
    """A record, and its relations of one name."""

    record: Ref
    relations: tuple[RelationLine, ...]


@dataclass(frozen=True)
class RelationTable:
    """The relations of one name, by their subjects."""

    name: str
    subjects: tuple[Subject, ...]

    @property
    def count(self) -> int:
        """The number of relations in the table."""
        return sum(len(subject.relations) for subject in self.subjects)


@dataclass(frozen=True)
class NetworkPage(Page):
    """All relations, in tables.

    `count` is the number of relations, `records` the number of records that have any.
    """

    tables: tuple[RelationTable, ...]
    count: int
    records: int


def network_page(context: Context) -> NetworkPage:
    """Return the page of the network."""
    relations = network_relations(context.knowledge)
    related = {id for relation in relations for id in (relation.subject, relation.object)}
    return NetworkPage(
        frame=context.overview("network"),
        tables=_tables(context, relations),
        count=len(relations),
        records=len(related),
    )


def network_relations(knowledge: KnowledgeBase) -> tuple[Relation, ...]:
    """Return every relation between two records of the network, in reading order."""
    return tuple(
        relation
        for relation in knowledge.relations
        if knowledge.entries[relation.subject].record.in_network
        and knowledge.entries[relation.object].record.in_network
    )


def _tables(context: Context, relations: tuple[Relation, ...]) -> tuple[RelationTable, ...]:
    by_name: dict[str, dict[str, list[RelationLine]]] = defaultdict(lambda: defaultdict(list))
    for relation in relations:
        line = relation_line(context, relation, relation.object)
        by_name[relation.name][relation.subject].append(line)
    return tuple(
        RelationTable(
            name,
            tuple(Subject(context.links.ref(id), tuple(lines)) for id, lines in subjects.items()),
        )
        for name, subjects in by_name.items()
    )
