"""With whom a region is compared, on the made-up land; and the editions of one region."""

import json
from dataclasses import replace

import pytest

from reporter import pipeline
from reporter.sections.brief import brief
from reporter.sections.company import said
from reporter.sections.compose import compose
from tests.conftest import STUDY, Land, base_words
from tests.production.builds import run
from tests.sections.test_certainty import drawn, texts
from tests.sections.test_zero import words_of

DECLARED = """
tiers:
  high: {from: 0.5, title: {en: upper, zh: 上}}
  low: {title: {en: lower, zh: 下}}
peers:
  of: students_per_10k
  classes:
    many: {from: 200, title: {en: many, zh: 多}}
    few: {title: {en: few, zh: 少}}
similar: {by: [students_per_10k, rd_expenditure_per_head], count: 1}
"""


@pytest.fixture
def classed(land: Land) -> Land:
    """The land with classes and likeness."""
    land.write(STUDY, land.text(STUDY) + DECLARED)
    return land


def test_a_tier_holds_the_members_from_its_threshold_on(classed: Land) -> None:
    a = pipeline.assess(pipeline.read(classed.workspace, "land"), "2022")
    scores = {r: a.main.score("I", r, "2022") for r in a.main.members}
    assert a.company.tiers == {r: "high" if s >= 0.5 else "low" for r, s in scores.items()}
    assert set(a.company.tiers.values()) == {"high", "low"}


def test_peers_are_those_of_the_same_class_without_the_region(classed: Land) -> None:
    a = pipeline.assess(pipeline.read(classed.workspace, "land"), "2022")
    students = {r: a.panel.value("students_per_10k", r, "2022") for r in a.main.members}
    many = [r for r, value in students.items() if value >= 200]
    assert 0 < len(many) < 4
    assert a.company.beside(many[0]) == tuple(many[1:])


def test_a_study_without_classes_compares_with_none(land: Land) -> None:
    a = pipeline.assess(pipeline.read(land.workspace, "land"), "2022")
    assert (a.company.tiers, a.company.peers, a.company.similar) == ({}, {}, {})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("high: {from: 0.5, t", "high: {t", "class 'low' does not begin below the one before it"),
        ("low: {t", "low: {from: 0.1, t", "class 'low' is the lowest and has a start"),
        ("of: students_per_10k\n", "of: studnts_per_10k\n", "did you mean 'students_per_10k'?"),
        ("rd_expenditure_per_head]", "rd_expenditure]", "did you mean 'rd_expenditure_per_head'?"),
    ],
)
def test_what_cannot_class_is_told_with_its_line(classed: Land, old: str, new: str, told: str) -> None:
    line = classed.spoil(STUDY, old, new)
    [fault] = classed.faults()
    at = int(fault.split(":")[1])
    assert told in fault
    assert 0 <= at - line <= 1  # the class that does not follow, or the entry itself


def test_a_region_has_its_brief_and_its_profile(classed: Land) -> None:
    done = run(
        "build",
        "land",
        "--year",
        "2022",
        "--edition",
        "brief,profile",
        "--region",
        "Westmoor",
        "--to",
        "html",
    )
    assert done.status == 0, done.err
    for language in ("en", "zh"):
        brief, profile = (
            classed.text(f"out/land/2022/{language}/{kind}-Westmoor.html") for kind in ("brief", "profile")
        )
        assert 'id="profile-westmoor"' in brief
        assert 'id="profile-westmoor"' in profile
        assert 'id="profile-northmark"' not in brief + profile
        assert [page.count(base_words(language)("company.head")) for page in (brief, profile)] == [1, 1]


def test_a_brief_of_one_region_tells_its_problems_and_no_others(classed: Land) -> None:
    a = pipeline.assess(pipeline.read(classed.workspace, "land"), "2022")
    mine = a.about("Westmoor")
    assert mine.findings == tuple(f for f in a.findings if f.region == "Westmoor")
    assert 0 < len(mine.findings) < len(a.findings)
    assert all(f.region == "Westmoor" for r in mine.recommendations for f in r.answers)


def test_a_measure_weighs_in_a_region_what_it_answers_there(classed: Land) -> None:
    a = pipeline.assess(pipeline.read(classed.workspace, "land"), "2022")
    for region in a.main.members:
        advised = a.about(region).recommendations
        weights = [max(f.severity for f in r.answers) * r.fit * len(r.answers) for r in advised]
        assert [r.priority for r in advised] == pytest.approx(weights)
        assert weights == sorted(weights, reverse=True)
    assert any(len(r.answers) > len(r.about("Westmoor").answers) > 0 for r in a.recommendations)


def test_one_peer_and_one_alike_are_named_without_a_mean(classed: Land) -> None:
    a = pipeline.assess(pipeline.read(classed.workspace, "land"), "2022")
    pair = replace(a.company, peers={"Northmark": "many", "Southport": "many"}, tiers={})
    score = words_of(a, "en").score(a.main.score("I", "Southport", "2022"))
    [peer, alike] = said(replace(a, company=pair), words_of(a, "en"), "Northmark")
    assert "its one peer by" in peer
    assert peer.endswith(f"Southport, {score}.")
    assert "mean" not in alike


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_one_period_has_no_span_no_growth_and_no_change(classed: Land, lang: str) -> None:
    for first in ("2019", "2018"):
        classed.spoil(STUDY, f"    periods: {first}–2022\n", "    periods: 2022–2022\n")
    classed.spoil(STUDY, "years: [2021, 2022]", "years: [2022]")
    classed.spoil(STUDY, "published: {2021: 2022-12-01, 2022", "published: {2022")
    text = classed.text(STUDY)
    classed.write(STUDY, text[: text.index("\npublished:")] + text[text.index("\nproblems:") :])
    a = pipeline.assess(pipeline.read(classed.workspace, "land"), "2022").about("Westmoor")
    words = words_of(a, lang)
    document = compose(a, drawn, words, ("brief", "profiles"), "outline")
    told = " ".join(text for section in document.sections for text in texts(section))
    assert words("profiles.strip.growth") not in told
    assert not any(span in told for span in ("2022 to 2022", "2022–2022", "2022—2022", "in 2022."))
    [table] = [b for s in document.sections for b in s.blocks if getattr(b, "id", "") == "table-westmoor"]
    widths = {sum(c.columns for c in row) for row in (*table.head, *(r for b in table.body for r in b.rows))}
    assert widths == {6}  # indicator, unit, figure, score with its bar, best


def test_two_regions_at_the_top_stand_level(classed: Land) -> None:
    a = pipeline.assess(pipeline.read(classed.workspace, "land"), "2022")
    values = {code: v.copy() for code, v in a.main.values.items()}
    values["I"][1] = values["I"][0]  # Eastvale as high as Northmark, the leader
    board = replace(a.board, results={**a.board.results, "I": replace(a.main, values=values)})
    tied = replace(a, board=board)
    for region, other in (("Northmark", "Eastvale"), ("Eastvale", "Northmark")):
        [section] = brief(tied.about(region), drawn, words_of(a, "en"))
        assert section.heading.startswith(f"{region} stands highest in")
        assert section.heading.endswith(f"level with {other}")


@pytest.mark.parametrize(
    ("lang", "annex", "none"),
    [
        ("en", "method annex", "No rule found a problem in Northmark."),
        ("zh", "方法附录", "未发现北境的问题。"),
    ],
)
def test_a_brief_of_one_region_cites_no_annex_and_finds_no_problem_there_alone(
    classed: Land, lang: str, annex: str, none: str
) -> None:
    order = ["--year", "2022", "--lang", lang, "--edition", "brief", "--region", "all", "--to", "html"]
    assert run("build", "land", *order).status == 0
    pages = {r: classed.text(f"out/land/2022/{lang}/brief-{r}.html") for r in ("Northmark", "Westmoor")}
    plain = {r: page.replace("\u2060", "") for r, page in pages.items()}
    assert not any(annex in page for page in plain.values())
    assert none in plain["Northmark"]


def test_the_whole_study_has_a_brief_too(classed: Land) -> None:
    assert (
        run("build", "land", "--year", "2022", "--lang", "en", "--edition", "brief", "--to", "html").status
        == 0
    )
    page = classed.text("out/land/2022/en/brief.html")
    assert all(region in page for region in ("Northmark", "Eastvale", "Southport", "Westmoor"))


def test_declared_regions_get_an_edition_each(classed: Land) -> None:
    classed.spoil(STUDY, "  kinds: [full]\n", "  kinds: [profile]\n  regions: [Eastvale, Southport]\n")
    done = run("build", "land", "--year", "2022", "--lang", "en", "--to", "html")
    assert done.status == 0, done.err
    made = json.loads(classed.text("out/land/2022/manifest.json"))["products"]
    pages = [one["path"] for one in made if one["path"].endswith(".html")]
    assert pages == ["en/profile-Eastvale.html", "en/profile-Southport.html"]


@pytest.mark.usefixtures("land")
def test_a_region_that_is_not_there_and_an_edition_of_all_are_told() -> None:
    done = run("build", "land", "--edition", "brief", "--region", "Westmor")
    assert (done.status, done.err.strip()) == (
        1,
        "reporter build: no region of the study is called 'Westmor'; did you mean 'Westmoor'?",
    )
    done = run("build", "land", "--edition", "full", "--region", "Westmoor")
    assert (done.status, done.err.strip()) == (
        1,
        "reporter build: no edition of full is about a single region; take --edition, one of: brief, profile",
    )
