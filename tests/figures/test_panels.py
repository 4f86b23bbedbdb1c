"""Charts side by side: rows as even as they can be, and no more charts a row than it has room for."""

import pytest
from bth import assessment, words

from reporter.figures.drawing.panels import even
from reporter.figures.indicators import _title
from reporter.figures.panels import panels
from reporter.figures.parts import _least


@pytest.mark.parametrize(
    ("count", "most", "abreast"),
    [(1, 3, 1), (3, 3, 3), (4, 3, 2), (5, 3, 3), (5, 4, 3), (6, 4, 3), (7, 4, 4), (9, 4, 3)],
)
def test_rows_are_as_even_as_they_can_be(count, most, abreast):
    assert even(count, most) == abreast


def test_a_row_of_narrow_charts_is_parted():
    one_row, two_rows = (panels(assessment("2022"), words("en"), width=w).height for w in (300, 90))
    assert one_row < two_rows


def test_the_best_in_a_single_indicator_is_not_counted():
    first = assessment("2022").main.steps.indicators[0]
    title = _title(assessment("2022"), words("en"), (first,), "input")
    assert title == "In 2022 Beijing has the best value of the one indicator of innovation input"


def test_bars_stand_wider_apart_where_a_name_needs_two_lines():
    long = ["Hebei", "Mean of the Yangtze River Delta"]
    assert _least(["Hebei"], 82) == 0
    assert _least(long, 82) > 2 * 1.25 * 7.5 / 2.835  # two lines of 7.5 pt, in mm
    assert _least(long, 174) == 0
