"""The HTML stands by itself and says everything the document says."""

import re
from dataclasses import replace
from typing import get_args

import pytest
from made_up_theme import with_template

from reporter.model import document as nouns
from reporter.model.document import Document, Paragraph, Section
from reporter.model.theme import Theme
from reporter.render import RENDERERS
from reporter.render.html import environment, page
from reporter.render.places import every, levels


@pytest.fixture(scope="module")
def markup(report: Document, theme: Theme) -> str:
    return RENDERERS["html"](report, theme).decode()


def test_every_kind_of_block_has_a_template_that_jinja_can_read(theme: Theme) -> None:
    kinds = {block.__dataclass_fields__["kind"].default for block in get_args(nouns.Block)}
    mine = {f"blocks/{kind}.html" for kind in kinds}
    assert mine == {name for name in theme.templates if name.startswith("blocks/")}
    assert all(environment(theme).get_template(name) for name in mine)


def test_the_made_up_report_has_every_kind_of_block(report: Document) -> None:
    found = {type(block) for section in report.sections for block in every(section.blocks)}
    assert set(get_args(nouns.Block)) <= found


def test_the_page_asks_for_nothing_outside_itself(markup: str) -> None:
    assert set(re.findall(r'(?:src|href)="([a-z]+:|#|[^"]*)', markup)) <= {"data:", "#"}
    assert "url(" not in markup
    assert not re.search(r"<script[^>]* src|import\(|fetch\(|XMLHttpRequest", markup)


def test_every_reference_leads_somewhere(markup: str) -> None:
    assert set(re.findall(r'href="#([^"]+)"', markup)) <= set(re.findall(r' id="([^"]+)"', markup))


def test_the_page_says_its_language_and_date(report: Document, markup: str) -> None:
    assert f'<html lang="{"zh-Hans" if report.language == "zh" else "en"}">' in markup
    assert '<meta name="dcterms.created" content="2025-03-31">' in markup


def test_a_reference_prints_its_number(markup: str, report: Document) -> None:
    number = report.numbers["chart"].replace(" ", "\u00a0")
    assert re.search(rf'<a class="see" href="#chart"[^>]*>→\u00a0{number}</a>', markup)


def test_every_figure_shows_its_data_on_screen_and_not_on_paper(
    report: Document, theme: Theme, markup: str
) -> None:
    assert markup.count("<details>") == markup.count("<figure ") == markup.count('download="')
    assert "<details>" not in page(report, theme, screen=False)


def test_text_is_escaped(english: Document, theme: Theme) -> None:
    short = replace(english, sections=(Section("s", "k", "R&D <b>", (Paragraph("1 < 2 & “x”"),)),))
    assert "1 &lt; 2 &amp;\u00a0“x”" in page(short, theme)


def test_a_template_of_the_same_name_overrides_the_base(english: Document, theme: Theme) -> None:
    mine = '{% extends "base.html" %}{% block head %}<meta name="mine">{% endblock %}'
    both = with_template(theme, "base.html", theme.templates["report.html"].text)
    assert '<meta name="mine">' in page(english, with_template(both, "report.html", mine))


def test_a_page_inside_a_chapter_is_one_level_deeper() -> None:
    sections = [
        Section(id, "", "", (), mark=mark)
        for id, mark in (("front", ""), ("one", "1"), ("inside", ""), ("two", "2"))
    ]
    assert levels(sections) == {"front": 1, "one": 1, "inside": 2, "two": 1}
