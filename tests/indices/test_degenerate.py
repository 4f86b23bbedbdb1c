"""Every index on figures that are 0, alone, equal, constant, missing or negative: a value, a gap that its
docstring tells, or a fault that says where and of what; never another exception, nor a warning.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reporter.errors import Faults, Where
from reporter.indices import INDICES, NAMED
from reporter.model.panel import Floats
from reporter.model.result import Given, Result
from reporter.model.study import Dimension, Framework
from tests.indices.named import given

FIGURES = np.array([  # three regions, three periods, the series a, b and c
    [[4.0, 2, 7], [6, 3, 8], [9, 2, 9]],
    [[3, 6, 2], [3, 5, 4], [4, 7, 3]],
    [[5, 1, 3], [7, 2, 3], [6, 3, 5]],
])  # fmt: skip
ALL = ["a", "b", "c"]
OPTIONS: Mapping[str, Mapping[str, Any]] = {
    **{m: {"of": "a"} for m in ("growth", "stages", "volatility", "drawdown", "disparity")},
    **{m: {"of": "a"} for m in ("sigma-convergence", "beta-convergence")},
    **{m: {"series": ALL} for m in ("moore", "lilien", "location-quotient", "krugman", "hhi")},
    **{m: {"series": ALL} for m in ("coverage", "breadth", "balance")},
    "rationalisation": {"value_added": ("a", "b", "c"), "employment": ("b", "c", "a")},
    "upgrading": {"value_added": ("a", "b", "c")},
    "advancement": {"value_added": ("a", "b", "c")},
    "concentration-multiple": {"outcome": "a", "base": "b"},
    "echelon-ratio": {"provincial": "a", "national": "b"},
    "overlap": {"series": ALL, "measure": "cosine"},
    "morans-i": {"of": "a", "neighbours": {"A": ["B"], "B": ["C"]}},
    "efficiency": {"inputs": ["a"], "outputs": ["b", "c"]},
}


def put(where: Any, value: float) -> Callable[[Floats], Floats]:
    """The figures with another value at one place."""

    def change(x: Floats) -> Floats:
        x = x.copy()
        x[where] = value
        return x

    return change


EVERY = slice(None)
CASES: Mapping[str, Callable[[Floats], Floats]] = {
    "nothing but 0": lambda x: x * 0,
    "one 0": put((0, 1, 2), 0),
    "a series of 0": put((EVERY, EVERY, 0), 0),
    "one region": lambda x: x[:1],
    "one period": lambda x: x[:, :1],
    "one region in one period": lambda x: x[:1, :1],
    "two regions tied": lambda x: x[[0, 0, 2]],
    "all the same": lambda x: x * 0 + 3,
    "a constant series": put((EVERY, EVERY, 0), 3),
    "one figure missing": put((1, 1, 0), np.nan),
    "a series missing": put((EVERY, EVERY, 0), np.nan),
    "one figure below 0": put((1, 1, 0), -1),
}
RATIOS = {"ideal-solution", "waspas", "coupling", "obstacle"}
SPREADS = {"weighted-mean", "vikor", "grey-relational"}
SHARES = {"location-quotient", "krugman", "hhi", "overlap", "balance", "efficiency"}
STRUCTURE = {"rationalisation", "upgrading", "advancement", "moore", "lilien"}
INEQUALITY = {"disparity", "sigma-convergence", "beta-convergence"}
MULTIPLES = {"concentration-multiple", "echelon-ratio"}
MEETING = {"krugman", "overlap", "morans-i"}  # what holds a region against others of its period
ALIKE = {"ideal-solution", "coupling", "obstacle", "edas"}  # nothing to tell apart only where all is constant
# Which indices have to refuse what; every other one has a value.
REFUSED: Mapping[str, set[str]] = {
    "nothing but 0": RATIOS | SPREADS | SHARES | STRUCTURE | INEQUALITY | MULTIPLES
    | {"edas", "morans-i", "stages"},
    "one 0": RATIOS | {"rationalisation", "lilien"},  # of a cost, of employment, of a sector that comes back
    "a series of 0": RATIOS | SPREADS | INEQUALITY
    | {"edas", "morans-i", "stages"}
    | {"rationalisation", "location-quotient", "concentration-multiple", "efficiency"},
    "one region": MEETING | {"vikor", "grey-relational", "edas", "beta-convergence"},
    "one period": {"stages"},
    "one region in one period": MEETING | SPREADS | ALIKE | {"stages"},
    "two regions tied": set(),
    "all the same": SPREADS | ALIKE | {"beta-convergence", "morans-i"},
    "a constant series": SPREADS | {"beta-convergence", "morans-i"},
    "one figure missing": set(INDICES),
    "a series missing": set(INDICES),
    "one figure below 0": set(INDICES) - SPREADS - {"copeland", "edas", "morans-i"},
}  # fmt: skip
# What its docstring says has no value: a first period, growth after a 0, fewer than two rates of growth.
GAPS = {"growth": 1, "volatility": 2, "moore": 1, "lilien": 1, "beta-convergence": 1}
AFTER_0 = {"growth", "volatility"}
LINE = re.compile(r"\S+:\d+: (index 'x'|index 'I'|indicator '[pqr]').+; .+")


def land(change: Callable[[Floats], Floats], method: str) -> Given:
    """The changed figures as series and as indicators of two dimensions, `r` the smaller the better."""
    x = change(FIGURES)
    tables = {s: {r: x[n, :, j].tolist() for n, r in enumerate("ABC"[: len(x)])} for j, s in enumerate(ALL)}
    bare = given(tables, ratios={"p": "a", "q": "b", "r": "c"}, method=method)
    lines = {
        i: replace(one, direction="down" if i == "r" else "up", where=Where("study.yaml", n))
        for n, (i, one) in enumerate(bare.study.context.items(), 3)
    }
    framework = Framework((Dimension("first", {}, ("p", "q")), Dimension("second", {}, ("r",))), lines)
    spec = replace(bare.spec, indicators=("p", "q", "r"))
    study = replace(bare.study, framework=framework, context={}, indices={"x": spec})
    return replace(bare, panel=bare.whole, framework=framework, spec=spec, study=study)


def scored(method: str, case: str) -> Result:
    """The index on the changed figures; an index over a framework stands before those that need one."""
    here = land(CASES[case], method)
    options = OPTIONS.get(method, {})
    if method == "morans-i" and len(here.whole.regions) < 3:
        options = {"of": "a", "neighbours": {}}
    if method in {"coupling", "obstacle"}:
        spec = replace(here.spec, code="I", method="ideal-solution")
        before = replace(here, spec=spec, study=replace(here.study, indices={"I": spec}))
        study = replace(here.study, indices={"I": spec, "x": here.spec})
        here = replace(here, study=study, earlier={"I": INDICES["ideal-solution"](before)})
    return INDICES[method](here, **options)


@pytest.mark.parametrize("method", INDICES)
@pytest.mark.parametrize("case", CASES)
def test_a_value_or_a_fault_that_says_where(method: str, case: str) -> None:
    if method in REFUSED[case]:
        with pytest.raises(Faults) as fault:
            scored(method, case)
        assert all(LINE.fullmatch(line) for line in str(fault.value).splitlines())
        return
    result = scored(method, case)
    empty = {n for n in range(GAPS.get(method, 0)) if n < len(result.periods)}
    if method in AFTER_0 and case in {"nothing but 0", "a series of 0"}:
        empty = set(range(len(result.periods)))
    for values in result.values.values():
        assert set(np.flatnonzero(np.isnan(values).all(axis=0)).tolist()) == empty
        assert np.isfinite(np.delete(values, sorted(empty), axis=1)).all()


@pytest.mark.parametrize("method", INDICES)
def test_a_missing_figure_is_told_with_its_region_and_period(method: str) -> None:
    with pytest.raises(Faults, match=r"B,? 2021"):
        scored(method, "one figure missing")


@pytest.mark.parametrize(
    "method", sorted(set(NAMED) & REFUSED["one figure below 0"] - {"coupling", "obstacle"})
)
def test_a_figure_below_0_is_told_with_its_line(method: str) -> None:
    with pytest.raises(Faults, match=r"^a\.csv:6: index 'x': 'a' of B, 2021 is (below|not above) 0"):
        scored(method, "one figure below 0")


@pytest.mark.parametrize("method", INDICES)
def test_tied_regions_stay_tied(method: str) -> None:
    result = scored(method, "two regions tied")
    if result.members:
        for values in result.values.values():
            np.testing.assert_allclose(values[0], values[1], rtol=1e-12)
