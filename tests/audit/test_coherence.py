"""How a framework hangs together: three indicators counted on paper, and COINr's ASEM example."""

from math import nan, sqrt
from typing import Any

import numpy as np
import pytest
from scipy.stats import kurtosis, skew

from reporter.audit.coherence import coherence
from reporter.model.audit import Coherence, Together
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite, Steps
from reporter.model.study import Dimension, Framework
from tests.methods.peer_numbers import asem, beside, rows

# Regions A and B in two periods. p and q: 0.6; p and s: −1; q and s: −0.6.
P, Q, S = [[1.0, 2], [3, 4]], [[2.0, 1], [4, 3]], [[4.0, 3], [2, 1]]
APART = (Dimension("input", {}, ("p", "q")), Dimension("output", {}, ("s",)))
ONE = (Dimension("all", {}, ("p", "q", "s")),)
NESTED = (
    Dimension("input", {}, ("p", "q", "s"), (Dimension("two", {}, ("p", "q")), Dimension("one", {}, ("s",)))),
)


def made(
    values: dict[str, Any], dimensions: tuple[Dimension, ...], scores: dict[str, Floats], **more: Any
) -> tuple[Composite, Panel]:
    """An index of these standardised values and scores, weights equal by dimension; a group beside them."""
    x = np.stack([np.array(v, float) for v in values.values()], axis=-1)
    members, periods = (tuple(f"{kind}{n}" for n in range(k)) for kind, k in zip("rt", x.shape, strict=False))
    weights = np.concatenate(
        [np.full(len(d.indicators), 1 / len(dimensions) / len(d.indicators)) for d in dimensions]
    )
    effective = weights**2 / (weights**2).sum()
    rest: Any = {
        "filled": None, "framework": Framework(dimensions, {}), "share": None, "rescore": None,
        "steps": Steps(tuple(values), x, weights, effective, {}),
    }  # fmt: skip
    with_group = {code: np.vstack([v, np.full((1, x.shape[1]), 99)]) for code, v in scores.items()}
    main = Composite("I", "", {}, members, {"all": members}, periods, with_group, **rest)
    raw = np.array(more.get("raw", x), float)
    filled = more.get("filled", np.zeros(raw.shape, bool))
    return main, Panel(members, periods, tuple(values), raw, filled, {}, periods)


def apart(**more: Any) -> Coherence:
    """p and q in one dimension, s in another; scores are plain means."""
    first, second = (np.array(P) + np.array(Q)) / 2, np.array(S)
    scores = {"I": (first + second) / 2, "I1": first, "I2": second}
    return coherence(*made({"p": P, "q": Q, "s": S}, APART, scores, **more))


def inside(dimensions: tuple[Dimension, ...], **values: Any) -> Coherence:
    """Indicators of one dimension, with parts or without; every score is the plain mean of all."""
    mean = np.nanmean([np.array(v, float) for v in values.values()], axis=0)
    return coherence(*made(values, dimensions, dict.fromkeys(("I", "I1", "I1-1", "I1-2"), mean)))


def test_a_dimension_of_two() -> None:
    two = apart().dimensions["input"]
    assert (two.id, two.indicators) == ("input", ("p", "q"))
    np.testing.assert_allclose(two.correlations, [[1, 0.6], [0.6, 1]])
    np.testing.assert_allclose(two.within, [[1, -1], [-1, 1]])  # q falls by 1 wherever p rises by 1
    assert two.counts.tolist() == [[4, 4], [4, 4]]
    assert two.alpha == pytest.approx(2 * (1 - (5 / 3 + 5 / 3) / (5 / 3 + 5 / 3 + 2)))
    np.testing.assert_allclose(two.eigenvalues, [1.6, 0.4])
    np.testing.assert_allclose(two.shares, [0.8, 0.2])
    np.testing.assert_allclose(two.loadings, [sqrt(0.5), sqrt(0.5)])


def test_a_dimension_of_one() -> None:
    one = apart().dimensions["output"]
    assert (one.correlations.tolist(), one.eigenvalues.tolist(), one.loadings.tolist()) == ([[1]], [1], [1])
    assert np.isnan(one.alpha)
    assert np.isnan(apart().with_rest["s"])


def test_the_whole_and_the_dimensions_among_themselves() -> None:
    found = apart()
    assert (found.whole.id, found.whole.indicators) == ("I", ("p", "q", "s"))
    np.testing.assert_allclose(found.whole.correlations, [[1, 0.6, -1], [0.6, 1, -0.6], [-1, -0.6, 1]])
    assert found.among.indicators == ("input", "output")
    # input 1½, 1½, 3½, 3½ and output 4, 3, 2, 1: −4 over √(4 · 5)
    np.testing.assert_allclose(found.among.correlations, [[1, -4 / sqrt(20)], [-4 / sqrt(20), 1]])
    assert found.among.counts.tolist() == [[4, 4], [4, 4]]
    assert np.isnan(found.among.within[0]).all()  # input stands still in both regions


def test_parts_are_told_beside_their_dimension_where_there_is_something_to_compare() -> None:
    found = inside(NESTED, p=P, q=Q, s=S)
    assert list(found.dimensions) == ["input", "two"]
    assert found.dimensions["two"].indicators == ("p", "q")
    assert list(found.nominal) == ["p", "q", "s", "input", "two", "one"]


def test_weights_as_meant_and_as_they_come_out() -> None:
    found = apart()
    assert found.nominal == pytest.approx(
        {"p": 1 / 4, "q": 1 / 4, "s": 1 / 2, "input": 1 / 2, "output": 1 / 2}
    )
    # squared: 1/16, 1/16 and 4/16
    expected = {"p": 1 / 6, "q": 1 / 6, "s": 2 / 3, "input": 1 / 3, "output": 2 / 3}
    assert found.effective == pytest.approx(expected)


def test_importance_is_the_squared_correlation_with_the_index() -> None:
    # the index is 2¾, 2¼, 2¾, 2¼: with p −½, with q and s ½ over √(5 · ¼), with input 0
    r = 0.5 / sqrt(5 / 4)
    assert apart().with_index == pytest.approx({"p": -r, "q": r, "s": r, "input": 0, "output": r})
    expected = {"p": 0.2, "q": 0.2, "s": 0.2, "input": 0, "output": 0.2}
    assert apart().importance == pytest.approx(expected)
    assert apart().falling == ("p",)


def test_an_indicator_that_pulls_against_the_others_is_told() -> None:
    found = inside(ONE, p=P, q=Q, s=S)
    # the others of p: 3, 2, 3, 2; of q: 2½ throughout; of s: 1½, 1½, 3½, 3½
    expected = {"p": -1 / sqrt(5), "q": nan, "s": -4 / sqrt(20)}
    assert found.with_rest == pytest.approx(expected, nan_ok=True)
    assert found.against == ("p", "s")
    assert apart().against == ()


def test_two_that_say_nearly_the_same_are_told_whether_of_one_dimension_or_of_two() -> None:
    near = [[1.0, 2], [4, 3]]  # with p: (2 · 1½² + 2 · ½² − 1) / 5 = 0.8
    [(one, other, r)] = inside(ONE, p=P, q=near, s=P).redundant
    assert (one, other, r) == ("p", "s", pytest.approx(1))
    scores = dict.fromkeys(("I", "I1", "I2"), np.array(P))
    [(one, other, r)] = coherence(*made({"p": P, "q": Q, "s": P}, APART, scores)).redundant
    assert (one, other, r) == ("p", "s", pytest.approx(1))


def test_the_shape_of_raw_values_pooled() -> None:
    raw = np.array([*range(1, 21), 1, 4, 9, 100], float).reshape(8, 1, 3)
    x = np.arange(24.0).reshape(8, 1, 3)
    scores = dict.fromkeys(("I", "I1", "I2"), x[..., 0])
    main, panel = made(dict(zip("pqs", np.moveaxis(x, -1, 0), strict=True)), APART, scores, raw=raw)
    found = coherence(main, panel)
    assert found.skew == pytest.approx(dict(zip("pqs", skew(raw[:, 0], bias=False), strict=True)))
    assert found.kurtosis == pytest.approx(dict(zip("pqs", kurtosis(raw[:, 0], bias=False), strict=True)))
    assert found.outlying == ("s",)  # 3, 6, …, 18, 4, 100


def test_coverage_counts_what_is_there_and_was_not_filled_in() -> None:
    raw, filled = np.stack([P, Q, S], axis=-1), np.zeros((2, 2, 3), bool)
    raw[0, 0, 1], filled[1, 1, 2] = nan, True
    assert apart(raw=raw, filled=filled).coverage.tolist() == [[1, 0.5, 1], [1, 1, 0.5]]


def test_gaps_are_left_out_pair_by_pair() -> None:
    gap = [[1.0, 2], [nan, 4]]
    found = inside(ONE, p=gap, q=Q, s=S).whole
    assert found.counts.tolist() == [[3, 3, 3], [3, 4, 4], [3, 4, 4]]
    assert found.correlations[0, 1] == pytest.approx(np.corrcoef([1, 2, 4], [2, 1, 3])[0, 1])
    assert found.correlations[1, 2] == pytest.approx(-0.6)


def test_one_region_or_one_period_or_a_constant_is_no_fault() -> None:
    flat = {"p": [[0.0, 0], [0, 0]], "q": [[1 / 3, 1 / 3], [1 / 3, 1 / 3]], "s": S}
    for values in (
        flat,
        {i: [v[0]] for i, v in flat.items()},
        {i: [[w[0]] for w in v] for i, v in flat.items()},
    ):
        found = inside(ONE, **values)
        assert np.isnan(found.whole.alpha)
        assert np.isnan(found.whole.eigenvalues).all()
        assert np.isnan([*found.with_rest.values()]).all()
        assert (found.against, found.redundant, found.outlying) == ((), (), ())


@pytest.fixture(scope="module")
def europe_and_asia() -> tuple[Composite, Panel]:
    """COINr's ASEM index: 51 countries, 49 indicators in eight dimensions of two."""
    lineage = rows(beside("coinr/pipeline/lineage.csv"))
    names = tuple(row["Indicator"] for row in lineage)
    tree: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in lineage:
        pillars = tree.setdefault(row["Sub-index"], {})
        pillars[row["Pillar"]] = (*pillars.get(row["Pillar"], ()), row["Indicator"])
    dimensions = tuple(
        Dimension(id, {}, sum(pillars.values(), ()), tuple(Dimension(p, {}, i) for p, i in pillars.items()))
        for id, pillars in tree.items()
    )
    ordered = tuple(i for d in dimensions for i in d.indicators)
    assert sorted(ordered) == sorted(names)
    framework = Framework(dimensions, {})
    codes = {"I": "Index"} | {code: d.id for code, d in framework.scored("I").items()}
    scored = asem("pipeline/7_Aggregated.csv", [*codes.values()])
    x = asem("pipeline/6_Normalised.csv", [*ordered])
    scores = {code: scored[:, [k]] for k, code in enumerate(codes)}
    raw = asem("pipeline/3_Imputed.csv", [*ordered])[:, None]
    return made({i: x[:, [j]] for j, i in enumerate(ordered)}, dimensions, scores, raw=raw)


def test_asem_has_coinrs_moments_and_outliers(europe_and_asia: tuple[Composite, Panel]) -> None:
    found = coherence(*europe_and_asia)
    details = {row["iCode"]: row for row in rows(beside("coinr/pipeline/treat_details.csv"))}
    for i, row in details.items():
        assert found.skew[i] == pytest.approx(float(row["check_SkewKurt0.Skew"]), abs=1e-9)
        assert found.kurtosis[i] == pytest.approx(float(row["check_SkewKurt0.Kurt"]), abs=1e-9)
    assert set(found.outlying) == {i for i, row in details.items() if row["check_SkewKurt0.Pass"] == "FALSE"}
    assert (found.coverage == 1).all()


def test_asem_agrees_with_numpy(europe_and_asia: tuple[Composite, Panel]) -> None:
    main, panel = europe_and_asia
    found, x = coherence(main, panel), main.steps.standardised[:, 0]
    np.testing.assert_allclose(found.whole.correlations, np.corrcoef(x.T), atol=1e-12)
    index = main.values["I"][:51, 0]
    expected = {i: np.corrcoef(x[:, j], index)[0, 1] for j, i in enumerate(panel.indicators)}
    assert {i: found.with_index[i] for i in expected} == pytest.approx(expected)
    assert {i: found.importance[i] for i in expected} == pytest.approx({i: r**2 for i, r in expected.items()})
    assert sum(found.nominal[d.id] for d in main.framework.dimensions) == pytest.approx(1)
    rest = {
        i: np.corrcoef(x[:, j], np.delete(x[:, at], n, axis=1).mean(axis=1))[0, 1]
        for at in ([panel.indicators.index(i) for i in d.indicators] for d in main.framework.dimensions)
        for n, (j, i) in enumerate((j, panel.indicators[j]) for j in at)
    }
    assert found.with_rest == pytest.approx(rest)
    assert found.against == tuple(i for i in panel.indicators if rest[i] < -0.1)
    for d in (part for whole in main.framework.dimensions for part in whole.parts):
        own = np.cov(x[:, [panel.indicators.index(i) for i in d.indicators]].T)
        k, together = len(own), found.dimensions[d.id]
        assert together.alpha == pytest.approx(k / (k - 1) * (1 - own.trace() / own.sum()))
        assert together.eigenvalues.sum() == pytest.approx(k)
    assert np.isnan(found.whole.within).all()  # one year


def test_asem_has_the_pairs_that_coinrs_manual_prints(europe_and_asia: tuple[Composite, Panel]) -> None:
    found = coherence(*europe_and_asia)

    def r(together: Together, a: str, b: str) -> float:
        return float(together.correlations[together.indicators.index(a), together.indicators.index(b)])

    social, instit = found.dimensions["Social"], found.dimensions["Instit"]
    pairs = [(social, "CPI", "FreePress"), (social, "CPI", "NGOs"), (instit, "CostImpEx", "TBTs"),
             (instit, "RTAs", "TBTs"), (instit, "TBTs", "TIRcon")]  # fmt: skip
    assert [r(*pair) for pair in pairs] == pytest.approx([0.761, 0.768, -0.697, -0.752, -0.623], abs=5e-4)
    assert found.redundant == ()
