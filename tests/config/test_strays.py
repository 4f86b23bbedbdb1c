"""What a workspace's templates hold that nothing reads, and words that nothing asks for, are told."""

from collections.abc import Callable

import pytest

from reporter.config import Workspace, read_theme, read_words
from reporter.errors import Faults
from tests.conftest import Land


def own(land: Land, name: str, text: str) -> None:
    path = land.root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def told(land: Land, read: Callable[[Workspace], object] = read_theme) -> list[str]:
    with pytest.raises(Faults) as faults:
        read(land.workspace)
    return str(faults.value).splitlines()


def test_a_template_under_a_misspelt_name_is_told(land: Land) -> None:
    own(land, "blocks/tabel.html", "x")
    own(land, "style/house.css", "p {}")
    assert told(land) == [
        "templates/blocks/tabel.html: nothing reads this file; did you mean 'blocks/table.html'?",
        "templates/style/house.css: nothing reads this file; did you mean 'styles/*.css'?",
    ]


def test_a_file_that_is_read_in_another_folder_alone_is_told(land: Land) -> None:
    own(land, "house/brand.yaml", "colours: {}")
    own(land, "house/styles/house.css", "p {}")
    own(land, "house/README.md", "Of the house")
    assert [line.partition("; ")[0] for line in told(land)] == [
        "templates/house/brand.yaml: nothing reads this file",
        "templates/house/styles/house.css: nothing reads this file",
    ]


def test_the_faults_of_brand_and_files_are_told_together(land: Land) -> None:
    own(land, "blocks/tabel.html", "x")
    own(land, "brand.yaml", 'colours: {acent: "#005A9C"}')
    assert [line.partition(":")[0] for line in told(land)] == [
        "templates/blocks/tabel.html",
        "templates/brand.yaml",
    ]


def test_a_template_in_another_encoding_is_told(land: Land) -> None:
    own(land, "report.html", "")
    land.write("templates/report.html", "<p>区域</p>".encode("gb18030"))
    assert told(land) == ["templates/report.html: the file is not UTF-8; save it as UTF-8"]


def test_a_template_that_another_includes_is_read(land: Land) -> None:
    own(land, "stamp.html", "x")
    own(
        land,
        "report.html",
        '{% extends "base/report.html" %}{% block foot %}{% include "stamp.html" %}{% endblock %}',
    )
    assert "stamp.html" in read_theme(land.workspace).templates


def test_a_page_that_no_outline_names_is_told(land: Land) -> None:
    own(land, "pages/minister.html", "x")
    (said,) = told(land)
    assert said.startswith("templates/pages/minister.html: nothing reads this file; name it in an outline")


def test_a_page_that_nobody_wrote_is_told_with_its_line(land: Land) -> None:
    own(land, "pages/minister.html", "x")
    own(land, "editions/full.yaml", "sections:\n  - cover\n  - pages/ministre\n  - pages/minister\n")
    assert told(land) == [
        "templates/editions/full.yaml:3: there is no page 'pages/ministre'; did you mean 'minister'?"
    ]


def test_words_under_a_misspelt_key_are_told(land: Land) -> None:
    own(land, "words/en.yaml", "cover:\n  seris: A series\n")
    (said,) = told(land, lambda workspace: read_words(workspace, "en"))
    what, mend = said.split("; ")
    assert what == "templates/words/en.yaml:2: nothing asks for words called 'cover.seris'"
    assert mend == "did you mean 'cover.series'?"


def test_words_of_own_pages_and_measures_are_no_mistake(land: Land) -> None:
    own(
        land,
        "words/en.yaml",
        "pages: {minister: {short: Foreword}}\nrecommendations: {level: {county: County}}\n",
    )
    assert read_words(land.workspace, "en")("pages.minister.short") == "Foreword"


def test_a_picture_that_nothing_shows_is_told(land: Land) -> None:
    own(land, "pictures/map.svg", "<svg/>")
    (said,) = told(land)
    assert said.startswith(
        "templates/pictures/map.svg: nothing reads this file; show it in a template, image("
    )


def test_a_section_that_an_outline_names_twice_is_told(land: Land) -> None:
    own(land, "editions/full.yaml", "sections:\n  - cover\n  - lists\n  - cover\n")
    assert told(land) == ["templates/editions/full.yaml:4: 'cover' stands twice; take one out"]
