"""Faults of a study's audit: each told with its line, what is wrong and how to mend it."""

from tests.conftest import STUDY, Land

CLASSIC = "classic: {title: {en: classic, zh: 经典}, options: {form: classic}}"


def test_a_share_of_one_or_more_is_no_perturbation(land: Land) -> None:
    line = land.spoil(STUDY, "  weights: 0.25\n", "  weights: 1.5\n")
    what = "audit: 'weights' is the number '1.5'; it should be less than 1"
    assert land.faults() == [f"{STUDY}:{line}: {what}"]


def test_one_alternative_is_no_choice(land: Land) -> None:
    land.spoil(STUDY, f"        {CLASSIC}\n", "")
    land.spoil(STUDY, "options: {method: weighted-mean, standardise: ratio-to-max}}", "options: {}}")
    text = land.text(STUDY)
    at = text.index("        mean: {title")
    land.write(STUDY, text[:at] + text[text.index("\n", at) + 1 :])
    line = land.line(STUDY, "      alternatives:")
    what = "audit.choices.form: 'alternatives' is a group of keys; it should be two names or more"
    assert land.faults() == [f"{STUDY}:{line}: {what}"]


def test_an_unknown_option_of_an_alternative_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "经典}, options: {form: classic}", "经典}, " + "options: {from: classic}")
    who = "alternative 'classic' of the audit's 'form'"
    assert land.faults() == [f"{STUDY}:{line}: {who} has no option 'from'; did you mean 'form'?"]


def test_an_unknown_value_of_an_option_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "经典}, options: {form: classic}", "经典}, " + "options: {form: clasic}")
    who = "alternative 'classic' of the audit's 'form'"
    assert land.faults() == [f"{STUDY}:{line}: {who}: 'form' cannot be 'clasic'; did you mean 'classic'?"]


def test_a_method_without_dimensions_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "method: weighted-mean, standardise", "method: vikor, standardise")
    [told] = land.faults()
    assert told.startswith(
        f"{STUDY}:{line}: alternative 'mean' of the audit's 'form': no method with dimensions"
    )


def test_two_choices_that_set_one_option_are_told(land: Land) -> None:
    more = """    other:
      title: Other
      alternatives:
        one: {title: one}
        two: {title: two, options: {form: classic}}
"""
    land.spoil(STUDY, "\nindices:\n  I:\n", f"{more}\nindices:\n  I:\n")
    line = land.line(STUDY, "    other:")
    assert land.faults() == [
        f"{STUDY}:{line}: the audit's choices 'form' and 'other' both set 'form'; "
        "put those alternatives into one choice"
    ]


def test_a_combination_that_cannot_be_scored_is_told_with_its_alternatives(land: Land) -> None:
    land.spoil(STUDY, "经典}, options: {form: classic}", "经典}, " + "options: {standardise: min-max}")
    land.spoil(
        STUDY, "options: {method: weighted-mean, standardise: ratio-to-max}", "options: {form: classic}"
    )
    [told] = land.faults()
    assert told.startswith(f"{STUDY}:{land.line(STUDY, '    negative_ideal: zero')}")
    assert "(in the audit's form: classic)" in told


def test_without_an_audit_the_weights_are_varied(land: Land) -> None:
    text = land.text(STUDY)
    land.write(STUDY, text[: text.index("audit:")] + text[text.index("indices:\n  I:") :])
    assert land.faults() == []
