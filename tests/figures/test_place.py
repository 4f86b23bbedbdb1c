"""Labels never meet, keep their order, and stay as near as they can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reporter.figures.drawing.frame import shown_periods
from reporter.figures.drawing.place import Box, apart, around, best, crosses

PLACES = st.lists(st.floats(0, 250), min_size=1, max_size=31)
EXACT = 1e-6


@given(PLACES)
def test_labels_do_not_overlap_and_keep_their_order(wanted):
    placed = apart(wanted, [8.0] * len(wanted), 0, 300)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    assert all(placed[b] - placed[a] >= 8 - EXACT for a, b in pairwise(order))


@given(PLACES)
def test_no_label_is_moved_farther_than_all_labels_are_tall(wanted):
    placed = apart(wanted, [8.0] * len(wanted), 0, 250)
    assert all(abs(p - w) <= 8 * len(wanted) + EXACT for p, w in zip(placed, wanted, strict=True))


@given(PLACES)
def test_labels_stay_inside_where_there_is_room(wanted):
    placed = apart(wanted, [8.0] * len(wanted), 0, 250)
    assert min(placed) >= 4 - EXACT
    assert max(placed) <= 246 + EXACT


def test_labels_far_apart_stay_where_they_are_wanted():
    assert apart([10, 50, 90], [8, 8, 8], 0, 100) == [10, 50, 90]


def test_two_labels_wanted_at_one_place_share_the_way():
    assert apart([50, 50], [8, 8], 0, 100) == [46, 54]


def test_a_label_goes_under_its_point_where_the_place_above_is_taken():
    room, taken = Box(0, 0, 100, 100), [Box(0, 52, 100, 100)]
    box = best(around((50, 50), 20, 8), room, taken, [])
    assert box is not None
    assert box.top < 50


def test_a_label_without_a_free_place_is_not_printed():
    assert best(around((50, 50), 20, 8), Box(0, 0, 100, 100), [Box(0, 0, 100, 100)], []) is None


def test_a_clear_place_lies_across_no_stroke_though_one_that_does_is_nearer():
    room, stroke = Box(0, 0, 100, 100), ((0, 60), (100, 60))
    places = [(0.0, Box(40, 55, 60, 65)), (60.0, Box(40, 75, 60, 85))]
    assert best(places, room, [], [stroke]) == places[0][1]
    assert best(places, room, [], [stroke], clear=True) == places[1][1]
    assert best(places[:1], room, [], [stroke], clear=True) is None


def test_a_box_knows_the_segments_that_cut_it():
    box = Box(0, 0, 10, 10)
    assert box.cut_by(((-5, 5), (15, 5)))
    assert not box.cut_by(((-5, 12), (15, 12)))


def test_two_segments_cross():
    assert crosses(((0, 0), (10, 10)), ((0, 10), (10, 0)))
    assert not crosses(((0, 0), (1, 1)), ((5, 0), (6, 0)))


def test_periods_too_near_are_thinned_but_first_and_last_stay():
    boxes = [Box(10 * t, 0, 10 * t + 9, 8) for t in range(7)]
    assert shown_periods(boxes) == [0, 2, 4, 6]
