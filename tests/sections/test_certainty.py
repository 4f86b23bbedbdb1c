"""What lies within its uncertainty is neither a rise nor a fall; who is not told apart is said to be so."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reporter import pipeline
from reporter.config import Workspace, read_theme
from reporter.config.workspace import BASE
from reporter.figures.drawing.members import changes_told, surely
from reporter.model.assessment import Assessment
from reporter.model.audit import Bounds
from reporter.model.document import Document, Figure, Table
from reporter.model.words import Words
from reporter.sections.certainty import beside, fallen, grown, moved, pairs, places, risen, span, sunk
from reporter.sections.compose import compose
from tests.conftest import LAND, base_words
from tests.sections.charts import undrawn

FALLS = {"en": re.compile(r"\b(fell|falls|slipped|lost|loses|dropped)\b"), "zh": re.compile("下降|降至|回落")}
RISES = {"en": re.compile(r"\b(rose|rises|gained|gains)\b"), "zh": re.compile("提高|升至|上升")}
RANKS = {
    "en": re.compile(r"\b(ranks?|ranking|places?|first|second|third)\b"),
    "zh": re.compile("位次|排名|居首"),
}


@pytest.fixture(scope="module")
def plain() -> Assessment:
    """The newest edition of the made-up land: four regions, four periods."""
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


@pytest.fixture(scope="module")
def once() -> Assessment:
    """The first edition: one period, so that the report tells of levels."""
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2019")


def words_of(assessment: Assessment, language: str) -> Words:
    words = pipeline.words_for(assessment.study, base_words(language))
    return words.on(assessment.main.scale, assessment.main.zero)


def wide(assessment: Assessment, *unsure: tuple[str, str]) -> Assessment:
    """The same, the changes of some codes and regions (or all) lying between −50 and +50 points."""
    found = assessment.audit.uncertainty
    since = dict(found.since)
    for code, region in unsure:
        rows = range(len(found.rows)) if region == "all" else [found.rows.index(region)]
        low, median, high = (np.array(part) for part in since[code])
        low[rows, :-1], high[rows, :-1] = -0.5, 0.5
        since[code] = Bounds(low, median, high)
    return audited(assessment, since=since)


def audited(assessment: Assessment, **changed: Any) -> Assessment:
    found = replace(assessment.audit.uncertainty, **changed)
    return replace(assessment, audit=replace(assessment.audit, uncertainty=found))


def no_change(assessment: Assessment) -> Assessment:
    """No change of any score is told from none."""
    return wide(assessment, *((code, "all") for code in assessment.main.values))


def drawn(name: str, **_: object) -> Figure:
    return Figure(name, "", "", "", b"", 1.0, 1.0, (), ())


def told(assessment: Assessment, language: str, *outline: str) -> Iterator[str]:
    """Every sentence of some sections, tables and charts left out."""
    document = compose(assessment, drawn, words_of(assessment, language), outline, "outline")
    return (text for section in document.sections for text in texts(section))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)
    elif not isinstance(value, Table | Figure | Mapping) and hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__.keys() - {"id", "to", "kind", "look"}:
            yield from texts(getattr(value, name))


def test_a_change_within_its_interval_is_neither_a_rise_nor_a_fall(plain: Assessment) -> None:
    assert moved(plain, "I", "Eastvale").trend == "fall"
    unsure = wide(plain, ("I", "Eastvale"))
    c = moved(unsure, "I", "Eastvale")
    assert (c.trend, c.low, c.high) == ("unsure", -0.5, 0.5)
    assert moved(unsure, "I", "Southport").trend == "rise"


def test_an_interval_on_the_other_side_of_zero_bears_out_no_fall(plain: Assessment) -> None:
    low, median, high = (np.array(part) for part in plain.audit.uncertainty.since["I"])
    low[1, 0], high[1, 0] = 0.01, 0.02  # Eastvale, whose published index fell
    denied = audited(plain, since={**plain.audit.uncertainty.since, "I": Bounds(low, median, high)})
    assert moved(denied, "I", "Eastvale").trend == "unsure"


def test_without_anything_varied_every_change_is_what_it_is(plain: Assessment) -> None:
    bare = replace(plain.audit, sensitivity=replace(plain.audit.sensitivity, factors=()))
    fixed = replace(no_change(plain), audit=replace(bare, uncertainty=no_change(plain).audit.uncertainty))
    assert moved(fixed, "I", "Eastvale").trend == "fall"
    assert span(fixed, words_of(fixed, "en"), "I", "Eastvale") == ""
    assert beside(fixed, "Eastvale") == []


def test_risers_and_fallers_count_where_they_are_told_from_none(plain: Assessment) -> None:
    unsure = wide(plain, ("I", "Southport"), ("I", "Eastvale"))
    assert risen(unsure, "I") == ["Northmark", "Westmoor"]
    assert fallen(unsure, "I") == []
    said = " ".join(told(unsure, "en", "messages"))
    assert "Of the 4 regions, 2 rose by more than their uncertainty; none fell by more." in said


def test_the_fastest_is_one_that_rose_for_certain(plain: Assessment) -> None:
    fast = grown(plain)
    assert fast is not None
    assert fast.region == "Westmoor"
    slower = grown(wide(plain, ("I", "Westmoor")))
    assert slower is not None
    assert slower.region == "Southport"
    assert grown(no_change(plain)) is None


def test_a_fall_that_may_be_none_is_not_the_deepest(plain: Assessment) -> None:
    assert sunk(plain)[0] == "Eastvale"
    region, fall = sunk(wide(plain, ("I", "Eastvale")))
    assert (region, plain.main.periods[fall.trough]) == ("Eastvale", "2021")  # the year before stays a fall


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_sentence_calls_an_unsure_change_a_rise_or_a_fall(plain: Assessment, language: str) -> None:
    said = list(told(no_change(plain), language, "cover", "overall", "dimensions"))
    about = [s for s in said if "2022" in s or "{" in s]
    assert about
    mark = {"en": "neither a rise nor a fall", "zh": "不能判断升降"}[language]
    assert any(mark in s for s in about)
    counted = [s for s in said if RISES[language].search(s) or FALLS[language].search(s)]
    allowed = {"en": r"neither|no region rose|no rise|2021", "zh": "不能判断|没有地区|既不算|2021"}[language]
    assert [s for s in counted if not re.search(allowed, s)] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_message_headlines_a_fall_that_is_unsure(plain: Assessment, language: str) -> None:
    words = words_of(plain, language)
    said = list(told(wide(plain, ("I", "Eastvale")), language, "messages"))
    assert words("messages.latest.heading.fall", region="Eastvale", end="2022") not in said
    unsure = list(told(no_change(plain), language, "messages"))
    assert words("messages.dimension.heading.unsure", end="2022") in unsure


def test_a_chart_counts_only_changes_that_are_sure(plain: Assessment) -> None:
    words, none = words_of(plain, "en"), no_change(plain)
    changes = {"Southport": 0.2, "Eastvale": -0.3}
    facts = {"first": "2019", "last": "2022"}
    base = "figures.series.title"
    assert surely(plain, "I") == list(plain.main.members)
    assert surely(none, "I") == []
    assert changes_told(words, base, changes, [], **facts) == (
        "No region changes by more than its uncertainty between 2019 and 2022"
    )
    assert changes_told(words, base, changes, ["Southport"], **facts).startswith("Southport changes most")
    assert changes_told(words, base, changes, list(changes), **facts) == (
        "Southport higher in 2022 than in 2019, Eastvale lower"
    )


def test_regions_that_swap_places_are_not_told_apart(plain: Assessment) -> None:
    assert plain.audit.uncertainty.alike[1] == ("Southport", "Eastvale")
    assert beside(plain, "Southport") == ["Eastvale"]
    assert beside(plain, "Northmark") == []
    assert pairs(plain, words_of(plain, "en")) == "Southport and Eastvale are not told apart."


def test_intervals_stand_beside_scores(plain: Assessment) -> None:
    words = words_of(plain, "en")
    low, high = (100 * v for v in plain.audit.uncertainty.score("I", "Westmoor", "2022"))
    assert span(plain, words, "I", "Westmoor") == f"{low:.1f}–{high:.1f}"
    assert places(plain, words, "I", "Westmoor") == ""  # four members: no ranks


@pytest.mark.parametrize("language", ["en", "zh"])
def test_four_regions_are_told_without_ranks(once: Assessment, language: str) -> None:
    made: Document = compose(
        once, drawn, words_of(once, language), ["cover", "messages", "ranking", "dimensions"], "outline"
    )
    said = [t for section in made.sections for t in texts(section)]
    heads = [c.text for s in made.sections for b in s.blocks if isinstance(b, Table) for c in b.head[0]]
    assert heads
    assert [t for t in [*said, *heads] if RANKS[language].search(t)] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_whole_report_can_be_written_where_nothing_is_sure(plain: Assessment, language: str) -> None:
    unsure = no_change(plain)
    with undrawn():
        document = pipeline.write(unsure, words_of(unsure, language), read_theme(Workspace(BASE)), "full")
    titles = [b.title for s in document.sections for b in s.blocks if isinstance(b, Figure)]
    expected = {"en": "by more than its uncertainty", "zh": "不确定区间"}[language]
    assert any(expected in title for title in titles)
