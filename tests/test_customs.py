"""Figures as a language writes them, beside Babel's own printing by a pattern."""

import math

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis.strategies import floats, integers

from reporter.model.customs import Customs


@pytest.mark.parametrize("tag", ["en", "zh-Hans", "de", "de-CH", "fr", "es", "pl", "pt-BR", "sv", "hi", "ja"])
@given(value=floats(0, 1e15), decimals=integers(0, 6))
def test_a_figure_is_printed_as_babel_prints_it(tag: str, value: float, decimals: int) -> None:
    rounded = round(value, decimals)
    for thousands, whole in {"": "0", "0": "#,##0"}.items():
        pattern = whole + ("." + "0" * decimals if decimals else "")
        babel = format_decimal(rounded, format=pattern, locale=tag.replace("-", "_"))
        assert Customs(tag, thousands=thousands).digits(rounded, decimals) == babel


def test_what_has_no_end_has_its_sign() -> None:
    assert Customs("en").digits(math.inf, 1) == "∞"
