"""Inequality, specialisation, coupling and obstacles against the numbers of other programs."""

import csv
from pathlib import Path

import numpy as np
import pytest

from reporter.methods.coupling import coupling
from reporter.methods.inequality import (
    Floats,
    atkinson,
    coefficient_of_variation,
    gini,
    hhi,
    shannon,
    theil,
    theil_decomposition,
    theil_l,
    theil_l_decomposition,
)
from reporter.methods.obstacle import obstacle
from reporter.methods.specialisation import krugman, location_quotient
from reporter.methods.standardise import min_max

HERE = Path(__file__).parent
GROUPS = {"5x4": np.array(list("00100")), "30x11": np.array(list("121220122200210111212121101020"))}
SIZES = pytest.mark.parametrize("size", ["5x4", "30x11"])


def columns(name: str, *names: str) -> Floats:
    """Columns of a CSV file, a row a column; all but ids if none are named."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(row[n]) for row in rows] for n in names or [n for n in rows[0] if n != "id"]])


def close(found: Floats, expected: Floats, within: float = 1e-9) -> None:
    """That both agree, absolutely."""
    np.testing.assert_allclose(found, expected, atol=within, rtol=0)


@SIZES
def test_theil_t_and_its_parts_are_pysals(size: str) -> None:
    total, between, within = columns(
        f"inequality_{size}", "theil_T_pysal", "theil_T_between_pysal", "theil_T_within_pysal"
    )
    parts = theil_decomposition(columns(f"matrix_{size}"), GROUPS[size])
    close(theil(columns(f"matrix_{size}")), total, 1e-12)
    close(parts.between, between, 1e-12)
    close(parts.within, within, 1e-12)


@SIZES
def test_theil_l_and_its_parts_are_the_textbooks(size: str) -> None:
    total, between, within = columns(
        f"inequality_{size}", "theil_L_textbook", "theil_L_between", "theil_L_within"
    )
    parts = theil_l_decomposition(columns(f"matrix_{size}"), GROUPS[size])
    close(theil_l(columns(f"matrix_{size}")), total, 1e-12)
    close(parts.between, between, 1e-12)
    close(parts.within, within, 1e-12)


@SIZES
def test_other_indices_of_inequality_agree(size: str) -> None:
    y = columns(f"matrix_{size}")
    found = {
        "gini_pysal": gini(y),
        "atkinson_eps1_pysal": atkinson(y, epsilon=1),
        "atkinson_eps0_5_pysal": atkinson(y),
        "cv_ddof0": coefficient_of_variation(y),
        "cv_ddof1": coefficient_of_variation(y, ddof=1),
        "hhi": hhi(y),
        "hhi_normalised": hhi(y, normalised=True),
        "shannon": shannon(y),
    }
    close(np.array(list(found.values())), columns(f"inequality_{size}", *found))


@SIZES
def test_location_quotients_agree(size: str) -> None:
    close(location_quotient(columns(f"employment_{size}").T), columns(f"location_quotient_{size}").T)


@SIZES
def test_specialisation_agrees_in_three_readings(size: str) -> None:
    e = columns(f"employment_{size}").T
    found = {
        "krugman_vs_rest_mean_shares": krugman(e),
        "krugman_vs_total": krugman(e, "total"),
        "krugman_vs_rest_pooled": krugman(e, "pooled"),
        "hhi_region": hhi(e),
        "entropy_region": shannon(e),
    }
    close(np.array(list(found.values())), columns(f"specialisation_{size}", *found))


@SIZES
def test_coupling_of_three_and_of_two_systems_agrees(size: str) -> None:
    U = columns(f"coupling_{size}", "U1", "U2", "U3").T
    close(np.array(coupling(U)), columns(f"coupling_{size}", "C", "T_equal", "D"))
    two = coupling(U[:, :2])
    close(np.array([two.C, two.D]), columns(f"coupling_{size}", "C_2sys", "D_2sys"))


@SIZES
@pytest.mark.parametrize("weighting", ["w", "eq"])
def test_obstacle_degrees_agree(size: str, weighting: str) -> None:
    benefit, weights = columns(f"criteria_{size}", "type", "weight")
    x = min_max(columns(f"matrix_{size}").T[:, None, :], benefit == 1)[:, 0]
    found = obstacle(x, weights if weighting == "w" else np.ones_like(weights))
    close(found, columns(f"obstacle_{size}_{weighting}").T)
