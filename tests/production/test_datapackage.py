"""datapackage.json of the made-up land: valid by the standard's own library, true of what lies beside it."""

import csv
import json
from hashlib import sha256
from io import StringIO
from typing import Any

import pytest
from frictionless import Package

from tests.conftest import Land

PLACE = "out/land/2022"


@pytest.fixture
def package(built: Land) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(built.text(f"{PLACE}/datapackage.json"))
    return made


def valid(built: Land) -> bool:
    return bool(Package(str(built.root / PLACE / "datapackage.json")).validate().valid)


def test_it_is_valid_and_a_changed_score_is_not(built: Land) -> None:
    assert valid(built)
    text = built.text(f"{PLACE}/scores.csv")
    built.write(f"{PLACE}/scores.csv", text.replace(",2022,0.", ",2022,1.", 1))
    assert not valid(built)


def test_every_data_product_is_told_with_its_size_and_hash(built: Land, package: dict[str, Any]) -> None:
    told = {one["path"]: (one["bytes"], one["hash"]) for one in package["resources"]}
    assert list(told) == ["assessment.json", "report.xlsx", "scores.csv"]
    for path, (size, digest) in told.items():
        content = (built.root / PLACE / path).read_bytes()
        assert (size, digest) == (len(content), f"sha256:{sha256(content).hexdigest()}")


def test_its_columns_are_those_of_scores_csv(built: Land, package: dict[str, Any]) -> None:
    schema = next(one for one in package["resources"] if one["path"] == "scores.csv")["schema"]
    rows = list(csv.DictReader(StringIO(built.text(f"{PLACE}/scores.csv"))))
    assert [field["name"] for field in schema["fields"]] == list(rows[0])
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)


def test_its_sources_are_the_publications_and_it_claims_no_licence_nor_date(package: dict[str, Any]) -> None:
    made_up = ["Yearbook of a made-up land", "Patent register of a made-up land"]
    assert [source["title"] for source in package["sources"]] == made_up
    assert not {"licenses", "created"} & {*package}
