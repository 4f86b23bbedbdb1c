"""Where in a publication something stands is told in the report's own language."""

import pytest

from reporter.sections.cited import where_in
from tests.conftest import base_words


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "sections 2.1, 3, “Challenges”, Table 2"), ("zh", "第2.1、3节、“Challenges”、表2")],
)
def test_numbers_names_and_tables_are_told_apart(language: str, told: str) -> None:
    assert where_in(base_words(language), ["2.1", "3", "Challenges; Table 2"]) == told
