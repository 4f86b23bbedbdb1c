"""The ideal solution against the numbers of other programs, on the fixed matrices 5×4 and 30×11."""

import csv
from pathlib import Path

import numpy as np
import pytest

from reporter.methods.ideal_solution import Floats, closeness, terms
from reporter.methods.standardise import STANDARDISE

HERE = Path(__file__).parent
SMALL = np.array(
    [
        [1.436172, 15629.525894, 83.042963, 1.246566],
        [2.790544, 18898.145528, 152.895334, 1.510816],
        [0.595627, 17832.009556, 37.191956, 0.819341],
        [0.769222, 3544.772098, 93.594054, 2.680687],
        [0.815400, 4845.367476, 94.683330, 1.669217],
    ]
)
BENEFIT = np.array([True, True, True, False])
GIVEN = np.array([0.30840030840030841, 0.51490751490751485, 0.068219068219068216, 0.10847310847310847])
EQUAL = np.full(4, 0.25)


def table(name: str) -> dict[str, list[str]]:
    """A CSV file as columns."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {column: [row[column] for row in rows] for column in rows[0]}


def classic(values: Floats, benefit: np.ndarray, weights: Floats, how: str) -> Floats:
    """Hwang & Yoon's closeness of one period's regions, ideals the best and worst of them."""
    x = STANDARDISE[how](values[:, None, :], benefit)[:, 0]
    return closeness(
        terms(x, x.max(axis=0), weights).sum(-1), terms(x, x.min(axis=0), weights).sum(-1), "classic"
    )


@pytest.mark.parametrize(
    ("how", "weights", "expected"),
    [
        (
            "ratio-to-max",
            GIVEN,
            [
                0.6560417278517513,
                0.9074866145503949,
                0.613583071625023,
                0.06173912615010494,
                0.10808401447427188,
            ],
        ),
        (
            "ratio-to-max",
            EQUAL,
            [
                0.5233417844345661,
                0.7510922260987327,
                0.4843234413212402,
                0.21722761309523947,
                0.26349423323051285,
            ],
        ),
        (
            "min-max",
            GIVEN,
            [
                0.657285528263373,
                0.9378323344555458,
                0.60715239340305,
                0.06441654519827653,
                0.13582803085043435,
            ],
        ),
        (
            "min-max",
            EQUAL,
            [
                0.5728718123936254,
                0.8322116377626666,
                0.4910273253316409,
                0.21874996711411482,
                0.33993334832310956,
            ],
        ),
    ],
)
def test_five_regions_score_as_in_other_programs(how: str, weights: Floats, expected: list[float]) -> None:
    np.testing.assert_allclose(classic(SMALL, BENEFIT, weights, how), expected, atol=1e-9, rtol=0)


@pytest.mark.parametrize(
    ("how", "column"), [("ratio-to-max", "topsis_pymcdm_linear"), ("min-max", "topsis_textbook_minmax")]
)
@pytest.mark.parametrize("weighting", ["w", "eq"])
def test_thirty_regions_score_as_in_other_programs(how: str, column: str, weighting: str) -> None:
    matrix, criteria, scores = (
        table("matrix_30x11.csv"),
        table("criteria_30x11.csv"),
        table("scores_30x11.csv"),
    )
    assert matrix["id"] == scores["id"]
    values = np.array([matrix[c] for c in criteria["id"]], dtype=float).T
    benefit = np.array(criteria["type"]) == "1"
    weights = np.array(criteria["weight"], dtype=float) if weighting == "w" else np.full(11, 1 / 11)
    expected = np.array(scores[f"{column}_{weighting}"], dtype=float)
    np.testing.assert_allclose(classic(values, benefit, weights, how), expected, atol=1e-9, rtol=0)


@pytest.mark.parametrize("weighting", ["w", "eq"])
def test_both_forms_follow_from_the_textbook_distances(weighting: str) -> None:
    scores = {name: np.array(column) for name, column in table("scores_30x11.csv").items()}
    best, worst = (
        scores[f"topsis_textbook_vector_{d}_{weighting}"].astype(float) for d in ("dplus", "dminus")
    )
    printed = scores[f"topsis_textbook_vector_{weighting}"].astype(float)
    np.testing.assert_allclose(closeness(best**2, worst**2, "classic"), printed, atol=1e-9, rtol=0)
    np.testing.assert_allclose(
        closeness(best**2, worst**2, "squared"),
        printed**2 / (printed**2 + (1 - printed) ** 2),
        atol=1e-9,
        rtol=0,
    )


def test_distances_of_3_and_4_are_16_of_25_squared_and_4_of_7_in_the_classic_form() -> None:
    best, worst = np.array([3.0**2]), np.array([4.0**2])
    assert closeness(best, worst, "squared").tolist() == [0.64]
    assert closeness(best, worst, "classic").tolist() == [4 / 7]
