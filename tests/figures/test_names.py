"""Long names beside bars and at the ends of lines: folded, so that what is drawn keeps its room."""

from dataclasses import replace

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.bars import names
from reporter.figures.drawing.lines import Line, Look, folded
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import HEAD, Face, sheet, wide
from reporter.figures.slope import _abreast
from tests.conftest import base_words

LONG = "Sichuan and Chongqing, mean of the two whole provinces"


def test_a_long_name_keeps_to_its_share_of_the_sheet() -> None:
    paper = sheet(100, 40)
    end = names(paper, ["Jiangsu", LONG], [80, 40], [HEAD, HEAD], 0.36)
    assert end <= 0.36 * paper.room.width < wide([LONG], HEAD)


def test_a_name_stays_in_one_line_where_its_row_is_low() -> None:
    paper = sheet(100, 40)
    assert names(paper, ["Jiangsu", LONG], [80, 72], [HEAD, HEAD], 0.36) == wide([LONG], HEAD)


def test_the_lines_of_a_folded_name_lie_about_the_middle_of_its_row() -> None:
    paper = sheet(100, 40)
    names(paper, [LONG], [50], [HEAD], 0.36)
    middles = [(box.bottom + box.top) / 2 for box in paper.taken]
    assert len(middles) > 1
    assert abs(sum(middles) / len(middles) - 50) < 1


def test_a_long_name_at_a_line_s_end_leaves_the_plot_its_width() -> None:
    line = Line(LONG, np.array([40.0, 50.0]), s.GREY)
    (found,) = folded([line], Look(), Box(0, 0, 300, 100))
    assert found.name.split() == LONG.split()
    assert wide(found.name.split("\n"), Face()) <= 0.25 * 300


def test_fewer_slopes_stand_abreast_the_longer_the_names() -> None:
    # 493 points wide; a name of 4 or 120, two figures of 20, 15 between them, a plot of 15, a gutter of 14
    words = replace(base_words("en"), shorts={"a": "A", "b": "Inner Mongolia Autonomous Region"})
    figure = np.array([100.0, 100.0])
    assert _abreast(words, {"x": {"a": figure}}, s.C12) == 5
    assert _abreast(words, {"x": {"a": figure, "b": figure}}, s.C12) == 2


def test_long_names_stay_whole_where_the_area_is_too_low_for_their_rows() -> None:
    line = Line(LONG, np.array([40.0, 50.0]), s.GREY)
    assert folded([line], Look(), Box(0, 0, 300, 12))[0].name == LONG
