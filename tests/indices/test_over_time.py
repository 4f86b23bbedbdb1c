"""Growth, volatility, falls and stages, counted on paper."""

from dataclasses import replace
from math import log, sqrt

import numpy as np
import pytest

from reporter.indices.over_time import drawdown, growth, volatility
from reporter.indices.stages import stages
from reporter.model.period import span
from tests.indices.named import ONE, close, given, refused, step

NAN = float("nan")
A, B = [100.0, 150, 75, 150], [100.0, 50, 125, 150]  # together 200, 200, 200, 300


def test_growth_is_on_the_period_before_and_a_group_s_that_of_its_sum() -> None:
    result = growth(given({"s": {"A": A, "B": B}}), of="s")
    close(result, [[NAN, 0.5, -0.5, 1], [NAN, -0.5, 1.5, 0.2], [NAN, 0, 0, 0.5]])
    assert result.behind == {
        "2020": (),
        "2021": ("2020", "2021"),
        "2022": ("2021", "2022"),
        "2023": ("2022", "2023"),
    }
    assert (result.scale, result.better, result.sources) == ("plain", "neither", ("s",))


def test_a_growth_from_nothing_has_no_value() -> None:
    close(growth(given({"s": {"A": [0.0, 5, 10]}}, groups=()), of="s"), [[NAN, NAN, 1]])


def test_growth_over_an_earlier_index_is_better_as_that_index_is() -> None:
    before = growth(given({"s": {"A": A, "B": B}}), of="s")
    known = replace(before, code="I", better="down", values={"I": np.array([[1.0, 2, 4, 8]] * 3)})
    result = growth(given({"s": {"A": A, "B": B}}, earlier={"I": known}))
    close(result, [[NAN, 1, 1, 1]] * 3)
    assert (result.better, result.options) == ("down", {"of": "I"})


def test_volatility_is_over_all_rates_so_far_or_the_last_of_them() -> None:
    # rates of A: 0.5, −0.5, 1; two: |a − b| / √2; three: mean ⅓, squares 1/36 + 25/36 + 16/36
    whole = volatility(given({"s": {"A": A}}, groups=()), of="s")
    close(whole, [[NAN, NAN, 1 / sqrt(2), sqrt((1 + 25 + 16) / 36 / 2)]])
    rolling = volatility(given({"s": {"A": A}}, groups=()), of="s", window=2)
    close(rolling, [[NAN, NAN, 1 / sqrt(2), 1.5 / sqrt(2)]])
    assert rolling.behind["2023"] == ("2021", "2022", "2023")
    assert whole.behind["2023"] == ("2020", "2021", "2022", "2023")


def test_a_fall_is_counted_from_the_highest_so_far() -> None:
    result = drawdown(given({"s": {"A": [100.0, 200, 50, 400]}}, groups=()), of="s")
    close(result, [[0, 0, 0.75, 0.75]])
    assert step(result, "below peak").tolist() == [[0, 0, -0.75, 0]]
    assert result.trace[-1].labels["fall"] == ("2021–2022, regained 2023",)


def test_a_series_that_never_falls_has_no_fall() -> None:
    result = drawdown(given({"s": {"A": [1.0, 1, 2]}}, groups=()), of="s")
    close(result, [[0, 0, 0]])
    assert result.trace[-1].labels["fall"] == ("none",)


def test_stages_break_where_growth_changes_for_good() -> None:
    line = [100 * 1.2**t for t in range(5)] + [100 * 1.2**4 * 1.02**t for t in range(1, 5)]
    result = stages(given({"s": {"A": line}}, groups=()), of="s")
    close(result, [[0.2] * 5 + [0.02] * 4])
    assert result.trace[0].labels["stage"] == ("explosive 2020–2024", "slowdown 2024–2028")


def test_a_series_too_short_for_a_border_is_one_stage() -> None:
    result = stages(given({"s": {"A": [100.0, 104]}}, groups=()), of="s")
    close(result, [[0.04, 0.04]])
    assert result.trace[0].labels["stage"] == ("growth 2020–2021",)


def test_a_filled_figure_marks_every_value_behind_which_it_stands() -> None:
    land = given({"s": {"A": A, "B": B}}, filled=("s", 0, 1))
    assert growth(land, of="s").filled.tolist() == [
        [False, True, True, False],
        [False] * 4,
        [False, True, True, False],
    ]
    assert drawdown(land, of="s").filled[0].tolist() == [False, True, True, True]


def test_a_pure_number_has_no_sum_and_so_the_group_no_row() -> None:
    assert growth(given({"s": {"A": A, "B": B}}, units={"s": ONE}), of="s").regions == ("A", "B")


def test_what_cannot_grow_is_told_with_its_line() -> None:
    told = refused(growth, given({"s": {"A": [1.0, -1], "B": [1, 1]}}), of="s")
    assert told == "s.csv:3: index 'x': 's' of A, 2021 is below 0; mend the figure, or name another series"
    told = refused(stages, given({"s": {"A": [1.0, 0, 2]}}), of="s")
    assert told.startswith("s.csv:3: index 'x': 's' of A, 2021 is not above 0; ")


def test_one_period_has_no_stage_and_no_growth() -> None:
    told = refused(stages, given({"s": {"A": [1.0]}}), of="s")
    assert (
        told
        == "study.yaml:7: index 'x' needs 2 periods or more and has 1; give it more periods, or take it out"
    )
    assert np.isnan(growth(given({"s": {"A": [1.0]}}), of="s").values["x"]).all()
    close(drawdown(given({"s": {"A": [1.0]}}), of="s"), [[0], [0]])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"of": "sx"}, "no series, indicator or index is called 'sx'; did you mean 's'?"),
        ({"of": "x"}, "'x' is not an earlier index; name a series, or change the order"),
        ({}, "is computed from another one, and none stands before it; put an index before it"),
        ({"of": "s", "window": 1}, "'window' is 1, and growth varies over 2 rates or more"),
    ],
)
def test_options_that_name_nothing_are_told(options: dict[str, object], said: str) -> None:
    assert said in refused(volatility, given({"s": {"A": A}}), **options)


@pytest.mark.parametrize(
    ("option", "said"),
    [({"penalty": -1.0}, "'penalty' is below 0"), ({"shortest": 0}, "'shortest' is below 1")],
)
def test_a_partition_that_cannot_be_is_told(option: dict[str, float], said: str) -> None:
    assert said in refused(stages, given({"s": {"A": A}}), of="s", **option)


def test_too_long_a_window_for_stages_is_told() -> None:
    assert len(span("2020", "2121")) == 102
    told = refused(stages, given({"s": {"A": [1.0] * 102}}), of="s")
    assert "index 'x' has 101 growth rates, and borders are found among 100 at most" in told


def test_missing_figures_are_told_by_region_and_period() -> None:
    land = given({"s": {"A": [1.0, NAN, NAN], "B": [1, 1, 1]}})
    assert refused(growth, land, of="s") == (
        "study.yaml:7: index 'x': 2 of 6 figures of 's' are missing: A 2021–2022; "
        "declare the gap under gaps:, or shorten the periods of x"
    )
    empty = given({"s": {"A": [NAN, NAN]}})
    assert "'s' has no figures for 2020–2021; add its rows to the source" in refused(growth, empty, of="s")


def test_a_window_beyond_that_of_the_score_is_told() -> None:
    short = growth(given({"s": {"A": [1.0, 2]}}), of="s")
    known = replace(short, code="I", values={"I": np.ones((2, 2))})
    told = refused(growth, given({"s": {"A": [1.0, 2, 3, 4]}}, earlier={"I": known}))
    assert (
        told
        == "study.yaml:7: index 'x' runs over 2022–2023, and 'I' does not; choose periods within 2020–2021"
    )


def test_a_score_without_a_value_in_the_window_is_told() -> None:
    first = growth(given({"s": {"A": [1.0, 2, 3]}}), of="s")
    known = replace(first, code="g", values={"g": first.values["x"]})
    told = refused(growth, given({"s": {"A": [1.0, 2, 3]}}, earlier={"g": known}), of="g")
    assert "1 of 3 figures of 'g' are missing: A 2020; shorten the periods of x" in told


def test_log_growth_of_a_stage_is_told_as_a_rate() -> None:
    found = stages(given({"s": {"A": [1.0, 2, 4]}}, groups=()), of="s").values["x"][0, 0]
    assert log(1 + found) == pytest.approx(log(4) / 2)
