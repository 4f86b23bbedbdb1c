"""The smallest studies build: one indicator, one dimension, two regions, two periods, and all at once."""

from collections.abc import Callable
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import STUDY, Land
from tests.production.builds import MEASURES, run

Said = dict[str, Any]


def one_dimension(said: Said) -> None:
    said["framework"] = {"input": said["framework"]["input"]}
    del said["indices"]["I_long"]
    del said["problems"]["weak_conversion"]  # which looks at two dimensions


def one_indicator(said: Said) -> None:
    one_dimension(said)
    del said["framework"]["input"]["indicators"]["rd_personnel_share"]


def two_regions(said: Said) -> None:
    said["regions"] = ["Northmark", "Eastvale"]


def two_periods(said: Said) -> None:
    said["indices"] = {"I": {**said["indices"]["I"], "periods": "2021–2022"}}
    said["editions"]["years"] = [2022]
    said["published"] = []


def all_at_once(said: Said) -> None:
    for less in (one_indicator, two_regions, two_periods):
        less(said)


def pages(land: Land, less: Callable[[Said], None], *languages: str) -> list[str]:
    """The newest edition of the land with less in it; no measures, whose indicators are not there."""
    yaml = YAML()
    said = yaml.load(land.root / STUDY)
    less(said)
    yaml.dump(said, land.root / STUDY)
    land.write(MEASURES, "{}")
    done = run("build", "land", "--year", "2022", "--lang", ",".join(languages), "--to", "html")
    assert done.status == 0, done.err
    return [land.text(f"out/land/2022/{language}/full.html") for language in languages]


@pytest.mark.parametrize("less", [one_dimension, one_indicator, two_regions, two_periods, all_at_once])
def test_a_small_study_builds(less: Callable[[Said], None], land: Land) -> None:
    for page in pages(land, less, "en", "zh"):
        assert 'id="message-1"' in page


def test_the_fastest_region_of_one_indicator_is_a_key_message(land: Land) -> None:
    # Westmoor: 2200 / 5010 in 2019, 3400 / 5040 in 2022; the best, Northmark 2022, 11600 / 4100
    x = [2200 / 5010 / (11600 / 4100), 3400 / 5040 / (11600 / 4100)]
    first, last = (each**2 / (each**2 + (1 - each) ** 2) for each in x)
    [told] = pages(land, one_indicator, "en")
    assert "Westmoor grew fastest" in told
    assert f"{last / first:.1f} times" in told
