"""The examples in the docstrings of the methods give what they print."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import reporter.methods

MODULES = sorted(path.stem for path in Path(reporter.methods.__file__).parent.glob("[!_]*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_come_out_as_printed(module: str) -> None:
    assert doctest.testmod(import_module(f"reporter.methods.{module}")).failed == 0
