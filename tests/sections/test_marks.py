"""Scores that rest on filled-in or missing figures are marked; breaks keep to the study; options are told."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.document import Rows
from reporter.model.result import Step
from reporter.sections.audit_left_out import _ranks_title
from reporter.sections.cells import change_of, figure, legend, marks, score_of
from reporter.sections.facts import window
from reporter.sections.findings import evidence, title
from reporter.sections.method_options import told
from reporter.sections.published import beside
from tests.conftest import LAND, base_words
from tests.problems.boards import NO, board, found
from tests.sections.test_certainty import words_of


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def gapped(a: Assessment, filled: bool) -> Any:
    """The main index, its last figure of the first region and period filled in, or missing."""
    steps = a.main.steps
    marked, x = np.zeros(steps.standardised.shape, bool), steps.standardised.copy()
    marked[0, 0, -1], x[0, 0, -1] = filled, x[0, 0, -1] if filled else np.nan
    return replace(a.main, steps=replace(steps, filled=marked, standardised=x))


@pytest.mark.parametrize("filled", [True, False])
def test_a_score_that_rests_on_a_filled_or_missing_figure_is_marked(land: Assessment, filled: bool) -> None:
    result, words = gapped(land, filled), base_words("en")
    first, second, *_ = result.periods
    region = result.members[0]
    assert score_of(words, result, "I", region, first).mark == "○"
    assert score_of(words, result, "I", region, second).mark == ""
    assert change_of(words, result, "I", region, first, second).mark == "○"
    assert (
        score_of(words, result, "I1", region, first).mark == ""
    )  # the last indicator is of the last dimension


def test_the_mark_is_explained_where_it_stands() -> None:
    words = base_words("en")
    plain, marked = Rows(((figure("1"),),)), Rows(((figure("1", "○"),),))
    assert (legend(words, plain), legend(words, plain, marked)) == (
        "",
        "○ a figure behind it is filled in or missing.",
    )


def test_a_break_in_the_first_period_of_the_study_parts_nothing(land: Assessment) -> None:
    study = land.study
    [(name, series, start)] = [
        (i, s, b.start)
        for i, one in study.indicators.items()
        for n in one.value.names
        for s in [study.series[n]]
        for b in s.breaks
        if b.start in window(land)[1:]
    ][:1]
    region = series.breaks[0].regions[0]
    assert "†" in marks(land, name, region, start)
    later = replace(land, board=type(land.board)({"I": replace(land.main, periods=(start, "2022"))}))
    assert "†" not in marks(later, name, region, start)


@pytest.mark.parametrize(
    ("step", "options", "says"),
    [
        ("indicators", {"impute": "error"}, ""),
        ("indicators", {"impute": "last"}, "A figure that is missing is the region's last one before."),
        ("standardise", {"treat": "none", "cap": False}, ""),
        ("standardise", {"floor": 0.01}, "Then all values are put between 1.0 and 100, so that none is 0."),
        (
            "average",
            {"at_least": 0.5},
            "A mean is taken only where at least 50% of the weights have a figure.",
        ),
    ],
)
def test_the_method_tells_the_options_that_are_used(
    land: Assessment, step: str, options: dict[str, Any], says: str
) -> None:
    a = replace(land, board=type(land.board)({"I": replace(land.main, options=options)}))
    assert told(a, words_of(land, "en"), step) == says


def test_what_was_drawn_in_is_counted_and_named(land: Assessment) -> None:
    values = np.full(land.main.steps.standardised.shape, np.nan)
    values[0, 0, 0] = values[1, 0, 0] = 1.0
    main = replace(land.main, options={"treat": "winsorise"}, trace=(Step("treated", values, ()),))
    a = replace(land, board=type(land.board)({"I": main}))
    words, first = words_of(land, "en"), main.steps.indicators[0]
    name = words.within(first, words.name(first))
    assert f"This changed 2 values, of {name}." in told(a, words_of(land, "en"), "standardise")


def test_what_is_published_of_a_further_index_stands_beside_our_value(land: Assessment) -> None:
    [growth, fall] = land.study.published
    long = replace(fall, index="I_long", title={"en": "Eastvale, long"})
    study = replace(land.study, published=(growth, long))
    [table] = beside(replace(land, study=study), words_of(land, "en"))
    [[row]] = [rows.rows for rows in table.body]
    line = land.board.composites["I_long"].line("I_long", "Eastvale")[1:]  # 2019 to 2022
    assert [cell.text for cell in row][1:] == [
        "fall", f"{100 * line[0]:.1f}", f"{100 * line[-1]:.1f}", f"−{100 * (1 - line[-1] / line[0]):.2f}%"
    ]  # fmt: skip


def test_what_is_published_is_printed_without_other_readings_too(land: Assessment) -> None:
    alone = replace(land, readings={})
    [table] = beside(alone, words_of(land, "en"))
    assert len(table.body[0].rows) == 2


def test_a_fall_within_its_uncertainty_is_not_called_a_fall() -> None:
    words = base_words("en").knowing({"I": "Innovation index"}, {}, {}, {})
    [one] = found("decline", board(I={"A": [0.5, 0.4]}))
    unsure = replace(one, within=(-0.2, 0.1))
    assert title(NO, words, unsure) == "Innovation index: fall since 2020 within uncertainty"
    assert evidence(words, unsure).startswith("Innovation index went from 50.0 in 2020 to 40.0 in 2021. Its")


def test_where_no_place_moves_the_title_says_so(land: Assessment) -> None:
    own = dict(zip(land.main.members, land.main.ranks("I")[:, -1].tolist(), strict=True))
    still = [replace(one, ranks=own) for one in land.audit.left_out]
    assert (
        _ranks_title(land, words_of(land, "en"), still) == "No indicator or dimension left out moves a region"
    )
