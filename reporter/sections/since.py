"""What changed since the last edition: what is new, and what the wider pool does to the scores before."""

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Columns, Figure, Paragraph, Rows, Section, Table
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.breaks import broken
from reporter.sections.cells import column, points, region_head, score
from reporter.sections.facts import FLAT

STATUS = ("new", "worsened", "eased", "lasting")
BY_THE_BEST = ("ratio-to-max", "min-max", "distance-to-max")
"""The standardisations that hold a value against the best one of the pool."""


def since(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """The last edition's newest scores beside those of this one; nothing where no edition was before."""
    last = assessment.last_edition
    if last is None or last.periods[-1] not in assessment.main.periods:
        return ()
    before, most = last.periods[-1], _most(assessment, last)
    heading = words(f"since.heading.{'moved' if most >= FLAT else 'still'}", before=before, most=most)
    told = _told(assessment, words, before)
    texts = (
        Paragraph(words("since.why", before=before, period=assessment.period)),
        *(Paragraph(text, "point", head=head) for head, text in told),
    )
    blocks = (Columns("84", ((_table(assessment, words, last),), texts)),)
    short = words("since.short")
    return (Section("since", words("since.kicker"), heading, blocks, short=short, summary=heading),)


def _most(a: Assessment, last: Composite) -> float:
    """The largest difference between the two editions' scores of the earlier one's last period."""
    before = last.periods[-1]
    moved = [abs(_moved(a, last, region, before)) for region in last.regions]
    return max((one for one in moved if one == one), default=0.0)


def _moved(a: Assessment, last: Composite, region: str, period: str) -> float:
    return a.main.score(a.main.code, region, period) - last.score(last.code, region, period)


def _told(a: Assessment, words: Words, before: str) -> Iterator[tuple[str, str]]:
    """Head and text of what is new: figures, best values, breaks, problems."""
    main, facts = a.main, {"before": before, "period": a.period}
    yield words("since.heads.figures"), _come_in(a, words, before)
    if main.options.get("standardise") in BY_THE_BEST and main.options["standardise_over"] == "pooled":
        best = [i for i, (_, period, _) in main.steps.reached.items() if period > before]
        key = "none" if not best else "one" if len(best) == 1 else "many"
        yield words("since.heads.best"), words(f"since.best.{key}", indicators=best, n=len(best), **facts)
    parted = [i for i in main.steps.indicators if _parted(a, i, before)]
    if parted:
        yield words("since.heads.breaks"), words("since.breaks", indicators=parted, **facts)
    if a.study.problems:
        yield words("since.heads.problems"), _problems(a, words)


def _come_in(a: Assessment, words: Words, before: str) -> str:
    """How many figures were published for the periods after the last edition, those filled in left out."""
    new = [p for p in a.main.periods if p > before]
    window = a.panel.window(new, a.main.steps.indicators)
    n = int((np.isfinite(window.values) & ~window.filled).sum())
    return words("since.figures", n=n, first=new[0], period=new[-1])


def _parted(a: Assessment, indicator: str, before: str) -> bool:
    """Whether a series behind the indicator breaks after the last edition."""
    one, new = a.study.indicators[indicator], [p for p in a.main.periods if p > before]
    return any(broken(a, one, region, period) for region in a.main.members for period in new)


def _problems(a: Assessment, words: Words) -> str:
    """How many problems are new, worse, eased, as before, and found no more."""
    by: Counter[str] = Counter(f.status for f in a.findings)
    counts = [(name, by[name]) for name in STATUS] + [("resolved", len(a.resolved))]
    told = [words(f"since.status.{name}", n=n) for name, n in counts if n]
    return (
        words("since.problems", counts=words("labels.comma").join(told), earlier=a.before or "")
        if told
        else words("since.no_problems")
    )


def _table(a: Assessment, words: Words, last: Composite) -> Table:
    """A row for each region and group: the earlier score then and now, and the newest."""
    before = last.periods[-1]
    heads = ("then", "now", "difference", "newest")
    head = (
        column(words("overall.table.region")),
        *(column(words(f"since.columns.{name}", before=before, period=a.period), True) for name in heads),
    )
    rows = (tuple(_row(a, words, last, r) for r in regions) for regions in (a.main.members, a.main.groups))
    members, groups = (Rows(found, total=bool(n)) for n, found in enumerate(rows))
    title, measure = (words(f"since.table.{part}", before=before) for part in ("title", "measure"))
    return Table("table-since", title, measure, (head,), (members, groups), note=words("since.table.note"))


def _row(a: Assessment, words: Words, last: Composite, region: str) -> tuple[Cell, ...]:
    before, code = last.periods[-1], a.main.code
    return (
        region_head(a, words, region),
        score(words, last.score(code, region, before)),
        score(words, a.main.score(code, region, before)),
        points(words, _moved(a, last, region, before)),
        score(words, a.main.score(code, region, a.period)),
    )
