"""Waterfall, lollipop, band, box, radar, tiers: the numbers of the scoreboard, and what they refuse."""

from dataclasses import replace

import bth
import numpy as np
import pytest

from reporter.errors import Faults
from reporter.figures import FIGURES
from reporter.figures.band import band_of
from reporter.figures.box import _spread
from reporter.figures.lollipop import Stand, _title
from reporter.figures.radar import _out

MADE, WORDS = bth.made_up(31), bth.made_up_words("en")


def without(region, code="I"):
    """The made-up assessment, one region having no score of its own in the last period."""
    values = {c: v.copy() for c, v in MADE.main.values.items()}
    values[code][MADE.main.regions.index(region), -1] = np.nan
    board = replace(MADE.board, results=dict(MADE.board.results) | {"I": replace(MADE.main, values=values)})
    return replace(MADE, board=board)


@pytest.mark.parametrize("most", [1, 3, 6, 40])
def test_a_waterfall_runs_from_the_old_score_to_the_new_one(most):
    figure = FIGURES["waterfall"](MADE, WORDS, region="Region 3", most=most)
    line = MADE.main.line("I", "Region 3") * 100
    assert figure.rows[0][2] == pytest.approx(line[0], abs=1e-6)
    assert figure.rows[-1][2] == pytest.approx(line[-1], abs=1e-6)
    assert sum(row[1] for row in figure.rows) == pytest.approx(line[-1] - line[0], abs=1e-5)
    assert len(figure.rows) == 1 + min(most + 1, 11)


def test_what_a_waterfall_leaves_out_is_counted():
    figure = FIGURES["waterfall"](MADE, WORDS, region="Region 3", most=10)
    assert figure.rows[-1][0] == "1 other"


def test_a_lollipop_holds_every_score_and_its_change_in_their_order():
    figure = FIGURES["lollipop"](MADE, WORDS, code="I2")
    now, before = (
        {r: 100 * MADE.main.score("I2", r, p) for r in MADE.main.members} for p in ("2022", "2021")
    )
    assert [row[1] for row in figure.rows] == sorted(now, key=now.get, reverse=True)
    for _, region, *told in figure.rows:
        known = now[region], before[region], now[region] - before[region]
        assert told == pytest.approx(known, abs=1e-5)


def test_a_region_without_a_score_stands_last_with_a_dash():
    figure = FIGURES["lollipop"](without("Region 7"), WORDS)
    assert figure.rows[-1][:2] == ("", "Region 7")
    assert ">—<" in "".join(figure.svg.decode().split())


def test_a_lollipop_of_the_first_period_tells_of_no_change():
    results = {code: result.until("2016") for code, result in MADE.board.results.items()}
    first = replace(MADE, period="2016", board=replace(MADE.board, results=results))
    figure = FIGURES["lollipop"](first, WORDS)
    assert figure.columns == ("Place", "Region", "Score")
    assert {spot.at for spot in figure.spots} == {"2016"}


def test_a_band_is_the_middle_half_of_eight_and_the_whole_of_fewer():
    eight, three = np.arange(9.0)[:, None], np.array([[4.0], [np.nan], [1.0]])
    assert [line.tolist() for line in band_of(eight)[:3]] == [[2], [4], [6]]
    assert [line.tolist() for line in band_of(three)[:3]] == [[1], [2.5], [4]]
    assert (band_of(eight).kind, band_of(three).kind) == ("half", "all")


def test_a_period_without_a_figure_has_no_band():
    assert np.isnan(band_of(np.array([[1.0, np.nan], [3.0, np.nan]])).mean[1])


def test_a_band_is_of_the_peers_where_there_are_three():
    rich, other = (FIGURES["band"](MADE, WORDS, region=r) for r in ("Region 7", "Region 31"))
    assert "the mean of its 14 peers" in rich.title
    assert "the mean of the other 30 regions" in other.title
    peers = [100 * MADE.main.score("I", f"Region {n}", "2022") for n in range(1, 16) if n != 7]
    assert rich.rows[1][-1] == pytest.approx(np.mean(peers), abs=1e-5)


def test_a_band_compares_the_last_period_that_the_region_has_a_score_of():
    said = FIGURES["band"](without("Region 31"), WORDS, region="Region 31").title
    assert "in 2021 (" in said
    assert "—" not in said


def test_what_half_of_all_have_is_in_no_quarter():
    values = np.array([[0.0], [0.0], [0.0], [0.0], [0.4]])
    lowest, alone = (_spread("x", values, own, 0, WORDS, False) for own in (0, 4))
    assert (lowest.low, lowest.high) == (False, False)
    assert (alone.low, alone.high) == (False, False)
    assert _spread("x", np.arange(5.0)[:, None], 4, 0, WORDS, False).high


def test_scores_that_do_not_move_are_not_called_uncertain():
    everyone = [Stand("1", "Region 1", 0.5, 0.5, sure=True), Stand("2", "Region 2", 0.4, 0.4, sure=True)]
    facts = {"index": "I", "period": "2022", "before": "2021", "n": 2, "shown": 2}
    assert _title(WORDS, everyone, facts).endswith("no region changes since 2021")
    doubtful = [one._replace(sure=False) for one in everyone]
    assert _title(WORDS, doubtful, facts).endswith("beyond its uncertainty since 2021")


def test_a_box_has_the_five_numbers_of_all_regions():
    values = np.array([[0.1], [0.2], [0.3], [0.4], [0.9]])
    found = _spread("x", values, 4, 0, WORDS, False)
    assert found.ends == pytest.approx((10, 20, 30, 40, 90))
    assert found.here == pytest.approx(90)
    assert found.before != found.before


def test_the_ends_of_a_constant_are_one_and_of_nothing_none():
    assert set(_spread("x", np.full((8, 1), 0.5), 0, 0, WORDS, False).ends) == {50}
    assert _spread("x", np.full((8, 1), np.nan), 0, 0, WORDS, False).ends == ()


def test_a_box_counts_the_quarters_the_region_stands_in():
    figure = FIGURES["box"](MADE, WORDS, region="Region 7")
    values = MADE.main.steps.standardised[:, -1, :]
    high = (values[6] >= np.quantile(values, 0.75, axis=0)).sum()
    low = (values[6] <= np.quantile(values, 0.25, axis=0)).sum()
    assert (
        f"upper quarter of the regions in {high} of 11 indicators, in the lower quarter in {low}"
        in figure.title
    )


def test_a_low_box_shows_the_dimensions_alone():
    figure = FIGURES["box"](MADE, WORDS, region="Region 7", height=40)
    assert [row[0] for row in figure.rows] == [WORDS.name(c) for c in ("I1", "I2", "I3")]


def test_a_region_without_a_score_has_a_box_and_no_mark():
    figure = FIGURES["box"](without("Region 7", "I2"), WORDS, region="Region 7", height=40)
    assert "Innovation output —" in figure.alt


def test_a_radar_holds_the_region_and_the_median_of_every_indicator():
    figure = FIGURES["radar"](MADE, WORDS, region="Region 7")
    values = 100 * MADE.main.steps.standardised[:, -1, :]
    assert [row[1] for row in figure.rows] == pytest.approx(values[6].tolist(), abs=1e-5)
    assert [row[2] for row in figure.rows] == pytest.approx(np.median(values, axis=0).tolist(), abs=1e-5)


def test_on_a_free_scale_a_spoke_runs_from_the_lowest_to_the_highest_region():
    free = replace(WORDS, times=1.0)
    assert _out(np.array([-2.0, 0.0, 2.0]), 2, 0.0, free) == (1, 0.5)
    assert _out(np.full(5, 3.0), 0, 3.0, free) == (0, 0)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("radar", "a radar of 3 regions misleads; it needs 5; draw 'dumbbell'"),
        ("box", "a box of 3 regions misleads; it needs 8; draw 'dumbbell'"),
        ("band", "a band of 3 regions misleads; it needs 4; draw 'profile'"),
    ],
)
def test_few_regions_are_refused(name, said):
    with pytest.raises(Faults, match=said):
        FIGURES[name](bth.assessment("2022"), bth.words("en"), region="Hebei")


def test_the_tiers_are_named_beside_their_first_region():
    tiers = [MADE.company.tiers[row[1]] for row in FIGURES["ranking"](MADE, WORDS).rows]
    assert tiers == sorted(tiers, reverse=True)
    svg = FIGURES["ranking"](MADE, WORDS).svg.decode()
    assert svg.count(">upper<") >= 1 <= svg.count(">lower<")
    assert ">upper<" not in FIGURES["ranking"](MADE, WORDS, code="I2").svg.decode()


def test_a_tier_that_the_interval_leaves_open_is_marked():
    last = FIGURES["ranking"](MADE, WORDS).rows[-1][1]
    company = replace(MADE.company, reaches={last: ("upper", "lower")})
    figure = FIGURES["ranking"](replace(MADE, company=company), WORDS)
    assert figure.svg.decode().count(">≈<") == 1
    assert "≈ the interval of the place touches another tier" in figure.measure
    assert "≈" not in FIGURES["ranking"](MADE, WORDS).measure


def test_a_waterfall_says_where_a_score_rests_on_a_filled_figure():
    filled = np.zeros_like(MADE.main.steps.filled)
    filled[6, -1, 0] = True
    main = replace(MADE.main, steps=replace(MADE.main.steps, filled=filled))
    made = replace(MADE, board=replace(MADE.board, results={**MADE.board.results, "I": main}))
    said = [FIGURES["waterfall"](made, WORDS, region=f"Region {n}").measure for n in (7, 8)]
    assert ["A figure behind a score is filled in" in one for one in said] == [True, False]
