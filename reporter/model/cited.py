"""What a study cites and remarks: printed numbers to stand beside ours, publications, notes of its own."""

from dataclasses import dataclass
from typing import Literal

from reporter.errors import Where
from reporter.model.unit import Text


@dataclass(frozen=True)
class Published:
    """A number or direction that a publication prints, to stand beside ours."""

    id: str
    title: Text
    index: str
    region: str
    quantity: Literal["growth", "change"]
    start: str
    end: str
    value: float | Literal["up", "down"]
    section: str
    where: Where = Where()


@dataclass(frozen=True)
class Reference:
    """A publication that the study is measured against or takes its framework from."""

    id: str
    text: Text


@dataclass(frozen=True)
class Note:
    """What only this study can say; `start` is the first edition it holds for."""

    text: Text
    start: str | None = None
