"""Workers that die, hang, or meet a fault: what is told, what is done again, what goes on."""

import multiprocessing
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reporter.config.workspace import TEMPLATES
from reporter.errors import Where, fault
from reporter.model.production import Production
from reporter.production.hands import Hands, hands, workers
from reporter.production.plan import Order
from tests.conftest import STUDY, Land
from tests.production.builds import in_brief
from tests.production.builds import run as command
from tests.production.errands import die, die_once, events, hang, told, well, whose
from tests.render.made_up_theme import base_theme

HANGS = 2.0


@pytest.fixture(scope="module")
def crew() -> Iterator[Hands]:
    """Two workers."""
    with workers(2, HANGS) as some:
        yield some


def test_a_worker_that_dies_once_is_replaced_and_its_task_done_again(crew: Hands, tmp_path: Path) -> None:
    assert [told(one) for one in events(crew, (die_once, str(tmp_path / "mark")))] == ["whole"]


def test_a_task_whose_workers_die_twice_is_told_and_the_rest_goes_on(crew: Hands) -> None:
    found = {event.edition.period: told(event) for event in events(crew, (well, ""), (die, ""), (well, ""))}
    assert found["2020"] == found["2022"] == "whole"
    assert found["2021"].startswith("reporter build: land 2021, die: twice the worker died (")
    assert found["2021"].endswith("; build again: what was finished is kept")


def test_workers_that_die_with_nothing_to_do_are_replaced(crew: Hands) -> None:
    assert crew.submit(well).result() == well()
    for worker in multiprocessing.active_children():
        worker.kill()
        worker.join()
    assert [told(one) for one in events(crew, (well, ""), (well, ""))] == ["whole"] * 2


def test_workers_that_die_as_they_begin_are_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.production.hands._begin", die)
    with workers(1, HANGS, paper=False) as some:
        [line] = [told(one) for one in events(some, (well, ""))]
    assert line.startswith("reporter build: land 2020, well: twice the worker died (")


def test_a_worker_that_hangs_even_deaf_to_the_polite_signal_is_killed(crew: Hands) -> None:
    [found] = events(crew, (hang, ""))
    assert told(found) == (
        "reporter build: land 2020, hang: twice the worker did not answer in time; "
        "build again: what was finished is kept"
    )


def test_the_assessment_of_a_single_edition_is_made_here_while_the_workers_load(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reporter.production.hands.assess", whose)
    for alone in (True, False):
        with workers(1, 60, paper=False, alone=alone) as some:
            assert (some.submit(whose).result().told["by"] == str(os.getpid())) is alone


def test_a_page_is_made_by_a_worker_of_a_single_edition_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.production.hands.assess", well)
    with workers(1, 60, paper=False, alone=True) as some:
        assert some.submit(whose).result().told["by"] != str(os.getpid())


def test_workers_are_as_many_as_are_asked_for_or_set_and_no_more_than_documents() -> None:
    for order, said, documents, width in [
        (2, 0, 9, 4),
        (0, 2, 9, 4),
        (2, 3, 9, 4),
        (2, 0, 1, 1),
        (1, 2, 9, 1),
    ]:
        with hands(Order(jobs=order), Production(jobs=said), documents, base_theme()) as some:
            assert some.width == width


ASKED = ("build", "land", "--lang", "en", "--to", "json", "--jobs", "1")


@pytest.fixture
def faulty(land: Land, monkeypatch: pytest.MonkeyPatch) -> Land:
    """The land, of which the first edition cannot be assessed."""
    from reporter import pipeline

    assess = pipeline.assess

    def assessed(inputs: pipeline.Inputs, period: str) -> Any:
        if period == "2021":
            raise fault(Where(STUDY, 1), "2021 cannot be assessed", "mend it")
        return assess(inputs, period)

    land.spoil(STUDY, "replicates: 500", "replicates: 100")
    monkeypatch.setattr(pipeline, "assess", assessed)
    return land


TOLD = f"{STUDY}:1: 2021 cannot be assessed; mend it\n"


def test_after_a_fault_no_new_edition_is_begun(faulty: Land) -> None:
    assert command(*ASKED) == (1, "", TOLD)
    assert not (faulty.root / "out/land/2022").exists()


def test_to_keep_going_is_to_build_the_other_editions(faulty: Land) -> None:
    done = command(*ASKED, "--keep-going")
    assert done.status == 1
    assert done.out.splitlines()[-1] == "1 edition built, 1 failed: land 2021"
    assert done.err == TOLD
    assert (faulty.root / "out/land/2022/assessment.json").exists()


def test_a_study_that_cannot_be_read_fails_alone_where_the_run_keeps_going(land: Land) -> None:
    shutil.copytree(land.root / "data/studies/land", land.root / "data/studies/other")
    land.spoil("data/studies/other/study.yaml", "replicates: 500", "replicats: 500")
    asked = ("build", "other", "land", "--year", "2022", "--to", "json")
    alone = command(*asked)
    assert (alone.status, alone.out) == (1, "")
    done = command(*asked, "--keep-going")
    assert (done.status, done.err) == (1, alone.err)
    assert "unknown key 'replicats'" in done.err
    assert done.out.splitlines()[-1] == "1 edition built, 1 failed: other"


XX = "templates/words/xx.yaml"


def test_a_language_without_words_or_with_faulty_ones_fails_its_own_study_alone(land: Land) -> None:
    land.spoil(STUDY, "replicates: 500", "replicates: 100")
    in_brief(land)
    shutil.copytree(land.root / "data/studies/land", land.root / "data/studies/other")
    land.spoil("data/studies/other/study.yaml", "languages: [en, zh]", "languages: [xx]")
    asked = ("build", "other", "land", "--year", "2022", "--to", "html", "--jobs", "1", "--keep-going")
    without = command(*asked)
    (land.root / XX).parent.mkdir()
    shutil.copy(TEMPLATES / "words/zh.yaml", land.root / XX)
    assert command(*asked).status == 0
    land.write(XX, "nonsense: {a: b}\n")
    faulty = command(*asked)
    for done, why in [(without, "no words for the language 'xx'"), (faulty, f"{XX}:1: nothing asks for")]:
        assert (done.status, why in done.err) == (1, True)
        assert done.out.splitlines()[-1] == "1 edition built, 1 failed: other 2022"
