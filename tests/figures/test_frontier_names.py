"""Names in the chart of the frontier that stand on a line are not read as one."""

import bth
from lettered import lettered, meet

from reporter.figures import FIGURES

GAP = 1.8  # points


def test_two_names_on_a_line_stand_apart():
    drawn = lettered(lambda: FIGURES["frontier"](bth.made_up(31), bth.made_up_words("en", 31)))
    names = [(text, box) for text, box in drawn.texts if text.startswith("Region")]
    pairs = [(a, b) for a, one in names for b, two in names if a < b and meet(one, two.padded(GAP, 0))]
    assert len(names) > 20
    assert pairs == []
