"""Charts of 8 and of 31 made-up regions: names still do not meet, and none leaves the drawing."""

from functools import cache
from itertools import combinations

import bth
import pytest
from test_figures import boxes_of, meet

from reporter.figures import FIGURES, style

FOCUS, ONE, ALONE = {"focus": "Region 7"}, {"region": "Region 7"}, {"equation", "behind"}
MANY = [
    ("series", FOCUS),
    ("panels", FOCUS),
    ("gap", FOCUS),
    ("parts", {}),
    ("moved", ONE),
    ("heat", {}),
    ("slope", FOCUS),
    ("drawdown", FOCUS),
    ("dumbbell", FOCUS),
    ("lines", {"dimension": "input"} | FOCUS),
    ("indicators", {"dimension": "output"} | FOCUS),
    ("columns", {"indicator": "tech_market_share"} | ONE),
    ("long", FOCUS),
    ("profile", ONE),
    ("key", ONE),
    ("cover", {}),
    ("ranking", {}),
    ("tiles", {}),
    ("tiles", {"code": "I2"}),
    ("bump", {}),
    ("frontier", {}),
    ("standings", {}),
    ("caterpillar", {}),
    ("caterpillar", {"first": 3, "rows": 5}),
    ("conclusions", {}),
    ("sensitivity", {}),
    ("correlations", {}),
    ("standings", {"code": "I2", "first": 3, "rows": 5, "start": 2, "columns": 2}),
    ("waterfall", ONE),
    ("waterfall", {"most": 20} | ONE),
    ("lollipop", {}),
    ("lollipop", {"code": "I2", "ends": 3, "width": style.C7}),
    ("band", ONE),
    ("band", {"region": "Region 1"}),
    ("box", ONE),
    ("box", {"height": 48} | ONE),
    ("radar", ONE),
    ("radar", {"region": "Region 1", "width": style.C12}),
    ("stages", {"index": "stages"}),
    ("theil", {"index": "split"}),
    ("theil", {"index": "split", "width": style.C12}),
    ("lorenz", {"index": "split"}),
]
many = pytest.mark.parametrize(("name", "options"), MANY, ids=[name for name, _ in MANY])
languages = pytest.mark.parametrize("language", ["en", "zh"])
counts = pytest.mark.parametrize("regions", [8, 31])


def measured(name, options, language, regions):
    """A figure, the boxes of its texts, its width and its height."""
    return _measured(name, tuple(options.items()), language, regions)


@cache
def _measured(name, options, language, regions):
    kept, plain = [], style.svg
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style, "svg", lambda figure: kept.append(figure) or plain(figure))
        words = bth.made_up_words(language, regions)
        figure = FIGURES[name](bth.made_up(regions), words, **dict(options))
    return figure, boxes_of(kept[0]), kept[0].bbox.width, kept[0].bbox.height


@many
@languages
@counts
def test_no_two_texts_overlap(name, options, language, regions):
    _, boxes, _, _ = measured(name, options, language, regions)
    assert [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if meet(one, two)] == []


@many
@languages
@counts
def test_no_text_leaves_the_drawing(name, options, language, regions):
    _, boxes, wide, tall = measured(name, options, language, regions)
    assert [t for t, b in boxes if b.x0 < -1 or b.y0 < -1 or b.x1 > wide + 1 or b.y1 > tall + 1] == []


@many
@languages
def test_a_figure_of_many_says_what_it_shows(name, options, language):
    figure, _, _, _ = measured(name, options, language, 31)
    assert figure.measure
    assert figure.alt.startswith(figure.title)
    assert figure.rows
    assert all(len(row) == len(figure.columns) for row in figure.rows)


def test_every_figure_is_drawn_of_many():
    assert FIGURES.keys() - {name for name, _ in MANY} == ALONE
