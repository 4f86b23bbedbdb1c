"""A brand's remarks come with a build's other notes, and its file among the inputs."""

import json

from tests.conftest import Land
from tests.production.builds import html

GREY = 'colours: {regions: {3: {fill: "#00529B"}}}\n'  # as light as the first region's


def test_hues_that_print_as_one_grey_are_a_note_and_a_fault_where_strict(brief: Land) -> None:
    brief.write("templates/brand.yaml", GREY)
    told = "templates/brand.yaml:1: 'regions.1.fill' and 'regions.3.fill' are 3 steps of lightness apart"
    done = html()
    assert done.status == 0
    assert f"note: {told}" in done.out
    strict = html("--strict")
    assert strict.status == 1
    assert strict.err.startswith(told)


def test_the_brand_stands_among_the_inputs(brief: Land) -> None:
    brief.write("templates/brand.yaml", 'colours: {accent: "#005A9C"}\n')
    assert html().status == 0
    assert "--accent: #005A9C;" in brief.text("out/land/2022/en/full.html")
    manifest = json.loads(brief.text("out/land/2022/manifest.json"))
    assert "templates/brand.yaml" in {entry["path"] for entry in manifest["inputs"]}


def test_a_misspelt_template_is_told_by_check_and_build_with_nothing_overwritten(brief: Land) -> None:
    before = brief.text("out/land/2022/en/full.html")
    brief.write("templates/report.html", '{% extends "base/report.html" %}\n{% block foto %}{% endblock %}')
    done = html()
    assert done.status == 1
    assert done.err == (
        "templates/report.html:2: 'base/report.html' has no block 'foto'; did you mean 'foot'?\n"
    )
    assert brief.text("out/land/2022/en/full.html") == before
