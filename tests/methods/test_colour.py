"""Contrast and lightness as the standards define them."""

import pytest

from reporter.methods.colour import between, contrast, lightness


def test_black_on_white_has_the_contrast_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)  # WCAG 2.2: (1 + 0.05) / (0 + 0.05)


def test_the_first_grey_that_reads_on_white_is_that_of_the_standard() -> None:
    # 0x76 = 118: ((118 / 255 + 0.055) / 1.055) ** 2.4 = 0.1812; 1.05 / 0.2312 = 4.54
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#FFFFFF") < 4.5


def test_lightness_runs_from_black_to_white() -> None:
    assert lightness("#000000") == 0
    assert lightness("#FFFFFF") == pytest.approx(100)


def test_middle_grey_is_half_as_light() -> None:
    # 0x77 = 119: luminance 0.1845, so 116 * 0.1845 ** (1 / 3) - 16 = 50.0
    assert lightness("#777777") == pytest.approx(50.0, abs=0.1)


def test_half_way_between_black_and_white_is_grey() -> None:
    assert between(["#000000", "#FFFFFF"], 0.5) == "#808080"
    assert between(["#000000", "#0000FF", "#FFFFFF"], 0.5) == "#0000ff"
    assert between(["#000000", "#FFFFFF"], 2.0) == "#ffffff"
