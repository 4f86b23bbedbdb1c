"""The audit's charts: what they show, in what order, and what they say."""

from dataclasses import replace

import bth
import numpy as np
import pytest

from reporter.figures import FIGURES, style
from reporter.model.audit import Bounds, Conclusion

FIRM = Conclusion("order", "Beijing", "Hebei", "2022", "2022", 0.418, 0.248, 0.646, 1.0)
LOOSE = Conclusion("change", "Tianjin", "", "2021", "2022", 0.011, -0.012, 0.024, 0.788)
WRONG = Conclusion("change", "Beijing", "", "2021", "2022", -0.006, -0.035, 0.034, 0.397)


def drawn(name, language="en", **audit):
    """The figure of the repository's own study, parts of its audit replaced."""
    plain = bth.assessment("2022")
    changed = replace(plain, audit=replace(plain.audit, **audit))
    return FIGURES[name](changed, bth.words(language))


def bounds(low, median, high):
    """The same three scores in every period, for three regions and the group."""
    columns = (np.repeat(np.array(part)[:, None], 7, axis=1) for part in (low, median, high))
    return Bounds(*columns)


def test_regions_and_group_stand_from_best_to_worst_with_their_interval():
    found = bth.assessment("2022").audit.uncertainty
    own = bounds([0.7, 0.4, 0.2, 0.5], [0.8, 0.5, 0.3, 0.55], [0.9, 0.6, 0.7, 0.65])
    figure = drawn("caterpillar", uncertainty=replace(found, scores={**found.scores, "I": own}))
    assert [row[0] for row in figure.rows] == ["Beijing", "Mean of three", "Tianjin", "Hebei"]
    assert [row[2:] for row in figure.rows] == [(70, 80, 90), (50, 55, 65), (40, 50, 60), (20, 30, 70)]
    assert figure.title.startswith("Hebei depends most")
    assert "20.0 to 70.0" in figure.title


def test_few_regions_have_no_interval_of_ranks_and_many_do():
    assert "Places" not in drawn("caterpillar").columns
    many = FIGURES["caterpillar"](bth.made_up(), bth.made_up_words("en"))
    assert many.columns[-1] == "Places"
    assert all(row[-1] for row in many.rows if row[0].startswith("Region"))


def test_places_from_the_eleventh_on():
    part = FIGURES["caterpillar"](bth.made_up(), bth.made_up_words("en"), first=11, rows=9)
    whole = FIGURES["caterpillar"](bth.made_up(), bth.made_up_words("en"))
    assert part.rows == whole.rows[10:19]


def test_every_conclusion_has_a_row_with_its_share():
    figure = drawn("conclusions", conclusions=(FIRM, LOOSE, WRONG))
    assert figure.title == "1 of 3 conclusions hold in at least 95% of the ways"
    assert figure.rows == (
        ("Beijing ahead of Hebei", 41.8, 24.8, 64.6, 1.0),
        ("Tianjin up since 2021", 1.1, -1.2, 2.4, 0.788),
        ("Beijing down since 2021", -0.6, -3.5, 3.4, 0.397),
    )
    assert "39.7%" in figure.alt


def test_of_many_regions_only_the_doubtful_stand_the_worst_first():
    made = bth.made_up()
    figure = FIGURES["conclusions"](made, bth.made_up_words("en"), most=4)
    shares = [row[-1] for row in figure.rows]
    assert len(shares) == 4
    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(min(c.holds for c in made.audit.conclusions))


def test_a_column_for_each_factor_and_its_index_of_both_orders():
    sensitivity = bth.assessment("2022").audit.sensitivity
    figure, doubtful = drawn("sensitivity"), bth.assessment("2022").audit.doubtful
    assert len(figure.columns) == 1 + 2 * len(sensitivity.factors)
    assert len(figure.rows) == 4 + len(doubtful)  # the scores of three regions and the group before them
    assert {"Beijing down since 2021", "Tianjin up since 2021"} <= {row[0] for row in figure.rows[4:]}
    total, first = sensitivity.total["score.Beijing"], sensitivity.first["score.Beijing"]
    assert figure.rows[0][1:] == pytest.approx([*total, *first], abs=1e-6)


def test_what_does_not_vary_is_a_dash_not_a_zero():
    found = bth.assessment("2022").audit.sensitivity
    still = {name: np.full(len(found.factors), np.nan) for name in found.total}
    figure = drawn("sensitivity", sensitivity=replace(found, total=still, first=still))
    assert figure.title == "No choice moves a score"
    assert "—" in figure.alt


def test_pairs_that_move_against_each_other_are_counted():
    found = bth.assessment("2022").audit.coherence
    r = np.array([[1, 0.5, -0.2], [0.5, 1, 0.1], [-0.2, 0.1, 1]])
    three = replace(found.whole, indicators=found.whole.indicators[:3], correlations=r, within=-r)
    figure = drawn("correlations", coherence=replace(found, whole=three))
    assert figure.title == "1 of 3 pairs of indicators correlate negatively over all cells, 2 in time"
    assert [row[2:] for row in figure.rows] == [(0.5, -0.5), (-0.2, 0.2), (0.1, -0.1)]


def test_one_period_tells_of_no_course_and_what_is_printed_as_0_is_not_negative():
    found = bth.assessment("2022").audit.coherence
    r = np.array([[1, 0.5, -0.2], [0.5, 1, -0.004], [-0.2, -0.004, 1]])
    none = np.full((3, 3), np.nan)
    for within, told in ((none, ""), (abs(r), " over all cells, none in time")):
        three = replace(found.whole, indicators=found.whole.indicators[:3], correlations=r, within=within)
        figure = drawn("correlations", coherence=replace(found, whole=three))
        assert figure.title == f"1 of 3 pairs of indicators correlate negatively{told}"


def test_a_correlation_of_nothing_is_white_and_the_two_signs_differ():
    assert style.correlation(0.0) == "#ffffff"
    assert style.correlation(1.0) == style.heat(1.0)
    assert style.correlation(-1.0) == "#a83c14"
