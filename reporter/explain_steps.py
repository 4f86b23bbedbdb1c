"""How a score follows from values: the distances or weighted parts of a composite, the steps of any other."""

from collections.abc import Iterator

import numpy as np

from reporter.explain_cells import indicator
from reporter.methods.ideal_solution import terms
from reporter.model.assessment import Assessment
from reporter.model.panel import Floats
from reporter.model.result import Composite, Result, Step
from reporter.model.words import Words


def composite(
    a: Assessment, words: Words, result: Composite, code: str, region: str, period: str
) -> Iterator[str]:
    distances = _distances_of(result, region, period)
    if distances:
        yield from _distances(words, result, code, region, period, distances)
    else:
        yield f"  {words(f'indices.{result.method}.formula')}"
        yield from _weighted(words, result, code, region, period)
        yield from _steps(result, region, period)
    for i in indicators_of(result, code) if region not in result.groups else ():
        yield ""
        yield from indicator(a, words, a.study.indicators[i], region, period)
        where, when, value = result.steps.reached[i]
        best = "ideal" if distances else "best"
        yield words(f"explain.{best}", value=f"{value:.9g}", region=where, period=when)


def _distances_of(result: Composite, region: str, period: str) -> tuple[Floats, Floats] | None:
    """Squared weighted differences to the best and worst state by indicator, of an ideal solution."""
    steps, t = result.steps, result.periods.index(period)
    if region in steps.as_one:
        best, worst = steps.as_one[region]
        return best[t], worst[t]
    if steps.best is None or steps.worst is None:
        return None
    r, x = result.members.index(region), steps.standardised
    best, worst = (np.broadcast_to(ideal, x.shape)[r, t] for ideal in (steps.best, steps.worst))
    return terms(x[r, t], best, steps.weights), terms(x[r, t], worst, steps.weights)


def _distances(
    words: Words, result: Composite, code: str, region: str, period: str, distances: tuple[Floats, Floats]
) -> Iterator[str]:
    (best, worst), steps = distances, result.steps
    inside = indicators_of(result, code)
    j = [steps.indicators.index(i) for i in inside]
    near, far = f"{worst[j].sum():.9g}", f"{best[j].sum():.9g}"
    exact = f"{result.score(code, region, period):.12g}"
    yield words(f"explain.{result.options['form']}", near=near, far=far, exact=exact)
    yield words("explain.columns")
    for i, k in zip(inside, j, strict=True):
        x = _standardised(result, region, period, k)
        yield f"  {i:32} {x:>9} {steps.weights[k]:9.6f} {worst[k]:12.9f} {best[k]:12.9f}"


def _weighted(words: Words, result: Composite, code: str, region: str, period: str) -> Iterator[str]:
    """The parts of a score with their weights in it, then its indicators with theirs in the index."""
    steps, at = result.steps, result.steps.indicators.index
    parts = _parts_of(result, code)
    weights = {part: sum(steps.weights[at(i)] for i in inside) for part, inside in parts.items()}
    if parts:
        yield words("explain.part")
    for part, weight in weights.items():
        value = result.score(part, region, period)
        yield f"  {part:32} {value:9.6f} {weight / sum(weights.values()):9.6f}"
    yield words("explain.weighted")
    for i in indicators_of(result, code):
        k = steps.indicators.index(i)
        yield f"  {i:32} {_standardised(result, region, period, k):>9} {steps.weights[k]:9.6f}"


def _standardised(result: Composite, region: str, period: str, k: int) -> str:
    if region not in result.members:
        return ""
    r, t = result.members.index(region), result.periods.index(period)
    return f"{result.steps.standardised[r, t, k]:.6f}"


def indicators_of(result: Composite, code: str) -> tuple[str, ...]:
    """The indicators behind one of its scores."""
    inside = result.framework.scored(result.code)
    return inside[code].indicators if code in inside else result.steps.indicators


def _parts_of(result: Composite, code: str) -> dict[str, tuple[str, ...]]:
    """The scores that a score is made of, with the indicators behind each; none where it has its own."""
    scored = result.framework.scored(result.code)
    below = scored[code].parts if code in scored else result.framework.dimensions
    return {part: d.indicators for part, d in scored.items() if d in below}


def trace(words: Words, result: Result, region: str, period: str) -> Iterator[str]:
    """The steps of an index, at the region and the period where they have those axes."""
    yield words(f"indices.{result.method}.formula")
    yield from _steps(result, region, period)


def _steps(result: Result, region: str, period: str) -> Iterator[str]:
    at = {"region": result.regions, "period": result.periods}
    here = {"region": region, "period": period}
    for step in result.trace:
        values = step.values
        for axis in ("region", "period"):
            if axis in step.axes:
                labels = step.labels.get(axis, at[axis])
                if here[axis] not in labels:
                    break
                values = np.take(values, [labels.index(here[axis])], axis=step.axes.index(axis))
        else:
            yield from _told(step, values)


def _told(step: Step, values: Floats) -> Iterator[str]:
    """A step's name and what is left of its values: one number, or one for each label of the last axis."""
    if np.isnan(values).all():
        return
    rest = [axis for axis in step.axes if axis not in ("region", "period")]
    labels = step.labels.get(rest[0], ()) if rest else ()
    if not labels:
        yield f"  {step.name} = {values.item():.9g}"
        return
    yield f"  {step.name}:"
    for label, value in zip(labels, np.ravel(values), strict=True):
        if value == value:
            yield f"    {label:32} {value:.9g}"
