"""The audit of the made-up land, and of COINr's ASEM: replicates against the engine, and laws."""

import csv
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from reporter import pipeline
from reporter.audit import audit, replay, space_of
from reporter.audit.quantities import ranks
from reporter.audit.space import Score
from reporter.audit.uncertainty import alike
from reporter.config import Workspace
from reporter.errors import Faults
from reporter.imports.workspace import import_coinr
from reporter.model.assessment import Assessment
from reporter.model.audit import Audit, Uncertainty
from reporter.model.plan import Alternative, Choice, Plan

LAND = Path(__file__).parents[1] / "land"
COINR = Path(__file__).parents[3] / "shared/vectors/coinr/data"
META = """Level,iCode,iName,Direction,Weight,Unit,Target,Denominator,Parent,Type
1,roads,Roads,1,1,km,,,Ways,Indicator
1,rails,Rails,1,1,km,,,Ways,Indicator
2,Ways,Ways,1,1,Score,,,Index,Aggregate
3,Index,The index,1,1,Score,,,,Aggregate
"""
DATA = """uName,uCode,roads,rails
Aland,A,4,2
Bland,B,8,3
Cland,C,6,
"""
NOTHING = Plan((), 0.0, 0.0, 200, 7)


def choice(id: str, *alternatives: dict[str, object]) -> Choice:
    """A choice whose alternatives are numbered."""
    return Choice(
        id, {"en": id}, tuple(Alternative(f"{id}{n}", {}, one) for n, one in enumerate(alternatives))
    )


FORM = choice("form", {}, {"form": "classic"}, {"method": "weighted-mean", "standardise": "ratio-to-max"})
WORST = choice("worst", {}, {"negative_ideal": "min"})
INERT = choice("inert", {}, {"weights": "hierarchical-equal"}, {})
PLAN = Plan((FORM, WORST), 0.25, 0.25, 200, 7)


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def again(a: Assessment) -> Score:
    """What scores the main index of the assessment anew."""
    return partial(pipeline.again, a.panel, a.study, a.period)


def audited(a: Assessment, plan: Plan) -> Audit:
    """The audit of the assessment under another plan."""
    return audit(a.main, a.panel.window(a.main.periods, a.main.steps.indicators), plan, again(a))


@pytest.fixture(scope="module")
def whole(land: Assessment) -> Audit:
    """The audit of the land under PLAN."""
    return audited(land, PLAN)


@pytest.fixture(scope="module")
def scored(land: Assessment) -> dict[str, np.ndarray]:
    """The scores of every replicate of PLAN, one after another."""
    return directly(land, PLAN)


@pytest.fixture(scope="module")
def asem(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """COINr's ASEM as it is imported, gaps filled and outliers treated."""
    if not COINR.exists():
        pytest.skip("no shared vectors here")
    folder = tmp_path_factory.mktemp("asem") / "asem"
    import_coinr(COINR / "ASEM_iData.csv", COINR / "ASEM_iMeta.csv", folder, None)
    inputs = pipeline.read(Workspace(folder), "asem")
    [period] = inputs.study.editions.periods
    small = replace(inputs, study=replace(inputs.study, audit=replace(inputs.study.audit, replicates=200)))
    return pipeline.assess(small, period)


def directly(a: Assessment, plan: Plan) -> dict[str, np.ndarray]:
    """The scores of every replicate by the way of a report, one after another."""
    space, score = space_of(a.main, plan, again(a)), again(a)
    found = [replay(space, score, n)[1].values for n in range(1, plan.replicates + 1)]
    return {code: np.stack([values[code] for values in found], axis=-1) for code in a.main.values}


def agree(a: Assessment, found: Uncertainty, scores: dict[str, np.ndarray]) -> None:
    """The audit says of scores, ranks and changes what the replicates scored one by one do."""
    members = len(a.main.members)
    q = (0.05, 0.5, 0.95)
    for code, values in scores.items():
        exact = np.quantile(values, q, axis=-1, method="inverted_cdf")
        assert_allclose(found.scores[code], exact, atol=1e-13)
        places = np.sum(values[:members, None] < values[None, :members], axis=1) + 1
        assert_allclose(found.ranks[code], np.quantile(places, q, axis=-1, method="inverted_cdf"))
        moved = np.quantile(values[:, -1:] - values, q, axis=-1, method="inverted_cdf")
        assert_allclose(found.since[code], moved, atol=1e-13)


def test_replicates_are_the_engines_own_scores(
    land: Assessment, whole: Audit, scored: dict[str, np.ndarray]
) -> None:
    agree(land, whole.uncertainty, scored)


@pytest.mark.usefixtures("few_points")
def test_replicates_of_asem_are_the_engines_own_scores(asem: Assessment) -> None:
    choices = (
        choice("impute", {}, {"impute": "group-median"}),
        choice("treat", {}, {"treat": "winsorise"}),
        choice("standardise", {}, {"standardise": "percentile-rank"}, {"floor": 0.01, "mean": "geometric"}),
    )
    plan = Plan(choices, 0.25, 0.25, 200, 3)
    agree(asem, audited(asem, plan).uncertainty, directly(asem, plan))


@pytest.mark.usefixtures("few_points")
def test_blocks_of_replicates_tell_the_same(
    land: Assessment, whole: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = sum(values.size for values in land.main.values.values())
    monkeypatch.setattr("reporter.methods.tally.KEPT", 0)
    monkeypatch.setattr("reporter.audit.space.ALL", 0)
    monkeypatch.setattr("reporter.audit.space.BLOCK", 8 * 37 * cells)
    parts = audited(land, PLAN)
    assert 0 < parts.uncertainty.error <= 1e-5
    for code in land.main.values:
        near, far = parts.uncertainty.scores[code], whole.uncertainty.scores[code]
        assert_allclose(near, far, atol=parts.uncertainty.error * 1.001)
        assert_allclose(parts.uncertainty.ranks[code], whole.uncertainty.ranks[code])
    assert [c.holds for c in parts.conclusions] == pytest.approx([c.holds for c in whole.conclusions])


@pytest.mark.usefixtures("few_points")
def test_the_same_seed_tells_the_same_and_another_does_not(land: Assessment, whole: Audit) -> None:
    one = whole.uncertainty
    same, other = (audited(land, replace(PLAN, seed=seed)).uncertainty for seed in (7, 8))
    assert_allclose(one.scores["I"].low, same.scores["I"].low, rtol=0)
    assert (one.scores["I"].low != other.scores["I"].low).any()


def test_no_uncertainty_declared_leaves_no_width(land: Assessment) -> None:
    found = audited(land, NOTHING)
    for code, values in land.main.values.items():
        for bound in found.uncertainty.scores[code]:
            assert_allclose(bound, values, atol=1e-14)
        for bound in found.uncertainty.ranks[code]:
            assert_allclose(bound, land.main.ranks(code))
    assert {c.holds for c in found.conclusions} == {1.0}
    assert not found.uncertainty.moved.any()
    assert found.sensitivity.factors == ()


def test_choices_alone_are_enumerated_and_an_inert_one_has_index_zero(land: Assessment) -> None:
    found = audited(land, Plan((FORM, INERT), 0.0, 0.0, 200, 7)).sensitivity
    assert found.exact
    assert found.runs == 9
    assert_allclose(found.total["score.Eastvale"], [1, 0], atol=1e-12)
    assert_allclose(found.first["score.Eastvale"], [1, 0], atol=1e-12)


def test_an_estimated_inert_choice_has_index_zero(land: Assessment) -> None:
    found = audited(land, Plan((FORM, INERT), 0.25, 0.25, 200, 7)).sensitivity
    assert not found.exact
    assert found.total["score.Eastvale"][found.factors.index("form")] > 0.1
    for output, total in found.total.items():
        assert np.isnan(total).all() or abs(total[found.factors.index("inert")]) < 1e-12, output


def test_enumeration_is_brute_force_over_the_engine(land: Assessment) -> None:
    found = audited(land, Plan((FORM, WORST), 0.0, 0.0, 200, 7)).sensitivity
    score = again(land)
    combinations = product(FORM.alternatives, WORST.alternatives)
    y = np.array([score({**f.options, **w.options}).score("I", "Eastvale", "2022") for f, w in combinations])
    table = y.reshape(3, 2)
    first = [table.mean(axis=1).var() / y.var(), table.mean(axis=0).var() / y.var()]
    total = [table.var(axis=0).mean() / y.var(), table.var(axis=1).mean() / y.var()]
    assert_allclose(found.first["score.Eastvale"], first)
    assert_allclose(found.total["score.Eastvale"], total)


def test_a_conclusion_is_counted_by_hand(
    land: Assessment, whole: Audit, scored: dict[str, np.ndarray]
) -> None:
    scores = scored["I"]
    one = next(c for c in whole.conclusions if c.quantity == "change" and c.start == "2021")
    row = land.main.regions.index(one.region)
    moved = scores[row, -1] - scores[row, -2]
    assert one.holds == pytest.approx(np.mean(np.sign(moved) == np.sign(one.value)))
    space = space_of(land.main, PLAN, again(land))
    taken = [replay(space, again(land), n)[0].taken["worst"].id for n in range(1, 201)]
    kept = [m for m, id in zip(moved, taken, strict=True) if id == "worst1"]
    assert one.by["worst"]["worst1"] == pytest.approx(np.mean(np.sign(kept) == np.sign(one.value)))


def test_what_is_left_out_is_scored_without_it(land: Assessment) -> None:
    [one] = [found for found in audited(land, NOTHING).left_out if found.id == "tech_turnover"]
    spec = replace(
        land.study.main, indicators=tuple(i for i in land.study.main.indicators if i != "tech_turnover")
    )
    scored = pipeline.score(land.panel, land.study, spec, "2022")
    assert one.scores == {r: scored.score("I", r, "2022") for r in scored.regions}


def test_regions_are_cut_only_where_all_above_are_ahead_of_all_below() -> None:
    ahead = np.array(
        [[0.5, 0.99, 0.99, 0.97], [0.01, 0.5, 0.6, 0.99], [0.01, 0.4, 0.5, 0.94], [0.03, 0.01, 0.06, 0.5]]
    )
    assert alike("abcd", ahead, "abcd") == (("a",), ("b", "c", "d"))


def test_ranks_share_the_smallest_and_missing_stays_missing() -> None:
    assert_allclose(ranks(np.array([3.0, 5.0, 3.0, np.nan, 1.0])), [2, 1, 2, np.nan, 4])


def test_weights_keep_to_the_replicate_whatever_the_block(land: Assessment) -> None:
    space = space_of(land.main, PLAN, again(land))
    assert_allclose(space.draws(0, 50)[37], space.draws(37, 1)[0], rtol=0)


def test_a_combination_that_cannot_be_scored_is_told(land: Assessment) -> None:
    bad = choice("worst", {}, {"standardise": "min-max"})
    with pytest.raises(Faults, match=r"no meaning after min-max \(in the audit's worst: worst1\)"):
        audited(land, Plan((bad,), 0.0, 0.0, 200, 7))


def test_two_scales_are_not_joined(land: Assessment) -> None:
    bad = choice("scale", {}, {"method": "weighted-mean", "standardise": "z-score"})
    with pytest.raises(Faults, match="on two scales"):
        audited(land, Plan((bad,), 0.0, 0.0, 200, 7))


def test_the_sample_of_asem_is_all_there(asem: Assessment) -> None:
    with (COINR / "ASEM_iData.csv").open(encoding="utf-8", newline="") as file:
        assert len(asem.main.members) == sum(1 for _ in csv.DictReader(file))


def test_a_conclusion_hangs_on_the_factors_that_enumeration_finds(land: Assessment) -> None:
    found = audited(land, Plan((FORM, WORST, INERT), 0.0, 0.0, 500, 7))
    doubtful = [c for c in found.conclusions if not c.robust]
    assert doubtful
    for c in doubtful:
        assert "inert" not in c.hangs_on
        n = found.conclusions.index(c)
        total = dict(zip(found.sensitivity.factors, found.sensitivity.total[f"holds.{n}"], strict=True))
        assert c.hangs_on[0] == max(total, key=total.__getitem__)
    assert all(not c.hangs_on for c in found.conclusions if c.robust)


def test_ahead_moved_and_distances_are_what_the_replicates_say(
    land: Assessment, whole: Audit, scored: dict[str, np.ndarray]
) -> None:
    found, scores = whole, scored["I"]
    members = scores[:4]
    ahead = np.mean(np.sign(members[:, None, -1] - members[None, :, -1]) / 2 + 0.5, axis=-1)
    assert_allclose(found.uncertainty.ahead, ahead)
    assert_allclose(found.uncertainty.ahead + found.uncertainty.ahead.T, 1)
    places = np.sum(members[:, None] < members[None], axis=1) + 1
    away = np.abs(places - land.main.ranks("I")[..., None]) > 2
    assert_allclose(found.uncertainty.moved, away.mean(axis=(0, 2)))
    gaps = [c for c in found.conclusions if c.quantity == "gap"]
    assert [c.region for c in gaps] == [r for r in ("Southport", "Eastvale", "Westmoor")]
    for c in gaps:
        row, lead = land.main.members.index(c.region), land.main.members.index(c.other)
        moved = (scores[lead, -1] - scores[row, -1]) - (scores[lead, 0] - scores[row, 0])
        assert c.holds == pytest.approx(np.mean(np.sign(moved) == np.sign(c.value)))


def test_likelier_alternatives_are_taken_as_often_as_they_weigh(land: Assessment) -> None:
    first, second = WORST.alternatives
    weighed = replace(WORST, alternatives=(first, replace(second, weight=3.0)))
    space = space_of(land.main, Plan((FORM, weighed), 0.25, 0.25, 200, 7), again(land))
    u = np.array([[0.0, 0.24], [0.34, 0.26], [0.99, 0.99]])
    taken = space.taken(np.hstack([u, np.full((3, sum(space.columns[1:])), 0.5)]))
    assert taken.tolist() == [[0, 0], [1, 1], [2, 1]]  # thirds, then a quarter and three quarters
    assert space.combination(taken).tolist() == [
        0,
        3,
        5,
    ]  # in the order of `product`: form times 2 plus worst


def test_ways_that_leave_other_scores_missing_are_not_joined(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(META, "utf-8")
    (tmp_path / "d.csv").write_text(DATA, "utf-8")
    import_coinr(tmp_path / "d.csv", tmp_path / "m.csv", tmp_path / "few", "2020")
    a = pipeline.assess(pipeline.read(Workspace(tmp_path / "few"), "few"), "2020")
    gaps = choice("gaps", {}, {"impute": "none", "at_least": 1.0})
    with pytest.raises(Faults, match="missing in some ways and not in others"):
        audited(a, Plan((gaps,), 0.0, 0.0, 200, 7))
