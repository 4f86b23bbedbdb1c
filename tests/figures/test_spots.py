"""What a screen tells under the pointer is what the drawing shows, at the place where it shows it."""

import re

import bth
import numpy as np
from test_figures import drawn, languages, measured

from reporter.figures import style
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.spots import course, spot
from reporter.model.screen import HotSpot

TELLING = {
    "behind", "bump", "caterpillar", "columns", "conclusions", "correlations", "cover", "drawdown",
    "dumbbell", "frontier", "gap", "heat", "indicators", "key", "lines", "long", "moved", "panels",
    "parts", "profile", "ranking", "sensitivity", "series", "slope", "standings", "tiles",
}  # fmt: skip


def test_a_spot_is_a_box_in_shares_from_the_top_left() -> None:
    paper = sheet(100, 50)
    spot(paper, Box(10 * style.MM, 40 * style.MM, 20 * style.MM, 50 * style.MM), "Hebei", "33.6", "2016")
    assert paper.spots == [HotSpot(0.1, 0.0, 0.1, 0.2, "Hebei", "33.6", "2016")]


def test_a_missing_figure_has_no_spot() -> None:
    paper = sheet(100, 50)
    points, years = [(0.0, 0.0), (9.0, 9.0)], ("2016", "2017")
    course(paper, points, np.array([np.nan, 2.0]), "Hebei", years, lambda v: f"{v:.0f}")
    assert [(s.value, s.at) for s in paper.spots] == [("2", "2017")]


@drawn
@languages
def test_every_mark_lies_in_its_drawing_and_tells_a_figure_of_the_data(name, options, language):
    figure = measured(name, options, language, "2022")[0]
    assert figure.spots or name not in TELLING
    cells = [abs(cell) for row in figure.rows for cell in row if not isinstance(cell, str) and cell == cell]
    known = [cell * times for cell in cells for times in (1, 100)]  # a share is printed in per cent
    for s in figure.spots:
        assert -0.02 <= s.left <= s.left + s.width <= 1.02
        assert -0.02 <= s.top <= s.top + s.height <= 1.02
        number = re.search(r"\d[\d,]*\.?(\d*)", s.value)
        half = 0.5 * 10.0 ** -len(number[1])
        assert min(abs(float(number[0].replace(",", "")) - k) for k in known) <= half + 1e-6, s


def test_a_course_tells_each_score_of_each_period() -> None:
    figure = measured("series", {}, "en", "2022")[0]
    main = bth.assessment("2022").main
    told = {(s.name, s.at): s.value for s in figure.spots}
    for region in main.members:
        for period, score in zip(main.periods, main.line("I", region), strict=True):
            assert told[bth.words("en").short(region), period] == f"{100 * score:.1f}"
