"""Files that are no YAML, or odd YAML: a fault with its line, never a traceback."""

import pytest

from tests.conftest import SERIES, STUDY, Land

FILES = [STUDY, SERIES, "data/units.yaml", "data/regions.yaml", "data/measures.yaml"]


def test_a_bracket_left_open_is_told_where_it_is_missed(land: Land) -> None:
    line = land.spoil(STUDY, "sources: [land-yearbook]", "sources: [land-yearbook")
    assert land.faults() == [
        f"{STUDY}:{line + 1}: not YAML: expected ',' or ']', but got ':'; "
        "mend the indentation or the quotes here"
    ]


def test_a_tab_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "  kinds: [full]", "\tkinds: [full]")
    [fault] = land.faults()
    assert fault.startswith(f"{STUDY}:{line}: not YAML: found character '\\t' that cannot start any token; ")


def test_a_key_that_stands_twice_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "  kinds: [full]", "  kinds: [full]\n  kinds: [brief]")
    assert land.faults() == [f"{STUDY}:{line + 1}: the key 'kinds' stands twice; keep one of the two"]


def test_a_control_character_is_told(land: Land) -> None:
    land.spoil(STUDY, "kinds: [full]", "kinds: [fu\x07ll]")
    assert land.faults() == [
        f"{STUDY}: not YAML: unacceptable character #x0007: special characters are not allowed; take it out"
    ]


def test_a_day_that_no_calendar_has_is_told_with_its_line(land: Land) -> None:
    line = land.spoil(STUDY, "2022: 2023-12-01", "2022: 2023-13-01")
    assert land.faults() == [
        f"{STUDY}:{line}: a value cannot be read: month must be in 1..12; mend the date or number"
    ]


@pytest.mark.parametrize("file", FILES)
def test_a_list_in_place_of_keys_is_told(land: Land, file: str) -> None:
    land.write(file, "- a\n- b\n")
    assert land.faults() == [f"{file}:1: the file is not a group of keys; write 'key: value' lines"]


@pytest.mark.parametrize("file", FILES)
def test_another_encoding_is_told(land: Land, file: str) -> None:
    land.write(file, "title: 京津冀".encode("gbk"))
    assert land.faults() == [f"{file}: the file is not UTF-8; save it as UTF-8"]


@pytest.mark.parametrize("file", FILES)
def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(land: Land, file: str) -> None:
    land.write(file, "\ufeff" + land.text(file).replace("\n", "\r\n"))
    assert land.faults() == []


def test_an_empty_study_lacks_every_key_it_needs(land: Land) -> None:
    land.write(STUDY, "")
    needed = ("editions", "framework", "indices", "publisher", "regions", "sources", "subject", "title")
    assert land.faults() == [f"{STUDY}:1: the file lacks '{key}'; add '{key}:'" for key in needed]


@pytest.mark.parametrize(
    "rule", ["5: {ratio: 0.5}", "~: {ratio: 0.5}", "[a, b]: {ratio: 0.5}", "2022-01-01: {ratio: 0.5}"]
)
def test_a_key_that_is_no_text_is_an_unknown_rule(land: Land, rule: str) -> None:
    land.spoil(STUDY, "imbalance: {ratio: 0.5}", rule)
    [fault] = land.faults()
    assert "no rule is called" in fault


def test_a_merged_key_is_read(land: Land) -> None:
    land.spoil(STUDY, "  gap: {ratio: 0.75}\n", "  gap: &same {ratio: 0.75}\n")
    land.spoil(STUDY, "imbalance: {ratio: 0.5}", "imbalance: {<<: *same}")
    assert land.faults() == []


@pytest.mark.parametrize(
    "value", ["!odd [full]", "[!odd full]", "{a: b}", "~", "2022-01-01", "[[full]]", "[2]", "'full'", '"全"']
)
@pytest.mark.parametrize(
    "key",
    [
        "  kinds: [full]",
        "regions: [Northmark, Eastvale, Southport, Westmoor]",
        "  decline: {below: -0.05, periods: 3}",
        "    periods: 2018–2022",
        "        value: waste / gdp",
        "title: {en: A made-up land, zh: 虚构之地}\n",
    ],
)
def test_odd_values_raise_nothing_but_faults(land: Land, key: str, value: str) -> None:
    line = land.spoil(STUDY, key, f"{key.split(':')[0]}: {value}\n")
    assert all(fault.startswith((f"{STUDY}:", "data/")) for fault in land.faults()), line


def test_a_unit_is_made_of_quantities(land: Land) -> None:
    line = land.spoil("data/units.yaml", "of: tonne / crown,", "of: tonne / / crown,")
    assert land.faults() == [
        f"data/units.yaml:{line}: tonne per m crown: 'of' is the text 'tonne / / crown'; "
        "it should be quantities joined by * and at most one /, such as item / person, or 1"
    ]


def test_a_unit_is_shown_only_as_one_that_counts_the_same(land: Land) -> None:
    line = land.spoil("data/units.yaml", "shown: {zh: 10k person}", "shown: {zh: tonne}")
    assert land.faults() == [
        f"data/units.yaml:{line}: unit 'k person' cannot be shown as 'tonne', which counts something else; "
        "name a unit with the same 'of:'"
    ]


def test_a_break_names_regions_that_exist(land: Land) -> None:
    land.spoil(SERIES, "regions: [Southport], from", "regions: [Southprt], from")
    line = land.line(SERIES, "  students_per_10k:")
    assert land.faults() == [
        f"{SERIES}:{line}: series 'students_per_10k': no region is called 'Southprt'; "
        "did you mean 'Southport'?"
    ]


def test_a_measure_with_an_unknown_key_is_told(land: Land) -> None:
    line = land.spoil("data/measures.yaml", "instrument: regulation", "instument: regulation")
    assert (
        f"data/measures.yaml:{line}: unknown key 'instument' in never-used; did you mean 'instrument'?"
        in land.faults()
    )
