"""A sentence that cannot be filled is told at its line before anything is built."""

from pathlib import Path

import pytest

from reporter.config import Workspace, read_words
from reporter.errors import Faults


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("{leader:name stands highest", "the sentence has a brace astray"),
        ("stands } highest", "the sentence has a brace astray"),
        ("{score!x}", "'{score}' is no placeholder"),
        ("{a b}", "'{a b}' is no placeholder"),
        ("{score:scroe}", "no style is called 'scroe'; did you mean 'score'?"),
    ],
)
def test_a_broken_sentence_is_told_with_its_line(tmp_path: Path, sentence: str, told: str) -> None:
    (tmp_path / "data" / "studies").mkdir(parents=True)
    (tmp_path / "templates" / "words").mkdir(parents=True)
    file = tmp_path / "templates" / "words" / "en.yaml"
    file.write_text(f"contents:\n  heading: '{sentence}'\n", "utf-8")
    with pytest.raises(Faults) as faults:
        read_words(Workspace(tmp_path), "en")
    (line,) = str(faults.value).splitlines()
    assert f"{file.name}:2: {told}" in line
