"""The command line: what it prints where, and how it ends."""

import json
import re

import pytest

from reporter import pipeline
from reporter.doctor import Finding
from reporter.figures import FIGURES
from reporter.indices import INDICES
from reporter.problems import PROBLEMS, STRENGTHS
from tests.conftest import STUDY, TABLE, Land
from tests.production.builds import html, in_brief, run


@pytest.fixture
def here(land: Land) -> Land:
    """The land, being the working folder."""
    return land


def test_a_build_says_what_it_made_and_then_where_it_lies(here: Land) -> None:
    in_brief(here)
    done = html()
    first, last = done.out.splitlines()
    assert (done.status, done.err) == (0, "")
    assert re.fullmatch(r"land 2022: en/full\.html \(\d+\.\d MB\)", first)
    assert last == "out/land/2022/en/full.html"
    assert (here.root / last).exists()


def test_what_is_asked_for_twice_is_made_and_told_once(here: Land) -> None:
    in_brief(here)
    done = run("build", "land", "land", "--year", "2022,2022", "--lang", "en,en", "--to", "html", "--json")
    built = json.loads(done.out)["built"]
    assert [path for path in built if path.endswith(".html")] == ["land/2022/en/full.html"]


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (["--lang", "zh", "--to", "html"], ["zh/full.html"]),
        (["--lang", "en,zh", "--to", "html"], ["en/full.html", "zh/full.html"]),
        (["--lang", "en", "--to", "html", "--edition", "full"], ["en/full.html"]),
    ],
)
def test_a_build_makes_what_is_asked(here: Land, asked: list[str], made: list[str]) -> None:
    in_brief(here)
    assert run("build", "land", "--period", "2022", *asked).status == 0
    place = here.root / "out/land/2022"
    assert sorted(p.relative_to(place).as_posix() for p in place.rglob("full.*")) == made


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["build", "lnad"], "data/studies: there is no study called 'lnad'; did you mean 'land'?"),
        (["check", "lnad"], "data/studies: there is no study called 'lnad'; did you mean 'land'?"),
        (
            ["build", "land", "--year", "2018"],
            f"{STUDY}: the study 'land' declares no edition 2018; "
            "add it to editions: years:, or take one of: 2021, 2022",
        ),
        (
            ["build", "land", "--lang", "zhh"],
            "templates/words: there are no words for the language 'zhh'; did you mean 'zh'?",
        ),
        (["build", "land", "--to", "pfd"], "reporter build: no format is called 'pfd'; did you mean 'pdf'?"),
        (
            ["build", "land", "--edition", "ful"],
            "reporter build: no edition is called 'ful'; did you mean 'full'?",
        ),
        (
            ["explain", "land", "I.Nortmark.2022"],
            "land 2022: 'I.Nortmark.2022' is not in the report: no region 'Nortmark'; "
            "did you mean 'Northmark'?",
        ),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_misspelt_name_is_one_line_with_the_nearest_one(words: list[str], told: str) -> None:
    assert run(*words) == (1, "", told + "\n")


@pytest.mark.parametrize(
    "words", [["biuld"], ["build", "--yaer", "2022"], ["list", "indexes"], ["explain", "land"], []]
)
@pytest.mark.usefixtures("here")
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    assert run(*words).status == 2


def test_every_fault_is_a_line_on_standard_error_without_traceback(here: Land) -> None:
    here.spoil(TABLE, "gdp,Northmark,2020,301000", "gdp,Nortmark,2020,many")
    here.spoil(TABLE, "gdp,Northmark,2021,322000", "gpd,Northmark,2021,322000")
    for command in (["build", "land"], ["check"], ["explain", "land", "I.Land.2022"]):
        done = run(*command)
        assert (done.status, done.out) == (1, "")
        assert len(done.err.splitlines()) == 3
        assert all(re.fullmatch(rf"{TABLE}:\d+: .+; .+", line) for line in done.err.splitlines())


@pytest.mark.usefixtures("here")
def test_our_own_fault_keeps_its_traceback_and_ends_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("the stage is broken")

    monkeypatch.setattr(pipeline, "find_problems", broken)
    done = run("check", "land")
    assert done.status == 3
    assert done.err.startswith("Traceback")
    assert done.err.endswith("ValueError: the stage is broken\n")


def test_check_builds_nothing_and_says_what_it_looked_at(here: Land) -> None:
    status, told, wrong = run("check")
    assert (status, wrong) == (0, "")
    assert re.fullmatch(
        r"land: 2 editions, 6 indicators, 4 figures filled in; scores of 2022: s\w{12}; no faults\n", told
    )
    assert not (here.root / "out").exists()


@pytest.mark.parametrize("command", [["build", "land"], ["check"], ["explain", "land", "I.Land.2022"]])
def test_a_study_without_editions_is_told(here: Land, command: list[str]) -> None:
    here.spoil(STUDY, "years: [2021, 2022]", "years: []")
    told = f"{STUDY}: the study 'land' declares no edition; add its years to editions: years:\n"
    assert run(*command) == (1, "", told)


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_workspace_without_studies_is_told(here: Land, command: str) -> None:
    (here.root / STUDY).unlink()
    assert run(command) == (1, "", "data/studies: there is no study; write one: NAME/study.yaml\n")


def test_explain_takes_the_newest_edition_however_they_are_ordered(here: Land) -> None:
    here.spoil(STUDY, "years: [2021, 2022]", "years: [2022, 2021]")
    assert "edition 2022" in run("explain", "land", "I.Northmark.2021").out
    assert "edition 2021" in run("explain", "land", "I.Northmark.2021", "--year", "2021").out


@pytest.mark.usefixtures("here")
def test_list_names_what_there_is() -> None:
    assert run("list").out.split()[:4] == ["land", "A", "made-up", "land"]
    assert "2021" in run("list", "editions").out
    for kind, table in (("indices", INDICES), ("rules", {**PROBLEMS, **STRENGTHS}), ("figures", FIGURES)):
        assert [line.split()[0] for line in run("list", kind).out.splitlines()] == list(table)


@pytest.mark.parametrize("kind", ["studies", "indices", "rules", "figures", "editions"])
@pytest.mark.usefixtures("here")
def test_every_list_is_json_too(kind: str) -> None:
    rows = json.loads(run("list", kind, "--json").out)
    assert len(rows) == len(run("list", kind).out.splitlines())
    assert all(isinstance(row, dict) and all(row) for row in rows)


def test_doctor_ends_with_1_where_something_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.doctor.examine", lambda: [Finding("Pango", "1.56"), Finding("a", "b", "c")])
    assert run("doctor") == (1, "ok       Pango: 1.56\nmissing  a: b; c\n", "")


def test_doctor_looks_at_packages_libraries_fonts_and_room() -> None:
    done = run("doctor")
    assert done.status in (0, 1)
    for what in ("weasyprint", "Pango", "HarfBuzz", "Noto Sans CJK SC", "memory", "room on disk", "a page"):
        assert what in done.out


def test_without_a_workspace_the_way_out_is_told(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("check")
    assert (done.status, done.out) == (1, "")
    assert done.err.endswith("change into one, or pass --workspace DIR\n")
