"""Coupling and obstacles of an index over a framework, counted on paper and on the real figures."""

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest

from reporter.indices.coupling import coupling
from reporter.indices.obstacle import obstacle
from reporter.model.result import Given
from tests.indices.named import close, refused, step
from tests.indices.test_ideal_solution import P, Q, bth, made, scored, whole


def after(aggregate: str = "mean") -> Given:
    """What an index after `I` of two regions and two dimensions is given."""
    panel, framework, spec, study = made({"p": P, "q": Q}, groups=whole(aggregate))
    index = scored({"p": P, "q": Q}, groups=whole(aggregate))
    study = replace(study, indices={"I": spec, "x": replace(spec, code="x", method="m")})
    return Given(panel, panel, framework, study.indices["x"], study, {"I": index})


def test_coordination_is_the_root_of_coupling_and_level() -> None:
    # the dimensions of A are ½ and 1 in 2021: C = 2√½ / 1.5, T = ¾; in 2022 1 and .36 / .52
    result = coupling(after())
    q = 0.36 / 0.52
    expected = [sqrt(2 * sqrt(0.5) / 1.5 * 0.75), sqrt(2 * sqrt(q) / (1 + q) * (1 + q) / 2)]
    np.testing.assert_allclose(result.values["x"][0], expected)
    assert (result.regions, result.sources, result.better) == (("A", "B", "all"), ("I1", "I2"), "up")
    assert step(result, "T")[0, 0] == pytest.approx(0.75)
    assert step(result, "grade of 10")[0].tolist() == [9, 10]


def test_a_group_is_coupled_by_its_own_scores() -> None:
    result = coupling(after())
    # means of ½ and .1, of 1 and ½
    assert step(result, "U")[2, 0].tolist() == pytest.approx([0.3, 0.75])
    assert result.score("x", "all", "2021") == pytest.approx(sqrt(sqrt(0.3 * 0.75)))


def test_obstacles_share_out_the_way_to_the_ideal() -> None:
    # A 2021: x ½ and 1; A 2022: 1 and .6; B 2021: ¼ and ½; both weigh ½
    result = obstacle(after())
    close(result, [[1, 0], [3 / 5, 5 / 7], [5 / 7, 5 / 11]], "x-p")
    close(result, [[0, 1], [2 / 5, 2 / 7], [2 / 7, 6 / 11]], "x-q")
    assert result.sources == ("I",)  # whose explanation tells where the ideals stand


def test_at_the_ideal_nothing_is_in_the_way() -> None:
    land = after()
    index = land.earlier["I"]
    best = replace(index, steps=replace(index.steps, standardised=np.ones((2, 2, 2))))  # type: ignore[attr-defined]
    result = obstacle(replace(land, earlier={"I": best}))
    assert not result.values["x-p"].any()


def test_on_the_real_figures_obstacles_sum_to_one_and_coupling_follows_its_formula() -> None:
    board = bth().board
    total = sum(board.results["obstacle"].values.values())
    np.testing.assert_allclose(total, 1)
    U = [board.main.score(f"I{n}", "Hebei", "2022") for n in (1, 2, 3)]
    C, T = 3 * (U[0] * U[1] * U[2]) ** (1 / 3) / sum(U), sum(U) / 3
    assert board.results["coupling"].score("coupling", "Hebei", "2022") == pytest.approx(
        sqrt(C * T), rel=1e-12
    )


@pytest.mark.parametrize("index", [coupling, obstacle])
def test_an_index_that_is_not_there_is_told(index: object) -> None:
    land = after()
    assert "no earlier index over a framework is called 'J'" in refused(index, land, of="J")  # type: ignore[arg-type]
    alone = replace(land, earlier={})
    assert "and none stands before it; put one before it" in refused(index, alone)  # type: ignore[arg-type]
    short = replace(land, panel=replace(land.panel, periods=("2021", "2023")))
    assert "index 'x' runs over 2023, and 'I' does not; choose periods within 2021–2022" in refused(
        index, short
    )  # type: ignore[arg-type]


def test_scores_without_level_or_beyond_their_bounds_are_told() -> None:
    land = after()
    index = land.earlier["I"]
    nothing = replace(index, values={**index.values, "I1": np.zeros((3, 2)), "I2": np.zeros((3, 2))})
    assert "A, 2021 is 0 in sum" in refused(coupling, replace(land, earlier={"I": nothing}))
    beyond = replace(index, values={**index.values, "I1": np.full((3, 2), 1.5)})
    told = refused(coupling, replace(land, earlier={"I": beyond}))
    assert "'I1' of A, 2021 does not lie within 0–1; name an index whose scores do" in told
