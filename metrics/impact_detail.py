"""An answered impact model as plain data: what a publication keeps, pages draw and other measures go on with.

`detail` is JSON-safe. Its keys:
claim, sentence, maryland     of all designs together
lead                          the design that the figures below are from, empty where all refused
observed, expected, avoided   totals since the effect may show; the latter two with 95 % intervals: [value, low, high]
low, high                     the interval of the avoided, for who needs no more than that
percent, smallest, p          avoided as per cent of the expected [value, low, high]; the smallest fall it could show
quantiles                     the 1st to 99th of the avoided
months                        by month: start, observed, expected, avoided so far
designs                       each design with its own of all these, refusals, placebos, sensitivities, weights, and
                              events: by quarter the gap to the comparators in per cent, and what chance makes of it
places                        parts and organisations: claim and per cent, whole numbers; no counts
declared                      shape, dates, who, and whether it was changed after the data were seen
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from metrics.counterfactual import DESIGN_NAMES, Counterfactual
from metrics.designs.types import Answer, Month, Range
from metrics.impacts import Asked

MATTERS = 0.01  # comparators with less weight than this aren't named


def impact_detail(asked: Asked, found: Counterfactual, places: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The answer to a whole, with those of its `places` (place_detail) beside."""
    lead = found.lead
    return {
        "claim": found.claim, "sentence": found.sentence, "maryland": found.maryland,
        "service": asked.declared.model.service, "area": asked.area,
        "lead": lead.design if lead else "", **_figures(lead),
        "quantiles": _short(lead.quantiles) if lead else [],
        "months": [
            {"start": month.start.isoformat(), "observed": _round(month.observed), "expected": _range(month.expected),
             "avoided": _range(month.avoided_so_far)}
            for month in (lead.months if lead else ())
        ],
        "designs": [_design(answer) for answer in found.answers],
        "places": list(places), "without_each": list(found.without_each),
        "declared": _declared(asked), "illustrative": asked.illustrative,
        "trace": [list(part) for part in asked.trace],
    }


def place_detail(asked: Asked, found: Counterfactual) -> dict[str, Any]:
    """A part or an organisation: its claim, and per cent of the expected in whole numbers.

    No counts, and none can be worked out of a whole per cent of a count that isn't told.
    """
    lead = found.lead
    return {
        "area": asked.area, "claim": found.claim, "sentence": _why_not(found), "maryland": found.maryland,
        "lead": lead.design if lead else "",
        "percent": [round(each) for each in _range(lead.percent)] if lead else None,
    }


def answer_of(detail: Mapping[str, Any]) -> Counterfactual:
    """A kept detail as the answer it was made of, as far as others go on with it: the claim and the lead's figures."""
    claim, said = detail["claim"], detail["sentence"]
    if not detail["lead"]:
        return Counterfactual(claim, said, (), detail["maryland"])
    own = next(each for each in detail["designs"] if each["design"] == detail["lead"])
    months = tuple(
        Month(dt.date.fromisoformat(each["start"]), each["observed"], Range(*each["expected"]), Range(*each["avoided"]))
        for each in detail["months"]
    )
    lead = Answer(
        own["design"], own["claim"], own["sentence"], observed=detail["observed"],
        expected=Range(*detail["expected"]), avoided=Range(*detail["avoided"]), percent=Range(*detail["percent"]),
        p=detail["p"], smallest=detail["smallest"], months=months, quantiles=tuple(detail["quantiles"]),
        maryland=own["maryland"],
    )
    return Counterfactual(claim, said, (lead,), detail["maryland"])


def _why_not(found: Counterfactual) -> str:
    """The refusal's own sentence; nothing where there is an answer, whose words would tell counts."""
    return found.sentence if found.claim == "refused" else ""


def _figures(answer: Answer | None) -> dict[str, Any]:
    if answer is None or not answer.answered:
        return dict.fromkeys(("observed", "expected", "avoided", "low", "high", "percent", "p", "smallest"))
    return {
        "observed": _round(answer.observed), "expected": _range(answer.expected), "avoided": _range(answer.avoided),
        "low": _round(answer.avoided.low), "high": _round(answer.avoided.high), "percent": _range(answer.percent),
        "p": _round(answer.p), "smallest": _round(answer.smallest),
    }


def _design(answer: Answer) -> dict[str, Any]:
    return {
        "design": answer.design, "name": DESIGN_NAMES[answer.design], "claim": answer.claim,
        "sentence": answer.sentence, "maryland": answer.maryland,
        "refusals": [{"code": each.code, "sentence": each.sentence} for each in answer.refusals],
        **_figures(answer),
        "placebos": [
            {"kind": each.kind, "name": each.name, "percent": each.percent, "p": each.p, "held": each.held}
            for each in answer.placebos
        ],
        "sensitivities": list(answer.sensitivities),
        "weights": [[name, weight] for name, weight in answer.weights if weight >= MATTERS],
        "diagnostics": dict(answer.diagnostics),
        "events": [
            {"start": each.start.isoformat()} | {name: _round(getattr(each, name)) for name in ("gap", "low", "high")}
            for each in answer.events
        ],
    }


def _declared(asked: Asked) -> dict[str, Any]:
    model = asked.declared.model
    return {
        "model": model.id, "shape": model.shape, "starts_on": model.starts_on.isoformat(),
        "effect_from": model.effect_from.isoformat(), "lag_months": model.lag_months,
        "declared_on": model.declared_on.isoformat() if model.declared_on else None,
    }


def _range(figure: Range) -> list[float]:
    return _short((figure.value, figure.low, figure.high))


def _short(figures: Sequence[float]) -> list[float]:
    return [_round(figure) for figure in figures]


def _round(figure: float) -> float:
    """Eight digits: more would say nothing, and last bits differ between machines."""
    return float(f"{figure:.8g}")
