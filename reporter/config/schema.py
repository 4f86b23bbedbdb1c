"""What may stand in a study file."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from reporter.config.audit import AuditFile
from reporter.config.fields import Names, Number, Period, Posts, Text, Weight, Window
from reporter.config.kinds import Loc
from reporter.config.yaml import Schema

Thresholds = dict[str, Any]


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
    short: Text | None = None
    within: Text | None = None
    members: Literal["all"] | Names = "all"
    aggregate: Literal["mean", "one-region"] = "mean"


class LicenceFile(Schema):
    """The licence of the report and its data products."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9.+-]+$")]
    title: Text


class ErratumFile(Schema):
    """What was mended in an edition since it was first published."""

    on: date
    text: Text


class EditionsFile(Schema):
    """The editions of a study."""

    years: tuple[Period, ...] = ()
    languages: Annotated[tuple[str, ...], Field(min_length=1)] = ("en",)
    kinds: tuple[str, ...] = ("full",)
    regions: Literal["all"] | tuple[str, ...] = ()
    published: date | dict[str, date]
    licence: LicenceFile | None = None
    errata: dict[Period, tuple[ErratumFile, ...]] = Field(default_factory=dict)


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


class ClassFile(Schema):
    """A class of regions; the lowest has no start."""

    title: Text
    start: Annotated[Number | None, Field(alias="from")] = None


ClassList = Annotated[dict[str, ClassFile], Field(min_length=2)]


class PeersFile(Schema):
    """Classes of regions by a figure."""

    of: str
    classes: ClassList


class SimilarFile(Schema):
    """What makes regions alike."""

    by: Names
    logs: tuple[str, ...] = ()
    count: Annotated[int, Field(ge=1, le=6)] = 3


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


class FrontierFile(Schema):
    """Two dimensions, what is put in and what comes out."""

    start: Annotated[str, Field(alias="from")]
    to: str


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
    problems: dict[str, Thresholds | list[Thresholds]] = Field(default_factory=dict)
    strengths: dict[str, Thresholds | list[Thresholds]] = Field(default_factory=dict)
    tiers: ClassList | None = None
    peers: PeersFile | None = None
    similar: SimilarFile | None = None
    audit: AuditFile = AuditFile()
    frontier: FrontierFile | None = None
    references: dict[str, Text] = Field(default_factory=dict)
    notes: NotesFile = Field(default_factory=lambda: NotesFile())
