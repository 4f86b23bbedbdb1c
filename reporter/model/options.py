"""Options from a study file, held against the keyword-only arguments of the function that takes them."""

from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, signature
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from reporter.errors import Flaw, Where, did_you_mean

DimensionId = NewType("DimensionId", str)
IndexCode = NewType("IndexCode", str)
IndicatorId = NewType("IndicatorId", str)
FigureId = NewType("FigureId", str)
"""Texts that name a dimension of the first index, an index of the study, an indicator that has a sum over
regions, any indicator.
"""


def options_of(function: Callable[..., Any]) -> dict[str, Parameter]:
    """The options a stage function takes: its keyword-only arguments."""
    return {n: p for n, p in signature(function).parameters.items() if p.kind is Parameter.KEYWORD_ONLY}


def option_flaws(
    function: Callable[..., Any], given: Mapping[str, Any], who: str, where: Where, lines: Mapping[str, Where]
) -> Iterator[Flaw]:
    """What does not fit: unknown options, values of another type, values not among the choices."""
    known, hints = options_of(function), get_type_hints(function)
    for name, value in given.items():
        at = lines.get(name, where)
        if name not in known:
            yield Flaw(at, f"{who} has no option '{name}'", did_you_mean(name, known))
        elif (mend := _mend(hints[name], value)) is not None:
            yield Flaw(at, f"{who}: '{name}' cannot be '{value}'", mend)


def lacking(function: Callable[..., Any], given: Mapping[str, Any], who: str, where: Where) -> Iterator[Flaw]:
    """Options without a default that are not given."""
    for name, option in options_of(function).items():
        if option.default is Parameter.empty and name not in given:
            yield Flaw(where, f"{who} lacks the option '{name}'", f"add '{name}:'")


def _mend(hint: Any, value: Any) -> str | None:
    hint = getattr(hint, "__supertype__", hint)
    kind, inside = get_origin(hint), get_args(hint)
    if kind in (Union, UnionType):
        told = [_mend(one, value) for one in inside]
        return None if None in told else told[0]
    if kind is Literal:
        return None if value in inside else did_you_mean(str(value), inside)
    if kind is Mapping:
        return None if _each(Mapping, inside[1], value) else "it should be names with lists, {a: [b, c]}"
    if kind in (list, tuple):
        return None if _each((list, tuple), inside[0], value) else "it should be a list, [a, b]"
    if hint is float:
        number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
        return None if number else "it should be a number"
    if hint is int:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return None if whole else "it should be a whole number"
    if hint is bool:
        return None if isinstance(value, bool) else "it should be true or false"
    if hint is NoneType:
        return None if value is None else "it should be empty"
    return "it should be a text" if hint is str and not isinstance(value, str) else None


def _each(kind: Any, hint: Any, value: Any) -> bool:
    """Whether the value is a group of this kind, with something in it, each fitting the hint."""
    if not isinstance(value, kind) or not value:
        return False
    return all(_mend(hint, one) is None for one in (value.values() if kind is Mapping else value))
