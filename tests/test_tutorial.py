"""The tutorial, word for word: its files written, its commands run, what it shows held against what comes."""

import re
import shlex
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.production.builds import run

PAGE = (Path(__file__).parent.parent / "docs/tutorial.md").read_text("utf-8")
BLOCK = re.compile(r"(?:`([^`\n]+)`:\n\n)?```(\w+)\n(.*?)```", re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the file it is to be written into, if the line above names one, its kind, its text."""

    file: str
    kind: str
    text: str


BLOCKS = [Block(*found) for found in BLOCK.findall(PAGE)]


def typed(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a line typed at the shell prints."""
    word, *words = shlex.split(line)
    if word == "cd":
        monkeypatch.chdir(words[0])
        return ""
    if word == "reporter":
        done = run(*words)
        return done.out + done.err
    return subprocess.run(["sh", "-c", line], check=True, capture_output=True, text=True).stdout


def follow(blocks: list[Block], monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """(what the tutorial shows, what came) for each block of output, all else done on the way."""
    told, came = [], ""
    for block in blocks:
        if block.kind == "sh":
            came = "".join(typed(line, monkeypatch) for line in block.text.splitlines())
        elif block.kind == "text":
            told.append((block.text, came))
        else:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, "utf-8")
    return told


def alike(shown: str, came: str) -> bool:
    """Whether this is what is shown; `…` stands for anything."""
    return re.fullmatch(re.escape(shown).replace("…", ".*"), came, re.DOTALL) is not None


def test_every_block_is_a_command_what_it_prints_or_a_file_with_its_name() -> None:
    assert {block.kind for block in BLOCKS if not block.file} == {"sh", "text"}
    assert len([block for block in BLOCKS if block.file]) == 8


@pytest.mark.usefixtures("few_points")
def test_the_tutorial_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = follow(BLOCKS, monkeypatch)
    assert [pair for pair in told if not alike(*pair)] == []
    page = (tmp_path / "north-west/out/north-west/2017/en/full.html").read_text("utf-8")
    assert "--accent: #005A9C" in page
    text = re.sub("[\u00a0\u2060]", " ", re.sub("<[^>]+>", "", page))
    assert "A long way to the leader" in text
    assert "Advice for graduates who found a firm" in text
    assert "A measure answers 4 of the 10 problems" in text


def test_the_sum_by_hand_in_the_tutorial_is_right() -> None:
    [table] = [block.text.splitlines() for block in BLOCKS if block.kind == "csv"]
    rows = [line.split(",") for line in table[1:]]
    value = {tuple(row[:3]): float(row[3]) for row in rows}

    def share(series: str) -> float:
        places = [key[1:] for key in value if key[0] == series]
        ratio = {place: value[series, *place] / value["gdp", *place] for place in places}
        return ratio["Merseyside", "2017"] / max(ratio.values())

    assert value["gdp", "Merseyside", "2017"] == 37201.33
    assert round(share("graduate_startups"), 3) == 0.278
    assert round(share("spinoff_turnover"), 3) == 0.481
    assert round((share("graduate_startups") + share("spinoff_turnover")) / 2, 3) == 0.380
