"""Long contents lie once for all workers of this machine, as long as a task that is out needs them."""

import os
from concurrent.futures import Future
from pathlib import Path

import pytest

from reporter.production import laid
from reporter.production.hands import workers
from reporter.production.laid import KEPT, LONG, Laid, Table
from reporter.production.work import Made


def read(content: Laid, others: dict[str, Laid]) -> Made:
    return Made({"content": content.read(), **{name: one.read() for name, one in others.items()}})


def test_workers_read_long_contents_where_they_lie_and_short_ones_travel() -> None:
    long, other = os.urandom(LONG), os.urandom(LONG)
    with workers(2, 60.0) as crew:
        answers = [crew.submit(read, long, {"other": other}) for _ in range(3)]
        assert [one.result().products for one in answers] == [{"content": long, "other": other}] * 3
    assert Table().lay(long[1:]) == long[1:]


def test_where_no_process_can_read_anothers_memory_long_contents_travel(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(laid, "REACHED", False)
    assert Table().lay({"edition": b"0" * LONG}) == {"edition": b"0" * LONG}


def test_a_content_stays_while_a_task_needs_it_and_goes_when_others_have_come() -> None:
    table, task = Table(), Future[Made]()
    first = table.lay(b"0" * LONG)
    table.hold([{"edition": first}], task)
    fill(table, KEPT)
    assert first.read() == b"0" * LONG
    assert len(table.files) == KEPT
    task.set_result(Made())
    table.hold([table.lay(b"last" * LONG)], task)
    assert first.key not in table.files
    table.close()


def test_what_a_task_is_given_is_not_taken_away_for_what_it_is_given_beside() -> None:
    table, task = Table(), Future[Made]()
    old, new = b"old" * LONG, b"new" * LONG
    table.lay(old)
    fill(table, KEPT - 1)
    handed = [table.lay(old), {"beside": table.lay(new)}]
    table.hold(handed, task)
    assert [handed[0].read(), handed[1]["beside"].read()] == [old, new]
    table.close()


def fill(table: Table, number: int) -> None:
    """Lays down so many contents for tasks that are done."""
    done = Future[Made]()
    done.set_result(Made())
    for n in range(number):
        table.hold([table.lay(f"{n + 1:0{LONG}}".encode())], done)


def test_nothing_of_it_is_a_file_of_a_disk() -> None:
    table = Table()
    assert str(Path(table.lay(b"0" * LONG).path).readlink()).startswith("/memfd:")
    table.close()
