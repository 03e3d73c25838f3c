"""The network: the ties between actors and initiatives, as a table and as a picture."""

from dataclasses import dataclass

from intermestic.diagrams.network import NETWORKED, NetworkDiagram, network_diagram
from intermestic.groups import Group, grouped, grouped_by
from intermestic.knowledge import KnowledgeBase, Relation


@dataclass(frozen=True)
class Network:
    """All ties, by label and subject: how many, between how many records; and their picture."""

    ties: tuple[Group, ...]
    count: int
    records: int
    picture: NetworkDiagram


def network(knowledge: KnowledgeBase) -> Network:
    """The network of everything that has a tie to another actor or initiative."""
    ties = networked_ties(knowledge)
    tied = {id for tie in ties for id in (tie.subject, tie.object)}
    return Network(_table(ties), len(ties), len(tied), network_diagram(knowledge, ties))


def networked_ties(knowledge: KnowledgeBase) -> tuple[Relation, ...]:
    """Every tie between two actors or initiatives, in reading order."""
    return tuple(
        tie
        for collection in NETWORKED
        for id in knowledge.ids.get(collection, ())
        for tie in knowledge.relations_from.get(id, ())
        if knowledge.entries[tie.object].collection in NETWORKED
    )


def _table(ties: tuple[Relation, ...]) -> tuple[Group, ...]:
    by_label = grouped_by(lambda tie: tie.name, ties)
    return tuple(
        Group(label, grouped(grouped_by(lambda tie: tie.subject, alike)))
        for label, alike in by_label.items()
    )
