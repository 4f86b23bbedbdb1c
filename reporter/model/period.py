"""Periods by name: 2022, 2022-H1, 2022-Q3, 2022-09."""

import re
from collections.abc import Sequence

NAMES = {"": "year", "H": "half-year", "Q": "quarter", "M": "month"}
_PARTS = {"": 1, "H": 2, "Q": 4, "M": 12}
_SHAPE = re.compile(r"(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)


def is_period(text: str) -> bool:
    """Whether the text names a period."""
    return _SHAPE.fullmatch(text) is not None


def kind(period: str) -> str:
    """Year "", half-year H, quarter Q or month M."""
    return _split(period)[0]


def _split(period: str) -> tuple[str, int]:
    """The kind of period and its running number."""
    match = _SHAPE.fullmatch(period)
    if not match:
        raise ValueError(f"'{period}' is no period")
    year, half, h, quarter, q, month = match.groups()
    kind, part = half or quarter or ("M" if month else ""), h or q or month or "1"
    return kind, int(year) * _PARTS[kind] + int(part) - 1


def _name(kind: str, number: int) -> str:
    year, part = divmod(number, _PARTS[kind])
    return {"": f"{year}", "M": f"{year}-{part + 1:02d}"}.get(kind, f"{year}-{kind}{part + 1}")


def parts(period: str) -> tuple[str, str, int]:
    """What a period is called (`year`, `half-year`, `quarter`, `month`), its year, and its place in it."""
    name, number = _split(period)
    year, part = divmod(number, _PARTS[name])
    return NAMES[name], str(year), part + 1


def span(first: str, last: str) -> tuple[str, ...]:
    """Every period from first to last, both included; empty if last comes before first, or is of another
    kind.
    """
    (kind, start), (other, end) = _split(first), _split(last)
    if kind != other:
        return ()
    return tuple(_name(kind, number) for number in range(start, end + 1))


def earlier(a: str, b: str) -> str:
    """The earlier of two periods of one kind."""
    return min(a, b, key=_split)


def ranges(periods: Sequence[str]) -> str:
    """Runs of periods told short: `2012–2014, 2017`."""
    runs: list[list[str]] = []
    for period in periods:
        if runs and span(runs[-1][-1], period)[1:] == (period,):
            runs[-1].append(period)
        else:
            runs.append([period])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
