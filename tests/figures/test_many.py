"""Charts of 31 made-up regions: names still do not meet."""

from itertools import combinations

import bth
import pytest
from test_figures import boxes_of, meet

from reporter.figures import FIGURES, style

FOCUS = {"focus": "Region 7"}
MANY = [
    ("series", FOCUS),
    ("panels", FOCUS),
    ("gap", FOCUS),
    ("parts", {}),
    ("heat", {}),
    ("slope", FOCUS),
    ("drawdown", FOCUS),
    ("dumbbell", FOCUS),
    ("lines", {"dimension": "input"} | FOCUS),
    ("indicators", {"dimension": "output"} | FOCUS),
    ("long", FOCUS),
    ("profile", {"region": "Region 7"}),
    ("cover", {}),
    ("ranking", {}),
    ("tiles", {}),
    ("tiles", {"code": "I2"}),
    ("bump", {}),
    ("frontier", {}),
    ("standings", {}),
    ("caterpillar", {}),
    ("caterpillar", {"first": 11, "rows": 9}),
    ("conclusions", {}),
    ("sensitivity", {}),
    ("correlations", {}),
    ("standings", {"code": "I2", "first": 11, "rows": 20, "start": 2, "columns": 2}),
]


@pytest.mark.parametrize(("name", "options"), MANY, ids=[name for name, _ in MANY])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_texts_overlap(name, options, language, monkeypatch):
    kept = []
    monkeypatch.setattr(style, "svg", lambda figure: kept.append(figure) or b"")
    FIGURES[name](bth.made_up(), bth.made_up_words(language), **options)
    boxes = boxes_of(kept[0])
    assert [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if meet(one, two)] == []
