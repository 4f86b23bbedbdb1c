"""The charts of disparity and of stages: the numbers of the method, and what they refuse."""

from dataclasses import replace
from types import MappingProxyType

import bth
import numpy as np
import pytest

from reporter.errors import Where
from reporter.figures import FIGURES
from reporter.figures.lorenz import _curve
from reporter.figures.stages import Stage, _title
from reporter.figures.theil import split_of
from reporter.indices.plain import figures as with_figures
from reporter.indices.plain import of_members
from reporter.methods.inequality import gini, lorenz, theil, theil_decomposition
from reporter.model.result import Result
from reporter.model.words import Entry

MEMBERS, PARTS = ("A", "B", "C", "D"), {"East": ["A", "B"], "West": ["C", "D"]}
Y = np.array([[1.0, 3.0, 2.0, 2.0], [1.0, 1.0, 4.0, 4.0]])
P = np.array([[1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]]) / 4


def disparity(measure="theil"):
    """Four regions in two parts: first unequal inside the East, then between the parts alone."""
    found = theil_decomposition(Y, np.array(["East", "East", "West", "West"]), P)
    inside = {f"inside {part}": found.inside[:, k] for k, part in enumerate(found.groups)}
    layers = {"between": found.between, "within": found.within, **inside}
    trace = (
        of_members("All", "y", Y, MEMBERS),
        of_members("All", "p", P, MEMBERS),
        with_figures("All", layers),
    )
    options = {"of": "gdp", "measure": measure, "population": "people", "parts": PARTS}
    return Result("d", "disparity", options, (), {"All": MEMBERS}, ("2021", "2022"), {"d": found.total[None]},
                  np.zeros((1, 2), bool), "plain", "down", trace)  # fmt: skip


def test_the_layers_of_a_disparity_add_up_to_it():
    split = split_of(disparity())
    assert sum(split.layers.values()) == pytest.approx(theil(Y, P))
    assert split.layers["between"] == pytest.approx([0, np.log(4 / 2.5) * 0.8 + np.log(1 / 2.5) * 0.2])
    assert split.layers["East"] == pytest.approx([0.5 * (0.25 * np.log(0.5) + 0.75 * np.log(1.5)), 0])


def test_a_disparity_without_parts_has_no_layers():
    plain = replace(disparity(), trace=disparity().trace[:2])
    with pytest.raises(KeyError):
        split_of(plain)


def test_a_lorenz_curve_runs_from_the_lowest_region_and_its_half_is_read_off_it():
    curve = _curve(disparity(), 1)
    assert curve.members == ("A", "B", "C", "D")
    assert curve.shares == pytest.approx([0, 0.1, 0.2, 0.6, 1])
    assert curve.half == pytest.approx(0.2)


def test_twice_the_area_above_a_lorenz_curve_is_the_gini_coefficient():
    y, p = np.array([5.0, 1.0, 2.0]), np.array([2.0, 1.0, 1.0])
    weights, shares = lorenz(y, p)
    assert 1 - 2 * np.trapezoid(shares, weights) == pytest.approx(float(gini(y, p)))


def test_where_all_are_alike_the_curve_is_the_diagonal():
    weights, shares = lorenz(np.full(4, 7.0))
    assert shares == pytest.approx(weights)


def test_a_part_without_a_member_in_the_group_has_no_layer():
    result = disparity()
    wider = {**result.options, "parts": {**PARTS, "North": ["E"]}}
    assert list(split_of(replace(result, options=wider)).layers) == ["between", "East", "West"]


def test_the_split_prints_between_and_within_of_the_index():
    made = bth.assessment("2022")
    board = replace(made.board, results=MappingProxyType({**made.board.results, "d": disparity()}))
    figure = FIGURES["theil"](
        replace(made, board=board), named({"d": "Disparity", "d-East": "the East"}), index="d"
    )
    assert figure.title == "100% of the disparity lies between the East and West in 2022, after 0% in 2021"
    assert [row[0] for row in figure.rows] == [
        "between the parts",
        "inside: the East",
        "inside: West",
        "in all",
    ]
    assert figure.rows[-1][1:] == pytest.approx(theil(Y, P), abs=1e-6)


def named(names):
    plain = bth.words("en")
    return plain.knowing({**plain.names, **names}, plain.shorts, plain.units, plain.withins)


def test_every_stage_of_the_index_stands_in_the_data():
    made = bth.assessment("2022")
    result = made.board.results["stages"]
    figure = FIGURES["stages"](made, bth.words("en"), index="stages")
    told = [s for region in result.regions for s in result.step("stages", region).labels["stage"]]
    assert [
        f"{kind.replace('explosive growth', 'explosive')} {a}–{b}" for _, a, b, kind, _ in figure.rows
    ] == told
    rates = [rate for r in result.regions for rate in result.step("stages", r).values[0]]
    assert [row[-1] for row in figure.rows] == pytest.approx([100 * rate for rate in rates], abs=1e-6)


@pytest.mark.parametrize(("name", "index", "count"), [("lorenz", "d", 8), ("stages", "stages", 7)])
def test_a_share_has_the_sign_of_its_language(name, index, count):
    made, plain = bth.assessment("2022"), named({"d": "Disparity", **{m: m for m in MEMBERS}})
    board = replace(made.board, results={**made.board.results, "d": disparity()})
    spaced = {**plain.entries, "language.percent": Entry("\u00a0%", Where("xx.yaml"))}
    spots = FIGURES[name](replace(made, board=board), replace(plain, entries=spaced), index=index).spots
    assert len(spots) >= count
    assert all(spot.value.endswith("\u00a0%") for spot in spots)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (
            [("growth", 0.1), ("decline", -0.2)],
            "Beijing grows fastest, +10.0% a year in 2016–2019; Beijing declines, −20.0% a year in 2019–2022",
        ),
        (
            [("growth", 0.1), ("stagnation", -0.005)],
            "Beijing grows fastest, +10.0% a year in 2016–2019; no stage is one of decline",
        ),
        ([("stagnation", 0.005), ("decline", -0.2)], "No stage is one of growth"),
    ],
)
def test_the_fastest_and_the_declining_stage_are_told(named, said):
    result = bth.assessment("2022").board.results["stages"]
    every = [Stage("Beijing", 3 * k, 3 * k + 3, name, rate) for k, (name, rate) in enumerate(named)]
    assert _title(bth.words("en"), result, every) == said
