"""The editions of a study file → Editions."""

from collections.abc import Callable
from datetime import date

from reporter.config.kinds import Loc
from reporter.config.schema import StudyFile
from reporter.config.yaml import File
from reporter.errors import Flaw
from reporter.model.editions import Editions, Erratum, Licence

Known = Callable[[Loc, str, str, str, object], bool]


def editions(file: File, study: StudyFile, known: Known, flaws: list[Flaw]) -> Editions:
    """What the study publishes; `known` is told the regions' names, `flaws` the years without a date."""
    said = study.editions
    dates: dict[str, date] = (
        said.published if isinstance(said.published, dict) else dict.fromkeys(said.years, said.published)
    )
    for n, year in enumerate(said.years):
        if year not in dates:
            what = f"edition {year} has no publication date"
            flaws.append(Flaw(file.at("editions", "years", n), what, "add it to editions: published:"))
    regions = tuple(study.regions) if said.regions == "all" else said.regions
    for n, region in enumerate(regions if said.regions != "all" else ()):
        known(("editions", "regions", n), "editions: ", "region of the study", region, study.regions)
    days = {period: day.isoformat() for period, day in dates.items()}
    for period in said.errata.keys() - {*said.years}:
        known(("editions", "errata", period), "errata: ", "edition", period, said.years)
    errata = {
        period: tuple(Erratum(one.on.isoformat(), one.text) for one in some)
        for period, some in said.errata.items()
    }
    licence = Licence(said.licence.name, said.licence.title) if said.licence else None
    return Editions(said.years, said.languages, said.kinds, days, regions, licence, errata)
