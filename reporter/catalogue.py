"""What there is: studies, indices, rules, figures, editions."""

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, getdoc
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from reporter.config import Workspace, find_workspace, read_study, read_words
from reporter.config.workspace import BASE
from reporter.model.options import options_of

Row = dict[str, Any]


def listed(start: Path, what: str) -> list[Row]:
    """The rows of one list, a dict each."""
    return list(CATALOGUE[what](start))


def _studies(start: Path) -> Iterable[Row]:
    workspace = find_workspace(start)
    for name in workspace.studies:
        study = read_study(workspace, name)
        yield {"study": name, "title": study.title["en"], "editions": ", ".join(study.editions.periods)}


def _editions(start: Path) -> Iterable[Row]:
    workspace: Workspace = find_workspace(start)
    for name in workspace.studies:
        editions = read_study(workspace, name).editions
        for period in editions.periods:
            yield {
                "study": name,
                "period": period,
                "languages": ", ".join(editions.languages),
                "kinds": ", ".join(editions.kinds),
                "published": editions.published.get(period, ""),
            }


def _indices() -> Iterable[Row]:
    """Each index as the English words tell it."""
    from reporter.indices import INDICES  # here and below: a list of studies does without

    words = read_words(Workspace(BASE), "en")
    for row in _functions(INDICES):
        name = row["name"]
        told = {
            key: words(f"indices.{name}.{key}")
            for key in ("title", "formula", "range", "source")
            if words.has(f"indices.{name}.{key}")
        }
        yield {"name": name, **told, "options": row["options"]}


def _rules() -> Iterable[Row]:
    from reporter.problems import PROBLEMS
    from reporter.problems.strengths import STRENGTHS

    for kind, rules in (("problem", PROBLEMS), ("strength", STRENGTHS)):
        yield from ({"name": row.pop("name"), "kind": kind, **row} for row in _functions(rules))


def _figures() -> Iterable[Row]:
    from reporter.figures import FIGURES

    return _functions(FIGURES)


def _functions(table: Mapping[str, Callable[..., Any]]) -> Iterable[Row]:
    for name, function in table.items():
        told = (_option(o, get_type_hints(function)[o], p.default) for o, p in options_of(function).items())
        yield {"name": name, "what": _first(function), "options": "; ".join(told)}


def _first(function: Callable[..., Any]) -> str:
    """The first sentence or paragraph of a docstring."""
    return " ".join((getdoc(function) or "").split("\n\n")[0].split())


def _option(name: str, hint: Any, default: object) -> str:
    several = get_origin(hint) in (list, tuple, Mapping)
    choices = _said(hint) if several else "|".join(map(_said, get_args(hint))) or _said(hint)
    return f"{name}: {choices}" + ("" if default is Parameter.empty else f" ({default})")


def _said(hint: Any) -> str:
    if get_origin(hint) in (list, tuple):
        return f"list of {_said(get_args(hint)[0])}"
    if get_origin(hint) is Mapping:
        return f"{_said(get_args(hint)[0])} to {_said(get_args(hint)[1])}"
    return str(getattr(hint, "__name__", hint)).replace("NoneType", "None")


CATALOGUE: dict[str, Callable[[Path], Iterable[Row]]] = {
    "studies": _studies,
    "indices": lambda _: _indices(),
    "rules": lambda _: _rules(),
    "figures": lambda _: _figures(),
    "editions": _editions,
}
