"""Tables carried over from a publication, with what follows from them by a small arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reporter.errors import Where
from reporter.methods.expression import Expression
from reporter.model.source import Origin
from reporter.model.study import Region
from reporter.model.unit import Text, Unit

Prints = Literal["number", "movement", "flag"]
Across = Literal["columns", "regions", "list"]


@dataclass(frozen=True)
class Column:
    """A quantity of an exhibit: an expression over series, and over the columns before it.

    period: the one its series are read at. own: whether it is computed here, and not printed as it stands.
    prints: a number, a movement between two ranks ("up 2"), or a flag: whether the publication names it.
    """

    id: str
    title: Text
    value: Expression
    unit: Unit
    period: str
    decimals: int = 2
    prints: Prints = "number"
    own: bool = False
    where: Where = Where()


@dataclass(frozen=True)
class Exhibit:
    """A table of a publication: regions, any of the workspace, by columns.

    across: what stands across the page: the columns, the regions, or neither: then every figure has a line.
    """

    id: str
    title: Text
    source: str
    section: str
    regions: tuple[Region, ...]
    columns: tuple[Column, ...]
    across: Across = "columns"
    note: Text = field(default_factory=dict)
    where: Where = Where()


@dataclass(frozen=True)
class Figured:
    """A cell: its value, NaN where the publication has no figure, and the lines it rests on."""

    value: float
    origins: tuple[Origin, ...] = ()

    @property
    def there(self) -> bool:
        """Whether there is a figure."""
        return self.value == self.value


@dataclass(frozen=True)
class Exhibited:
    """An exhibit with its cells, by region and column."""

    exhibit: Exhibit
    cells: Mapping[tuple[str, str], Figured]
