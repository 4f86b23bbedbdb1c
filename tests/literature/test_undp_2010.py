"""UNDP (2010), Human Development Report, technical note 1: China's Human Development Index.

Goalposts for each dimension, a geometric mean of the three. The note rounds every step to three decimals.
"""

import numpy as np

from reporter.methods.aggregate import geometric
from reporter.methods.standardise import goalposts

# Life expectancy, mean and expected years of schooling, logarithm of income per person (PPP US$).
CHINA = np.array([[[73.5, 7.5, 11.4, np.log(7263)]]])
LOW = [20, 0, 0, np.log(163)]
HIGH = [83.2, 13.2, 20.6, np.log(108211)]
GOOD = np.full(4, True)


def test_china_comes_out_as_printed() -> None:
    steps = np.round(goalposts(CHINA, GOOD, LOW, HIGH)[0, 0], 3)
    assert steps.tolist() == [0.847, 0.568, 0.553, 0.584]
    education = np.round(geometric(steps[1:3], [1, 1]) / 0.951, 3)
    assert education == 0.589
    assert np.round(geometric(np.array([steps[0], education, steps[3]]), [1, 1, 1]), 3) == 0.663
