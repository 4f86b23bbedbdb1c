"""The repository's own study, its words, and every figure that can be drawn of it."""

from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from string import Formatter

import numpy as np

from reporter import pipeline
from reporter.audit import audit
from reporter.config import read_words
from reporter.config.workspace import find_workspace
from reporter.model.assessment import Assessment
from reporter.model.company import Class, Classes, Company
from reporter.model.result import Composite, Scoreboard
from reporter.model.study import Frontier, IndexSpec, Region
from reporter.model.words import Words

ROOT = Path(__file__).parents[2]


@cache
def assessment(period: str) -> Assessment:
    """The study at an edition's period."""
    return pipeline.assess(_inputs(), period)


@cache
def _inputs() -> pipeline.Inputs:
    return pipeline.read(find_workspace(ROOT), "bth")


@cache
def words(language: str) -> Words:
    """The words of the figures, knowing the names of the study."""
    return pipeline.words_for(_inputs().study, read_words(find_workspace(ROOT), language))


def sentences(language: str) -> dict[str, set[str]]:
    """The facts of every sentence about figures."""
    found = {key: entry.text for key, entry in words(language).entries.items() if key.startswith("figures.")}
    return {
        key: {name.split(":")[0] for _, name, _, _ in Formatter().parse(text) if name}
        for key, text in found.items()
    }


TIERS = Classes(
    "I", (Class("upper", {"en": "upper", "zh": "较高"}, 0.15), Class("lower", {"en": "lower", "zh": "较低"}))
)


@cache
def made_up(regions: int = 31) -> Assessment:
    """An assessment of made-up regions with made-up figures, to see that charts hold for many."""
    plain, draws = assessment("2022"), np.random.default_rng(31)
    names = tuple(f"Region {n}" for n in range(1, regions + 1))
    growth = np.cumsum(
        draws.normal(0.06, 0.1, (regions, len(plain.panel.periods), len(plain.panel.indicators))), axis=1
    )
    values = np.exp(draws.normal(1, 0.8, (regions, 1, len(plain.panel.indicators))) + growth)
    filled = draws.random(values.shape) < 0.01
    panel = replace(plain.panel, regions=names, values=values, filled=filled)
    tiled = tuple(Region(r, {}, cell=(n % 8 + 1, n // 8 + 1)) for n, r in enumerate(names))
    groups = tuple(replace(g, members=names) for g in plain.study.groups)
    study = replace(plain.study, regions=tiled, groups=groups, frontier=Frontier("input", "output"))
    kept = {code: study.indices[code] for code in (*plain.board.composites, "stages")}
    kept["split"] = _split(names, kept["I"])
    study = replace(study, indices=kept, tiers=TIERS)
    board = Scoreboard(pipeline.scored(panel, study, "2022"))
    window = panel.window(board.main.periods, board.main.steps.indicators)
    again = partial(pipeline.again, panel, study, "2022")
    audited = audit(board.main, window, replace(study.audit, replicates=200), again)
    company = Company(_tiers(board.main), {}, {r: "rich" for r in names[: regions // 2]})
    return replace(plain, study=study, panel=panel, board=board, audit=audited, company=company)


def _split(names: tuple[str, ...], whole: IndexSpec) -> IndexSpec:
    """A disparity of three parts, one of a single region."""
    parts = {"North": [names[0]], "Middle": [*names[1:3]], "South": [*names[3:]]}
    options = {"of": "I", "measure": "theil", "parts": {p: m for p, m in parts.items() if m}}
    return replace(whole, code="split", method="disparity", indicators=(), options=options)


def _tiers(main: Composite) -> dict[str, str]:
    return {r: "upper" if main.score("I", r, "2022") >= 0.15 else "lower" for r in main.members}


def made_up_words(language: str, regions: int = 31) -> Words:
    """The figures' words with the made-up regions' names."""
    plain = words(language)
    names = {f"Region {n}": f"Region {n}" if language == "en" else f"地区{n}" for n in range(1, regions + 1)}
    names |= {"split": "Split" if language == "en" else "分解"}
    return plain.knowing({**plain.names, **names}, plain.shorts, plain.units, plain.withins)
