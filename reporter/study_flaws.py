"""What a study names and nobody knows: methods, rules, options, alternatives of the audit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_type_hints

from reporter.errors import Flaw, did_you_mean
from reporter.indices import INDICES, NAMED
from reporter.model.options import lacking, option_flaws, options_of
from reporter.model.plan import Alternative, Choice
from reporter.model.result import Composite
from reporter.model.study import RuleSpec, Study
from reporter.problems import PROBLEMS
from reporter.problems.flaws import threshold_flaws
from reporter.problems.strengths import STRENGTHS


def study_flaws(study: Study) -> Iterator[Flaw]:
    """Methods, rules and options that the study names and nobody knows."""
    for spec in study.indices.values():
        who, at = f"index '{spec.code}'", spec.lines.get("method", spec.where)
        if function := INDICES.get(spec.method):
            yield from option_flaws(function, spec.options, who, spec.where, spec.lines)
            yield from lacking(function, spec.options, who, spec.where)
            if spec.method in NAMED and "indicators" in spec.lines:
                what = f"{who}: {spec.method} takes no 'indicators'"
                yield Flaw(spec.lines["indicators"], what, "name what it draws on by its options")
        else:
            yield Flaw(at, f"{who}: no method is called '{spec.method}'", did_you_mean(spec.method, INDICES))
    if len(study.regions) < 2:
        what = "the study has one region, and a report compares regions"
        yield Flaw(study.where, what, "declare two or more")
    if main := INDICES.get(study.main.method):
        if get_type_hints(main)["return"] is not Composite:
            what = f"index '{study.main.code}' comes first, and {study.main.method} has no dimensions"
            yield Flaw(study.main.where, what, "put an ideal-solution or a weighted-mean before it")
        for r in study.readings:
            yield from option_flaws(main, r.options, f"reading '{r.id}'", r.where, r.lines)
    yield from _rule_flaws(study, "problem", study.problems, PROBLEMS)
    yield from _rule_flaws(study, "strength", study.strengths, STRENGTHS)
    if study.main.method in INDICES:
        yield from _audit_flaws(study)


def _rule_flaws(
    study: Study, kind: str, asked: Iterable[RuleSpec], rules: Mapping[str, Callable[..., Any]]
) -> Iterator[Flaw]:
    """Rules that nobody knows, options that do not fit, thresholds that mean nothing."""
    keys = [(spec.rule, spec.thresholds.get("of", spec.thresholds.get("lower", ""))) for spec in asked]
    for n, spec in enumerate(asked):
        if keys[n] in keys[:n]:
            of = f" of '{keys[n][1]}'" if keys[n][1] else ""
            what = f"{kind} '{spec.rule}' is asked for twice{of}, and its findings could not be told apart"
            yield Flaw(spec.where, what, "keep one of the two")
        elif found := rules.get(spec.rule):
            who, given = f"{kind} '{spec.rule}'", spec.thresholds
            flaws = [*option_flaws(found, given, who, spec.where, spec.lines)]
            flaws += lacking(found, given, who, spec.where)
            yield from flaws or threshold_flaws(spec, study, rules, kind)
        else:
            what = f"no rule for a {kind} is called '{spec.rule}'" if kind != "problem" else ""
            what = what or f"no rule is called '{spec.rule}'"
            yield Flaw(spec.where, what, did_you_mean(spec.rule, rules))


def _audit_flaws(study: Study) -> Iterator[Flaw]:
    """Choices that set one option twice, and alternatives with a method or an option that nobody knows."""
    choices = study.audit.choices
    set_by: dict[str, str] = {}
    for choice in choices:
        for option in dict.fromkeys(name for one in choice.alternatives for name in one.options):
            if option in set_by:
                what = f"the audit's choices '{set_by[option]}' and '{choice.id}' both set '{option}'"
                yield Flaw(choice.where, what, "put those alternatives into one choice")
            set_by.setdefault(option, choice.id)
    said = [one.options.get("method") for choice in choices for one in choice.alternatives]
    methods = [study.main.method, *(str(method) for method in said if method)]
    for choice in choices:
        for one in choice.alternatives:
            yield from _alternative_flaws(choice, one, methods)


def _alternative_flaws(choice: Choice, one: Alternative, methods: list[str]) -> Iterator[Flaw]:
    """An option has to fit one of the methods at least: under the others it is idle."""
    who, at = f"alternative '{one.id}' of the audit's '{choice.id}'", one.where
    options, method = dict(one.options), one.options.get("method")
    composites = [name for name, made in INDICES.items() if get_type_hints(made)["return"] is Composite]
    if options.pop("method", None) is not None and method not in composites:
        mend = did_you_mean(str(method), composites)
        yield Flaw(at, f"{who}: no method with dimensions is called '{method}'", mend)
        return
    functions = [INDICES[name] for name in dict.fromkeys(methods) if name in INDICES]
    for name, value in options.items():
        takers = [made for made in functions if name in options_of(made)] or functions[:1]
        told = [list(option_flaws(made, {name: value}, who, at, {})) for made in takers]
        if all(told):
            yield from told[0]
