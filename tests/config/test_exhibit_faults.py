"""What is wrong in exhibits.yaml is told with its line."""

import pytest

from reporter import pipeline
from reporter.errors import Faults
from tests.conftest import Land

EXHIBITS = "data/studies/land/exhibits.yaml"
EXHIBIT = """\
patents:
  title: {en: Patents}
  source: oecd
  section: "1"
  regions: [Northmark]
  period: 2022
  columns:
    granted: {title: {en: Granted}, value: patents, unit: item, decimals: 0}
    each: {title: {en: Each}, value: granted / population, unit: item per 10k person}
"""


def told(land: Land, text: str) -> list[str]:
    land.write(EXHIBITS, text)
    try:
        pipeline.read(land.workspace, "land")
    except Faults as faults:
        return str(faults).splitlines()
    return []


def test_an_exhibit_is_read(land: Land) -> None:
    land.write(EXHIBITS, EXHIBIT)
    [one] = pipeline.read(land.workspace, "land").exhibits
    assert [(c.id, c.own, c.period) for c in one.columns] == [
        ("granted", False, "2022"),
        ("each", True, "2022"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("oecd", "oced", 3, "exhibit 'patents': no reference is called 'oced'; did you mean 'oecd'?"),
        (
            "[Northmark]",
            "[Northmrk]",
            5,
            "exhibit 'patents': no region is called 'Northmrk'; did you mean 'Northmark'?",
        ),
        (
            "[Northmark]",
            "[Northmark, Northmark]",
            5,
            "exhibit 'patents': 'Northmark' stands twice; leave one out",
        ),
        (
            "value: patents,",
            "value: patent,",
            8,
            "exhibit 'patents', column 'granted': no series or column before it is called 'patent'; "
            "did you mean 'patents'?",
        ),
        (
            "value: granted / population",
            "value: grantd / population",
            9,
            "exhibit 'patents', column 'each': no series or column before it is called 'grantd'; "
            "did you mean 'granted'?",
        ),
        (
            "unit: item,",
            "unit: itm,",
            8,
            "exhibit 'patents', column 'granted': no unit is called 'itm'; did you mean 'item'?",
        ),
        (
            "unit: item,",
            "unit: k person,",
            8,
            "exhibit 'patents', column 'granted': 'patents' cannot be told in 'k person'; one of: item",
        ),
        (
            "    granted:",
            "    patents:",
            8,
            "exhibit 'patents', column 'patents': a series has that name; give it another name",
        ),
        (
            "value: patents,",
            "value: patents ** 2,",
            8,
            "exhibit 'patents', column 'granted': 'patents ** 2' is not a series name, a number or one of "
            "+ - * /; write it with series names, numbers, + - * / and brackets",
        ),
        (
            "value: patents,",
            "value: patents + population,",
            8,
            "exhibit 'patents', column 'granted': 'patents' and 'population' have different units and "
            "cannot be added; set series of one unit against each other",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(land: Land, old: str, new: str, line: int, what: str) -> None:
    assert told(land, EXHIBIT.replace(old, new))[0] == f"{EXHIBITS}:{line}: {what}"


def test_a_table_too_wide_for_the_page_is_told(land: Land) -> None:
    more = "".join(f"    c{n}: {{title: {{en: Granted}}, value: patents, unit: item}}\n" for n in range(6))
    assert told(land, EXHIBIT + more) == [
        f"{EXHIBITS}:1: exhibit 'patents': 8 columns are too wide for a page; "
        "at most 7 stand across: divide it, or set 'across:' otherwise"
    ]
    assert told(land, EXHIBIT + more + "  across: list\n") == []
