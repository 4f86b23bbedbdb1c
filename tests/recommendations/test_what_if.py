"""What would follow at a target: which targets there are, and that the index is scored anew."""

from dataclasses import replace

import numpy as np
import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.advice import WhatIf
from reporter.model.assessment import Assessment
from reporter.recommendations import with_what_if
from tests.conftest import LAND


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def told(a: Assessment) -> list[WhatIf]:
    """Every what-if of the recommendations, each once."""
    return list(dict.fromkeys(w for r in a.recommendations for w in r.what_if))


def test_goals_are_the_peers_median_the_own_best_and_the_leaders_value(land: Assessment) -> None:
    assert told(land)
    for w in told(land):
        up = land.study.indicators[w.indicator].direction == "up"
        others = [r for r in land.main.members if r != w.region]
        last = {r: land.panel.value(w.indicator, r, "2022") for r in land.main.members}
        line = [land.panel.value(w.indicator, w.region, p) for p in land.main.periods]
        best = max if up else min
        goals = {
            "peers": sorted(last[r] for r in others)[1],  # the middle of three
            "own": best(line),
            "leader": best(last.values()),
        }
        assert w.goal == goals[w.target]
        assert (w.goal > w.value) == up


def test_the_index_is_scored_anew_with_the_goal_in_the_cell(land: Assessment) -> None:
    for w in told(land)[:6]:
        values = land.panel.values.copy()
        values[land.panel.cell(w.indicator, w.region, "2022")] = w.goal
        then = pipeline.again(replace(land.panel, values=values), land.study, "2022", {})
        assert w.then == then.score("I", w.region, "2022")
        assert w.score == land.main.score("I", w.region, "2022") < w.then
        top = max(then.score("I", r, "2022") for r in land.main.members)
        assert w.behind_then == pytest.approx(top - w.then)


def test_a_target_the_region_has_reached_is_left_out(land: Assessment) -> None:
    for w in told(land):
        assert w.goal != w.value


def test_regions_and_indicators_are_those_of_the_recommendation(land: Assessment) -> None:
    for r in land.recommendations:
        assert {w.region for w in r.what_if} <= {f.region for f in r.answers}
        assert {w.indicator for w in r.what_if} <= set(r.measure.monitor)


def test_a_missing_figure_has_no_what_if(land: Assessment) -> None:
    [first, *_] = land.recommendations
    region, indicator = first.answers[0].region, first.measure.monitor[0]
    values = land.panel.values.copy()
    values[land.panel.cell(indicator, region, "2022")] = np.nan
    panel = replace(land.panel, values=values)
    [made] = with_what_if((first,), land.main, panel, lambda _: land.main)
    assert not [w for w in made.what_if if (w.region, w.indicator) == (region, indicator)]
