"""Checked rows → Panel: declared gaps filled and marked, ratios computed from their parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce

import numpy as np

from reporter.checks.rows import flaws as row_flaws
from reporter.checks.rows import value_of
from reporter.errors import Flaw, refuse
from reporter.methods.expression import ZeroDenominator, evaluate
from reporter.methods.interpolate import linear
from reporter.model.panel import Floats, Panel, Published
from reporter.model.period import earlier, is_period, ranges, span
from reporter.model.row import Row
from reporter.model.source import Dataset, Gap
from reporter.model.study import IndexSpec, Indicator, Study


def build_panel(
    study: Study, rows: Mapping[str, tuple[Row, ...]], regions: Iterable[str], period: str
) -> Panel:
    """The study's figures up to `period`, later ones unread; Faults tells every flaw of the rows, then of the
    series.

    `rows` by dataset id, `regions`: every region that may stand in a file.
    """
    known = tuple(regions)
    periods = periods_read(study, period)
    refuse(flaw for d in study.datasets for flaw in row_flaws(rows[d.id], d, known))
    published = {
        name: one for d in study.datasets for name, one in _published(study, d, rows[d.id], periods).items()
    }
    published = {
        name: _fill(one, periods, [g for g in study.gaps if g.series == name])
        for name, one in published.items()
    }
    panel, zeros = _panel(study, published, periods)
    refuse([*(flaw for found in zeros.values() for flaw in found), *_missing(study, panel, period, zeros)])
    return panel


def _out_of_reach(study: Study, period: str) -> Iterator[Flaw]:
    """An edition that its first index does not reach, or that comes before another one begins."""
    main, (first, last) = study.main, study.main.periods
    if not is_period(period) or period not in span(first, last):
        what = f"there is no edition {period}: index '{main.code}' has {first}–{last}"
        yield Flaw(
            main.lines.get("periods", main.where), what, "choose one of these, or lengthen the periods"
        )
        return
    for spec in study.indices.values():
        if not spec.up_to(period):
            what = f"index '{spec.code}' begins in {spec.periods[0]}, after the edition of {period}"
            yield Flaw(
                spec.lines.get("periods", spec.where), what, "let it begin earlier, or take the edition out"
            )


def periods_read(study: Study, last: str) -> tuple[str, ...]:
    """Every period from the first to the last that an index of the study needs, up to the edition's; Faults
    for an edition out of reach.
    """
    refuse(_out_of_reach(study, last))
    first = reduce(earlier, (spec.periods[0] for spec in study.indices.values()))
    return span(first, last)


def _published(
    study: Study, dataset: Dataset, rows: tuple[Row, ...], periods: Sequence[str]
) -> dict[str, Published]:
    members = [region.id for region in study.regions]
    at = {region: n for n, region in enumerate(members)}, {period: n for n, period in enumerate(periods)}
    values = {name: np.full((len(members), len(periods)), np.nan) for name in dataset.series}
    origins: dict[str, dict[tuple[str, str], object]] = {name: {} for name in dataset.series}
    for row in rows:
        if row.region in at[0] and row.period in at[1]:
            values[row.series][at[0][row.region], at[1][row.period]] = value_of(row)
            origins[row.series][row.region, row.period] = row.origin
    return {
        name: Published(values[name], np.zeros(values[name].shape, bool), origins[name])  # type: ignore[arg-type]
        for name in dataset.series
    }


def _fill(one: Published, periods: Sequence[str], gaps: Sequence[Gap]) -> Published:
    marked = np.isin(np.asarray(periods), [p for gap in gaps for p in gap.periods])
    if not marked.any():
        return one
    values = np.array([linear(line, marked) for line in one.values])
    return Published(values, np.isnan(one.values) & ~np.isnan(values), one.origins)


def _panel(
    study: Study, published: Mapping[str, Published], periods: tuple[str, ...]
) -> tuple[Panel, dict[str, list[Flaw]]]:
    members = tuple(region.id for region in study.regions)
    layers, marks, flaws = [], [], dict[str, list[Flaw]]()
    for indicator in study.indicators.values():
        try:
            layers.append(
                indicator_values(study, indicator, {n: published[n].values for n in indicator.value.names})
            )
        except ZeroDenominator as zero:
            layers.append(np.full((len(members), len(periods)), np.nan))
            flaws[indicator.id] = list(_zeros(indicator, zero, published, members, periods))
        marks.append(np.any([published[n].filled for n in indicator.value.names], axis=0))
    values, filled = np.stack(layers, axis=-1), np.stack(marks, axis=-1)
    return Panel(members, periods, tuple(study.indicators), values, filled, published, periods), flaws


def indicator_values(study: Study, indicator: Indicator, series: Mapping[str, Floats]) -> Floats:
    """The indicator in its unit, from series in theirs."""
    units = {name: study.series[name].unit for name in indicator.value.names}
    based = {name: series[name] * units[name].factor for name in indicator.value.names}
    if (
        len(based) == 1
        and indicator.value.text in series
        and units[indicator.value.text].factor == indicator.unit.factor
    ):
        return series[indicator.value.text]
    return evaluate(indicator.value, based) / indicator.unit.factor


def _zeros(
    indicator: Indicator,
    zero: ZeroDenominator,
    published: Mapping[str, Published],
    regions: Sequence[str],
    periods: Sequence[str],
) -> Iterator[Flaw]:
    for r, t in zero.cells:
        region, period = regions[r], periods[t]
        origin = published[zero.name].origins.get((region, period)) if zero.name in published else None
        what = f"'{zero.name}' is 0 in {region} {period} and divides '{indicator.id}'"
        yield Flaw(
            origin.where if origin else indicator.where,
            what,
            "mend the figure, or leave its row out and declare the gap",
        )


def _missing(study: Study, panel: Panel, period: str, told: Iterable[str]) -> Iterator[Flaw]:
    """Cells that an index needs and that neither a figure nor a declared gap fills, but for indicators
    already told of. An index that says what it does about missing cells may have some.
    """
    told = set(told)
    for spec in study.indices.values():
        for name in spec.indicators:
            window = panel.window(spec.up_to(period), [name])
            empty = np.asarray(np.isnan(window.values[:, :, 0]))
            allowed = spec.options.get("impute", "error") != "error" and not empty.all()
            if empty.any() and not allowed and name not in told:
                told.add(name)
                yield _hole(study, panel, study.framework.indicators[name], spec, window.periods, empty)


def _hole(
    study: Study, panel: Panel, one: Indicator, spec: IndexSpec, periods: Sequence[str], empty: Floats
) -> Flaw:
    total = empty.size
    blamed = [
        n
        for n in one.value.names
        if all((r, p) not in panel.series[n].origins for r in panel.regions for p in periods)
    ]
    if blamed:
        return Flaw(
            one.where,
            f"indicator '{one.id}' has no figures: '{blamed[0]}' has none for {periods[0]}–{periods[-1]}",
            "add its rows to the source, or name another series",
        )
    places = "; ".join(
        f"{region} {ranges([p for p, e in zip(periods, row, strict=True) if e])}"
        for region, row in zip(panel.regions, empty, strict=True)
        if row.any()
    )
    within = [panel.series_periods.index(p) for p in periods]
    series = next((n for n in one.value.names if np.isnan(panel.series[n].values[:, within]).any()), one.id)
    declared = {p for gap in study.gaps if gap.series == series for p in gap.periods}
    lacking = {p for p, e in zip(periods, list(np.asarray(empty.any(axis=0))), strict=True) if e}
    how = (
        "a declared gap needs a figure before and after it:"
        if lacking <= declared
        else f"declare the gap of '{series}' under gaps:, or"
    )
    mend = f"{how} shorten the periods of {spec.code}"
    return Flaw(one.where, f"{int(empty.sum())} of {total} figures of '{one.id}' are missing: {places}", mend)
