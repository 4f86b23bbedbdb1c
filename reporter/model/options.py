"""Options from a study file, held against the keyword-only arguments of the function that takes them."""

from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, signature
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from reporter.errors import Flaw, Where, did_you_mean


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


def lacking(
    function: Callable[..., Any], given: Mapping[str, Any], who: str, where: Where
) -> Iterator[Flaw]:
    """Options without a default that are not given."""
    for name, option in options_of(function).items():
        if option.default is Parameter.empty and name not in given:
            yield Flaw(where, f"{who} lacks the option '{name}'", f"add '{name}:'")


def _mend(hint: Any, value: Any) -> str | None:
    kind = get_origin(hint)
    if kind in (Union, UnionType):
        told = [_mend(one, value) for one in get_args(hint)]
        return None if None in told else told[0]
    if kind in (list, tuple, Mapping):
        return _mend_group(hint, value)
    if kind is Literal:
        return None if value in get_args(hint) else did_you_mean(str(value), get_args(hint))
    if hint is float:
        number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
        return None if number else "it should be a number"
    if hint is int:
        return (
            None if isinstance(value, int) and not isinstance(value, bool) else "it should be a whole number"
        )
    if hint is bool:
        return None if isinstance(value, bool) else "it should be true or false"
    if hint is NoneType:
        return None if value is None else "it should be empty"
    return "it should be a text" if hint is str and not isinstance(value, str) else None


def _mend_group(hint: Any, value: Any) -> str | None:
    """A list with something in it, or names with what belongs to each."""
    if get_origin(hint) is Mapping:
        fits = isinstance(value, Mapping) and all(_mend(get_args(hint)[1], v) is None for v in value.values())
        return None if fits else "it should be names with lists, {a: [b, c]}"
    fits = isinstance(value, list | tuple) and bool(value)
    fits = fits and all(_mend(get_args(hint)[0], one) is None for one in value)
    return None if fits else "it should be a list, [a, b]"
