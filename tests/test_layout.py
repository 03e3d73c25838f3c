"""Where the marks of a network stand."""

from itertools import combinations

from intermestic.diagrams.layout import Box, Layout, arrange

WIDTH = 400
STAR = [(0, tip) for tip in range(1, 9)]
CHAIN = [(9, 10), (10, 11)]
BOXES = [Box(30 + 7 * (place % 5), 30 + 5 * (place % 3)) for place in range(12)]


def clear(boxes: list[Box], layout: Layout) -> bool:
    return all(
        abs(ax - bx) >= (a.width + b.width) / 2 or abs(ay - by) >= (a.height + b.height) / 2
        for (a, (ax, ay)), (b, (bx, by)) in combinations(zip(boxes, layout.centres, strict=True), 2)
    )


def test_no_box_lies_over_another() -> None:
    assert clear(BOXES, arrange(BOXES, STAR + CHAIN, WIDTH))


def test_boxes_that_crowd_a_narrow_picture_still_do_not_overlap() -> None:
    boxes = [Box(90, 40)] * 40
    ties = [(one, other) for one, other in combinations(range(40), 2) if other % (one + 2) == 0]
    layout = arrange(boxes, ties, 300)
    assert clear(boxes, layout)
    assert all(45 <= x <= 255 for x, _ in layout.centres)


def test_every_box_lies_within_the_picture() -> None:
    layout = arrange(BOXES, STAR + CHAIN, WIDTH)
    for box, (x, y) in zip(BOXES, layout.centres, strict=True):
        assert box.width / 2 <= x <= WIDTH - box.width / 2
        assert box.height / 2 <= y <= layout.height - box.height / 2


def test_what_is_tied_stands_nearer_than_what_is_not() -> None:
    chain = [(place, place + 1) for place in range(5)]
    (ax, ay), *_, (fx, fy) = places = arrange([Box(20, 20)] * 6, chain, WIDTH).centres
    bx, by = places[1]
    assert (ax - bx) ** 2 + (ay - by) ** 2 < (ax - fx) ** 2 + (ay - fy) ** 2


def test_the_same_network_is_always_drawn_the_same() -> None:
    assert arrange(BOXES, STAR + CHAIN, WIDTH) == arrange(BOXES, reversed(STAR + CHAIN), WIDTH)


def test_a_box_that_nothing_is_tied_to_has_its_place() -> None:
    assert arrange([Box(20, 10)], [], WIDTH) == Layout(((11, 6),), 12)


def test_no_boxes_take_no_room() -> None:
    assert arrange([], [], WIDTH) == Layout((), 0)
