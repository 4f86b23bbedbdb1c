"""A small arithmetic over series names: + − × ÷ and brackets, units followed; never Python's eval."""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Powers = dict[str, int]
LONGEST = 500

_ARITHMETIC: dict[type[ast.operator], Callable[[Floats, Floats], Floats]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class ExpressionError(ValueError):
    """What is wrong with an expression, as a clause."""


class UnitError(ExpressionError):
    """Units that cannot be added."""


class ZeroDenominator(ArithmeticError):
    """A denominator is zero; `cells` are its indices and `name` the expression below the stroke."""

    def __init__(self, name: str, cells: NDArray[np.intp]) -> None:
        super().__init__(name)
        self.name, self.cells = name, cells


@dataclass(frozen=True)
class Expression:
    """A parsed expression and the series it names, in order of appearance."""

    text: str
    names: tuple[str, ...]

    @property
    def tree(self) -> ast.expr:
        """The parsed form."""
        return ast.parse(self.text, mode="eval").body

    @property
    def is_ratio(self) -> bool:
        """Whether anything is divided by a series, so that a sum over regions means nothing."""
        return any(
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Div)
            and any(isinstance(below, ast.Name) for below in ast.walk(node.right))
            for node in ast.walk(self.tree)
        )


def parse(text: str) -> Expression:
    """The expression; ExpressionError says what is not arithmetic in it."""
    line = " ".join(text.split())
    if len(line) > LONGEST or "#" in line:
        raise ExpressionError(f"'{line[:80]}' is not arithmetic")
    try:
        tree = ast.parse(line, mode="eval").body
    except SyntaxError:
        raise ExpressionError(f"'{line}' is not arithmetic") from None
    names: list[str] = []
    _walk(tree, names)
    if not names:
        raise ExpressionError(f"'{line}' names no series")
    return Expression(line, tuple(dict.fromkeys(names)))


def _walk(node: ast.expr, names: list[str]) -> None:
    match node:
        case ast.Name(id=name):
            names.append(name)
        case ast.Constant(value=int() | float() as number) if type(number) is not bool and isfinite(number):
            pass
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            _walk(left, names)
            _walk(right, names)
        case _:
            raise ExpressionError(f"'{ast.unparse(node)}' is not a series name, a number or one of + - * /")


def evaluate(expression: Expression, series: Mapping[str, Floats]) -> Floats:
    """The value in base units from series in base units; ZeroDenominator where something is divided by 0."""
    return _value(expression.tree, series)


def _value(node: ast.expr, series: Mapping[str, Floats]) -> Floats:
    match node:
        case ast.Name(id=name):
            return series[name]
        case ast.Constant(value=number):
            return np.asarray(number, dtype=float)
        case ast.BinOp(left=left, op=op, right=right):
            below = _value(right, series)
            if isinstance(op, ast.Div) and np.any(below == 0):
                raise ZeroDenominator(ast.unparse(right), np.argwhere(below == 0))
            return _ARITHMETIC[type(op)](_value(left, series), below)
    raise ExpressionError(ast.unparse(node))


def powers(expression: Expression, units: Mapping[str, Mapping[str, int]]) -> Powers:
    """What the expression counts: {"item": 1, "person": -1}; UnitError where unlike things are added."""
    return _powers(expression.tree, units)


def _powers(node: ast.expr, units: Mapping[str, Mapping[str, int]]) -> Powers:
    match node:
        case ast.Name(id=name):
            return dict(units[name])
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _powers(left, units), _powers(right, units)
            if isinstance(op, ast.Mult | ast.Div):
                sign = 1 if isinstance(op, ast.Mult) else -1
                joined = {name: a.get(name, 0) + sign * b.get(name, 0) for name in {*a, *b}}
                return {name: power for name, power in joined.items() if power}
            if a != b:
                pair = f"'{ast.unparse(left)}' and '{ast.unparse(right)}'"
                raise UnitError(f"{pair} have different units and cannot be added")
            return a
    return {}
