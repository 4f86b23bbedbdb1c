"""Ctrl-C is heard, also where a library passes over it."""

import signal
import subprocess
import sys

import pytest

CODE = """
import os, signal, sys, weakref
from reporter.stop import listen
listen()
class Thing: pass
thing = Thing()
weakref.finalize(thing, lambda: None)
lost = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.{name}))
del thing  # Python lets nothing out of such a call
print("went on")
"""


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_that_is_passed_over_ends_the_process(name: str, status: int) -> None:
    code = CODE.format(name=name)
    done = subprocess.run([sys.executable, "-c", code, "build"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr == "stopped: what was finished is kept; build again to go on\n"


def test_a_library_may_still_pass_over_faults_of_its_own() -> None:
    code = CODE.replace("os.kill(os.getpid(), signal.{name})", "1 / 0")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "went on\n"
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.parametrize("command", [["list"], ["check"]])
def test_a_command_stopped_while_it_loads_says_so_in_one_line(command: list[str]) -> None:
    code = """
import os, signal, sys
import reporter.stop
before = reporter.stop.listen
def listen():
    before()
    os.kill(os.getpid(), signal.SIGINT)
reporter.stop.listen = listen
from reporter.start import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, "stopped\n")
