"""What a screen tells under the pointer is what the drawing shows, at the place where it shows it."""

import re

import bth
import numpy as np
import pytest
from test_figures import OF_MANY, drawn, languages, measured
from test_many import MANY
from test_many import measured as of_many

from reporter.figures import style
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.spots import course, spot
from reporter.model.screen import HotSpot

TELLING = {
    "band", "behind", "box", "bump", "caterpillar", "columns", "conclusions", "correlations", "cover",
    "drawdown", "dumbbell", "frontier", "gap", "heat", "indicators", "key", "lines", "lollipop", "long",
    "lorenz", "moved", "panels", "parts", "profile", "radar", "ranking", "sensitivity", "series", "slope",
    "stages", "standings", "theil", "tiles", "waterfall",
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
    assert_told_of_the_data(figure)


@pytest.mark.parametrize(("name", "options"), [case for case in MANY if case[0] in OF_MANY])
@languages
def test_so_does_every_mark_of_a_chart_that_needs_more_regions(name, options, language):
    figure = of_many(name, options, language, 8)[0]
    assert figure.spots
    assert_told_of_the_data(figure)


def assert_told_of_the_data(figure):
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


def test_a_ring_tells_the_score_of_the_period_before_it() -> None:
    figure = measured("lollipop", {}, "en", "2022")[0]
    main, (first, *_) = bth.assessment("2022").main, figure.spots
    region = next(r for r in main.members if bth.words("en").name(r) == first.name)
    assert (first.at, first.value) == ("2021", f"{100 * main.score('I', region, '2021'):.1f}")


def test_a_period_is_told_as_the_language_writes_it() -> None:
    assert {s.at for s in measured("series", {}, "zh", "2022")[0].spots} == {
        f"{year}年" for year in range(2016, 2023)
    }


def test_the_steps_of_a_waterfall_lead_from_its_first_score_to_its_last() -> None:
    *steps, first, last = measured("waterfall", {"region": "Hebei"}, "en", "2022")[0].spots
    told = [float(s.value.replace("−", "-")) for s in (first, *steps)]
    assert sum(told) == pytest.approx(float(last.value), abs=0.05 * (len(told) + 1))
