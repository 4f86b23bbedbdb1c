"""The editor's word end to end: it stands in the pages, survives new figures, and is accounted for."""

import json
import re
from html import unescape

import pytest

from tests.conftest import TABLE, Land
from tests.production.builds import html, run

WORD = "data/studies/land/editorial/2022.yaml"
EDITORIAL = """\
signed:
  - {by: Ada Example, role: {en: head of office}, on: 2023-11-30, languages: [en]}
problems:
  order: [weak_conversion.I2.Southport]
  suppress:
    gap.I.Westmoor: {en: told in a paper of its own}
  reword:
    weak_conversion.I2.Southport:
      title: {en: Southport sells too little}
      text: {en: "Output reaches {share:percent0} of input; the index is at {I.Southport.2022:score}."}
  add:
    harbour:
      {region: Land, severity: serious, title: Harbours idle, text: No figure., measures: [never-used]}
measures:
  suppress: {catch-up-fund: {en: not ours to decide}}
"""


@pytest.fixture
def edited(land: Land) -> Land:
    """The land with an editor's word, and an outline of what it touches."""
    for folder in ("data/studies/land/editorial/2022", "templates/editions"):
        (land.root / folder).mkdir(parents=True)
    land.write(
        "templates/editions/full.yaml", "sections: [foreword, problems, recommendations, provenance]\n"
    )
    land.write(WORD, EDITORIAL)
    return land


def page(land: Land) -> str:
    """The text of the page, without markup."""
    text = re.sub(r"<style.*?</style>", "", land.text("out/land/2022/en/full.html"), flags=re.DOTALL)
    text = re.sub(r'<span class="keep">(.*?)</span>', r"\1", text)  # inside a sentence
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ")))


def assessed(land: Land) -> dict:  # type: ignore[type-arg]
    return json.loads(land.text("out/land/2022/assessment.json"))  # type: ignore[no-any-return]


def test_the_page_holds_the_editor_s_word_and_counts_it(edited: Land) -> None:
    assert html().status == 0
    told = page(edited)
    assert "Southport sells too little" in told
    assert "Harbours idle" in told
    assert "judgement of the editor, no rule" in told
    assert "By hand: 2 left out, 1 reworded, 1 added." in told
    assert "told in a paper of its own" in told
    assert "Signed off by Ada Example (head of office) on 2023-11-30." in told
    assert "catch-up-fund" not in {r["measure"] for r in assessed(edited)["recommendations"]}


def test_a_number_by_its_name_is_the_report_s_own(edited: Land) -> None:
    assert html().status == 0
    score = next(
        s["value"]
        for s in assessed(edited)["scores"]
        if (s["index"], s["region"], s["period"]) == ("I", "Southport", "2022")
    )
    assert f"the index is at {100 * score:.1f}." in page(edited)


def test_nothing_suppressed_is_gone_from_the_data(edited: Land) -> None:
    assert html().status == 0
    data = assessed(edited)
    assert [s["key"] for s in data["editorial"]["suppressed"]["problems"]] == ["gap.I.Westmoor"]
    assert [s["key"] for s in data["editorial"]["suppressed"]["measures"]] == ["catch-up-fund"]
    assert data["findings"][0]["said"]["title"] == {"en": "Southport sells too little"}
    assert "judgement.harbour.Land.2022" in {a for r in data["recommendations"] for a in r["answers"]}


def test_a_number_that_no_longer_holds_is_told_with_the_new_one_and_ours_is_printed(edited: Land) -> None:
    edited.spoil(WORD, "{share:percent0} of input; the index is at {I.Southport.2022:score}.", "1% of input.")
    line = edited.line(WORD, "1% of input")
    done = html()
    assert done.status == 0
    [note] = [one for one in done.out.splitlines() if one.startswith("note: ")]
    assert re.match(
        rf"note: {WORD}:{line}: the text says 1%, and the report has no such number here; it has \d+%", note
    )
    assert "1% of input" not in page(edited)
    assert "so that the report's own sentence stands: 1." in page(edited)
    strict = html("--strict")
    assert (strict.status, strict.err) == (1, note.removeprefix("note: ") + "\n")


def test_the_editor_may_vouch_for_a_number_of_her_own(edited: Land) -> None:
    edited.spoil(
        WORD,
        '{share:percent0} of input; the index is at {I.Southport.2022:score}."}',
        '1% of input."}\n      own: [1%]',
    )
    done = html()
    assert "note: " not in done.out
    assert "1% of input" in page(edited)


def test_new_figures_leave_her_word_in_force(edited: Land) -> None:
    assert html().status == 0
    before = page(edited)
    edited.spoil(TABLE, "patents,Northmark,2022,", "patents,Northmark,2022,1")
    done = html()
    assert (done.status, "note: " in done.out) == (0, False)
    assert page(edited) != before
    assert "Southport sells too little" in page(edited)


def test_an_entry_for_what_is_not_found_is_told_and_does_no_harm(edited: Land) -> None:
    edited.spoil(WORD, "gap.I.Westmoor:", "gap.I.Northmark:")
    line = edited.line(WORD, "gap.I.Northmark")
    assert f"note: {WORD}:{line}: no problem 'gap.I.Northmark' stands in this edition" in html().out


def test_a_signature_under_other_scores_is_told(edited: Land) -> None:
    edited.spoil(WORD, "languages: [en]}", "languages: [en], scores: s000000000000}")
    done = html()
    now = assessed(edited)["editorial"]["scores"]
    assert f"'Ada Example' signed other scores; if these stand, sign again with scores: {now}" in done.out
    assert "on 2023-11-30 for other scores than these." in page(edited)
    edited.spoil(WORD, "s000000000000", now)
    assert "note: " not in html().out


def test_a_piece_in_markdown_stands_at_the_head_of_its_section(edited: Land) -> None:
    piece = (
        "# Why\n\n**Northmark** has {I.Northmark.2022:score}. <script>alert(1)</script> [x](javascript:y)\n"
    )
    edited.write("data/studies/land/editorial/2022/foreword.en.md", piece)
    assert html().status == 0
    raw = edited.text("out/land/2022/en/full.html")
    assert re.search(r"<h2>Why</h2>\s*<p><strong>Northmark</strong> has \d+\.\d\.", raw)
    assert "<script>alert" not in raw
    assert 'href="javascript' not in raw


def test_a_bulletin_begins_with_its_head_and_the_foreword_below_it(edited: Land) -> None:
    edited.write("data/studies/land/editorial/2022/foreword.en.md", "Read this first.\n")
    assert run("build", "land", "--edition", "bulletin", "--lang", "en", "--to", "html").status == 0
    raw = edited.text("out/land/2022/en/bulletin.html")
    main = raw[raw.index("<main") :]
    assert main.index("problem bulletin") < main.index("Read this first.") < main.index("As before")
    assert main.count("Read this first.") == 1


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            WORD,
            "problems: {supress: {}}\n",
            f"{WORD}:1: unknown key 'supress' in problems; did you mean 'suppress'?",
        ),
        (
            WORD,
            "problems: {order: [gpa.I.Westmoor]}\n",
            f"{WORD}:1: 'gpa.I.Westmoor': no rule is called 'gpa'; did you mean 'gap'?",
        ),
        (
            "data/studies/land/editorial/2022/forword.en.md",
            "Text.\n",
            "data/studies/land/editorial/2022/forword.en.md: no section is called 'forword'; "
            "did you mean 'foreword'?",
        ),
        (
            "data/studies/land/editorial/2022/foreword.en.md",
            "It is {I.Northmrk.2022:score}.\n",
            "data/studies/land/editorial/2022/foreword.en.md: "
            "'I.Northmrk.2022' is no number of the report; did you mean 'I.Northmark.2022'?",
        ),
        (
            "data/studies/land/editorial/last.yaml",
            "{}\n",
            "data/studies/land/editorial/last.yaml: 'last' is no period; "
            "name it for an edition, such as 2022 or 2022-Q3",
        ),
    ],
)
def test_a_mistake_is_one_line_with_its_place(edited: Land, file: str, text: str, told: str) -> None:
    edited.write(file, text)
    done = html()
    assert (done.status, done.err) == (1, told + "\n")


def test_check_tells_every_edition_s_notes(edited: Land) -> None:
    edited.spoil(WORD, "gap.I.Westmoor:", "gap.I.Northmark:")
    assert run("check").out.startswith("note: ")
    assert run("check", "--strict").status == 1
