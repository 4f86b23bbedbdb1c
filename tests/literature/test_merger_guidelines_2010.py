"""U.S. Department of Justice and Federal Trade Commission (2010), Horizontal Merger Guidelines, section 5.3:
a market of four firms with shares of 30, 30, 20 and 20 per cent has an index of 2600, in squared per cent.

Confirmed: the sentence, as textbooks of managerial economics repeat it (30² + 30² + 20² + 20²).
"""

import numpy as np
import pytest

from reporter.methods.inequality import hhi


def test_four_firms_come_out_as_printed() -> None:
    assert hhi(np.array([30.0, 30, 20, 20])) * 100**2 == pytest.approx(2600)
