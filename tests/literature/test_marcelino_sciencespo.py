"""Marcelino, D., R package SciencesPo, help page of Atkinson: indices of 80, 60, 10, 20, 30.

Confirmed: numbers and results, on that page in version 1.4.0.
"""

import numpy as np
import pytest

from reporter.methods.inequality import gini, hhi, shannon

NUMBERS = np.array([80.0, 60, 10, 20, 30])


def test_entropy_herfindahl_and_gini_come_out_as_printed() -> None:
    assert shannon(NUMBERS) == pytest.approx(1.392321, abs=5e-7)
    assert shannon(NUMBERS, normalised=True) == pytest.approx(0.865098, abs=5e-7)
    assert hhi(NUMBERS) == pytest.approx(0.285)
    assert hhi(NUMBERS, normalised=True) == pytest.approx(0.10625)
    assert gini(NUMBERS) == pytest.approx(0.36)
