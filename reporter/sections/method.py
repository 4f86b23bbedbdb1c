"""Methods annex: the steps with formulas, weights and ideals, the other readings beside what is published."""

from collections.abc import Callable, Iterator

from reporter.methods.growth import average_growth
from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Figure, Heading, Method, Paragraph, Rows, Section, Step, Table
from reporter.model.result import Result
from reporter.model.study import Published
from reporter.model.words import Quantity, Words
from reporter.sections.cells import column, figure, percent, row_head
from reporter.sections.facts import change, whole

Draw = Callable[..., Figure]
STEPS = ("indicators", "standardise", "weigh", "distance", "index", "whole", "growth", "contribution")
FORMULAS = {
    "standardise": "ratio-to-max", "distance": "distance", "index": "squared", "growth": "growth", "contribution": "contribution",
}  # fmt: skip


def method(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """How the numbers came about, and what other choices would give."""
    steps = Method(tuple(_step(assessment, figures, words, name) for name in STEPS))
    first = Section(
        "method", words("method.kicker"), words("method.heading", n=len(assessment.main.steps.indicators)), (steps, _weights(assessment, words)),
        mark="annex", short=words("method.short"), summary=words("method.summary"),
    )  # fmt: skip
    if not assessment.readings:
        return (first,)
    blocks = (
        Paragraph(words("method.readings.lead", start=assessment.main.periods[0], end=assessment.period)), _readings(assessment, words),
        *_published(assessment, words), Heading(words("method.window_head")), Paragraph(_windows(assessment, words)),
    )  # fmt: skip
    second = Section("readings", words("method.kicker"), words("method.readings.heading"), blocks, short=words("method.readings.short"))
    return first, second


def _step(a: Assessment, figures: Draw, words: Words, name: str) -> Step:
    sizes = [len(d.indicators) for d in a.main.framework.dimensions]
    effective = _effective(a)
    codes = a.main.framework.codes(a.main.code)
    facts = {
        "n": sum(sizes), "dimensions": len(sizes), "start": a.main.periods[0], "end": a.period, "members": list(a.main.members), "whole": whole(a),
        "weights": words("method.join").join(words("method.weight", dimension=codes[d], value=w) for d, w in effective.items()),
    }  # fmt: skip
    formula = FORMULAS.get(name, "")
    drawn = figures("formula", which=formula).svg if formula else b""
    return Step(words(f"method.steps.{name}.head"), words(f"method.steps.{name}.text", **facts), drawn, words(f"method.formulas.{formula}") if formula else "")


def _effective(a: Assessment) -> dict[str, float]:
    """What each dimension weighs in the index, since a distance takes weights squared."""
    return a.main.by_dimension(a.main.steps.effective)


def _weights(a: Assessment, words: Words) -> Table:
    steps, study = a.main.steps, a.study
    names = ("indicator", "dimension", "weight", "effective", "ideal", "unit", "reached")
    texts = [words(f"method.weights.heads.{n}") for n in names]
    head = tuple(column(t, n in ("weight", "effective", "ideal")) for n, t in zip(names, texts, strict=True))
    codes = a.main.framework.codes(a.main.code)
    dimension = {i: codes[d.id] for d in a.main.framework.dimensions for i in d.indicators}
    rows = []
    for j, i in enumerate(steps.indicators):
        region, period, best = steps.reached[i]
        one = study.indicators[i]
        rows.append((
            row_head(words.short(i)), Cell(words.name(dimension[i])), figure(words.number(steps.weights[j], 4)),
            figure(words.number(steps.effective[j], 4)), figure(words.bare(Quantity(best, one.unit, one.decimals))),
            Cell(words.unit(one.unit), tone="unit"), Cell(words("method.weights.reached", region=region, period=period)),
        ))  # fmt: skip
    return Table("table-weights", words("method.weights.title"), words("method.weights.measure", start=a.main.periods[0], end=a.period), (head,), (Rows(tuple(rows)),), note=words("method.weights.note"), style="weights")


def _readings(a: Assessment, words: Words) -> Table:
    """Index at both ends and its growth under each reading, the whole as mean of members and as one region."""
    main, group = a.main, whole(a)
    head = (
        column(words("method.readings.reading")),
        *(column(words("method.readings.region", region=r), True) for r in main.members),
        column(words("method.readings.mean", region=group), True), column(words("method.readings.one"), True),
    )  # fmt: skip
    chosen = _chosen(a)
    body = [
        Rows((_reading(words, words.text(r.title), a.readings[r.id], main.members, group),), total=r.id == chosen) for r in a.study.readings
    ]  # fmt: skip
    measure = words("method.readings.measure", start=main.periods[0], end=a.period)
    return Table("table-readings", words("method.readings.title"), measure, (head,), tuple(body), note=words("method.readings.note"), style="readings")


def _chosen(a: Assessment) -> str:
    """The reading that is the report's own."""
    return next((r.id for r in a.study.readings if not r.options), "")


def _reading(words: Words, title: str, by: "dict[str, Result] | object", members: tuple[str, ...], group: str) -> tuple[Cell, ...]:
    results: dict[str, Result] = dict(by)  # type: ignore[call-overload]
    lines = [(results["mean"], r) for r in (*members, group)] + [(results["one-region"], group)]
    return (row_head(title), *(_ends(words, result, region) for result, region in lines))


def _ends(words: Words, result: Result, region: str) -> Cell:
    """First → last score, and growth a year below."""
    line = result.line(result.code, region)
    rate = average_growth(line)
    small = words("method.readings.growth", rate=rate) if rate == rate else words("method.readings.undefined")
    return Cell(words("method.readings.ends", first=float(line[0]), last=float(line[-1])), number=True, small=small)


def _published(a: Assessment, words: Words) -> Iterator[Table]:
    """What is published beside ours, under every reading; a growth over the window the figures allow."""
    told = [p for p in a.study.published if p.end <= a.period and p.index == a.main.code]
    if not told:
        return
    readings = a.study.readings
    head = (
        column(words("method.published.quantity")), column(words("method.published.printed"), True),
        *(column(words("method.published.reading", n=n), True) for n in range(1, len(readings) + 1)), column(words("method.published.long"), True),
    )  # fmt: skip
    rows = [row for p in told for row in _compared(a, words, p)]
    numbered = words("method.join").join(words("method.published.key", n=n, reading=words.text(r.title)) for n, r in enumerate(readings, 1))
    yield Table(
        "table-published", words("method.published.title"), words("method.published.measure"), (head,), (Rows(tuple(rows)),),
        note=words("method.published.note", readings=numbered), source=words.text(a.study.references[0].text) if a.study.references else "", style="published",
    )  # fmt: skip


def _compared(a: Assessment, words: Words, p: Published) -> Iterator[tuple[Cell, ...]]:
    groups = ("mean", "one-region") if p.region in a.main.groups else ("mean",)
    for how in groups:
        title = words.text(p.title) if how == "mean" else words("method.published.as_one", title=words.text(p.title))
        if p.region in a.main.groups and how == "mean":
            title = words("method.published.as_mean", title=words.text(p.title))
        printed = words.number(p.value, 2, True) + "%" if isinstance(p.value, float) else words(f"method.published.{p.value}")
        ours = (_measured(words, a.readings[r.id][how], p) for r in a.study.readings)
        yield (row_head(title), figure(printed), *ours, _long(a, words, p, how))


def _long(a: Assessment, words: Words, p: Published, how: str) -> Cell:
    others = [r for code, r in a.board.results.items() if code != a.main.code]
    return _measured(words, others[0], p) if others and how == "mean" else figure("—")


def _measured(words: Words, result: Result, p: Published) -> Cell:
    """The same quantity of ours, in percent, over the part of the published window that the result has."""
    start = max(p.start, result.periods[0])
    if p.quantity == "growth":
        line = result.line(result.code, p.region)[result.periods.index(start) : result.periods.index(p.end) + 1]
        return percent(words, average_growth(line), 2)
    if p.start not in result.periods:
        return figure("—")
    c = change(result, result.code, p.region, p.start, p.end)
    return percent(words, c.ratio - 1, 2)


def _windows(a: Assessment, words: Words) -> str:
    """What the comparison does and does not prove."""
    return words("method.window", start=a.main.periods[0], end=a.period)
