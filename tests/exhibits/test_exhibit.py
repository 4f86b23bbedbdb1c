"""What a publication prints, carried over, and what follows from it: literals in, literals out."""

import pytest

from reporter.errors import Faults, Where
from reporter.exhibits import exhibit
from reporter.methods.expression import parse
from reporter.model.exhibit import Column, Exhibit, Exhibited
from reporter.model.row import Row
from reporter.model.source import Origin, Series
from reporter.model.study import Region
from reporter.model.unit import Unit

PERCENT = Unit("%", {}, 0.01, {"en": "%"})
ONE = Unit("1", {}, 1, {"en": ""})
TRILLION = Unit("trn CNY", {"CNY": 1}, 1e12, {"en": "trn CNY"})
BILLION = Unit("bn CNY", {"CNY": 1}, 1e9, {"en": "bn CNY"})
UNITS = {"land": PERCENT, "patents": PERCENT, "rank": ONE, "output": TRILLION}
SERIES = {id: Series(id, "d", {"en": id}, unit) for id, unit in UNITS.items()}
ROWS = (
    ("land", "A", "2023", "1.7"),
    ("patents", "A", "2023", "47.6"),
    ("patents", "B", "2023", "10"),
    ("rank", "A", "2022", "29"),
    ("rank", "A", "2023", "27"),
    ("output", "A", "2023", "11.5"),
    ("land", "C", "2023", "0"),
    ("patents", "C", "2023", "5"),
)


def column(id: str, value: str, unit: Unit = ONE, period: str = "2023") -> Column:
    return Column(id, {"en": id}, parse(value), unit, period, own=value not in SERIES)


def shown(*columns: Column, regions: str = "AB") -> Exhibited:
    rows = tuple(
        Row(series, region, period, Origin(Where("data.csv", n), "paper", "", printed))
        for n, (series, region, period, printed) in enumerate(ROWS, 2)
    )
    named = tuple(Region(r, {"en": r}) for r in regions)
    table = Exhibit("e", {"en": "e"}, "paper", "1", named, columns)
    [one] = exhibit([table], {"d": rows}, SERIES)
    return one


def test_a_printed_figure_stays_as_printed() -> None:
    assert shown(column("share", "patents", PERCENT)).cells["A", "share"].value == 47.6


def test_a_concentration_multiple_follows_from_two_shares() -> None:
    cell = shown(column("multiple", "patents / land")).cells["A", "multiple"]
    assert cell.value == pytest.approx(28.0)  # 47.6 / 1.7
    assert [o.where.line for o in cell.origins] == [3, 2]


def test_units_are_followed() -> None:
    assert shown(column("gdp", "output", BILLION)).cells["A", "gdp"].value == pytest.approx(11_500)


def test_a_column_reads_those_before_it_at_their_own_period() -> None:
    one = shown(column("was", "rank", period="2022"), column("now", "rank"), column("moved", "was - now"))
    assert one.cells["A", "moved"].value == pytest.approx(29 - 27)
    assert [o.where.line for o in one.cells["A", "moved"].origins] == [5, 6]


def test_a_missing_figure_is_none_and_so_is_what_needs_it() -> None:
    one = shown(column("area", "land", PERCENT), column("multiple", "patents / area"))
    assert not one.cells["B", "area"].there
    assert not one.cells["B", "multiple"].there
    assert one.cells["B", "multiple"].origins == ()


def test_a_denominator_of_nought_is_told_with_the_figures_line() -> None:
    with pytest.raises(Faults, match=r"'land' is 0 in C 2023 and divides 'multiple'"):
        shown(column("multiple", "patents / land"), regions="C")
