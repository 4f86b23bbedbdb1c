"""What a text holds of its font goes with the text, so that a worker's memory stays flat."""

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from reporter.render.fonts import fonts

PAGE = "<p style='font-variant-numeric: tabular-nums'>1 234"


@pytest.mark.parametrize(("configuration", "holders"), [(fonts(), 1), (FontConfiguration(), 2)])
def test_a_text_alone_holds_the_list_of_its_features(
    configuration: FontConfiguration, holders: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two where it is WeasyPrint's own: once that is one, WeasyPrint has mended it, and ours can go."""
    found, set_up = list[int](), Layout.setup

    def counted(text: Any, style: Any) -> None:
        set_up(text, style)
        attributes = pango.pango_layout_get_attributes(text.layout)
        if attributes != ffi.NULL:
            found.append(ffi.cast("unsigned int *", attributes)[0])  # the first field of a PangoAttrList

    monkeypatch.setattr(Layout, "setup", counted)
    HTML(string=PAGE).render(font_config=configuration)
    assert set(found) == {holders}


def test_however_often_fonts_are_made_a_list_is_given_back_once() -> None:
    before = Layout.setup
    fonts.cache_clear()
    fonts()
    assert Layout.setup is before


def test_a_list_of_its_own_changes_no_page() -> None:
    ours, theirs = (HTML(string=PAGE).write_pdf(font_config=one) for one in (fonts(), FontConfiguration()))
    assert ours == theirs
