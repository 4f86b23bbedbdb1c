"""docs/seeds.md, row by row: what is said to be computed is computed anew."""

import re
from dataclasses import dataclass
from functools import cache

import pytest

from reporter.config import read_words
from reporter.explain import explain
from reporter.model.words import Words
from reporter.pipeline import words_for
from tests.seed_checks import holds
from tests.seed_figures import WORKSPACE, assessed

PAGE = (WORKSPACE.root / "docs/seeds.md").read_text("utf-8")
VERDICTS = ("equal", "different", "carried", "not computable")


@dataclass(frozen=True)
class Row:
    """A statement of a seed as the page tells it; `checks` are the clauses, of a `different` row twice."""

    id: str
    section: str
    statement: str
    printed: str
    verdict: str
    ours: str
    check: str

    @property
    def spoken(self) -> tuple[str, str]:
        """What the seed says and what we say instead, "" where nothing."""
        check, *_ = re.findall(r"`([^`]*)`", self.check) or [""]
        said, _, ours = check.partition(" but ")
        return said, ours

    @property
    def cited_alone(self) -> bool:
        """Whether the verdict rests on nothing but figures that publications print of themselves."""
        clauses = re.split("; | but ", re.findall(r"`([^`]*)`", self.check)[0]) if self.check else []
        return self.verdict in VERDICTS[:2] and all(c.split()[0].endswith("/exhibit") for c in clauses)

    @property
    def path(self) -> tuple[str, str] | None:
        """The study and the number that `reporter explain` walks from."""
        found = re.search(r"`reporter explain (\S+) (\S+)`", self.check)
        return (found[1], found[2]) if found else None


LINES = re.findall(r"^\| (\d{3}-\d{3} .*) \|$", PAGE, re.MULTILINE)
ROWS = [Row(*line.split(" | ")) for line in LINES]
COMPUTED = [row for row in ROWS if row.verdict in VERDICTS[:2]]
CHECKED = [row for row in ROWS if row.check]
EXPLAINED = sorted({row.path for row in ROWS if row.path})
by_id = pytest.mark.parametrize("row", CHECKED, ids=lambda row: row.id)


@cache
def words(study: str) -> Words:
    """English, knowing the study's names."""
    return words_for(assessed(study).study, read_words(WORKSPACE, "en"))


def all_hold(clauses: str) -> bool:
    """Whether every clause is so."""
    return all([holds(clause) for clause in clauses.split("; ")])


@by_id
def test_what_is_checked_is_as_the_row_says(row: Row) -> None:
    said, ours = row.spoken
    assert all_hold(said) == (row.verdict != "different")
    assert not ours or all_hold(ours)


@by_id
def test_a_number_checked_is_a_number_told(row: Row) -> None:
    told = row.ours.replace(",", "").replace("−", "-")
    said, ours = row.spoken
    numbers = re.findall(r" (?:=|rank) (-?[\d.]+)", ours or said)
    assert not [number for number in numbers if number not in told]


def test_what_is_different_tells_both_and_nothing_else_does() -> None:
    assert [row.id for row in ROWS if bool(row.spoken[1]) != (row.verdict == "different")] == []


def test_every_row_has_its_section_a_verdict_and_a_reason_or_a_check() -> None:
    assert len(ROWS) == len({row.id for row in ROWS}) > 400
    assert all(row.section and row.statement and row.ours and row.verdict in VERDICTS for row in ROWS)
    assert all(row.check for row in COMPUTED)


@pytest.mark.parametrize("seed", sorted({row.id[:3] for row in ROWS}))
def test_the_counts_are_those_of_the_table(seed: str) -> None:
    mine = [row for row in ROWS if row.id.startswith(seed)]
    counts = [sum(row.verdict == verdict for row in mine) for verdict in VERDICTS]
    cited = sum(row.cited_alone for row in mine)
    told = re.search(rf"^\| {seed} [^|]+\|([\d |]+)\|$", PAGE, re.MULTILINE)
    assert told
    assert [int(n) for n in told[1].split("|")] == [len(mine), *counts, cited]


def test_what_the_figures_contradict_is_named_first() -> None:
    head = PAGE.split("## How to read")[0]
    contradicted = [row.id for row in ROWS if row.verdict == "different"]
    assert re.findall(r"^- (\d{3}-\d{3})", head, re.MULTILINE) == contradicted
    assert f"\n{len(contradicted)} statements do not hold" in head
    assert f": {len(ROWS)} rows" in head


@pytest.mark.parametrize(("study", "number"), EXPLAINED)
def test_every_number_named_can_be_explained(study: str, number: str) -> None:
    assert list(explain(assessed(study), words(study), number))


@pytest.mark.parametrize(
    "clause",
    [
        "bth I Beijing 2022 = 90.78",
        "bth I Hebei 2022 highest",
        "bth I Beijing 2016–2022 rises-every-period",
        "bth I Tianjin 2016–2022 likest",
        "has measure no-such",
        "has bth finding low_base Beijing",
        "china gdp Bohai/China 2022 > 20%",
        "china gdp Bohai+Jiangsu/China 2022 = 18.39%",
        "china gdp Guangdong 2022 rank 2",
        "china rd_expenditure_internal hhi:China 2014–2023 falls",
        "clusters/exhibit output.rate BTH_cluster 2024 = 7.20",
        "shandong-htz/exhibit ranks.moved Qingdao_HTZ 2023 = -2",
        "shandong-htz/exhibit national_htz_listed together 2023 = 14",
        "shandong-htz/exhibit park_rank all 2022 > 18",
        "shandong-htz/exhibit growth.revenue Jining_HTZ 2023 known",
        "shandong-htz/exhibit zone_industrial_growth Jinan_HTZ 2021–2023 compounded = 18.30",
        "has clusters group Yangtze_River_Delta Shanghai,Jiangsu,Zhejiang",
        "has china part West+Centre 23",
    ],
)
def test_a_false_clause_does_not_hold(clause: str) -> None:
    assert not holds(clause)
