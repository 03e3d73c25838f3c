"""Policy areas lie within wider ones; pictures are narrowed by the widest."""

from collections.abc import Iterable

from intermestic.knowledge import KnowledgeBase
from intermestic.records.models import PolicyArea


def widest_areas(knowledge: KnowledgeBase, ids: Iterable[str]) -> tuple[str, ...]:
    """The widest areas around the policy areas `ids`, each once, in reading order."""
    return in_order(knowledge, {_widest(knowledge, id) for id in ids})


def in_order(knowledge: KnowledgeBase, ids: Iterable[str]) -> tuple[str, ...]:
    """Records in reading order."""
    return tuple(sorted(ids, key=lambda each: knowledge.entries[each].position))


def _widest(knowledge: KnowledgeBase, id: str) -> str:
    record = knowledge.entries[id].record
    while isinstance(record, PolicyArea) and record.parent:
        id, record = record.parent, knowledge.entries[record.parent].record
    return id
