"""The layout of a network: marks near those that they are linked to, none over another.

Stress majorization (Gansner, Koren and North, “Graph Drawing by Stress Majorization”, 2004), in
which boxes that overlap also move apart. It begins from the same places each time, so the same
network is always drawn the same.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

# In the diagram's units: between two linked boxes, around each box, and around it while boxes move
# apart, so that they don't end with their edges touching.
LINK_LENGTH, MARGIN, SLACK = 32.0, 1.0, 5.0
PART_GAP = 14.0  # between parts that no link joins
SETTLING, PARTING = 200, 400  # the rounds of each
# How much more it counts that an overlap goes than that a distance is ideal.
URGENCY = 200.0


@dataclass(frozen=True)
class Box:
    """The room that a mark with its name needs."""

    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """The centre of each box, from the upper left corner, and the height of the whole."""

    centres: tuple[tuple[int, int], ...]
    height: int


@dataclass(frozen=True)
class _Part:
    """Boxes that links hold together: their indices, their places in the part, and its size."""

    members: list[int]
    places: Array
    size: Array


@dataclass(frozen=True)
class _Springs:
    """For each two boxes: their ideal distance, how much it counts, and whether they are linked.

    The ideal distance is the length of the shortest way along links.
    """

    length: Array
    weight: Array
    linked: Array


def arrange(boxes: Sequence[Box], links: Iterable[tuple[int, int]], width: int) -> Layout:
    """Lay out `boxes` with those near each other that are linked, in at most `width`.

    `links` are pairs of indices of boxes. Parts that no link joins stand in rows: the one with
    most boxes first, then the tallest.
    """
    graph = nx.Graph()
    graph.add_nodes_from(range(len(boxes)))
    graph.add_edges_from(sorted(tuple(sorted(link)) for link in links))
    members = sorted((sorted(part) for part in nx.connected_components(graph)), key=_largest_first)
    parts = [_settle(graph.subgraph(part), [boxes[i] for i in part], width) for part in members]
    parts[1:] = sorted(parts[1:], key=lambda part: -part.size[1])
    centres: dict[int, tuple[int, int]] = {}
    left, top, row = 0.0, 0.0, 0.0
    for part in parts:
        if left and left + part.size[0] > width:
            left, top, row = 0.0, top + row + PART_GAP, 0.0
        for index, (x, y) in zip(part.members, part.places, strict=True):
            centres[index] = (round(left + x), round(top + y))
        left, row = left + part.size[0] + PART_GAP, max(row, part.size[1])
    return Layout(tuple(centres[index] for index in range(len(boxes))), math.ceil(top + row))


def _largest_first(members: list[int]) -> tuple[int, int]:
    return (-len(members), members[0])


def _settle(graph: nx.Graph, boxes: list[Box], width: int) -> _Part:
    """Lay out a part: distances as near to ideal as they can be, then no box over another."""
    half = np.array([(box.width, box.height) for box in boxes]) / 2 + MARGIN
    springs = _springs(graph, half)
    places = _start(graph, LINK_LENGTH + half.mean())
    for _ in range(SETTLING):
        places = _step(places, springs.length, springs.weight)
    places = _part_overlaps(_upright(places), half, springs, width)
    places = _stack_overlaps(places, half)
    places -= (places - half).min(axis=0)
    return _Part(sorted(graph), places, (places + half).max(axis=0))


def _springs(graph: nx.Graph, half: Array) -> _Springs:
    nodes, reach = sorted(graph), half.mean(axis=1)
    at = {node: index for index, node in enumerate(nodes)}
    ways = nx.Graph()
    ways.add_nodes_from(nodes)
    for start, end in graph.edges:
        length = LINK_LENGTH + (reach[at[start]] + reach[at[end]]) / 2
        ways.add_edge(start, end, weight=length)
    length = np.asarray(nx.floyd_warshall_numpy(ways, nodelist=nodes))
    weight = 1 / np.maximum(length, 1) ** 2
    np.fill_diagonal(weight, 0)
    return _Springs(length, weight, nx.to_numpy_array(graph, nodelist=nodes))


def _start(graph: nx.Graph, step: float) -> Array:
    """Return places in rings around the box with most links, in the order of a walk from it."""
    root = max(sorted(graph), key=graph.degree)
    walk = list(nx.dfs_preorder_nodes(graph, root))
    depth = nx.single_source_shortest_path_length(graph, root)
    angle = {node: math.tau * turn / len(walk) for turn, node in enumerate(walk)}
    return step * np.array(
        [(depth[n] * math.cos(angle[n]), depth[n] * math.sin(angle[n])) for n in sorted(graph)]
    )


def _step(places: Array, wanted: Array, weight: Array) -> Array:
    """Move each box half the way to where the others, weighed, would have it.

    Places are rounded, so that the last digits, in which machines differ, do not add up.
    """
    push = weight * wanted / _distances(places)
    total = np.maximum(weight.sum(axis=1), 1e-9)[:, None]
    target = (weight @ places + push.sum(axis=1)[:, None] * places - push @ places) / total
    half_way: Array = np.round((places + target) / 2, 6)
    return half_way


def _distances(places: Array) -> Array:
    x, y = places.T
    distances: Array = np.hypot(x[:, None] - x, y[:, None] - y)
    return np.maximum(distances, 0.01)


def _upright(places: Array) -> Array:
    """Turn `places` around their middle until their longer axis stands upright."""
    x, y = (places - places.mean(axis=0)).T
    turn = math.pi / 2 - math.atan2(2 * (x * y).sum(), (x * x).sum() - (y * y).sum()) / 2
    cosine, sine = math.cos(turn), math.sin(turn)
    return np.stack([x * cosine - y * sine, x * sine + y * cosine], axis=1)


def _part_overlaps(places: Array, half: Array, springs: _Springs, width: int) -> Array:
    """Move boxes apart that overlap, within `width`; soon only links hold boxes together."""
    for turn in range(PARTING):
        if turn > PARTING // 4 and (_clearance(places, half) <= 1).all():
            break
        factor = _clearance(places, half + SLACK)
        hold = springs.weight * np.maximum(2 * springs.linked, max(0.02, 1 - 8 * turn / PARTING))
        wanted = np.where(factor > 1, _distances(places) * np.minimum(factor, 1.5), springs.length)
        weight = np.where(factor > 1, URGENCY / np.maximum(wanted, 1) ** 2, hold)
        places = _step(places, wanted, weight)
        places[:, 0] = np.clip(places[:, 0], half[:, 0] - width / 2, width / 2 - half[:, 0])
    return places


def _clearance(places: Array, half: Array) -> Array:
    """Return the factor by which the distance of each two boxes must grow for them to be clear."""
    between = np.abs(places[:, None] - places[None])
    factor: Array = ((half[:, None] + half[None]) / np.maximum(between, 1e-6)).min(axis=-1)
    np.fill_diagonal(factor, 0)
    return factor


def _stack_overlaps(places: Array, half: Array) -> Array:
    """Move down, from the top, what still overlaps until it is clear of what is above."""
    places = places.copy()
    above: list[int] = []
    for index in sorted(range(len(places)), key=lambda i: (places[i, 1], places[i, 0])):
        for other in sorted(above, key=lambda i: places[i, 1]):
            clear = half[index] + half[other]
            if (np.abs(places[index] - places[other]) < clear - 0.01).all():
                places[index, 1] = places[other, 1] + clear[1]
        above.append(index)
    return places
