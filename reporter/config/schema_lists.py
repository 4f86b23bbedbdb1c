"""What may stand in a dataset's description, an outline, and the lists of regions, units and measures."""

from typing import Annotated

from pydantic import Field

from reporter.config.fields import Cell, Of, Period, Text
from reporter.config.yaml import Schema


class RegionFile(Schema):
    """An entry of regions.yaml."""

    title: Text
    cell: Cell | None = None


class UnitFile(Schema):
    """An entry of units.yaml."""

    of: Of
    factor: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    title: dict[str, str]
    shown: dict[str, str] = Field(default_factory=dict)


class BreakFile(Schema):
    """A break of a series."""

    regions: list[str]
    start: Annotated[Period, Field(alias="from")]
    note: Text


class HoleFile(Schema):
    """Periods without a published figure."""

    periods: list[Period]
    note: Text


class SeriesFile(Schema):
    """A series of a dataset."""

    unit: str
    title: Text
    breaks: tuple[BreakFile, ...] = ()
    holes: tuple[HoleFile, ...] = ()


class DatasetFile(Schema):
    """The description beside a source file."""

    title: Text
    licence: Text
    cite: Text
    publications: dict[str, Text]
    series: dict[str, SeriesFile]


class OutlineFile(Schema):
    """A kind of edition: its sections in their order."""

    sections: tuple[str, ...] = ()
    region: tuple[str, ...] = ()


class MeasureFile(Schema):
    """An entry of measures.yaml."""

    answers: list[str]
    regions: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    instrument: str
    level: str
    horizon: str
    title: Text
    text: Text
    needs: Text | None = None
    monitor: tuple[str, ...] = ()
    sources: Annotated[dict[str, str], Field(min_length=1)]
    against: tuple[str, ...] = ()
    like: str = ""
