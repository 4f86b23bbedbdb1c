"""Faults of a study file: each told with its line, what is wrong and how to mend it."""

import pytest

from tests.conftest import SERIES, STUDY, Land


def test_the_land_as_it_stands_has_no_faults(land: Land) -> None:
    assert land.faults("2021") == []
    assert land.faults("2022") == []


def test_an_unknown_key_is_told_with_the_nearest_known_one(land: Land) -> None:
    line = land.spoil(STUDY, "direction: down", "directoin: down")
    where = "framework.environment.indicators.waste_per_output"
    assert land.faults() == [f"{STUDY}:{line}: unknown key 'directoin' in {where}; did you mean 'direction'?"]


def test_a_value_of_the_wrong_type_is_told_with_the_right_one(land: Land) -> None:
    line = land.spoil(STUDY, "regions: [Northmark, Eastvale, Southport, Westmoor]", "regions: Northmark")
    assert land.faults() == [
        f"{STUDY}:{line}: the file: 'regions' is the text 'Northmark'; it should be a list, [a, b]"
    ]


def test_a_value_of_two_possible_kinds_is_one_fault(land: Land) -> None:
    line = land.spoil(STUDY, "value: 4.5", "value: much")
    assert land.faults() == [
        f"{STUDY}:{line}: published entry 1: 'value' is the text 'much'; it should be a number or down, up"
    ]


def test_a_missing_key_is_told_at_the_part_that_lacks_it(land: Land) -> None:
    land.spoil(STUDY, "        unit: tonne per m crown\n", "")
    line = land.line(STUDY, "      waste_per_output:")
    where = "framework.environment.indicators.waste_per_output"
    assert land.faults() == [f"{STUDY}:{line}: {where} lacks 'unit'; add 'unit:'"]


def test_an_unknown_region_is_told(land: Land) -> None:
    line = land.spoil(
        STUDY, "[Northmark, Eastvale, Southport, Westmoor]", "[Northmark, Eastvale, Southport, Westmor]"
    )
    assert land.faults() == [f"{STUDY}:{line}: no region is called 'Westmor'; did you mean 'Westmoor'?"]


def test_an_unknown_unit_of_an_indicator_is_told_once(land: Land) -> None:
    line = land.spoil(STUDY, "unit: tonne per m crown", "unit: tonne per m crwn")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'waste_per_output': no unit is called 'tonne per m crwn'; "
        "did you mean 'tonne per m crown'?"
    ]


def test_a_unit_that_counts_something_else_is_told_with_those_that_fit(land: Land) -> None:
    line = land.spoil(STUDY, "unit: tonne per m crown", "unit: tonne")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'waste_per_output': 'waste / gdp' cannot be told in 'tonne'; "
        "one of: tonne per m crown"
    ]


def test_unlike_things_cannot_be_added(land: Land) -> None:
    line = land.spoil(STUDY, "value: waste / gdp", "value: waste + gdp")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'waste_per_output': 'waste' and 'gdp' have different units and "
        "cannot be added; "
        "set series of one unit against each other"
    ]


def test_a_series_without_a_unit_is_told_in_its_description(land: Land) -> None:
    line = land.spoil(SERIES, "  waste: {unit: tonne, title", "  waste: {title")
    assert land.faults() == [f"{SERIES}:{line}: series.waste lacks 'unit'; add 'unit:'"]


def test_an_unknown_unit_of_a_series_is_told(land: Land) -> None:
    line = land.spoil(SERIES, "  waste: {unit: tonne,", "  waste: {unit: tone,")
    assert land.faults() == [
        f"{SERIES}:{line}: series 'waste': no unit is called 'tone'; did you mean 'tonne'?"
    ]


def test_an_unknown_series_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "value: waste / gdp", "value: wast / gdp")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'waste_per_output': no series is called 'wast'; did you mean 'waste'?"
    ]


def test_an_expression_is_never_run(land: Land) -> None:
    line = land.spoil(STUDY, "value: waste / gdp", "value: exit(gdp)")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'waste_per_output': 'exit(gdp)' is not a series name, a number "
        "or one of + - * /; "
        "write it with series names, numbers, + - * / and brackets"
    ]


def test_a_misspelt_option_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "    ideals: pooled\n", "    ideal: pooled\n")
    assert land.faults() == [f"{STUDY}:{line}: index 'I' has no option 'ideal'; did you mean 'ideals'?"]


def test_a_misspelt_choice_of_an_option_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "    ideals: pooled\n", "    ideals: poold\n")
    assert land.faults() == [f"{STUDY}:{line}: index 'I': 'ideals' cannot be 'poold'; did you mean 'pooled'?"]


def test_a_misspelt_option_of_a_reading_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "形式}, options: {form: classic}", "形式}, options: {from: classic}")
    assert land.faults() == [f"{STUDY}:{line}: reading 'classic' has no option 'from'; did you mean 'form'?"]


def test_a_misspelt_method_is_told(land: Land) -> None:
    land.spoil(STUDY, "method: ideal-solution\n    periods: 2019", "method: ideal-soluton\n    periods: 2019")
    line = land.line(STUDY, "ideal-soluton")
    assert land.faults() == [
        f"{STUDY}:{line}: index 'I': no method is called 'ideal-soluton'; did you mean 'ideal-solution'?"
    ]


def test_a_misspelt_rule_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "  decline: {", "  declin: {")
    assert land.faults() == [f"{STUDY}:{line}: no rule is called 'declin'; did you mean 'decline'?"]


@pytest.mark.parametrize("value", ["five", "yes", ".nan", "[1]"])
def test_a_threshold_that_is_no_number_is_told(land: Land, value: str) -> None:
    line = land.spoil(STUDY, "decline: {below: -0.05", f"decline: {{below: {value}")
    [fault] = land.faults()
    assert fault.startswith(f"{STUDY}:{line}: problem 'decline': 'below' cannot be ")
    assert fault.endswith("; it should be a number")


def test_a_worst_state_of_zero_is_refused_after_min_max(land: Land) -> None:
    land.spoil(
        STUDY,
        "    standardise: min-max\n    negative_ideal: min",
        "    standardise: min-max\n    negative_ideal: zero",
    )
    line = land.line(STUDY, "    standardise: min-max") + 1
    assert land.faults() == [
        f"{STUDY}:{line}: index 'I_long': a worst state of zero has no meaning after min-max; "
        "use negative_ideal: min, or standardise: ratio-to-max"
    ]


def test_an_unknown_indicator_of_an_index_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "indicators: [rd_personnel_share,", "indicators: [rd_personel_share,")
    assert land.faults() == [
        f"{STUDY}:{line}: index 'I_long': no indicator is called 'rd_personel_share'; "
        "did you mean 'rd_personnel_share'?"
    ]


def test_an_index_or_region_that_a_published_number_names_must_exist(land: Land) -> None:
    line = land.spoil(STUDY, "region: Northmark,", "region: Nordmark, index: J,")
    assert land.faults() == [
        f"{STUDY}:{line}: no index is called 'J'; one of: I, I_long",
        f"{STUDY}:{line}: no region or group is called 'Nordmark'; did you mean 'Northmark'?",
    ]


def test_an_unknown_source_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "sources: [land-yearbook]", "sources: [land-yearbok]")
    assert land.faults() == [
        f"{STUDY}:{line}: there is no source called 'land-yearbok'; did you mean 'land-yearbook'?"
    ]


def test_a_gap_of_an_unknown_series_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "{series: tech_turnover, periods", "{series: tech_turnovr, periods")
    assert land.faults() == [
        f"{STUDY}:{line}: no series is called 'tech_turnovr'; did you mean 'tech_turnover'?"
    ]


def test_a_period_is_no_decimal_number(land: Land) -> None:
    line = land.spoil(STUDY, "years: [2021, 2022]", "years: [2021, 2022.0]")
    assert land.faults() == [
        f"{STUDY}:{line}: editions.years: entry 2 is the number '2022.0'; "
        "it should be a period such as 2022, 2022-H1, 2022-Q3 or 2022-09"
    ]


@pytest.mark.parametrize("window", ["2022–2018", "2018–2022-Q1"])
def test_a_window_runs_forward_in_periods_of_one_kind(land: Land, window: str) -> None:
    line = land.spoil(STUDY, "periods: 2018–2022", f"periods: {window}")
    assert land.faults() == [
        f"{STUDY}:{line}: indices.I_long: 'periods' is the text '{window}'; "
        "it should run from an earlier to a later period of one kind"
    ]


def test_an_edition_outside_the_first_index_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "years: [2021, 2022]", "years: [2018, 2022]")
    assert land.faults() == [
        f"{STUDY}:{line}: edition 2018 has no publication date; add it to editions: published:",
        f"{STUDY}:{line}: edition 2018 lies outside the periods of the first index, 2019–2022; "
        "take it out, or lengthen the periods",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "regions: [Northmark, Eastvale,",
            "regions: [Northmark, Eastvale, Northmark,",
            "'Northmark' stands twice in 'regions'; keep one of the two",
        ),
        (
            "languages: [en, zh]",
            "languages: [en, en]",
            "'en' stands twice in 'languages'; keep one of the two",
        ),
        ("kinds: [full]", "kinds: [full, full]", "'full' stands twice in 'kinds'; keep one of the two"),
        ("years: [2021, 2022]", "years: [2021, 2021]", "'2021' stands twice in 'years'; keep one of the two"),
        (
            "languages: [en, zh]",
            "languages: []",
            "editions: 'languages' is empty; it should be one name or more",
        ),
        (
            "members: all",
            "members: []",
            "groups.Land: 'members' is empty; it should be all or one name or more",
        ),
        (
            "  Land: {title",
            "  Northmark: {title",
            "group 'Northmark' has the name of a region; give it another name",
        ),
        (
            "  population: {title: {en: Population",
            "  tech_turnover: {title: {en: Population",
            "'tech_turnover' stands in the framework and in the context; give one another name",
        ),
        (
            "sources: [land-yearbook]",
            "sources: []",
            "the file: 'sources' is empty; it should be one name or more",
        ),
        (
            "      students_per_10k:\n",
            "      tech_turnover:\n",
            "indicator 'tech_turnover' stands in two dimensions; give it another name",
        ),
    ],
)
def test_what_would_be_counted_twice_or_not_at_all_is_told(land: Land, old: str, new: str, told: str) -> None:
    line = land.spoil(STUDY, old, new)
    assert f"{STUDY}:{line}: {told}" in land.faults()


def test_several_faults_of_a_file_are_told_at_once_in_their_order(land: Land) -> None:
    region = land.spoil(STUDY, "[Northmark, Eastvale, Southport", "[Northmark, Eastvail, Southport")
    unit = land.spoil(STUDY, "unit: tonne per m crown", "unit: tonne per m crwn")
    series = land.spoil(STUDY, "value: rd_personnel / employment", "value: rd_personel / employment")
    lines = [fault.split(":")[1] for fault in land.faults()]
    assert lines[:3] == [str(region), str(series), str(unit)]


def test_faults_of_shape_are_told_at_once_too(land: Land) -> None:
    title = land.spoil(STUDY, "publisher: {en", "publishr: {en")
    kinds = land.spoil(STUDY, "kinds: [full]", "kinds: full")
    assert [fault.split(": ", 1)[0] for fault in land.faults()] == [f"{STUDY}:{n}" for n in (1, title, kinds)]


def test_an_erratum_of_an_edition_that_is_none_is_told(land: Land) -> None:
    line = land.spoil(
        STUDY, "  kinds: [full]\n", "  kinds: [full]\n  errata: {2020: [{on: 2024-01-05, text: Figure 3}]}\n"
    )
    told = "errata: no edition is called '2020'; did you mean '2022'?"
    assert land.faults() == [f"{STUDY}:{line + 1}: {told}"]
