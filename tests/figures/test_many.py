"""Charts of 8 and of 31 made-up regions: names still do not meet, and none leaves the drawing."""

from functools import cache

import bth
import pytest
from lettered import lettered

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
    """A figure as it is told, with its texts."""
    return _measured(name, tuple(options.items()), language, regions)


@cache
def _measured(name, options, language, regions):
    words = bth.made_up_words(language, regions)
    return lettered(lambda: FIGURES[name](bth.made_up(regions), words, **dict(options)))


@many
@languages
@counts
def test_no_two_texts_overlap(name, options, language, regions):
    assert measured(name, options, language, regions).meeting() == []


@many
@languages
@counts
def test_no_text_leaves_the_drawing(name, options, language, regions):
    assert measured(name, options, language, regions).outside() == []


@many
@languages
def test_a_figure_of_many_says_what_it_shows(name, options, language):
    figure = measured(name, options, language, 31).figure
    assert figure.measure
    assert figure.alt.startswith(figure.title)
    assert figure.rows
    assert all(len(row) == len(figure.columns) for row in figure.rows)


def test_every_figure_is_drawn_of_many():
    assert FIGURES.keys() - {name for name, _ in MANY} == ALONE
