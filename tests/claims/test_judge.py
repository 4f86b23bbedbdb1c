"""Claims of the made-up land, told apart by arithmetic on its own table."""

from dataclasses import replace

import numpy as np
import pytest

from reporter import pipeline
from reporter.claims import judge
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.audit import Bounds
from reporter.model.claim import Claim, Judged
from reporter.model.source import Break
from tests.conftest import LAND

CLAIM = Claim("c", {"en": "it rises"}, "oecd", "1", "patents", ("Northmark",), (("2019", "2022"),))


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def judged(a: Assessment, **said: object) -> Judged:
    [one] = judge([replace(CLAIM, **said)], a.board, a.panel, a.study, a.audit)
    return one


def series(a: Assessment, name: str, region: str, period: str) -> float:
    values = a.panel.series[name].values
    return float(values[a.panel.regions.index(region), a.panel.series_periods.index(period)])


def test_a_claim_is_confirmed_where_every_region_and_window_does_so(land: Assessment) -> None:
    one = judged(land, windows=(("2019", "2022"), ("2018", "2021")))
    assert (one.verdict, len(one.cases)) == ("confirmed", 2)
    assert one.cases[0].last == series(land, "patents", "Northmark", "2022") > one.cases[0].first


def test_one_region_that_does_not_refutes_it(land: Assessment) -> None:
    one = judged(land, quantity="I", regions=("Northmark", "Eastvale"))
    assert [case.holds for case in one.cases] == [True, False]
    assert one.verdict == "refuted"


def test_a_share_is_of_all_members(land: Assessment) -> None:
    ours = [series(land, "patents", r, "2022") for r in land.main.members]
    share = 100 * series(land, "patents", "Northmark", "2022") / sum(ours)
    near = judged(land, measure="share", expect=round(share, 1), tolerance=0.05)
    assert (near.verdict, near.cases[0].measured) == ("confirmed", pytest.approx(share))
    assert judged(land, measure="share", expect=round(share, 1) + 0.2, tolerance=0.05).verdict == "refuted"


def test_growth_and_change_are_in_percent_and_scores_as_printed(land: Assessment) -> None:
    first, last = (series(land, "patents", "Northmark", p) for p in ("2019", "2022"))
    growth = judged(land, measure="growth", expect=0.0).cases[0].measured
    assert growth == pytest.approx(100 * ((last / first) ** (1 / 3) - 1))
    assert judged(land, measure="change", expect=0.0).cases[0].measured == pytest.approx(
        100 * (last / first - 1)
    )
    score = land.main.score("I", "Northmark", "2022")
    assert judged(land, quantity="I", expect=0.0).cases[0].measured == pytest.approx(100 * score)


def test_a_group_has_the_sum_of_its_members_parts(land: Assessment) -> None:
    one = judged(land, quantity="gdp_per_head", regions=("Land",), expect=0.0)
    gdp, people = (sum(series(land, s, r, "2022") for r in land.main.members) for s in ("gdp", "population"))
    units = [land.study.series[s].unit.factor for s in ("gdp", "population")]
    factor = units[0] / units[1] / land.study.indicators["gdp_per_head"].unit.factor
    assert one.cases[0].measured == pytest.approx(gdp / people * factor)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({"windows": (("2010", "2022"),)}, "open"),  # no figures before 2018
        ({"windows": (("2019", "2023"),)}, "open"),  # later than the edition
        ({"quantity": ""}, "open"),
        ({"quantity": "I", "windows": (("2018", "2022"),)}, "open"),  # the index begins in 2019
    ],
)
def test_a_claim_that_the_figures_do_not_reach_is_open(land: Assessment, said: dict, verdict: str) -> None:  # type: ignore[type-arg]
    assert judged(land, **said).verdict == verdict


@pytest.mark.parametrize(
    ("regions", "expect", "verdict"),
    [
        (("Northmark",), "highest", "confirmed"),
        (("Westmoor",), "highest", "refuted"),
        (("Westmoor",), "lowest", "confirmed"),
        (("Northmark", "Westmoor"), "highest", "refuted"),
    ],
)
def test_an_order_is_of_all_members(
    land: Assessment, regions: tuple[str, ...], expect: str, verdict: str
) -> None:
    one = judged(land, quantity="I", regions=regions, expect=expect)
    assert (one.verdict, [len(order.places) for order in one.orders]) == (verdict, [4])


def test_an_order_is_judged_at_the_end_of_every_window(land: Assessment) -> None:
    one = judged(
        land, quantity="I", expect="highest", windows=(("2019", "2021"), ("2019", "2022"), ("2019", "2023"))
    )
    assert [order.period for order in one.orders] == ["2021", "2022"]
    gap = land.panel.values.copy()
    gap[land.panel.cell("gdp_per_head", "Westmoor", "2022")] = np.nan
    lacking = replace(land, panel=replace(land.panel, values=gap))
    assert judged(lacking, quantity="gdp_per_head", expect="highest").verdict == "open"


def test_a_group_s_indicator_is_in_its_own_unit_even_where_a_series_has_its_name(land: Assessment) -> None:
    one = judged(land, quantity="tech_turnover", regions=("Land",), expect=0.0)
    whole = sum(series(land, "tech_turnover", r, "2022") for r in land.main.members)
    units = land.study.series["tech_turnover"].unit, land.study.indicators["tech_turnover"].unit
    assert one.cases[0].measured == pytest.approx(whole * units[0].factor / units[1].factor)


def test_what_has_no_sum_or_begins_at_nothing_is_open(land: Assessment) -> None:
    values = land.panel.series["patents"].values.copy()
    values[land.panel.regions.index("Westmoor"), -1] = np.nan
    values[land.panel.regions.index("Northmark"), 1] = 0.0
    patents = replace(land.panel.series["patents"], values=values)
    a = replace(land, panel=replace(land.panel, series={**land.panel.series, "patents": patents}))
    share = judged(a, measure="share", expect=10.0)
    change = judged(a, measure="change", expect=10.0)
    assert [one.verdict for one in (share, change)] == ["open", "open"]
    assert [one.cases[0].undefined for one in (share, change)] == [True, True]


def test_a_change_within_its_uncertainty_is_not_confirmed(land: Assessment) -> None:
    assert judged(land, quantity="I").verdict == "confirmed"
    found, wide = land.audit.uncertainty, np.ones((len(land.audit.uncertainty.rows), len(land.main.periods)))
    unsure = replace(found, since={"I": Bounds(-wide, wide, wide)})
    one = judged(replace(land, audit=replace(land.audit, uncertainty=unsure)), quantity="I")
    assert (one.verdict, one.cases[0].within) == ("refuted", (-1.0, 1.0))


def test_a_break_inside_the_window_is_told(land: Assessment) -> None:
    broken = replace(land.study.series["patents"], breaks=(Break(("Northmark",), "2020", {}),))
    dataset = replace(land.study.datasets[0], series={**land.study.series, "patents": broken})
    a = replace(land, study=replace(land.study, datasets=(dataset,)))
    assert judged(a).cases[0].broken == "2020"
    assert judged(a, windows=(("2020", "2022"),)).cases[0].broken == ""
    assert judged(a, regions=("Eastvale",)).cases[0].broken == ""
