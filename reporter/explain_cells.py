"""How an indicator or a series came about: the cells of the source, with file and line."""

from collections.abc import Iterator

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.panel import Panel
from reporter.model.study import Indicator
from reporter.model.words import Words


def indicator(a: Assessment, words: Words, one: Indicator, region: str, period: str) -> Iterator[str]:
    value = a.panel.value(one.id, region, period)
    yield words(
        "explain.indicator",
        id=one.id,
        region=region,
        period=period,
        value=f"{value:.9g}",
        unit=one.unit.id,
        formula=one.value.text,
        direction=one.direction,
    )
    for name in one.value.names:
        yield from cell(a, words, name, region, period)


def cell(a: Assessment, words: Words, name: str, region: str, period: str) -> Iterator[str]:
    series, published = a.study.series[name], a.panel.series[name]
    origin = published.origins.get((region, period))
    if origin:
        publication = next(
            d.publications[origin.publication] for d in a.study.datasets if d.id == series.dataset
        )
        yield words(
            f"explain.cell.{'taken' if origin.via else 'first'}",
            where=str(origin.where),
            series=name,
            printed=origin.printed,
            unit=series.unit.id,
            publication=publication,
            via=origin.via,
        )
        return
    if np.isnan(figure(a.panel, name, region, period)):
        yield words("explain.absent", series=name, region=region, period=period)
        return
    yield words(
        "explain.filled",
        series=name,
        region=region,
        period=period,
        value=f"{figure(a.panel, name, region, period):.9g}",
    )
    for p in a.panel.neighbours(name, region, period):
        yield from cell(a, words, name, region, p)


def figure(panel: Panel, series: str, region: str, period: str) -> float:
    """The figure of a series, in its own unit; NaN where there is none."""
    return float(panel.series[series].values[panel.regions.index(region), panel.series_periods.index(period)])
