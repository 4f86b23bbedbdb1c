"""A file parted by semicolons is told as such, once."""

from tests.conftest import TABLE, Land


def test_semicolons_are_told_in_one_line(land: Land) -> None:
    land.write(TABLE, land.text(TABLE).replace(",", ";"))
    told = "the columns are parted by ';'; save the file as comma-separated CSV"
    assert land.faults() == [f"{TABLE}:1: {told}"]
