"""Every figure of the repository's own study, in both languages, for its first and last edition."""

from functools import cache
from pathlib import Path

import bth
import pytest
from lettered import lettered

from reporter import figures
from reporter.figures import FIGURES, formula, style
from reporter.model.words import TIMES

PRIMACY = "primacy.hitech_rd_expenditure.BTH"
OPTIONS = {
    "moved": [{"region": r} for r in ("Beijing", "Tianjin", "Hebei")]
    + [{"region": "Hebei", "width": style.C7}],
    "profile": [{"region": r} for r in ("Beijing", "Tianjin", "Hebei")],
    "columns": [
        {"indicator": i, "region": "Tianjin"} for i in ("hitech_industry_enterprises", "tech_market_share")
    ],
    "lines": [{"dimension": d} for d in ("input", "output", "environment")],
    "indicators": [{"dimension": d} for d in ("input", "output", "environment")],
    "slope": [{}, {"dimension": "output"}],
    "dumbbell": [{}, {"focus": "Hebei"}],
    "heat": [{}, {"period": "2017"}],
    "ranking": [{}, {"code": "I2"}, {"ends": 1, "width": style.C7}],
    "standings": [{}, {"code": "I1"}],
    "tiles": [{}, {"code": "I3"}],
    "waterfall": [{"region": r} for r in ("Beijing", "Tianjin", "Hebei")] + [{"region": "Hebei", "most": 20}],
    "lollipop": [{}, {"code": "I2"}, {"ends": 1, "width": style.C7}],
    "stages": [{"index": i} for i in ("stages", "stages_long")],
    "lorenz": [{"index": "disparity"}],
    "frontier": [{"source": "input", "target": "output"}],
    "behind": [
        {"finding": f, "width": width}
        for f in ("gap.I.Hebei", "weak_conversion.I2.Hebei", "disparity.disparity.BTH", PRIMACY)
        for width in (style.C7, style.C12)
    ],
}
OF_MANY = {"theil", "band", "box", "radar"}  # see test_many: three regions are too few, or have no parts
DRAWN = [(name, options) for name in sorted(FIGURES.keys() - OF_MANY) for options in OPTIONS.get(name, [{}])]
IDS = ["-".join([name, *map(str, options.values())]) for name, options in DRAWN]
drawn = pytest.mark.parametrize(("name", "options"), DRAWN, ids=IDS)
languages = pytest.mark.parametrize("language", ["en", "zh"])
periods = pytest.mark.parametrize("period", ["2019", "2022"])


def draw(name, options, language="en", period="2022"):
    return FIGURES[name](bth.assessment(period), bth.words(language), **options)


def measured(name, options, language, period):
    """A figure as it is told, with its texts."""
    return _measured(name, tuple(options.items()), language, period)


@cache
def _measured(name, options, language, period):
    return lettered(lambda: draw(name, dict(options), language, period))


@drawn
@languages
@periods
def test_no_two_texts_overlap_and_none_is_clipped(name, options, language, period):
    made = measured(name, options, language, period)
    assert made.outside() == []
    assert made.meeting() == []


@drawn
def test_a_figure_is_the_same_bytes_twice(name, options):
    assert draw(name, options).svg == measured(name, options, "en", "2022")[0].svg


@drawn
@languages
def test_a_figure_says_what_it_shows(name, options, language):
    if name == "equation":
        pytest.skip("a formula has no data")
    figure = measured(name, options, language, "2022")[0]
    assert figure.measure
    assert figure.source
    assert figure.rows
    assert all(len(row) == len(figure.columns) for row in figure.rows)
    assert b"{" not in figure.svg.split(b"</style>")[-1]


@pytest.mark.parametrize("name", ["series", "cover", "profile", "key"])
def test_the_spoken_text_has_first_and_last_value(name):
    figure = draw(name, OPTIONS.get(name, [{}])[-1])
    line = bth.assessment("2022").main.line("I", "Hebei")
    for value in (line[0], line[-1]):
        assert bth.words("en").number(value * 100) in figure.alt


def test_every_file_is_listed():
    files = {p.stem for p in Path(figures.__file__).parent.glob("*.py")} - {"__init__", "style"}
    assert files == set(FIGURES)


def test_both_languages_hold_the_same_sentences_with_the_same_facts():
    en, zh = (bth.sentences(language) for language in ("en", "zh"))
    assert en.keys() == zh.keys()
    assert [key for key in en if en[key] - {*TIMES} != zh[key] - {*TIMES}] == []


def test_beyond_three_regions_only_leader_and_focus_have_a_hue():
    hues = style.hues(["a", "b", "c", "d"], focus="b", leader="a")
    assert [hues[r] == style.GREY for r in "abcd"] == [False, False, True, True]


def test_a_formula_is_drawn_without_letters():
    assert b"<text" not in formula(r"\frac{a}{b}")
