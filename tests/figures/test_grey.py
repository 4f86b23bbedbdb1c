"""Printed in grey a chart says the same: neighbours part in lightness, and nothing hangs on hue alone."""

from itertools import combinations, pairwise

import bth
import numpy as np
import pytest

from reporter.figures import FIGURES, style
from reporter.methods import colour


def lightness(fill):
    """L* of a role or a colour, 0–100."""
    return colour.lightness(style.paint(fill))


def steps(fills):
    """How far apart neighbours lie."""
    return [abs(lightness(a) - lightness(b)) for a, b in pairwise(fills)]


def test_the_hues_of_regions_part_in_grey_and_so_do_their_markers():
    for one, other in combinations(style.HUES, 2):
        assert abs(lightness(one.fill) - lightness(other.fill)) >= 13
    assert len({hue.marker for hue in style.HUES}) == len(style.HUES)


def test_the_shades_of_stacked_dimensions_part_in_grey():
    assert min(steps(style.SHADES)) >= 20
    assert min(steps([style.shade(k) for k in range(6)])) >= 20  # a fourth begins again, beside the third


@pytest.mark.parametrize("parts", [2, 3, 4, 5])
def test_the_layers_of_a_disparity_part_in_grey_from_the_first_on(parts):
    assert min(steps([style.LEADER.fill, *style.ladder(parts)])) >= 12


def test_a_focus_parts_from_its_context_in_grey():
    for hue in (style.LEADER, style.CHOSEN, style.MEAN_HUE):
        assert abs(lightness(hue.fill) - lightness(style.CONTEXT)) >= 20


def test_a_heat_map_grows_darker_all_the_way():
    fills = [style.heat(share) for share in np.linspace(0, 1, 21)]
    assert all(lightness(a) > lightness(b) for a, b in pairwise(fills))


@pytest.mark.parametrize(("name", "options"), [("stages", {"index": "stages"}), ("correlations", {})])
def test_where_hue_tells_the_sign_the_figure_prints_it(name, options):
    figure = FIGURES[name](bth.assessment("2022"), bth.words("en"), **options)
    below = [cell for row in figure.rows for cell in row[1:] if isinstance(cell, float) and cell < -0.05]
    assert below
    assert figure.svg.decode().count("−") >= len(below)


def test_a_loss_is_an_outline_and_a_gain_is_filled():
    made = bth.assessment("2022")
    figure = FIGURES["waterfall"](made, bth.words("en"), region="Tianjin", most=20)
    losses = sum(row[1] < 0 for row in figure.rows)
    edge = style.paint(style.hues(made.main.members)["Tianjin"].fill).lower()
    assert losses
    outlined = figure.svg.decode().partition(f'<g style="fill:#ffffff;stroke:{edge}')[2].partition("</g>")[0]
    assert outlined.count("<path") == losses
