"""An editor's mistake is told with the file and line of the editor's own template."""

from collections.abc import Callable

import pytest
from made_up_theme import with_template

from reporter.errors import Faults
from reporter.model.document import Document
from reporter.model.theme import Theme
from reporter.render import RENDERERS

Told = Callable[[str, str], str]


@pytest.fixture
def told(theme: Theme, english: Document) -> Told:
    """What is said of a template."""

    def say(name: str, text: str) -> str:
        with pytest.raises(Faults) as faults:
            RENDERERS["html"](english, with_template(theme, name, text))
        return str(faults.value)

    return say


def test_a_misspelt_variable_is_told_with_its_line(told: Told) -> None:
    said = told("report.html", "<p>\n{{ documnet.title }}")
    assert said == "mine/report.html:2: nothing here is called 'documnet'; did you mean 'document'?"


def test_a_misspelt_field_of_a_block_is_told_with_its_line(told: Told, theme: Theme) -> None:
    text = theme.templates["blocks/message.html"].text.replace("message.heading", "message.headign")
    line = text[: text.index("headign")].count("\n") + 1
    said = told("blocks/message.html", text)
    where, _, what = said.partition(": ")
    assert where == f"mine/blocks/message.html:{line}"
    assert what == "nothing of Message is called 'headign'; did you mean 'heading'?"


def test_a_misspelt_macro_is_told(told: Told) -> None:
    said = told("report.html", '{% import "macros.html" as show with context %}\n{{ show.captoin(1) }}')
    assert said.startswith("mine/report.html:2: ")
    assert said.endswith("did you mean 'caption'?")


def test_a_missing_label_is_told(told: Told) -> None:
    said = told("report.html", "{{ document.labels.sorce }}")
    assert said == "mine/report.html:1: nothing here is called 'sorce'; did you mean 'source'?"


def test_a_missing_include_is_told(told: Told) -> None:
    said = told("report.html", '\n{% include "sections.html" %}')
    assert said == "mine/report.html:2: there is no template 'sections.html'; did you mean 'section.html'?"


def test_a_misspelt_filter_is_told(told: Told) -> None:
    assert (
        told("report.html", "\n\n{{ 'x'|tei }}")
        == "mine/report.html:3: there is no filter 'tei'; did you mean 'tie'?"
    )


def test_a_mistake_of_syntax_is_told(told: Told) -> None:
    assert told("report.html", "\n{% if document %}").startswith("mine/report.html:2: ")
