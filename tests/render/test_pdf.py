"""The PDF is tagged, whole, and the same each time; what would leave a hole is a fault."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from made_up_theme import with_style, with_template

from reporter.errors import Faults
from reporter.model.document import Document, Figure, Paragraph, Section
from reporter.model.theme import Theme
from reporter.render import RENDERERS

pdf = RENDERERS["pdf"]
ONCE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from made_up_theme import base_theme
from made_up_land import document
from reporter.render import RENDERERS
print(hashlib.sha256(RENDERERS["pdf"](document(sys.argv[2]), base_theme())).hexdigest())
"""


def of(english: Document, *blocks: object) -> Document:
    """A report of one page with the blocks given."""
    return replace(english, sections=(Section("only", "Kicker", "Heading", blocks),))


def said(document: Document, theme: Theme) -> str:
    with pytest.raises(Faults) as faults:
        pdf(document, theme)
    return str(faults.value)


def test_the_pdf_is_tagged_and_says_its_title_and_language(report: Document, printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as made:
        assert made.Root.MarkInfo.Marked
        assert str(made.docinfo.Title) == report.title
        assert str(made.Root.Lang) == ("zh-Hans" if report.language == "zh" else "en")
        assert "2025-03-31" in str(made.Root.Metadata.read_bytes())


def test_every_head_cell_has_its_scope(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as made:
        heads = [o for o in made.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
        assert {str(head.A.Scope) for head in heads} == {"/Column", "/Row"}


def test_the_outline_names_each_section_with_its_mark(report: Document, printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as made, made.open_outline() as outline:
        titles = [item.title for item in outline.root]
    marked = [f"{s.mark} {s.heading}" for s in report.sections if s.mark and s.look != "cover"]
    assert [title for title in titles if title in marked] == marked


def test_two_processes_print_the_same_bytes(report: Document, printed: bytes) -> None:
    command = [sys.executable, "-c", ONCE, str(Path(__file__).parent), report.language]
    env = {**os.environ, "TZ": "Asia/Shanghai", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    made = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == hashlib.sha256(printed).hexdigest()


def test_a_missing_image_is_a_fault(english: Document, theme: Theme) -> None:
    text = theme.templates["report.html"].text.replace(
        "</main>", '<img src="http://example.org/a.png" alt="a"></main>'
    )
    told = said(of(english), with_template(theme, "report.html", text))
    assert "mine/report.html: Failed to load image" in told


def test_a_broken_drawing_is_a_fault_that_names_its_figure(english: Document, theme: Theme) -> None:
    broken = Figure("chart", "Title", "Measure", "Alt", b"<svg", 80, 40, (), (), numbered=False)
    told = said(of(english, broken), theme)
    assert "(in 'chart')" in told
    assert len(told) < 300


def test_css_that_weasyprint_does_not_know_is_a_fault_with_its_line(english: Document, theme: Theme) -> None:
    told = said(of(english), with_style(theme, "p { color: red }\np { colour: red }"))
    assert told.startswith("mine/mine.css:2: Ignored `colour: red")


def test_a_selector_nobody_can_read_is_a_fault(english: Document, theme: Theme) -> None:
    assert "p:nope" in said(of(english), with_style(theme, "\np:nope { color: red }"))


def test_a_reference_to_nothing_is_a_fault(english: Document, theme: Theme) -> None:
    text = theme.templates["report.html"].text.replace("</main>", '<a class="see" href="#gone">x</a></main>')
    assert "gone" in said(of(english), with_template(theme, "report.html", text))


def test_a_sign_no_font_has_is_a_fault_with_its_words(english: Document, theme: Theme) -> None:
    told = said(of(english, Paragraph("Lake \U0001f9ed compass")), theme)
    assert "U+1F9ED" in told
    assert "Lake \U0001f9ed compass" in told


def test_a_sign_no_font_has_is_a_fault_inside_a_drawing(english: Document, theme: Theme) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>North \U0001f9ed</text></svg>'.encode()
    drawn = Figure("f", "Title", "Measure", "Alt", svg, 80, 40, (), (), numbered=False)
    assert "“North \U0001f9ed" in said(of(english, drawn), theme)


def test_objects_turned_into_bytes_beforehand_make_the_same_file(
    english: Document, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = of(english, Paragraph("Text"))
    once = pdf(page, theme)
    monkeypatch.setattr("reporter.render.pdf.written", lambda _: None)
    assert pdf(page, theme) == once
