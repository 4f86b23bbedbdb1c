"""What an editor can override is listed, and copied as a beginning."""

import json

import pytest
from typer.testing import CliRunner

from reporter.cli import app
from reporter.errors import Faults
from reporter.production.templates import copy, parts
from tests.conftest import Land


def own(land: Land, name: str, text: str) -> None:
    path = land.root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_every_kind_of_part_is_listed(land: Land) -> None:
    named = {(row["kind"], row["name"]) for row in parts(land.root)}
    assert {
        ("template", "blocks/table.html"),
        ("block", "blocks/table.html: caption"),
        ("macro", "figure"),
        ("style", "styles/report.css"),
        ("variable", "--body"),
        ("brand", "colours.regions.1.fill"),
        ("outline", "editions/full.yaml"),
        ("words", "words/zh.yaml"),
    } <= named


def test_what_the_workspace_overrides_is_marked_with_its_file(land: Land) -> None:
    own(land, "blocks/table.html", '{% extends "base/blocks/table.html" %}{% block note %}{% endblock %}')
    own(land, "styles/house.css", "html { --body: 10pt; }")
    own(land, "brand.yaml", 'colours: {accent: "#005A9C"}')
    mine = {row["name"]: row["file"] for row in parts(land.root) if row["overridden"]}
    assert mine == {
        "blocks/table.html": "templates/blocks/table.html",
        "blocks/table.html: note": "templates/blocks/table.html",
        "styles/house.css": "templates/styles/house.css",
        "--body": "templates/styles/house.css",
        "brand.yaml": "templates/brand.yaml",
        "colours.accent": "templates/brand.yaml",
    }


def test_a_copy_lies_in_the_workspace_and_is_not_copied_over(land: Land) -> None:
    path, then = copy(land.root, "blocks/table.html")
    assert path == "templates/blocks/table.html"
    assert '{% extends "base/blocks/table.html" %}' in then
    land.write(path, "mine")
    with pytest.raises(Faults, match="the file is there already"):
        copy(land.root, "blocks/table.html")
    assert land.text(path) == "mine"


def test_a_misspelt_name_is_told(land: Land) -> None:
    with pytest.raises(Faults, match=r"did you mean 'blocks/table\.html'"):
        copy(land.root, "blocks/tabel.html")


def test_the_list_is_json_where_asked(land: Land) -> None:
    made = CliRunner().invoke(app, ["template", "list", "--json", "--workspace", str(land.root)])
    assert json.loads(made.stdout)[0].keys() == {"kind", "name", "overridden", "file"}
