"""The index on a panel small enough to be scored on paper, and on the real figures of the region."""

import csv
from dataclasses import replace
from functools import cache
from math import sqrt
from typing import Any

import numpy as np
import pytest

from reporter import pipeline
from reporter.config import Workspace, read_study
from reporter.config.workspace import BASE
from reporter.indices.ideal_solution import ideal_solution
from reporter.methods.expression import evaluate, parse
from reporter.model.assessment import Assessment
from reporter.model.panel import Panel, Published
from reporter.model.result import Composite, Given
from reporter.model.source import Dataset, Series
from reporter.model.study import Dimension, Framework, Group, IndexSpec, Indicator, Study
from reporter.model.unit import Unit

ONE = Unit("1", {}, 1, {})
YEARS = ("2021", "2022")
# Pooled ratios to the largest: p (÷8) is A ½, 1 and B ¼, ½; q (÷10) is A 1, 0.6 and B ½, 0.8.
P, Q = {"A": [4.0, 8], "B": [2, 4]}, {"A": [10.0, 6], "B": [5, 8]}
Table = dict[str, list[float]]


@cache
def read() -> Study:
    return read_study(Workspace(BASE), "bth")


def made(
    series: dict[str, Table],
    values: dict[str, str] | None = None,
    *,
    groups: tuple[Group, ...] = (),
    down: str = "",
    bases: dict[str, str] | None = None,
) -> tuple[Panel, Framework, IndexSpec, Study]:
    """A panel of these series, each indicator a dimension of its own."""
    values, bases = values or {name: name for name in series}, bases or {}
    regions = tuple(next(iter(series.values())))
    raw = {name: np.array([table[r] for r in regions], float) for name, table in series.items()}
    indicators = {
        i: Indicator(i, {}, {}, parse(v), ONE, "down" if i == down else "up", base=bases.get(i))
        for i, v in values.items()
    }
    framework = Framework(tuple(Dimension(f"of {i}", {}, (i,)) for i in indicators), indicators)
    layers = np.stack([evaluate(one.value, raw) for one in indicators.values()], axis=-1)
    nothing = np.zeros(layers.shape[:2], bool)
    published = {name: Published(array, nothing, {}) for name, array in raw.items()}
    panel = Panel(regions, YEARS, tuple(indicators), layers, np.zeros(layers.shape, bool), published, YEARS)
    dataset = Dataset("made", "", {}, {}, {}, {}, {name: Series(name, "made", {}, ONE) for name in series})
    spec = IndexSpec("I", "ideal-solution", {}, ("2021", "2022"), tuple(indicators), {})
    study = replace(
        read(), groups=groups, framework=framework, context={}, datasets=(dataset,), indices={"I": spec}
    )
    return panel, framework, spec, study


def scored(*args: Any, options: dict[str, str] | None = None, **more: Any) -> Composite:
    panel, framework, spec, study = made(*args, **more)
    given = Given(panel, panel, framework, spec, study)
    return ideal_solution(given, **{"negative_ideal": "zero", **(options or {})})


def whole(aggregate: str, *members: str) -> tuple[Group, ...]:
    return (Group("all", {}, members or ("A", "B"), aggregate),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        # A 2021: (¼ + 1) / (¼ + 1 + ¼ + 0); B 2021: (1/16 + ¼) / (1/16 + ¼ + 9/16 + ¼)
        ({}, [[5 / 6, 1.36 / 1.52], [5 / 18, 0.89 / 1.18]]),
        # the worst state is (¼, ½)
        ({"negative_ideal": "min"}, [[5 / 9, 0.5725 / 0.7325], [0, 0.1525 / 0.4425]]),
        (
            {"form": "classic"},
            [
                [sqrt(1.25) / (sqrt(1.25) + 0.5), sqrt(1.36) / (sqrt(1.36) + 0.4)],
                [sqrt(0.3125) / (sqrt(0.3125) + sqrt(0.8125)), sqrt(0.89) / (sqrt(0.89) + sqrt(0.29))],
            ],
        ),
        # the best state is (½, 1) in 2021 and (1, 0.8) in 2022
        ({"ideals": "period"}, [[1, 1.36 / (1.36 + 0.04)], [1 / 2, 0.89 / (0.89 + 0.25)]]),
        # the best state is (1, 1) for A and (½, 0.8) for B
        ({"ideals": "region"}, [[5 / 6, 1.36 / 1.52], [0.3125 / (0.3125 + 1 / 16 + 0.09), 1]]),
        # B over its own largest values: (½, ⅝), then (1, 1)
        (
            {"standardise_over": "region", "ideals": "region"},
            [[5 / 6, 1.36 / 1.52], [(1 / 4 + 25 / 64) / (1 / 4 + 25 / 64 + 1 / 4 + 9 / 64), 1]],
        ),
        # min–max: p is A ⅓, 1 and B 0, ⅓; q is A 1, 0.2 and B 0, 0.6
        (
            {"standardise": "min-max", "negative_ideal": "min"},
            [[(1 / 9 + 1) / (1 / 9 + 1 + 4 / 9), 1.04 / (1.04 + 0.64)],
             [0, (1 / 9 + 0.36) / (1 / 9 + 0.36 + 4 / 9 + 0.16)]],
        ),
    ],
)  # fmt: skip
def test_two_regions_two_indicators_two_years_by_hand(
    options: dict[str, str], expected: list[list[float]]
) -> None:
    result = scored({"p": P, "q": Q}, options=options)
    np.testing.assert_allclose(result.values["I"], expected, rtol=1e-14)


def test_where_less_is_better_the_smallest_is_best() -> None:
    x = scored({"p": P, "q": Q}, down="q").steps.standardised[:, :, 1]
    np.testing.assert_allclose(x, [[5 / 10, 5 / 6], [1, 5 / 8]])


def test_a_dimension_is_scored_over_its_own_indicators() -> None:
    result = scored({"p": P, "q": Q})
    assert list(result.values) == ["I", "I1", "I2"]
    np.testing.assert_allclose(result.values["I1"], [[1 / 2, 1], [1 / 10, 1 / 2]])  # x² / (x² + (1 − x)²)
    assert result.framework.codes("I_long") == {"of p": "I1_long", "of q": "I2_long"}


def test_a_group_as_one_region_is_made_of_summed_parts_mean_volumes_and_weighed_bases() -> None:
    series = {
        "patents": {"A": [6.0, 6], "B": [2, 2]},
        "people": {"A": [2.0, 2], "B": [1, 1]},
        "students": {"A": [10.0, 10], "B": [40, 40]},
        "heads": {"A": [1.0, 1], "B": [3, 3]},
    }
    values = {"rate": "patents / people", "volume": "patents", "students": "students"}
    result = scored(series, values, bases={"students": "heads"}, groups=whole("one-region"))
    # 8/3 against the best 3; (6 + 2) / 2 against 6; (10·1 + 40·3) / 4 = 32.5 against 40
    for code, x in {"I1": 8 / 9, "I2": 4 / 6, "I3": 32.5 / 40}.items():
        assert result.score(code, "all", "2022") == pytest.approx(x**2 / (x**2 + (1 - x) ** 2), rel=1e-14)


def test_a_group_as_mean_is_the_mean_of_the_scores() -> None:
    result = scored({"p": P, "q": Q}, groups=whole("mean"))
    np.testing.assert_allclose(
        result.line("I", "all"), [(5 / 6 + 5 / 18) / 2, (1.36 / 1.52 + 0.89 / 1.18) / 2]
    )


@pytest.mark.parametrize("aggregate", ["mean", "one-region"])
@pytest.mark.parametrize("scope", ["pooled", "period", "region"])
def test_a_group_never_changes_its_members(aggregate: str, scope: str) -> None:
    options = {"ideals": scope, "standardise_over": scope}
    alone = scored({"p": P, "q": Q}, options=options)
    grouped = scored({"p": P, "q": Q}, options=options, groups=whole(aggregate))
    np.testing.assert_array_equal(alone.values["I"], grouped.values["I"][:2])


@pytest.mark.parametrize("form", ["squared", "classic"])
@pytest.mark.parametrize("aggregate", ["mean", "one-region"])
def test_contributions_add_up_to_the_change_of_members_and_group(aggregate: str, form: str) -> None:
    result = scored({"p": P, "q": Q}, groups=whole(aggregate), options={"form": form})
    for region in ("A", "B", "all"):
        parts = result.contributions(region, "2021", "2022")
        change = result.score("I", region, "2022") - result.score("I", region, "2021")
        assert parts.sum() == pytest.approx(change, abs=1e-15)
        assert result.by_dimension(parts) == {"of p": parts[0], "of q": parts[1]}


def test_ties_share_the_smallest_rank() -> None:
    table = {"A": [4.0, 4], "B": [4, 4], "C": [1, 1]}
    assert scored({"p": table}).ranks("I").T.tolist() == [[1, 1, 3]] * 2


def test_a_score_on_a_filled_figure_is_marked_and_so_is_its_group() -> None:
    panel, framework, spec, study = made({"p": P, "q": Q}, groups=whole("mean"))
    filled = panel.filled.copy()
    filled[1, 0, 1] = True
    marked = replace(panel, filled=filled)
    result = ideal_solution(Given(marked, marked, framework, spec, study))
    assert result.filled.tolist() == [[False, False], [True, False], [True, False]]


@cache
def bth() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(BASE), "bth"), "2022")


@cache
def real() -> Composite:
    return bth().board.main


def test_beijing_2022_in_ten_lines_of_plain_python_from_the_published_figures() -> None:
    with (BASE / "data/sources/china-provinces.csv").open(encoding="utf-8", newline="") as file:
        v = {(r["series"], r["region"], int(r["period"])): float(r["value"]) for r in csv.DictReader(file)}
    cells = [(r, y) for r in ("Beijing", "Tianjin", "Hebei") for y in range(2016, 2023)]
    parts = "rd_personnel_fte/employment_total hitech_rd_personnel_fte/population_resident " \
        "hitech_rd_expenditure_internal industrial_rd_expenditure " \
        "patent_applications_accepted/population_resident patent_grants/population_resident " \
        "tech_market_turnover/gdp hitech_new_product_export " \
        "hei_students_per_100k hitech_industry_enterprises hitech_rd_institutions"  # fmt: skip
    raw = [{c: v[a, *c] / (v[b, *c] if b else 1) for c in cells if (a, *c) in v}
           for a, _, b in (part.partition("/") for part in parts.split())]  # fmt: skip
    x = [one["Beijing", 2022] / max(one.values()) for one in raw]
    w = [1 / 12] * 8 + [1 / 9] * 3
    near, far = (sum((wj * (xj - ideal)) ** 2 for wj, xj in zip(w, x, strict=True)) for ideal in (0, 1))
    assert real().score("I", "Beijing", "2022") == pytest.approx(near / (near + far), abs=1e-12)


@pytest.mark.parametrize(
    ("region", "start", "end", "rises"),
    [
        ("Tianjin", "2016", "2019", False),
        ("BTH", "2016", "2017", False),
        ("Hebei", "2019", "2022", True),
        ("Beijing", "2021", "2022", False),
    ],
)
def test_what_the_paper_says_of_the_course_holds_for_our_figures(
    region: str, start: str, end: str, rises: bool
) -> None:
    assert (real().score("I", region, end) > real().score("I", region, start)) is rises


def test_every_year_has_33_figures_and_only_the_enterprises_of_2017_are_filled() -> None:
    panel = bth().panel.window([str(y) for y in range(2016, 2023)], real().steps.indicators)
    assert (~np.isnan(panel.values)).sum(axis=(0, 2)).tolist() == [33] * 7
    cells = [(panel.periods[t], panel.indicators[j]) for _, t, j in np.argwhere(panel.filled)]
    assert cells == [("2017", "hitech_industry_enterprises")] * 3
    assert np.array_equal(real().filled, np.array([[y == 2017 for y in range(2016, 2023)]] * 4))


def test_four_four_and_three_indicators_weigh_30_30_and_40_in_effect() -> None:
    square = 8 / 144 + 3 / 81
    np.testing.assert_allclose(real().steps.effective, [1 / 144 / square] * 8 + [1 / 81 / square] * 3)
