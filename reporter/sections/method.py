"""Methods annex: the steps with formulas, weights and ideals, the other readings beside what is published."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Figure, Method, Rows, Section, Step, Table
from reporter.model.unit import Quantity
from reporter.model.words import Words
from reporter.sections.cells import column, figure, row_head
from reporter.sections.facts import crowded, moving, whole
from reporter.sections.method_options import told

Draw = Callable[..., Figure]
STEPS = ("indicators", "standardise", "weigh", "distance", "index", "whole", "growth", "contribution")
AVERAGED = tuple("average" if step == "distance" else step for step in STEPS)
DRAWN = ("standardise", "distance", "index", "growth", "contribution")
DECLARED = ("hierarchical-equal", "equal", "given")


def method(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """How the numbers came about, and what other choices would give."""
    steps_ = AVERAGED if _averaged(assessment) else STEPS
    names = tuple(n for n in steps_ if moving(assessment) or n not in ("growth", "contribution"))
    steps = Method(tuple(_step(assessment, figures, words, name) for name in names))
    first = Section(
        "method",
        words("method.kicker"),
        words("method.heading", n=len(assessment.main.steps.indicators)),
        (steps, _weights(assessment, words)),
        mark="annex",
        short=words("method.short"),
        summary=words("method.summary"),
    )
    return (first,)


def _step(a: Assessment, figures: Draw, words: Words, name: str) -> Step:
    sizes = [len(d.indicators) for d in a.main.framework.dimensions]
    effective = _effective(a)
    codes = a.main.framework.codes(a.main.code)
    facts = {
        "n": sum(sizes),
        "dimensions": len(sizes),
        "start": a.main.periods[0],
        "end": a.period,
        "count": len(a.main.members),
        "members": list(a.main.members),
        "whole": whole(a),
        "over": words(f"method.over.{a.main.options['standardise_over']}"),
        "ideals": words(f"method.over.{a.main.options.get('ideals', 'pooled')}"),
        "weights": words("method.join").join(
            words("method.weight", dimension=codes[d], value=w) for d, w in effective.items()
        ),
    }
    variant = _variant(a, name)
    formula = name if name in ("growth", "contribution") else variant
    drawn = name in DRAWN and words.has(f"method.formulas.{formula}")
    drawn = drawn and (name != "contribution" or variant == "squared") and (name != "growth" or a.main.zero)
    equation = figures("equation", which=formula) if drawn else None
    return Step(
        words(f"method.steps.{name}.head"),
        words.paragraph(
            [words(f"method.steps.{name}.{_many(a, name, variant)}", **facts), told(a, words, name)]
        ),
        equation.svg if equation else b"",
        equation.alt if equation else "",
    )


def _many(a: Assessment, step: str, variant: str) -> str:
    """Another sentence where one would name too many regions."""
    return f"{variant}_many" if step == "whole" and crowded(a) else variant


def _variant(a: Assessment, step: str) -> str:
    """The option that decides what a step says; `all` where none does."""
    options, averaged = a.main.options, _averaged(a)
    weigh = options["weights"] if options["weights"] in DECLARED else "data"
    chosen = {
        "standardise": options["standardise"],
        "weigh": "hierarchical-mean" if averaged and weigh == "hierarchical-equal" else weigh,
        "whole": "one-region" if a.main.steps.as_one else "mean",
    }
    if averaged:
        means = options["mean"], options["mean_above"]
        shares = "linear" if {*means} == {"arithmetic"} else "shared"
        chosen |= {"average": means[0], "index": means[1], "contribution": shares}
    else:
        chosen |= {"distance": options["negative_ideal"]}
        chosen |= dict.fromkeys(("index", "contribution"), options["form"])
    return str(chosen.get(step, "all"))


def _averaged(a: Assessment) -> bool:
    """Whether the index is a mean, not a distance."""
    return "mean" in a.main.options


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
        rows.append(
            (
                row_head(words.short(i)),
                Cell(words.name(dimension[i])),
                figure(words.number(steps.weights[j], 4)),
                figure(words.number(steps.effective[j], 4)),
                figure(words.bare(Quantity(best, one.unit, one.decimals))),
                Cell(words.unit(one.unit), tone="unit"),
                Cell(words("method.weights.reached", region=region, period=period)),
            )
        )
    return Table(
        "table-weights",
        words("method.weights.title"),
        words("method.weights.measure", start=a.main.periods[0], end=a.period),
        (head,),
        (Rows(tuple(rows)),),
        note=words("method.weights.note_mean" if _averaged(a) else "method.weights.note"),
        style="weights",
    )
