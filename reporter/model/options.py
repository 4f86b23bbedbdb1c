"""Options from a study file, held against the keyword-only arguments of the function that takes them."""

from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, signature
from math import isfinite
from typing import Any, Literal, get_args, get_origin, get_type_hints

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


def _mend(hint: Any, value: Any) -> str | None:
    if get_origin(hint) is Literal:
        return None if value in get_args(hint) else did_you_mean(str(value), get_args(hint))
    if hint is float:
        number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
        return None if number else "it should be a number"
    if hint is int:
        return (
            None if isinstance(value, int) and not isinstance(value, bool) else "it should be a whole number"
        )
    return "it should be a text" if hint is str and not isinstance(value, str) else None
