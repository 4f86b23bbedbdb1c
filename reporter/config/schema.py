"""What may stand in a study file, a dataset's description, and the lists of regions, units and measures."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from reporter.config.yaml import Loc, Schema
from reporter.model.period import is_period, span


def _period(value: object) -> str:
    text = str(value)
    if not is_period(text):
        raise ValueError("it should be a period such as 2022, 2022-H1, 2022-Q3 or 2022-09")
    return text


def _window(value: object) -> tuple[str, str]:
    parts = [part.strip() for part in re.split(r"–|\.\.| - |(?<=^\d{4})-(?=\d{4}$)", str(value))]
    if len(parts) != 2:
        raise ValueError("it should be a window such as 2016–2022")
    first, last = _period(parts[0]), _period(parts[1])
    if not span(first, last):
        raise ValueError("it should run from an earlier to a later period of one kind")
    return first, last


def _text(value: object) -> object:
    return {"en": value} if isinstance(value, str) else value


def _english(value: dict[str, str]) -> dict[str, str]:
    if not value.get("en"):
        raise ValueError("it should have at least the English text, {en: …}")
    return value


def _of(text: str) -> str:
    if not re.fullmatch(
        r"\s*(1|[^\W\d]\w*)(\s*[*]\s*[^\W\d]\w*)*(\s*/\s*[^\W\d]\w*(\s*[*]\s*[^\W\d]\w*)*)?\s*", text
    ):
        raise ValueError("it should be quantities joined by * and at most one /, such as item / person, or 1")
    return text


def _posts(value: tuple[float, float]) -> tuple[float, float]:
    if not value[0] < value[1]:
        raise ValueError("it should be the lower and the higher goalpost, [low, high]")
    return value


Names = Annotated[list[str], Field(min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Weight = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Posts = Annotated[tuple[Number, Number], AfterValidator(_posts)]
Period = Annotated[str, BeforeValidator(_period)]
Window = Annotated[tuple[str, str], BeforeValidator(_window)]
Text = Annotated[dict[str, str], BeforeValidator(_text), AfterValidator(_english)]


class RegionFile(Schema):
    """An entry of regions.yaml."""

    title: Text


class UnitFile(Schema):
    """An entry of units.yaml."""

    of: Annotated[str, AfterValidator(_of)]
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


class IndicatorFile(Schema):
    """An indicator of a framework, or of the context."""

    value: str
    unit: str
    title: Text
    short: Text | None = None
    direction: Literal["up", "down"] = "up"
    decimals: Annotated[int, Field(ge=0, le=6)] = 2
    base: str | None = None
    note: Text | None = None
    weight: Weight = 1
    goalposts: Posts | None = None
    target: Number | None = None


class DimensionFile(Schema):
    """A dimension of a framework: indicators, or parts that hold them."""

    title: Text
    weight: Weight = 1
    indicators: Annotated[dict[str, IndicatorFile], Field(min_length=1)] = Field(default_factory=dict)
    parts: Annotated[dict[str, "DimensionFile"], Field(min_length=1)] = Field(default_factory=dict)

    def inside(self) -> Iterator[tuple[Loc, str]]:
        """Every indicator below, with the path of keys that leads to it."""
        yield from ((("indicators", id), id) for id in self.indicators)
        for name, part in self.parts.items():
            yield from ((("parts", name, *loc), id) for loc, id in part.inside())


class GroupFile(Schema):
    """A group of regions."""

    title: Text
    within: Text | None = None
    members: Literal["all"] | Names = "all"
    aggregate: Literal["mean", "one-region"] = "mean"


class EditionsFile(Schema):
    """The editions of a study."""

    years: tuple[Period, ...] = ()
    languages: tuple[str, ...] = ("en",)
    kinds: tuple[str, ...] = ("full",)
    published: date | dict[str, date]


class GapFile(Schema):
    """A gap that the study knows of."""

    series: str
    periods: list[Period]
    fill: Literal["linear"]


class IndexFile(Schema):
    """An index; every key beside these is an option of its method."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", frozen=True)

    method: str
    periods: Window
    title: Text | None = None
    indicators: Names | None = None


class ReadingFile(Schema):
    """Another reading of the main index."""

    id: str
    title: Text
    options: dict[str, Any]


class PublishedFile(Schema):
    """A printed number to stand beside ours."""

    id: str
    title: Text
    index: str = "I"
    region: str
    quantity: Literal["growth", "change"]
    periods: Window
    value: float | Literal["up", "down"]
    section: str


class NoteFile(Schema):
    """What only this study can say, from an edition on."""

    text: Text
    start: Annotated[Period | None, Field(alias="from")] = None


class NotesFile(Schema):
    """Notes beside the profiles (caution, context), the readings, the chosen one, and what is published."""

    caution: NoteFile | None = None
    context: NoteFile | None = None
    readings: NoteFile | None = None
    chosen: NoteFile | None = None
    published: NoteFile | None = None


class StudyFile(Schema):
    """A study file."""

    title: Text
    subject: Text
    publisher: Text
    regions: Names
    groups: dict[str, GroupFile] = Field(default_factory=dict)
    editions: EditionsFile
    sources: Names
    gaps: tuple[GapFile, ...] = ()
    framework: Annotated[dict[str, DimensionFile], Field(min_length=1)]
    context: dict[str, IndicatorFile] = Field(default_factory=dict)
    indices: dict[str, IndexFile]
    readings: tuple[ReadingFile, ...] = ()
    published: tuple[PublishedFile, ...] = ()
    problems: dict[str, dict[str, Any]] = Field(default_factory=dict)
    references: dict[str, Text] = Field(default_factory=dict)
    notes: NotesFile = Field(default_factory=lambda: NotesFile())


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
    monitor: tuple[str, ...] = ()
    source: str
    section: str
