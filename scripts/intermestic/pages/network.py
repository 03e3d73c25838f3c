"""The network: the ties between actors and initiatives, as a table and as a picture."""

from dataclasses import dataclass

from ..groups import Group, grouped, grouped_by
from ..knowledge import KnowledgeBase, Tie
from ..pictures.network import NETWORKED, NetworkPicture, network_picture


@dataclass(frozen=True)
class Network:
    """All ties, by label and subject: how many, between how many records; and their picture."""

    ties: tuple[Group, ...]
    count: int
    records: int
    picture: NetworkPicture


def network(knowledge: KnowledgeBase) -> Network:
    """The network of everything that has a tie to another actor or initiative."""
    ties = networked_ties(knowledge)
    tied = {id for tie in ties for id in (tie.subject, tie.object)}
    return Network(_table(ties), len(ties), len(tied), network_picture(knowledge, ties))


def networked_ties(knowledge: KnowledgeBase) -> tuple[Tie, ...]:
    """Every tie between two actors or initiatives, in reading order."""
    return tuple(
        tie
        for collection in NETWORKED
        for id in knowledge.ids.get(collection, ())
        for tie in knowledge.ties_from.get(id, ())
        if knowledge.entries[tie.object].collection in NETWORKED
    )


def _table(ties: tuple[Tie, ...]) -> tuple[Group, ...]:
    by_label = grouped_by(lambda tie: tie.label, ties)
    return tuple(
        Group(label, grouped(grouped_by(lambda tie: tie.subject, alike)))
        for label, alike in by_label.items()
    )
