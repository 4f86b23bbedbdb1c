"""Typography: where lines may break, and how data are written."""

from base64 import b64decode

from reporter.model.document import Figure
from reporter.model.screen import HotSpot
from reporter.model.theme import Theme
from reporter.render.filters import csv, last, percent, plain, spots, tie
from reporter.render.glyphs import missing


def test_a_chinese_heading_breaks_only_between_clauses() -> None:
    assert (
        tie("北京领先，河北最快") == '<span class="keep">北京领先，</span><span class="keep">河北最快</span>'
    )


def test_a_clause_longer_than_its_line_may_break_before_its_last_four_signs() -> None:
    assert tie("一二三四五六七八", 6) == "一二三四五\u2060六\u2060七\u2060八"


def test_a_heading_is_escaped() -> None:
    assert tie("R&D <at once>") == "R&amp;D &lt;at\u00a0once&gt;"


def test_a_short_last_word_stays_with_the_one_before_it() -> None:
    assert last("one gap to go") == "one gap to\u00a0go"


def test_a_share_beyond_its_track_is_drawn_at_the_edge() -> None:
    assert [percent(x) for x in (0.5, 1.2, -0.1)] == ["50.00%", "100.00%", "0.00%"]


def test_data_on_screen_have_a_real_minus_and_a_dash_for_nothing() -> None:
    assert [plain(x) for x in ("East", 66.0625, -2.5, float("nan"))] == ["East", "66.0625", "−2.5", "—"]


def test_the_csv_of_a_figure_holds_its_rows() -> None:
    figure = Figure("f", "", "", "", b"", 1, 1, ("年份", "东"), (("2022", 66.0625), ("2023", float("nan"))))
    assert b64decode(csv(figure).split(",")[1]).decode("utf-8-sig") == "年份,东\r\n2022,66.0625\r\n2023,\r\n"


def test_only_signs_that_no_face_has_are_missing(theme: Theme) -> None:
    faces = [theme.brand.face("sans", "zh"), theme.brand.face("serif", "zh")]
    assert missing("R&D 创新 ○†≈\u2060\U0001f9ed", faces) == ("\U0001f9ed",)


def test_marks_name_each_region_and_period_once_and_fit_an_attribute() -> None:
    marks = [HotSpot(0.1, 0.2, 0.05, 0.0004, "O'Hara", v, at) for v, at in (("1.0", "2021"), ("2.0", "2022"))]
    told = '[["O\\u0027Hara"],["2021","2022"],[[100,200,50,0,0,0,"1.0"],[100,200,50,0,0,1,"2.0"]]]'
    assert spots(marks) == told


def test_a_range_of_figures_stays_on_one_line() -> None:
    assert last("指数（0～100）为分值") == "指数（0\u2060～\u2060100）\u2060为\u2060分\u2060值"
    assert last("2016—2022 on") == "2016\u2060—\u20602022\u00a0on"


def test_a_date_stays_on_one_line_and_can_be_copied() -> None:
    assert last("Published 2022-12-01 & later on") == (
        'Published <span class="keep">2022-12-01</span> &amp; later\u00a0on'
    )
    assert (
        last("2022-12-01发布，可免费获取")
        == '<span class="keep">2022-12-01</span>发布，可免\u2060费\u2060获\u2060取'
    )
    assert last("Number 12022-12-011 & others") == "Number 12022-12-011 &\u00a0others"


def test_an_english_text_that_ends_in_a_quotation_is_not_held_as_chinese_is() -> None:
    assert last("It hangs most on “Form”") == "It hangs most on\u00a0“Form”"
    assert last("取决于“方法”") == "取决于“\u2060方\u2060法\u2060”"
