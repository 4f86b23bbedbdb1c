"""Every figure of the repository's own study, in both languages, for its first and last edition."""

from functools import cache
from itertools import combinations
from pathlib import Path

import bth
import matplotlib as mpl
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

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
    """A figure as it is told, the boxes of its texts, its width and its height."""
    return _measured(name, tuple(options.items()), language, period)


@cache
def _measured(name, options, language, period):
    kept, plain = [], style.svg
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style, "svg", lambda figure: kept.append(figure) or plain(figure))
        figure = draw(name, dict(options), language, period)
    return figure, boxes_of(kept[0]), kept[0].bbox.width, kept[0].bbox.height


@drawn
@languages
@periods
def test_no_two_texts_overlap_and_none_is_clipped(name, options, language, period):
    _, boxes, wide, tall = measured(name, options, language, period)
    out = [text for text, b in boxes if b.x0 < -1 or b.y0 < -1 or b.x1 > wide + 1 or b.y1 > tall + 1]
    assert out == []
    assert [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if meet(one, two)] == []


def boxes_of(figure):
    """Every text with its box, as wide as it is printed: unhinted."""
    with mpl.rc_context({"text.hinting": "no_hinting"}):
        renderer = FigureCanvasAgg(figure).get_renderer()
        return [(t.get_text(), t.get_window_extent(renderer)) for t in figure.findobj(Text)]


def meet(one, two, hair=0.6):
    return (
        one.x0 + hair < two.x1
        and two.x0 + hair < one.x1
        and one.y0 + hair < two.y1
        and two.y0 + hair < one.y1
    )


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
