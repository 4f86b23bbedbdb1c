"""A note in the chart of the index says whose figure it tells."""

import bth
import pytest
from lettered import lettered

from reporter.figures import FIGURES


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", ["Beijing, 2019–2020: ", "Hebei, 2021–2022: ", "Tianjin, 2016–2019: "]),
        ("zh", ["北京2019—2020年", "天津2016—2019年", "河北2021—2022年"]),
    ],
)
def test_a_note_begins_with_its_region(language, notes):
    drawn = lettered(lambda: FIGURES["series"](bth.assessment("2022"), bth.words(language)))
    assert all(any(text.startswith(note) for text, _ in drawn.texts) for note in notes)
