"""report.xlsx: an edition's scores, ranks, figures, findings, measures, methods and sources, a sheet each."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from reporter.model.assessment import Assessment
from reporter.model.unit import Unit
from reporter.model.words import Words
from reporter.production.audit_data import number
from reporter.production.data import score_rows
from reporter.sections.bibliography import citation
from reporter.sections.cells import marks
from reporter.sections.findings import place, told
from reporter.sections.findings import title as finding_title
from reporter.sections.recommendations import text as measure_text
from reporter.sections.recommendations import title as measure_title

Row = tuple[str | float | None, ...]
WIDE, LEAST, LINES, LINE = 60, 9, 400, 15
"""The widest column and the narrowest, in signs; the rows measured for it; a line's height in points."""


class Sheet(NamedTuple):
    """A sheet by the name of its words: its columns, with the number format of those that hold figures."""

    name: str
    columns: dict[str, str]
    rows: Callable[[Assessment, Words], Iterator[Row]]


def workbook(a: Assessment, words: Words) -> bytes:
    """The edition as an Excel workbook in the language of the words; the same bytes each time.

    Scores are 0–1, figures in the unit told beside them; what is missing is an empty cell.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    day = a.study.editions.published.get(a.period, "1980-01-01")
    book.set_properties(
        {
            "title": words(
                "report.title", study=words.text(a.study.title), period=a.period, subject="", region=""
            ),
            "author": words.text(a.study.publisher),
            "created": datetime.fromisoformat(day).replace(tzinfo=UTC),
        }
    )
    _about(book, a, words)
    for sheet in SHEETS:
        _write(book, sheet, a, words)
    book.close()
    return out.getvalue()


def _about(book: Any, a: Assessment, words: Words) -> None:
    """What this is, how to cite it, what each sheet holds."""
    page = book.add_worksheet(words("workbook.about.sheet"))
    large, wrap = (
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, f"{words.text(a.study.title)} {a.period}", large)
    lines = [
        (words("workbook.about.cite"), citation(a, words)),
        (words("workbook.about.scale"), words("workbook.about.scores")),
        (words("workbook.about.missing"), words("workbook.about.marks")),
        *((words(f"workbook.{s.name}.sheet"), words(f"workbook.{s.name}.about")) for s in SHEETS),
    ]
    for n, (left, right) in enumerate(lines, 2):
        page.write_string(n, 0, left, wrap)
        page.write_string(n, 1, right, wrap)
        page.set_row(n, LINE * (1 + _signs(right) // 85))


def _write(book: Any, sheet: Sheet, a: Assessment, words: Words) -> None:
    """A row of heads that stays in sight and filters, then the rows."""
    page = book.add_worksheet(words(f"workbook.{sheet.name}.sheet"))
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    kinds = [book.add_format({"num_format": f} if f else {"valign": "top"}) for f in sheet.columns.values()]
    heads = [words(f"workbook.heads.{name}") for name in sheet.columns]
    rows = list(sheet.rows(a, words))
    for j, head in enumerate(heads):
        page.write_string(0, j, head, bold)
        page.set_column(j, j, _width([head, *(row[j] for row in rows[:LINES])]))
    for i, row in enumerate(rows, 1):
        for j, value in enumerate(row):
            if isinstance(value, str) and value:
                page.write_string(i, j, value, kinds[j])
            elif isinstance(value, int | float):
                page.write_number(i, j, value, kinds[j])
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)


def _width(texts: list[str | float | None]) -> int:
    """As wide as its widest text, within bounds; a Chinese sign takes the room of two."""
    found = (_signs(text) for text in texts if isinstance(text, str))
    return min(WIDE, max(LEAST, max(found, default=0) + 2))


def _signs(text: str) -> int:
    return sum(1 + (ord(sign) > 0x2E80) for sign in text)


def _scores(a: Assessment, words: Words) -> Iterator[Row]:
    for row in score_rows(a):
        name = words.names.get(row["index"], row["index"])
        where = (words.names.get(row["region"], row["region"]), row["region"], row["period"])
        yield (name, row["index"], *where, row["value"], row["rank"], row["low"], row["high"])


def _ranks(a: Assessment, words: Words) -> Iterator[Row]:
    """Every place, that of the first index with its interval."""
    audited = a.audit.uncertainty
    for row in score_rows(a):
        code, region, period = row["index"], row["region"], row["period"]
        if row["rank"] is None:
            continue
        told = a.varied and code in audited.ranks and period in audited.periods
        low, high = map(number, audited.rank(code, region, period)) if told else (None, None)
        where = (words.names.get(region, region), region, period)
        yield (words.names.get(code, code), code, *where, row["rank"], low, high)


def _figures(a: Assessment, words: Words) -> Iterator[Row]:
    for id, one in a.study.indicators.items():
        for region in a.main.members:
            for period in a.panel.periods:
                value = a.panel.value(id, region, period)
                if value == value:
                    where = (words.name(region), region, period)
                    mark = marks(a, id, region, period)
                    yield (words.name(id), id, *where, number(value), _unit(words, one.unit), mark)


def _unit(words: Words, unit: Unit) -> str:
    """The unit that the data are in, which may not be the one that print shows."""
    return words.text(unit.title) or unit.id


def _findings(a: Assessment, words: Words) -> Iterator[Row]:
    for f in a.findings:
        severity = words(f"problems.severity.{f.severity.name.lower()}")
        said = (place(a, words, f), finding_title(a, words, f), severity, told(a, words, f))
        yield (*said, f.rule, f.subject, number(f.measured), number(f.threshold), f.id)


def _measures(a: Assessment, words: Words) -> Iterator[Row]:
    for n, r in enumerate(a.recommendations, 1):
        codes = ("level", "instrument", "horizon")
        told = (words(f"recommendations.{c}.{getattr(r.measure, c)}") for c in codes)
        answers = "; ".join(f.id for f in r.answers)
        yield (n, measure_title(a, words, r), measure_text(a, words, r), *told, number(r.priority), answers)


def _methods(a: Assessment, words: Words) -> Iterator[Row]:
    for code, spec in a.study.indices.items():
        said = (words(f"indices.{spec.method}.{part}") for part in ("title", "formula", "range", "source"))
        options = "; ".join(f"{key}: {value}" for key, value in spec.options.items())
        yield (words.text(spec.title), code, *said, "–".join(spec.periods), options)


def _sources(a: Assessment, words: Words) -> Iterator[Row]:
    for dataset in a.study.datasets:
        for id, title in dataset.publications.items():
            yield (words.text(dataset.title), id, words.text(title), words.text(dataset.licence))


SCORE, FIGURE, COUNT = "0.0000", "#,##0.00##", "0"
PLACE = {"region": "", "region_id": "", "period": ""}
SHEETS = (
    Sheet(
        "scores",
        {"index": "", "code": "", **PLACE, "value": SCORE, "rank": COUNT, "low": SCORE, "high": SCORE},
        _scores,
    ),
    Sheet("ranks", {"index": "", "code": "", **PLACE, "rank": COUNT, "low": COUNT, "high": COUNT}, _ranks),
    Sheet(
        "figures", {"indicator": "", "code": "", **PLACE, "value": FIGURE, "unit": "", "mark": ""}, _figures
    ),
    Sheet(
        "findings",
        {
            "region": "",
            "problem": "",
            "severity": "",
            "evidence": "",
            "rule": "",
            "subject": "",
            "measured": SCORE,
            "threshold": SCORE,
            "id": "",
        },
        _findings,
    ),
    Sheet(
        "measures",
        {
            "place": COUNT,
            "measure": "",
            "text": "",
            "level": "",
            "instrument": "",
            "horizon": "",
            "priority": "0.00",
            "answers": "",
        },
        _measures,
    ),
    Sheet(
        "methods",
        {
            "index": "",
            "code": "",
            "method": "",
            "formula": "",
            "range": "",
            "source": "",
            "periods": "",
            "options": "",
        },
        _methods,
    ),
    Sheet("sources", {"dataset": "", "id": "", "publication": "", "licence": ""}, _sources),
)
