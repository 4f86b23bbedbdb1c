"""The codes of scores, and what each is called."""

from collections.abc import Sequence

from reporter.model.study import IndexSpec, Study
from reporter.model.unit import Text


def code_of(index: str, name: str) -> str:
    """The code of an index that has a score for each series or indicator: `obstacle-rd_personnel_share`."""
    return f"{index}-{name}"


def score_titles(study: Study) -> dict[str, tuple[Text, ...]]:
    """The title of every score by its code; index and series, or index and indicator, where it has one for
    each.
    """
    found: dict[str, tuple[Text, ...]] = {}
    series = {name: one.title for name, one in study.series.items()}
    there = series | {name: one.title for name, one in study.indicators.items()}
    for code, spec in study.indices.items():
        dimensions = study.framework.only(spec.indicators).scored(code)
        found |= {code: (spec.title,), **{score: (d.title,) for score, d in dimensions.items()}}
        found |= {
            code_of(code, name): (spec.title, there[name]) for name in _each(study, spec) if name in there
        }
    return found


def part_titles(study: Study) -> dict[str, Text]:
    """The title of every part of a disparity that has one, by index and part."""
    return {
        code_of(code, part): title
        for code, spec in study.indices.items()
        for part, title in (spec.options.get("titles") or {}).items()
    }


def _each(study: Study, spec: IndexSpec) -> Sequence[str]:
    """The series or indicators of which an index has a score each."""
    if spec.method in ("location-quotient", "coverage"):
        return list(spec.options.get("series", ()))
    whole = study.indices.get(spec.options.get("of") or study.main.code)
    if spec.method == "obstacle" and whole:
        return [i for d in study.framework.only(whole.indicators).dimensions for i in d.indicators]
    return ()
