"""What an editor changes in her workspace, without touching Python."""

from pathlib import Path

import pytest

from tests.conftest import STUDY, Land
from tests.production.builds import html

OUTLINE = "templates/editions/full.yaml"


@pytest.fixture
def own(land: Land) -> Land:
    """The land with a folder for templates of its own."""
    for folder in ("templates/editions", "templates/styles", "templates/words"):
        (land.root / folder).mkdir(parents=True, exist_ok=True)
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


def test_a_further_index_may_have_any_name(own: Land) -> None:
    own.spoil(STUDY, "  I_long:", "  J_second:")
    done = html()
    assert done.status == 0, done.err
    assert 'id="longer-j_second"' in page(own)


def test_a_word_of_her_own_stands_in_the_place_of_the_base_one(own: Land) -> None:
    own.write("templates/words/en.yaml", "contents: {heading: Her own heading}\n")
    assert html().status == 0
    assert "Her own heading" in page(own)
