"""A workspace's brand changes what it names; what cannot be read, or is misspelt, is told with its line."""

import pytest

from reporter.config.brand import read_brand
from reporter.errors import Faults
from reporter.model.brand import Brand
from tests.conftest import Land

BRAND = "templates/brand.yaml"


def brand(land: Land, text: str) -> Brand:
    (land.root / "templates").mkdir(exist_ok=True)
    land.write(BRAND, text)
    return read_brand(land.workspace)


def told(land: Land, text: str) -> list[str]:
    with pytest.raises(Faults) as faults:
        brand(land, text)
    return str(faults.value).splitlines()


def test_a_key_changes_one_colour_and_leaves_the_rest(land: Land) -> None:
    made = brand(land, 'colours:\n  regions: {2: {text: "#005F56"}}\n')
    assert made.colours["region-2"] == "#005F56"
    assert made.colours["region-2-fill"] == "#2FA39A"
    assert made.colours["ink"] == "#15202B"


def test_a_dark_page_has_colours_of_its_own(land: Land) -> None:
    made = brand(land, 'colours: {accent: "#005A9C", dark: {accent: "#8FC7F0", regions: {1: "#8fc7f0"}}}\n')
    assert (made.colours["accent"], made.dark["accent"]) == ("#005A9C", "#8FC7F0")
    assert made.dark["region-1"] == made.dark["region-1-fill"] == "#8FC7F0"


def test_they_are_held_to_the_dark_ground(land: Land) -> None:
    (said,) = told(land, '\ncolours: {dark: {accent: "#5D676F"}}\n')  # 3.13 on #10171D
    assert said == (
        f"{BRAND}:2: 'dark.accent' #5D676F on 'dark.paper' #10171D has a contrast of 3.13 : 1, "
        "less than 4.5 : 1; take a lighter one, or another ground"
    )


def test_the_base_brand_has_no_remark(land: Land) -> None:
    assert read_brand(land.workspace).remarks == ()


def test_the_sides_are_what_the_columns_leave(land: Land) -> None:
    assert brand(land, "page: {width: 216, height: 279}\n").sheet.side == 21  # (216 − 174) / 2


def test_a_misspelt_key_is_told_with_its_line(land: Land) -> None:
    said = told(land, 'colours:\n  acent: "#005A9C"\n  regions: {1: {fil: "#005A9C"}}\n')
    assert said == [
        f"{BRAND}:2: unknown key 'acent' in colours; did you mean 'accent'?",
        f"{BRAND}:3: unknown key 'fil' in colours.regions.1; did you mean 'fill'?",
    ]


def test_a_colour_by_name_is_refused(land: Land) -> None:
    (said,) = told(land, "colours: {ink: black}\n")
    assert said == (
        f"{BRAND}:1: colours: 'ink' is the text 'black'; it should be a colour such as \"#0F4C81\", in quotes"
    )


def test_faint_text_is_told_with_its_ratio(land: Land) -> None:
    (said,) = told(land, '\ncolours: {accent: "#777777"}\n')  # 4.48 on white
    assert said == (
        f"{BRAND}:2: 'accent' #777777 on 'paper' #FFFFFF has a contrast of 4.48 : 1, less than 4.5 : 1; "
        "take a darker one, or another ground"
    )


def test_a_faint_area_is_told(land: Land) -> None:
    (said,) = told(land, 'colours: {regions: {2: {fill: "#BBBBBB"}}}\n')  # 1.9 on white
    assert "'regions.2.fill' #BBBBBB on 'paper' #FFFFFF has a contrast of 1.92 : 1, less than 3 : 1" in said


def test_a_ground_that_swallows_its_text_is_told_where_the_ground_stands(land: Land) -> None:
    said = told(land, 'colours:\n  field: "#E0E0E0"\n')
    assert all(line.startswith(f"{BRAND}:2: ") for line in said)
    assert any("'paper' #FFFFFF on 'field' #E0E0E0" in line for line in said)


def test_hues_that_print_as_one_grey_are_remarked(land: Land) -> None:
    (said,) = brand(land, 'colours: {regions: {3: {fill: "#00529B"}}}\n').remarks  # L* 34, the first's is 31
    assert "'regions.1.fill' and 'regions.3.fill' are 3 steps of lightness apart" in str(said)


def test_a_scale_that_does_not_darken_is_told(land: Land) -> None:
    (said,) = told(land, 'colours: {heat: ["#FFFFFF", "#777777", "#777777"]}\n')
    assert said.startswith(f"{BRAND}:1: the lightness of 'heat' runs 100, 50, 50")


def test_a_face_that_is_not_there_is_told(land: Land) -> None:
    (said,) = told(land, "faces:\n  sans: Noto Sans CJK Sc\n")
    assert (
        said == f"{BRAND}:2: the face 'Noto Sans CJK Sc' is not installed; did you mean 'Noto Sans CJK SC'?"
    )


def test_a_logo_that_is_not_there_is_told(land: Land) -> None:
    (land.root / "templates" / "pictures").mkdir(parents=True)
    land.write("templates/pictures/logo.svg", "<svg/>")
    (said,) = told(land, "logo: {file: pictures/lgoo.svg, alt: Sign of the house}\n")
    what, mend = said.split("; ")
    assert what == f"{BRAND}:1: there is no picture 'pictures/lgoo.svg' below templates"
    assert mend == "did you mean 'pictures/logo.svg'?"


def test_a_logo_says_what_it_shows(land: Land) -> None:
    assert told(land, "logo: {file: logo.svg}\n") == [f"{BRAND}:1: logo lacks 'alt'; add 'alt:'"]


def test_a_page_too_small_for_the_columns_is_told(land: Land) -> None:
    said = told(land, "page: {width: 176, height: 220}\n")
    assert [line.split("; ")[1] for line in said] == [
        "take 184 or more",
        "take a taller sheet, or smaller margins",
    ]


def test_each_language_may_have_a_face_of_its_own(land: Land) -> None:
    made = brand(land, "faces: {sans: {en: Noto Serif CJK SC, zh: Noto Sans CJK SC}}\n")
    assert made.face("sans", "en").family == "Noto Serif CJK SC"
    assert made.face("sans", "zh").family == "Noto Sans CJK SC"
    assert made.face("sans", "fr").family == "Noto Serif CJK SC"  # as English
    assert made.face("serif", "zh").family == "Noto Serif CJK SC"  # one for all


def test_a_colour_without_quotes_is_told(land: Land) -> None:
    (said,) = told(land, "colours:\n  accent: #005A9C\n")  # to YAML a comment
    assert said.startswith(f"{BRAND}:2: 'accent' has no value; write one, a colour in quotes")
