"""What the three causal doors print: the same names in every JSON, and a few lines for people."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict

from metrics.counterfactual import Counterfactual
from metrics.designs.regressions import Coefficient
from metrics.designs.types import Answer
from metrics.doors.common import as_json


def answer_part(answer: Answer, claim: str | None = None) -> dict[str, object]:
    """The calibrated answer under the names the documentation lists; dates as text."""
    found = asdict(answer)
    found["verdict"] = claim or found.pop("claim")
    found.pop("claim", None)
    for pairs in ("diagnostics", "weights"):
        found[pairs] = dict(found[pairs])
    found["gaps"] = [{"date": date, "percent": size} for date, size in found["gaps"]]
    found["placebo"] = found.pop("placebos")
    return _texts(found)


def coefficient_part(coefficients: list[Coefficient]) -> list[dict[str, object]]:
    return [asdict(coefficient) for coefficient in coefficients]


def show(result: Mapping[str, object], json: bool) -> int:
    """Print one answer as JSON, or its sentence and coefficients as lines."""
    if json:
        print(as_json(dict(result)))
        return 0
    for one in result.get("series", [result]):
        print(one["sentence"])
        for row in one.get("coefficients") or []:
            figures = "".join(f"{row[name]:14.6g}" for name in ("estimate", "se", "low", "high", "p"))
            print(f"  {row['name']:24}{figures}")
    return 0


def of(found: Counterfactual, design: str) -> Answer:
    """One design's answer."""
    return next(answer for answer in found.answers if answer.design == design)


def _texts(value: object) -> object:
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_texts(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value
