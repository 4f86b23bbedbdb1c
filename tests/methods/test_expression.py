"""The small arithmetic over series: what it takes, what it refuses, what it gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.expression import ExpressionError, UnitError, ZeroDenominator, evaluate, parse, powers

SERIES = {"a": np.array([[1.0, 2.0]]), "b": np.array([[4.0, 5.0]]), "c": np.array([[10.0, -3.0]])}
UNITS = {"patents": {"item": 1}, "people": {"person": 1}, "gdp": {"CNY": 1}, "rate": {}}
LEAF = st.one_of(
    st.sampled_from(["a", "b", "c"]), st.integers(1, 9).map(str), st.sampled_from(["0.5", "2.25"])
)
TREES = st.recursive(
    LEAF,
    lambda t: st.tuples(t, st.sampled_from("+-*/"), t).map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
    max_leaves=12,
)


@given(TREES)
def test_it_gives_what_python_gives(text: str) -> None:
    tree = f"a + {text}"
    try:
        ours = evaluate(parse(tree), SERIES)
    except ZeroDenominator:
        return
    np.testing.assert_array_equal(ours, eval(tree, {"__builtins__": {}}, dict(SERIES)))


@pytest.mark.parametrize(
    "text",
    [
        "a.real",
        "a()",
        "__import__('os')",
        "'a'",
        "a['x']",
        "a ** 2",
        "a // 2",
        "a % 2",
        "-a",
        "a if b else c",
        "a < b",
        "a and b",
        "lambda: a",
        "[a]",
        "{a}",
        "a, b",
        "(a := 1)",
        "f'{a}'",
        "a * True",
        "a * None",
        "a * 1j",
        "a * 1e999",
        "*a",
        "await a",
        "a @ b",
    ],
)
def test_anything_but_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError, match="is not"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a /",
        "a b",
        "a = b",
        "a; b",
        "import os",
        "a # b",
        "(" * 300 + "a",
        "a\0",
        "+".join("a" * 9999),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text: str) -> None:
    with pytest.raises(ExpressionError, match="is not arithmetic"):
        parse(text)


@given(st.text(alphabet="ab1.+-*/() _#'\"[]{}:,\n\0é京", max_size=20))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    try:
        parsed = parse(text)
    except ExpressionError:
        return
    assert parsed.names


def test_a_number_alone_names_no_series() -> None:
    with pytest.raises(ExpressionError, match="'1 / 2' names no series"):
        parse("1 / 2")


def test_names_stand_once_in_the_order_they_appear() -> None:
    assert parse("(b - a) / (b + 专利)").names == ("b", "a", "专利")


def test_it_may_run_over_several_lines() -> None:
    assert parse(" a\n  / b\n").text == "a / b"


def test_the_cells_where_something_is_divided_by_0_are_named() -> None:
    with pytest.raises(ZeroDenominator) as caught:
        evaluate(parse("a / (b - 5)"), SERIES)
    assert (caught.value.name, caught.value.cells.tolist()) == ("b - 5", [[0, 1]])


def test_a_missing_figure_stays_missing() -> None:
    values = evaluate(parse("a / b"), {"a": np.array([1.0, np.nan]), "b": np.array([np.nan, 2.0])})
    assert np.isnan(values).all()


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("patents / people", {"item": 1, "person": -1}),
        ("patents / patents", {}),
        ("100 * patents / people", {"item": 1, "person": -1}),
        ("gdp * people / people", {"CNY": 1}),
        ("(patents + patents) / (people - people / 2)", {"item": 1, "person": -1}),
        ("rate * gdp", {"CNY": 1}),
        ("rate + 1", {}),
    ],
)
def test_units_are_followed(text: str, counted: dict[str, int]) -> None:
    assert powers(parse(text), UNITS) == counted


@pytest.mark.parametrize(
    "text",
    [
        "patents + people",
        "patents - gdp",
        "people + 1",
        "patents / people + patents",
        "1 + gdp / (gdp * gdp)",
    ],
)
def test_unlike_things_cannot_be_added(text: str) -> None:
    with pytest.raises(UnitError, match="have different units and cannot be added"):
        powers(parse(text), UNITS)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [("a", False), ("a + b", False), ("a / 100", False), ("a / b", True), ("c * (a / (2 * b))", True)],
)
def test_only_what_is_divided_by_a_series_is_a_ratio(text: str, ratio: bool) -> None:
    assert parse(text).is_ratio is ratio
