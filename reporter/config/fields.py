"""What may stand as a value in a file: periods, windows, texts, numbers in bounds."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

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


def _cell(value: object) -> object:
    counted = isinstance(value, list) and len(value) == 2 and all(type(n) is int and n > 0 for n in value)
    if not counted:
        raise ValueError("it should be a column and a row counted from 1, [column, row]")
    return value


def _posts(value: tuple[float, float]) -> tuple[float, float]:
    if not value[0] < value[1]:
        raise ValueError("it should be the lower and the higher goalpost, [low, high]")
    return value


Cell = Annotated[tuple[int, int], BeforeValidator(_cell)]
Names = Annotated[list[str], Field(min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Weight = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Of = Annotated[str, AfterValidator(_of)]
Posts = Annotated[tuple[Number, Number], AfterValidator(_posts)]
Period = Annotated[str, BeforeValidator(_period)]
Window = Annotated[tuple[str, str], BeforeValidator(_window)]
Text = Annotated[dict[str, str], BeforeValidator(_text), AfterValidator(_english)]
