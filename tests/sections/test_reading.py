"""What is said of the scale and of places fits the index that the report is about."""

from dataclasses import replace
from typing import Any

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.sections.contents import _about, _ends, _least
from tests.conftest import LAND, base_words


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


@pytest.mark.parametrize(
    ("options", "ends"),
    [
        ({"standardise": "ratio-to-max"}, "zero"),
        ({"standardise": "ratio-to-max", "negative_ideal": "zero"}, "zero"),
        ({"standardise": "ratio-to-max", "negative_ideal": "min"}, "min"),
        ({"standardise": "min-max"}, "min"),
        ({"standardise": "goalposts"}, "goalposts"),
        ({"standardise": "percentile-rank"}, "beaten"),
        ({"standardise": "distance-to-target"}, "target"),
    ],
)
def test_nought_is_what_the_standardisation_makes_it(
    land: Assessment, options: dict[str, Any], ends: str
) -> None:
    assert (
        _ends(replace(land, board=replace(land.board, results={"I": replace(land.main, options=options)})))
        == ends
    )


def test_on_a_floor_the_least_is_the_floor(land: Assessment) -> None:
    main = replace(land.main, options={**land.main.options, "floor": 0.01})
    floored = replace(land, board=replace(land.board, results={"I": main}))
    assert (_least(land, base_words("en")), _least(floored, base_words("en"))) == ("0", "1")


def test_ranks_are_disclaimed_only_where_none_is_printed(land: Assessment) -> None:
    assert "regions" in _about(land)  # four regions: gaps alone
    found = replace(land.audit.uncertainty, members=("A", "B", "C", "D", "E"))
    five = replace(land, audit=replace(land.audit, uncertainty=found))
    assert "regions_places" in _about(five)
