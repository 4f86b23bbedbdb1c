"""Numbers that a text quotes, held against those that may stand in it."""

import pytest

from reporter.methods.quoted import numbers, strangers

KNOWN = ["fell from 48.2 in 2021 to 40.7, −15.6%", "over 1,234 firms"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 48.2 to 40.7", []),
        ("by 15.6%", []),
        ("by 16%", []),  # rounded further
        ("by 15.6", [("15.6", "40.7")]),  # not a percentage here
        ("by 14.2%", [("14.2%", "15.6%")]),
        ("to 40.72", [("40.72", "40.7")]),  # more exact than what is known
        ("1234 firms, 1,234 in all", []),
        ("R2D2 and I2 are names", []),
        ("2021年降至40.7，降幅15.6%", []),
        ("指数由2021年的48.2降至45.1，降幅77.7％", [("45.1", "48.2"), ("77.7%", "15.6%")]),
        ("nothing", []),
    ],
)
def test_a_number_is_known_where_a_known_text_has_it(text: str, found: list[tuple[str, str]]) -> None:
    assert strangers(text, KNOWN) == found


def test_signs_are_left_aside_and_thousands_read() -> None:
    assert [(q.value, q.decimals, q.percent) for q in numbers("−1,234.50, +7%")] == [
        (1234.5, 2, False),
        (7.0, 0, True),
    ]


def test_a_number_of_a_kind_that_is_nowhere_has_no_nearest() -> None:
    assert strangers("by 3%", ["from 1 to 2"]) == [("3%", "")]
