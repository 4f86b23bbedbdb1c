"""A page of the editor's needs its heading in the words of every language."""

import pytest

from reporter.errors import Faults, Where
from reporter.model.words import Entry, Words
from reporter.sections.own_page import own_page


def words(**said: str) -> Words:
    told = {f"pages.minister.{part}": Entry(text, Where("w.yaml")) for part, text in said.items()}
    return Words("zh", told)


def test_a_page_has_the_heading_of_the_words() -> None:
    page = own_page("pages/minister", words(short="致部长", heading="本年要求"))
    assert (page.id, page.short, page.heading, page.lead) == ("pages-minister", "致部长", "本年要求", "")


def test_all_that_heads_a_page_and_is_missing_is_told_at_once() -> None:
    with pytest.raises(Faults) as faults:
        own_page("pages/minister", words(lead="一页"))
    assert str(faults.value) == (
        "templates/words/zh.yaml: no words for 'pages.minister.short' and 'pages.minister.heading'; "
        "write 'pages: {minister: {short: …, heading: …}}' there"
    )
