"""The end at the disk: a study, its figures and what is said of them, read and held against each other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from reporter.checks.rows import flaws as row_flaws
from reporter.config import (
    Workspace,
    names_elsewhere,
    read_bibliography,
    read_claims,
    read_editorials,
    read_exhibits,
    read_measures,
    read_study,
)
from reporter.config.provenance import provenance
from reporter.config.regions import read_regions
from reporter.editorial import editorial_flaws
from reporter.errors import refuse
from reporter.indices.titles import part_titles, score_titles
from reporter.model.advice import Measure
from reporter.model.cited import Reference
from reporter.model.claim import Claim
from reporter.model.editorial import Editorial
from reporter.model.exhibit import Exhibit
from reporter.model.period import parts
from reporter.model.row import Row
from reporter.model.study import Study
from reporter.model.words import Words
from reporter.problems import PROBLEMS
from reporter.problems.strengths import STRENGTHS
from reporter.recommendations import measure_flaws, untold
from reporter.scoring import by_options
from reporter.slice import fingerprint, sliced
from reporter.sources import READERS
from reporter.study_flaws import study_flaws


@dataclass(frozen=True)
class Inputs:
    """A study with the rows of its sources, read once for all of its editions."""

    workspace: Workspace
    study: Study
    rows: Mapping[str, tuple[Row, ...]]
    regions: tuple[str, ...]
    measures: tuple[Measure, ...]
    bibliography: tuple[Reference, ...]
    claims: tuple[Claim, ...]
    exhibits: tuple[Exhibit, ...]
    editorials: Mapping[str, Editorial]
    provenance: Mapping[str, dict[str, str]]
    """Of a single edition; empty before it is chosen."""

    def of(self, period: str) -> "Inputs":
        """What the edition of a period is made from: only the rows it may look at, and told as such."""
        said = (self.claims, self.editorials, self.measures)
        rows = sliced(self.rows, self.study, self.exhibits, said, period)
        used = {name: fingerprint(some) for name, some in rows.items()}
        return replace(self, rows=rows, provenance=provenance(self.workspace, self.study, used))


def read(workspace: Workspace, name: str) -> Inputs:
    """The study and its figures as their files say them; Faults tells what the files cannot say."""
    said, regions = read_study(workspace, name), tuple(read_regions(workspace))
    measures, bibliography = read_measures(workspace), read_bibliography(workspace)
    study, cited = by_options(said), [r.id for r in (*bibliography, *said.references)]
    elsewhere = names_elsewhere(workspace)
    refuse([*study_flaws(said), *measure_flaws(measures, study, PROBLEMS, regions, cited, elsewhere)])
    titles = score_titles(study)
    parted = {
        code.partition("-")[0] for code, told in titles.items() if len(told) > 1
    }  # no score of their own
    claims = read_claims(workspace, study, [code for code in titles if code not in parted], cited)
    exhibits = read_exhibits(workspace, study, cited)
    editorials = read_editorials(workspace, name)
    known: dict[str, Collection[str]] = {
        "problems": PROBLEMS,
        "strengths": STRENGTHS,
        "regions": [*(r.id for r in study.regions), *(g.id for g in study.groups)],
        "measures": [measure.id for measure in measures],
        "references": cited,
        "languages": study.editions.languages,
        "periods": study.editions.periods,
    }
    refuse(flaw for period, one in editorials.items() for flaw in editorial_flaws(one, period, known))
    rows = {dataset.id: READERS["csv"](dataset) for dataset in study.datasets}
    refuse(flaw for d in study.datasets for flaw in row_flaws(rows[d.id], d, regions))
    told = (measures, bibliography, claims, exhibits, editorials)
    return Inputs(workspace, study, rows, regions, *told, {})


def told(inputs: Inputs, words: Words) -> Words:
    """The words, knowing the study's names and units; Faults if they have none for a measure's codes."""
    refuse(untold(inputs.measures, words))
    return words_for(inputs.study, words)


def words_for(study: Study, words: Words) -> Words:
    """The words, knowing the study's names and units."""
    names = {r.id: words.text(r.title) for r in study.regions}
    names |= {id: words.text(i.title) for id, i in study.indicators.items()}
    for code, (title, *each) in score_titles(study).items():
        whole = words.text(title)
        names[code] = words("labels.each", index=whole, one=words.text(each[0])) if each else whole
    names |= {id: words.text(title) for id, title in part_titles(study).items()}
    shorts = {id: words.text(i.short) for id, i in study.indicators.items() if i.short}
    shorts |= {group.id: words.text(group.short) for group in study.groups if group.short}
    withins = {r.id: words.text(r.title) for r in study.regions}
    for group in study.groups:
        names[group.id] = words.text(group.title) or words("labels.whole")
        withins[group.id] = words.text(group.within or group.title) or words("labels.within")
    return words.knowing(names, shorts, study.units, withins, parts(study.main.periods[0])[0])
