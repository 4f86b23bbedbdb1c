"""The maximum drawdown that handbooks of finance (Investopedia among them) work through: 500 000, 750 000,
400 000, 600 000, 350 000, 800 000 fall by 53.33 %, from the first peak and not from the second.

Confirmed: figures, result and that note, in a public book for traders, chapter 3 on maximum drawdown.
"""

import numpy as np
import pytest

from reporter.methods.growth import drawdown


def test_a_portfolio_falls_as_printed_and_recovers_in_the_end() -> None:
    fall = drawdown(np.array([500.0, 750, 400, 600, 350, 800]))
    assert fall.depth == pytest.approx(0.5333, abs=5e-5)
    assert (fall.peak, fall.trough, fall.recovered) == (1, 4, 5)
