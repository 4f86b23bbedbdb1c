"""What a study file says of the audit → Plan."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from reporter.config.fields import Text, Weight
from reporter.config.yaml import File, Schema
from reporter.model.plan import Alternative, Choice, Plan


def _both(value: object) -> object:
    """One share for both levels."""
    return {"indicators": value, "dimensions": value} if isinstance(value, int | float) else value


Share = Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False)]


class WeightsFile(Schema):
    """How far weights may lie from the study's own, as a share of themselves."""

    indicators: Share = 0.25
    dimensions: Share = 0.25


class AlternativeFile(Schema):
    """One way to take a choice."""

    title: Text
    options: dict[str, Any] = Field(default_factory=dict)
    weight: Weight = 1


class ChoiceFile(Schema):
    """A choice with two alternatives or more, the study's own among them."""

    title: Text
    alternatives: Annotated[dict[str, AlternativeFile], Field(min_length=2)]


class AuditFile(Schema):
    """What the audit varies."""

    replicates: Annotated[int, Field(ge=100, le=10_000_000)] = 10_000
    seed: Annotated[int, Field(ge=0)] = 1
    weights: Annotated[WeightsFile, BeforeValidator(_both)] = WeightsFile()
    choices: dict[str, ChoiceFile] = Field(default_factory=dict)


def read_plan(file: File, said: AuditFile) -> Plan:
    """The plan of the audit."""
    choices = [
        Choice(
            id,
            one.title,
            tuple(
                Alternative(
                    name, a.title, a.options, a.weight, file.at("audit", "choices", id, "alternatives", name)
                )
                for name, a in one.alternatives.items()
            ),
            file.at("audit", "choices", id),
        )
        for id, one in said.choices.items()
    ]
    own = said.weights
    where = file.at("audit") if "audit" in file.data else file.at()
    return Plan(tuple(choices), own.indicators, own.dimensions, said.replicates, said.seed, where)
