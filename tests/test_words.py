"""The words and the measures say the same in English and Chinese, in styles that exist."""

import re
from string import Formatter

import pytest

from reporter.config import Workspace, read_measures, read_study, read_words
from reporter.config.workspace import BASE
from reporter.model.words import STYLES, Entry
from reporter.problems import PROBLEMS

WORKSPACE = Workspace(BASE)
EN, ZH = (read_words(WORKSPACE, language).entries for language in ("en", "zh"))
MEASURES = read_measures(WORKSPACE)
HALF_WIDTH_STOP = re.compile(r"[一-鿿）》”][,.:;?!]|[,.:;?!][一-鿿（《“]")


def placeholders(text: str) -> list[tuple[str, str]]:
    """Name and style of every placeholder."""
    return [(name, style or "") for _, name, style, _ in Formatter().parse(text) if name is not None]


def known(style: str) -> bool:
    """Whether the words can print a fact in this style."""
    return style in STYLES


def test_both_languages_have_the_same_keys() -> None:
    assert sorted(EN) == sorted(ZH)


@pytest.mark.parametrize("key", sorted(EN.keys() & ZH.keys()))
def test_both_languages_tell_the_same_facts(key: str) -> None:
    assert {n for n, _ in placeholders(EN[key].text)} == {n for n, _ in placeholders(ZH[key].text)}


def test_every_style_exists() -> None:
    used = {style for entry in (*EN.values(), *ZH.values()) for _, style in placeholders(entry.text)}
    assert not [style for style in used if not known(style)]
    assert not known("no style")


@pytest.mark.parametrize("entries", [EN, ZH], ids=["en", "zh"])
def test_no_heading_ends_in_a_full_stop(entries: dict[str, Entry]) -> None:
    headings = {key: e.text for key, e in entries.items() if re.search(r"(^|\.)(heading|title)", key)}
    assert headings
    assert not [key for key, text in headings.items() if text.endswith((".", "。"))]


def test_chinese_is_punctuated_in_full_width() -> None:
    texts = {key: re.sub(r"\{[^}]*\}", "一", e.text) for key, e in ZH.items()}
    texts |= {m.id: m.title["zh"] + "一" + m.text["zh"] for m in MEASURES}
    assert not [key for key, text in texts.items() if HALF_WIDTH_STOP.search(text)]


def test_every_measure_is_told_in_both_languages() -> None:
    texts = [text for m in MEASURES for text in (m.title, m.text)]
    assert texts
    assert all(text.get(language) for text in texts for language in ("en", "zh"))


def test_a_measure_names_only_what_there_is() -> None:
    study = read_study(WORKSPACE, "bth")
    for m in MEASURES:
        assert set(m.answers) <= set(PROBLEMS), m.id
        assert set(m.monitor) <= set(study.framework.indicators), m.id
        assert m.source in {r.id for r in study.references}, m.id
        for kind in ("instrument", "level", "horizon"):
            assert f"recommendations.{kind}.{getattr(m, kind)}" in EN, m.id
