"""A scale prints its ticks exactly: a rounded tick would be a wrong number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reporter.figures.drawing.frame import scale_of
from reporter.model.words import Words

WORDS = Words("en", {})
VALUES = st.lists(st.floats(-1e6, 1e6, allow_subnormal=False), min_size=2, max_size=9)


@given(values=VALUES)
def test_every_tick_is_printed_as_it_is(values):
    scale = scale_of([np.array(values)], WORDS)
    for tick in scale.ticks:
        printed = scale.printed(tick).replace("−", "-").replace(",", "")
        assert float(printed) == np.float64(tick) or abs(tick) < 1e-9


def test_a_scale_to_twelve_steps_by_five():
    scale = scale_of([np.array([12.2])], WORDS)
    assert [scale.printed(tick) for tick in scale.ticks] == ["0", "5", "10"]
