"""Tiles, places over time and the frontier: what they say, and what they refuse to say."""

from dataclasses import replace

import bth
import numpy as np
import pytest

from reporter.errors import Faults
from reporter.figures import FIGURES, style
from reporter.figures.bump import Move, _hues, _title
from reporter.model.study import Frontier

NONE = (float("nan"), float("nan"))
FACTS = {"first": "2018", "n": 4}


def moved(region, first, last, sure=True):
    return Move(region, np.array([first, last], dtype=float), NONE, NONE, sure)


def test_letters_read_on_every_shade_of_a_heat_map():
    fills = [style.heat(share) for share in np.linspace(0, 1, 201)]
    fills += [style.correlation(r) for r in np.linspace(-1, 1, 201)]
    assert min(style.contrast(style.on(fill), fill) for fill in fills) >= 4.5


def test_black_on_white_has_the_contrast_of_the_standard():
    assert style.contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_every_member_has_a_tile_with_its_cell_and_those_above_the_mean_are_counted():
    figure = FIGURES["tiles"](bth.assessment("2022"), bth.words("en"))
    scores = {
        r: 100 * bth.assessment("2022").main.score("I", r, "2022") for r in ("Beijing", "Tianjin", "Hebei")
    }
    mean = sum(scores.values()) / 3
    above = sum(value > mean for value in scores.values())
    assert figure.title.startswith(f"{above} of 3 regions stand above the mean of {mean:.1f}")
    assert {row[0]: row[3] for row in figure.rows} == pytest.approx(scores, abs=1e-6)
    assert {(row[1], row[2]) for row in figure.rows} == {(1, 1), (2, 2), (1, 2)}  # of the study alone


def test_a_member_without_a_score_has_a_tile_with_a_dash_and_no_place():
    made = bth.made_up()
    values = {code: v.copy() for code, v in made.main.values.items()}
    values["I"][6] = np.nan
    board = replace(made.board, results=dict(made.board.results) | {"I": replace(made.main, values=values)})
    figure = FIGURES["tiles"](replace(made, board=board), bth.made_up_words("en"))
    assert "Region 7: —" in " ".join(figure.alt.split())
    assert ">—<" in "".join(figure.svg.decode().split())


def test_a_member_without_a_cell_is_a_fault_at_its_line():
    made = bth.made_up()
    regions = (*made.study.regions[:-1], replace(made.study.regions[-1], cell=None))
    less = replace(made, study=replace(made.study, regions=regions))
    assert not less.study.tiled
    with pytest.raises(Faults, match="'Region 31' has no cell on the tile grid; give it 'cell:"):
        FIGURES["tiles"](less, bth.made_up_words("en"))


def test_a_change_of_place_within_its_uncertainty_is_none():
    doubtful = [moved("Beijing", 3, 1, sure=False), moved("Hebei", 1, 3, sure=False)]
    assert _title(bth.words("en"), doubtful, "sure", FACTS) == (
        "No region's place changed beyond its uncertainty since 2018"
    )
    assert _hues(doubtful)["Hebei"] == style.GREY


def test_the_sure_change_is_told_and_not_the_larger_doubtful_one():
    some = [moved("Tianjin", 2, 1), moved("Beijing", 9, 2, sure=False), moved("Hebei", 1, 4)]
    assert _title(bth.words("en"), some, "sure", FACTS).endswith(
        "2 of 4 regions changed place beyond their uncertainty since 2018; Hebei most, down from place 1 to 4"
    )
    hues = _hues(some)
    assert [hues[r] == style.GREY for r in ("Tianjin", "Beijing", "Hebei")] == [False, True, False]


def test_never_more_than_three_lines_have_a_hue():
    hues = _hues([moved(r, 9 - k, k) for k, r in enumerate("abcdefgh")])
    assert sum(hue != style.GREY for hue in hues.values()) <= len(style.HUES)


def test_every_place_of_every_period_stands_in_the_data_with_both_intervals():
    made = bth.made_up()
    figure, periods = FIGURES["bump"](made, bth.made_up_words("en")), made.main.periods
    assert figure.columns[1:-2] == periods
    ranks = made.main.ranks("I")
    assert {row[0]: row[1 : 1 + len(periods)] for row in figure.rows} == {
        r: tuple(ranks[k]) for k, r in enumerate(made.main.members)
    }
    assert all("–" in row[-1] or row[-1].isdigit() for row in figure.rows)


def test_the_frontier_names_those_that_none_outdoes():
    made = bth.made_up()
    figure = FIGURES["frontier"](made, bth.made_up_words("en"))
    pairs = {row[0]: row[1:3] for row in figure.rows}

    def outdone(region):
        x, y = pairs[region]
        return any(a <= x and b >= y and (a, b) != (x, y) for a, b in pairs.values())

    there = [r for r in pairs if not outdone(r)]
    assert [row[0] for row in figure.rows if row[3] == "on it"] == there
    assert len(there) == 4
    assert figure.title.startswith(", ".join(there[:3]) + f", and {there[3]} lie on the frontier")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_point_of_the_frontier_chart_is_named(language):
    words = bth.made_up_words(language)
    svg = FIGURES["frontier"](bth.made_up(), words).svg.decode()
    assert [n for n in range(1, 32) if f">{words.name(f'Region {n}')}<" not in svg] == []


def test_a_pair_that_is_said_stands_before_that_of_the_study():
    figure = FIGURES["frontier"](bth.made_up(), bth.made_up_words("en"), source="output", target="input")
    assert bth.made_up().study.frontier == Frontier("input", "output")
    assert figure.columns[1:3] == tuple(bth.made_up_words("en").name(c) for c in ("I2", "I1"))
