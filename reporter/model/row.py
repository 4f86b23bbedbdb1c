"""A row of a published file, as printed."""

from dataclasses import dataclass

from reporter.model.source import Origin


@dataclass(frozen=True)
class Row:
    """One figure as its file prints it; the value is still text."""

    series: str
    region: str
    period: str
    origin: Origin
