"""The editor suppresses, reorders, rewords and adds; what she names in vain is told."""

from dataclasses import replace

from reporter.editorial import edit_findings, edit_measures, editorial_flaws, unmatched
from reporter.errors import Where
from reporter.model.advice import Measure, Recommendation
from reporter.model.editorial import Added, Desk, Editorial, Piece, Rewording, Suppressed
from reporter.model.finding import Finding, Severity

GRAVE = Finding("gap", "A", "2022", Severity.SEVERE, "I", {}, (), 0.75, 0.2)
MILD = replace(GRAVE, rule="decline", severity=Severity.MODERATE)
WORDS = Rewording({"en": "Title"}, {"en": "Text"})
MINE = Added("bays", "All", "serious", WORDS, "miao", "3.1.4", ("m",))
HERE = Where("editorial/2022.yaml", 7)


def test_without_a_word_of_hers_all_stays() -> None:
    assert edit_findings([GRAVE, MILD], Desk(), "2022") == ((GRAVE, MILD), ())


def test_what_is_suppressed_is_left_out_and_kept_with_its_reason() -> None:
    said = Suppressed("gap.I.A", {"en": "told elsewhere"})
    assert edit_findings([GRAVE, MILD], Desk(suppress=(said,)), "2022") == ((MILD,), (said,))


def test_what_is_suppressed_and_not_found_is_not_counted() -> None:
    assert edit_findings([MILD], Desk(suppress=(Suppressed("gap.I.A", {}),)), "2022") == ((MILD,), ())


def test_her_order_comes_first_then_ours() -> None:
    kept, _ = edit_findings([GRAVE, MILD], Desk(order=("decline.I.A",)), "2022")
    assert kept == (MILD, GRAVE)


def test_her_words_stay_with_the_finding() -> None:
    kept, _ = edit_findings([GRAVE], Desk(reword={"gap.I.A": WORDS}), "2022")
    assert kept == (replace(GRAVE, said=WORDS),)


def test_what_she_adds_stands_by_its_severity_and_names_its_measures() -> None:
    (first, mine, last), _ = edit_findings([GRAVE, MILD], Desk(add=(MINE,)), "2022")
    assert (first, last) == (GRAVE, MILD)
    assert (mine.id, mine.judged, mine.severity, mine.answered_by) == (
        "judgement.bays.All.2022",
        True,
        Severity.SERIOUS,
        ("m",),
    )


def test_measures_are_edited_by_their_ids() -> None:
    measures = [Measure(n, (), (), (), "", "", "", {}, {}, {}, (), {}) for n in ("a", "b", "c")]
    made = [Recommendation(m, (GRAVE,)) for m in measures]
    desk = Desk(order=("c",), suppress=(Suppressed("a", {}),), reword={"b": WORDS})
    kept, left = edit_measures(made, desk)
    assert [(r.measure.id, r.said) for r in kept] == [("c", None), ("b", WORDS)]
    assert [s.key for s in left] == ["a"]


def test_an_entry_for_what_is_not_found_is_told_and_never_sent_to_another_region() -> None:
    desk = Desk(order=("gap.I.B",), lines={"gap.I.B": HERE})
    [flaw] = unmatched(desk, "problems", ["gap.I.A"])
    assert str(flaw) == (
        "editorial/2022.yaml:7: no problem 'gap.I.B' stands in this edition, so the entry changes nothing; "
        "take it out if it is found no more"
    )


def test_an_entry_that_is_misspelt_is_told_with_the_nearest() -> None:
    desk = Desk(order=("weak_conversion.I1.A",), lines={"weak_conversion.I1.A": HERE})
    [flaw] = unmatched(desk, "problems", ["weak_conversion.I2.A"])
    assert flaw.mend.endswith("or did you mean 'weak_conversion.I2.A'?")


def test_names_that_nobody_knows_are_told() -> None:
    known = {
        "problems": ["gap"],
        "strengths": ["lead"],
        "regions": ["A", "All"],
        "measures": ["m"],
        "references": ["miao"],
        "languages": ["en"],
        "periods": ["2022"],
    }
    desk = Desk(
        lines={"gpa.I.A": HERE, "gap.I.X": HERE, "gap": HERE, "gap.I.A": HERE},
        add=(replace(MINE, region="Al", source="miaow", measures=("n",)),),
    )
    one = Editorial({"problems": desk, "measures": Desk(lines={"k": HERE})})
    told = [flaw.what for flaw in editorial_flaws(one, "2022", known)]
    assert told == [
        "'gpa.I.A': no rule is called 'gpa'",
        "'gap.I.X': no region is called 'X'",
        "'gap' names no finding",
        "'bays': no region is called 'Al'",
        "'bays': no measure is called 'n'",
        "'bays': no reference is called 'miaow'",
        "no measure is called 'k'",
    ]


def test_languages_and_editions_that_the_study_does_not_have_are_told() -> None:
    known = {"problems": [], "strengths": [], "regions": ["All"], "measures": ["m"], "references": ["miao"]}
    spoken = {**known, "languages": ["zh"], "periods": ["2021"]}
    one = Editorial({"problems": Desk(add=(MINE,))}, pieces=(Piece("foreword", "fr", "", HERE),))
    assert [flaw.what for flaw in editorial_flaws(one, "2022", spoken)] == [
        "the study has no edition in the language 'fr'",
        "the study has no edition in the language 'en'",
        "the study has no edition of 2022",
    ]
