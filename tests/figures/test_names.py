"""Long names beside bars: folded, so that the bars keep their room."""

from reporter.figures.drawing.bars import names
from reporter.figures.drawing.sheet import HEAD, sheet, wide

LONG = "Sichuan and Chongqing, mean of the two whole provinces"


def test_a_long_name_keeps_to_its_share_of_the_sheet() -> None:
    paper = sheet(100, 40)
    end = names(paper, ["Jiangsu", LONG], [80, 40], [HEAD, HEAD], 0.36)
    assert end <= 0.36 * paper.room.width < wide([LONG], HEAD)


def test_a_name_stays_in_one_line_where_its_row_is_low() -> None:
    paper = sheet(100, 40)
    assert names(paper, ["Jiangsu", LONG], [80, 72], [HEAD, HEAD], 0.36) == wide([LONG], HEAD)


def test_the_lines_of_a_folded_name_lie_about_the_middle_of_its_row() -> None:
    paper = sheet(100, 40)
    names(paper, [LONG], [50], [HEAD], 0.36)
    middles = [(box.bottom + box.top) / 2 for box in paper.taken]
    assert len(middles) > 1
    assert abs(sum(middles) / len(middles) - 50) < 1
