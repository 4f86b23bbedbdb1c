"""One region alone, and regions that are all alike: a chart still stands, and says so."""

from dataclasses import replace

import bth
import numpy as np
import pytest
from test_disparity_figures import MEMBERS, PARTS, P, named

from reporter.figures import FIGURES
from reporter.indices.plain import figures as with_figures
from reporter.indices.plain import of_members
from reporter.model.result import Result


def alike():
    """An assessment with a disparity of nothing: four regions of one value."""
    made, y, none = bth.assessment("2022"), np.ones((1, 4)), np.zeros(1)
    layers = {"between": none, "within": none, "inside East": none, "inside West": none}
    trace = (
        of_members("All", "y", y, MEMBERS),
        of_members("All", "p", P[:1], MEMBERS),
        with_figures("All", layers),
    )
    options = {"of": "I", "measure": "theil", "population": "equal", "parts": PARTS}
    result = Result("d", "disparity", options, (), {"All": MEMBERS}, ("2022",), {"d": none[None]},
                    np.zeros((1, 1), bool), "plain", "down", trace)  # fmt: skip
    return replace(made, board=replace(made.board, results={**made.board.results, "d": result}))


NAMES = named({"d": "Disparity", **{m: m for m in MEMBERS}})


def test_nothing_is_left_to_split_where_all_are_alike():
    assert FIGURES["theil"](alike(), NAMES, index="d").title == "No disparity is left to part in 2022"


def test_the_lower_half_of_equals_holds_half():
    figure = FIGURES["lorenz"](alike(), NAMES, index="d")
    assert figure.title == "The half with the lowest innovation index holds 50.0% of the whole in 2022"


@pytest.mark.parametrize(("name", "options"), [("waterfall", {"region": "Region 1"}), ("lollipop", {})])
def test_one_region_alone_is_drawn(name, options):
    figure = FIGURES[name](bth.made_up(1), bth.made_up_words("en", 1), **options)
    assert figure.title.startswith("Region 1")


def test_regions_at_a_tie_share_a_place_and_both_are_shown():
    made = bth.made_up(31)
    values = {code: v.copy() for code, v in made.main.values.items()}
    values["I"][0] = values["I"][1] = 0.9
    board = replace(made.board, results={**made.board.results, "I": replace(made.main, values=values)})
    rows = FIGURES["lollipop"](replace(made, board=board), bth.made_up_words("en")).rows
    assert [row[:2] for row in rows[:2]] == [("1", "Region 1"), ("1", "Region 2")]
    assert rows[2][0] == "3"
