"""The words and the measures say the same in English and Chinese, in styles that exist."""

import re
from string import Formatter

import pytest

from reporter.config import (
    Workspace,
    names_elsewhere,
    read_bibliography,
    read_measures,
    read_study,
    read_words,
)
from reporter.config.languages import strangers
from reporter.config.workspace import BASE
from reporter.errors import Where
from reporter.indices import INDICES
from reporter.model.words import STYLES, TIMES, Entry, Words
from reporter.problems import PROBLEMS
from reporter.sections.glossary import TERMS

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
    told = [{n for n, _ in placeholders(words[key].text)} - {*TIMES} for words in (EN, ZH)]
    assert told[0] == told[1]  # but for how each counts time: "each year" is one word in Chinese


def spoken(language: str, **sentences: str) -> Words:
    """The words of a language, its sentences on lines 1, 2, …"""
    at = {key: Where(f"{language}.yaml", n) for n, key in enumerate(sentences, 1)}
    return Words(language, {key: Entry(text, at[key]) for key, text in sentences.items()})


def told(*languages: Words) -> list[str]:
    """What is strange in these languages, line by line."""
    return [str(flaw) for flaw in strangers({words.language: words for words in languages})]


def test_a_fact_that_one_language_alone_speaks_of_is_told_with_its_line() -> None:
    en = spoken("en", rise="{region:name} rose to {last:score}", fall="{region:name} fell")
    zh = spoken("zh", rise="{regoin:name}升至{last:score}", fall="{region:name}下降")
    mend = "did you mean 'region'?"
    assert told(en, zh) == [
        f"zh.yaml:1: no other language has a fact called 'regoin' in any sentence; {mend}"
    ]
    fr = spoken("fr", fall="{last:score}", rise="{region:name}")
    assert len(told(en, zh, fr)) == 1


def test_a_fact_that_the_others_have_in_another_sentence_may_be_a_choice() -> None:
    en = spoken("en", rise="{region:name} rose", fall="{region:name} fell to {last:score}")
    zh = spoken("zh", rise="{region:name}升至{last:score}", fall="{region:name}下降")
    assert told(en, zh) == []


def test_a_sentence_that_no_other_language_has_is_compared_with_nothing() -> None:
    assert told(spoken("en", rise="{region:name}"), spoken("zh", fall="{last:score}")) == []
    assert told(spoken("en", rise="{region:name}")) == []


def test_the_words_that_come_with_it_have_no_such_fact() -> None:
    assert told(read_words(WORKSPACE, "en"), read_words(WORKSPACE, "zh")) == []


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
    cited = {"bibliography.citation", "bibliography.entry"}  # half-width, as GB/T 7714 asks
    ours = {key: entry for key, entry in ZH.items() if key not in cited}
    texts = {key: re.sub(r"\{[^}]*\}", "一", e.text) for key, e in ours.items()}
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
        assert set(m.monitor) <= set(study.indicators) | names_elsewhere(WORKSPACE)["monitor"], m.id
        assert set(m.sources) <= {r.id for r in read_bibliography(WORKSPACE)}, m.id
        assert set(m.text) == set(m.needs) == set(m.title) == {"en", "zh"}, m.id
        for kind in ("instrument", "level", "horizon"):
            assert f"recommendations.{kind}.{getattr(m, kind)}" in EN, m.id


def test_every_method_and_term_of_the_glossary_is_told() -> None:
    assert {key.split(".")[2] for key in EN if key.startswith("glossary.methods.")} == {*INDICES}
    for part in ("names", "terms"):
        assert {key.split(".")[2] for key in EN if key.startswith(f"glossary.{part}.")} == {*TERMS}


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("2022", "2022", "In 2022."), ("2021", "2022", "In 2021–2022."), ("2022-Q1", "2022-Q1", "In 2022-Q1.")],
)
def test_a_span_of_one_period_is_said_as_that_period(start: str, end: str, said: str) -> None:
    words = Words("en", {"span": Entry("In {start}–{end}.", Where("en.yaml", 1))})
    assert words("span", start=start, end=end) == said
