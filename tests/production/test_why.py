"""`reporter why` tells of a product whether it stands, and knows each by its name."""

import pytest

from tests.production.builds import html, run

pytestmark = pytest.mark.usefixtures("brief")


def test_the_data_of_a_build_in_one_language_stand() -> None:
    html()  # with --lang en alone, where the study declares two
    done = run("why", "land/2022/scores.csv")
    assert (done.status, done.out) == (0, "now: unchanged\nlast made: new\n")


def test_a_page_stands_where_it_was_made_and_is_new_where_it_was_not() -> None:
    assert run("why", "out/land/2022/en/full.html").out.startswith("now: unchanged\n")
    assert run("why", "land/2022/zh/full.html").out == "now: new\nlast made: not known\n"


def test_a_misspelt_product_is_told_with_the_nearest_there_is() -> None:
    for said, meant in (("en/ful.pdf", "en/full.pdf"), ("scorse.csv", "scores.csv")):
        done = run("why", f"land/2022/{said}")
        assert done.status == 1
        told = f"no product is called 'land/2022/{said}'; did you mean 'land/2022/{meant}'?"
        assert done.err == f"reporter why: {told}\n"


def test_an_edition_that_no_study_declares_is_told() -> None:
    assert "the study 'land' has no edition 2023" in run("why", "land/2023/en/full.html").err
