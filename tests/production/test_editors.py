"""What an editor changes in her workspace, without touching Python."""

from pathlib import Path

import pytest

from tests.conftest import STUDY, Land
from tests.production.builds import OUTLINE, html, in_brief, run


@pytest.fixture
def own(land: Land) -> Land:
    """The land with a folder for templates of its own, and few chapters."""
    in_brief(land)
    for folder in ("templates/styles", "templates/words"):
        (land.root / folder).mkdir()
    return land


def page(land: Land) -> str:
    return land.text("out/land/2022/en/full.html")


def test_a_template_of_the_same_name_extends_the_base_one(own: Land) -> None:
    base = Path(__file__).parents[2] / "templates" / "report.html"
    name = next(line.split()[2] for line in base.read_text("utf-8").splitlines() if "{% block" in line)
    block = f"{{% block {name} %}}HELLO {{{{ super() }}}}{{% endblock %}}"
    own.write("templates/report.html", '{% extends "base/report.html" %}' + block)
    assert html().status == 0
    assert "HELLO" in page(own)


def test_an_outline_may_leave_chapters_out(own: Land) -> None:
    own.write(OUTLINE, "sections: [cover, contents, messages]\n")
    assert html().status == 0
    assert 'href="#profile-' not in page(own)


def test_a_further_index_may_have_any_name(land: Land) -> None:
    land.spoil(STUDY, "  I_long:", "  J_second:")
    done = html()
    assert done.status == 0, done.err
    assert 'id="longer-j_second"' in page(land)


def test_a_word_of_her_own_stands_in_the_place_of_the_base_one(own: Land) -> None:
    own.write("templates/words/en.yaml", "contents: {heading: Her own heading}\n")
    assert html().status == 0
    assert "Her own heading" in page(own)


def test_a_fact_misspelt_in_a_sentence_that_no_edition_needs_is_told_by_check(own: Land) -> None:
    own.write("templates/words/zh.yaml", 'cover:\n  finding:\n    flat: "{grup:within}持平。"\n')
    done = run("check")
    told = "templates/words/zh.yaml:3: no other language has a fact called 'grup' in any sentence"
    assert (done.status, done.err) == (1, f"{told}; did you mean 'group'?\n")
