"""An editor's own page asks the report by name; what the report has not is told with the page's line."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from made_up_theme import with_template

from reporter.errors import Faults
from reporter.model.document import Document, Section
from reporter.model.finding import Said
from reporter.model.theme import Theme
from reporter.render import RENDERERS

VALUES = {"I.Northmark.2022": "90.8", "I.Eastvale.2022": "65.9"}
FINDINGS = {"gap.I.Eastvale": Said("Far behind", "Eastvale stands 24.9 points below Northmark.")}
Page = Callable[[str], str]


@pytest.fixture
def page(theme: Theme, english: Document) -> Page:
    """The made-up report with an own page of this text at its end."""

    def made(text: str) -> str:
        own = Section("own", "Own", "A page of ours", (), template="pages/own.html")
        document = replace(english, sections=(*english.sections, own), values=VALUES, findings=FINDINGS)
        mine = replace(theme, pictures={"pictures/map.png": "data:image/png;base64,AA=="})
        html = RENDERERS["html"](document, with_template(mine, "pages/own.html", text)).decode()
        return html[html.index('id="own"') :]

    return made


def told(page: Page, text: str) -> str:
    with pytest.raises(Faults) as faults:
        page(text)
    return str(faults.value)


def test_a_number_is_printed_as_the_report_prints_it(page: Page) -> None:
    assert "<p>90.8</p>" in page('<p>{{ value("I.Northmark.2022") }}</p>')


def test_a_number_the_report_has_not_is_told(page: Page) -> None:
    said = told(page, '<p>\n{{ value("I.Northmrak.2022") }}')
    what, mend = said.split("; ")
    assert what == "mine/pages/own.html:2: 'I.Northmrak.2022' is no number of the report"
    assert mend == "did you mean 'I.Northmark.2022'?"


def test_a_figure_is_shown_again_under_an_id_of_its_own(page: Page) -> None:
    own = page('{{ show.figure("chart") }}{{ show.figure("chart") }}')
    assert '<figure id="chart-2">' in own
    assert '<figure id="chart-3">' in own
    assert '<span class="no">' not in own


def test_a_figure_the_report_has_not_is_told_with_the_line_of_the_page(page: Page) -> None:
    said = told(page, '\n\n{{ show.figure("chrat") }}')
    assert said == "mine/pages/own.html:3: 'chrat' is no figure of the report; did you mean 'chart'?"


def test_a_finding_a_reference_and_a_note(page: Page) -> None:
    own = page('{{ show.finding("gap.I.Eastvale") }}{{ show.reference("chart") }}{{ show.note("Mind it") }}')
    assert "Eastvale stands 24.9 points below Northmark." in own.replace("\u00a0", " ")
    assert '<a class="see" href="#chart"' in own
    assert '<p class="note">Mind\u00a0it</p>' in own


@pytest.mark.parametrize("text", ['{{ show.finding("gap.I.Estvale") }}', '{{ show.reference("chrat") }}'])
def test_a_finding_or_place_the_report_has_not_is_told(page: Page, text: str) -> None:
    assert "did you mean '" in told(page, text)


def test_a_picture_of_the_house_is_shown_as_a_data_address(page: Page) -> None:
    assert '<img src="data:image/png;base64,AA==" alt="Map">' in page(
        '<img src="{{ image("pictures/map.png") }}" alt="Map">'
    )
    assert "did you mean 'pictures/map.png'?" in told(page, '{{ image("pictures/mpa.png") }}')


def test_a_workspace_writes_the_macros_that_differ_alone(theme: Theme, english: Document) -> None:
    own = "{% macro source(text) %}{% if text %}<p>FROM {{ text }}</p>{% endif %}{% endmacro %}"
    html = RENDERERS["html"](english, with_template(theme, "macros.html", own)).decode()
    assert "<p>FROM " in html
    assert "<figcaption>" in html


def test_a_macro_that_a_workspace_only_speaks_of_is_the_bases(theme: Theme, english: Document) -> None:
    own = "{# Once: {% macro source(text) %}FROM {{ text }}{% endmacro %} #}"
    html = RENDERERS["html"](english, with_template(theme, "macros.html", own)).decode()
    assert html == RENDERERS["html"](english, theme).decode()
