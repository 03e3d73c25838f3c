"""The check that relations such as being a part of something lead to no cycle."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from intermestic.problems import Problem
from intermestic.reading.validate import ValidRecord
from intermestic.records.walk import FieldPath


def check_cycles(records: Iterable[ValidRecord]) -> Iterator[Problem]:
    """Yield a problem for each cycle of relations that must have none."""
    edges: dict[str, dict[str, dict[str, tuple[ValidRecord, FieldPath]]]] = {}
    for valid in records:
        for stated in valid.relations:
            if stated.mark.acyclic:
                field = f"{valid.raw.collection}.{stated.path[0]}"
                others = edges.setdefault(field, {}).setdefault(valid.raw.id, {})
                others[stated.id] = (valid, stated.path)
    for graph in edges.values():
        while cycle := _cycle(graph):
            start = cycle.index(min(cycle))
            ring = cycle[start:] + cycle[: start + 1]
            valid, path = graph[ring[0]].pop(ring[1])
            yield valid.raw.problem(path, "found the cycle " + " > ".join(ring), "no way back")


def _cycle(graph: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Return the ids of one cycle in `graph`, each before the one it points at, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1][1:]))
    return []
