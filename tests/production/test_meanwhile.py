"""What happens while a run goes on: words that change, a stop; the store being empty when it begins."""

import json
import shutil
import signal
from typing import Any

import pytest

from reporter.production import work
from reporter.stop import Stopped
from tests.conftest import Land
from tests.production.builds import digests, html, run

WORDS = "templates/words/en.yaml"


@pytest.fixture
def unkept(brief: Land) -> Land:
    """The land in brief, of which products lie there, but nothing in the store."""
    shutil.rmtree(brief.root / ".reporter-cache")
    return brief


def test_words_that_change_while_a_run_goes_on_are_left_to_the_next(
    unkept: Land, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, assess = digests(unkept.root / "out"), work.assess

    def meanwhile(inputs: bytes, period: str) -> work.Made:
        (unkept.root / WORDS).parent.mkdir()
        unkept.write(WORDS, 'cover: {edition: "Report {period}"}\n')
        return assess(inputs, period)

    with monkeypatch.context() as patch:
        patch.setattr(work, "assess", meanwhile)
        assert html("--jobs", "1").status == 0
    assert digests(unkept.root / "out") == before
    assert html("--jobs", "1").status == 0
    assert digests(unkept.root / "out") != before


@pytest.mark.usefixtures("unkept")
def test_pages_that_were_finished_before_a_run_was_stopped_are_not_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages, calls = work.pages, iter((True, False))
    asked = ("build", "land", "--year", "2022", "--to", "html", "--jobs", "1")

    def stopped(*given: Any) -> work.Made:
        if next(calls):
            return pages(*given)
        raise Stopped(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(work, "pages", stopped)
        with pytest.raises(Stopped):
            run(*asked)
    assert json.loads(run(*asked, "--json").out)["built"] == ["land/2022/zh/full.html"]
