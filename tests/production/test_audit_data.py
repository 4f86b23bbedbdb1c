"""The audit as data: the published schema holds, the same numbers stand in table and JSON."""

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.config.workspace import BASE
from reporter.model.assessment import Assessment
from reporter.model.plan import Plan
from reporter.production.data import assessment_json, scores_csv
from tests.conftest import LAND
from tests.production.schema import flaws


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


@pytest.fixture(scope="module")
def data(land: Assessment) -> Any:
    return json.loads(assessment_json(land))


def test_the_schema_holds_for_the_made_up_land(data: Any) -> None:
    assert list(flaws(data)) == []


def test_the_schema_holds_for_the_repositorys_own_study() -> None:
    made = pipeline.assess(pipeline.read(Workspace(BASE), "bth"), "2019")
    assert list(flaws(json.loads(assessment_json(made)))) == []


def test_the_schema_tells_what_is_wrong(data: Any) -> None:
    spoiled = {**data, "period": "in 2022", "more": 1}
    told = ["$.period: 'in 2022' breaks pattern", "$: 'more' is unknown"]
    assert list(flaws(spoiled)) == told
    del spoiled["audit"], spoiled["more"]
    assert list(flaws(spoiled)) == ["$: lacks 'audit'", told[0]]


def test_what_cannot_vary_is_null() -> None:
    inputs = pipeline.read(Workspace(LAND), "land")
    still = replace(inputs, study=replace(inputs.study, audit=Plan((), 0.0, 0.0, 100, 1)))
    made = json.loads(assessment_json(pipeline.assess(still, "2022")))
    assert list(flaws(made)) == []
    assert made["audit"]["sensitivity"]["factors"] == []
    for row in made["audit"]["scores"]:
        assert row["low"] == row["median"] == row["high"]


def test_the_table_has_the_interval_of_every_score_of_the_first_index(land: Assessment, data: Any) -> None:
    rows = list(csv.DictReader(StringIO(scores_csv(land).decode())))
    own = {
        (r["index"], r["region"], r["period"]): (float(r["low"]), float(r["high"])) for r in rows if r["low"]
    }
    told = {(s["index"], s["region"], s["period"]): (s["low"], s["high"]) for s in data["audit"]["scores"]}
    assert own == told
    assert {r["index"] for r in rows if r["low"]} == {"I", "I1", "I2", "I3"}
    assert all(not r["low"] and not r["high"] for r in rows if r["index"].endswith("_long"))


def test_only_members_have_ranks_and_only_changes_have_no_other(data: Any) -> None:
    for row in data["audit"]["scores"]:
        assert (row["rank"] is None) == (row["region"] == "Land")
    for one in data["audit"]["conclusions"]:
        assert (one["other"] is None) == (one["quantity"] == "change")


def test_the_robust_hold_in_nineteen_of_twenty_ways(data: Any) -> None:
    found = data["audit"]["conclusions"]
    # pairs of four members; changes of five rows since 2021 and since 2019; distances of three to the leader
    assert len(found) == 6 + 5 + 5 + 3
    assert all(one["robust"] == (one["holds"] >= 0.95) for one in found)
