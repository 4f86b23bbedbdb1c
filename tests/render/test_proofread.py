"""Names that nothing has are told before a page is made, all of them at once, each with its line."""

from dataclasses import replace

import pytest
from made_up_theme import with_style, with_template

from reporter.model.theme import Theme
from reporter.render.proofread import proofread


def told(theme: Theme) -> list[str]:
    return [str(flaw) for flaw in proofread(theme)]


def test_the_base_theme_is_clean(theme: Theme) -> None:
    assert told(theme) == []


def test_a_block_that_the_parent_has_not_is_told(theme: Theme) -> None:
    text = '{% extends "base/blocks/table.html" %}\n{% block captoin %}{% endblock %}'
    (said,) = told(with_template(theme, "blocks/table.html", text))
    assert said == (
        "mine/blocks/table.html:2: 'base/blocks/table.html' has no block 'captoin'; did you mean 'caption'?"
    )


def test_a_block_inside_one_that_is_overridden_may_be_new(theme: Theme) -> None:
    text = '{% extends "base/report.html" %}{% block foot %}{% block mine %}x{% endblock %}{% endblock %}'
    assert told(with_template(theme, "report.html", text)) == []


def test_the_mistakes_of_several_templates_are_told_at_once(theme: Theme) -> None:
    theme = with_template(theme, "section.html", "<p>\n{{ sectoin.id }} {{ 'x'|tei }}\n{{ show.se(1) }}")
    theme = with_template(theme, "blocks/prose.html", '{% include "blocks/proes.html" %}')
    assert sorted(told(theme)) == [
        "mine/blocks/prose.html:1: there is no template 'blocks/proes.html'; "
        "did you mean 'blocks/prose.html'?",
        "mine/section.html:2: nothing here is called 'sectoin'; did you mean 'section'?",
        "mine/section.html:2: there is no filter 'tei'; did you mean 'tie'?",
        "mine/section.html:3: there is no macro 'se'; did you mean 'see'?",
    ]


def test_what_a_template_sets_is_no_mistake(theme: Theme) -> None:
    text = "{% set mine = 1 %}{% for one in section.blocks %}{{ mine }}{{ one }}{{ loop.last }}{% endfor %}"
    assert told(with_template(theme, "section.html", text)) == []


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("p {}\np { color: var(--acent) }", "mine/mine.css:2: no variable is called '--acent'; did you mean"),
        ("html { --acent: #005A9C; }", "mine/mine.css:1: no style uses a variable '--acent'; did you mean"),
    ],
)
def test_a_misspelt_variable_of_a_style_is_told(theme: Theme, style: str, said: str) -> None:
    assert [line[: len(said)] for line in told(with_style(theme, style))] == [said]


def test_a_variable_in_a_comment_is_no_mistake(theme: Theme) -> None:
    assert (
        told(with_style(theme, "/* once\n var(--old) */ html { --mine: 1px; } p { margin: var(--mine); }"))
        == []
    )


def test_macros_that_extend_are_told(theme: Theme) -> None:
    text = '{% extends "base/macros.html" %}{% macro note(text) %}{{ text }}{% endmacro %}'
    (said,) = told(with_template(theme, "macros.html", text))
    assert said.startswith("mine/macros.html:1: macros cannot be overridden by extending; ")


def test_what_only_a_replaced_style_used_is_not_blamed_on_the_others(theme: Theme) -> None:
    others = with_style(theme, "html { --mine: 1px; }")
    dark = others.styles["dark.css"]
    mine = replace(dark, replaced=f"{dark.text} p {{ margin: var(--mine); }}")
    assert told(replace(others, styles={**others.styles, "dark.css": mine})) == []


def test_a_template_that_extends_itself_is_told(theme: Theme) -> None:
    (said,) = told(with_template(theme, "blocks/table.html", '{% extends "blocks/table.html" %}'))
    assert said.endswith("extends itself; write 'base/blocks/table.html'")


@pytest.mark.parametrize("address", ["pictures/map.svg", "https://example.org/map.png"])
def test_a_picture_that_a_page_would_fetch_is_told(theme: Theme, address: str) -> None:
    (said,) = told(with_template(theme, "section.html", f'<p>\n<img alt="x" src="{address}">'))
    assert said.startswith(
        f"mine/section.html:2: a page fetches nothing, and this asks for '{address}'; write"
    )


def test_a_face_that_a_style_would_fetch_is_told(theme: Theme) -> None:
    (said,) = told(with_style(theme, "@font-face { src: url('house.woff2') }"))
    assert said.startswith("mine/mine.css:1: a page fetches nothing, and this asks for 'house.woff2'")


def test_a_picture_that_is_held_is_no_mistake(theme: Theme) -> None:
    text = '<img alt="" src="{{ image("pictures/map.svg") }}"><img alt="" src="data:image/png;base64,AA">'
    assert told(with_template(theme, "section.html", text)) == []
