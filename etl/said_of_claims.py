"""Rows of the statuses table for the claim checker: every claim about an indicator, answered at publication."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from data.framework import Framework
from metrics.claim_cases import claim_cases
from metrics.claim_words import place_words
from metrics.claims import Answer, Cause
from metrics.context import Context
from metrics.counterfactual import DESIGN_NAMES
from metrics.status_types import Status
from metrics.types import Definition, Estimate

WORSE = ("moved", "worse_already")  # answers of a guard-rail that warn


def claim_rows(
    defined: Sequence[Definition], statuses: Mapping[str, Status], estimates: Mapping[str, Sequence[Estimate]],
    context: Context, causes: Mapping[str, Cause], guarded: Iterable[Mapping] = (),
    elsewhere: Mapping[str, Mapping[str, Cause]] | None = None,
) -> list[dict]:  # fmt: skip
    """One row an indicator; its detail holds the answers by place, period, basis and direction.

    `causes` and `elsewhere` are what the designs said of the headline's place, and of other places.

    `guarded` are the guard-rail rows: what is supported carries the warning of a guard-rail that got worse.
    """
    warned = {row["subject"]: row["headline"] for row in guarded if row["change"] in WORSE}
    rows = []
    for definition in defined:
        shown = estimates.get(definition.id, [])
        id, beyond = definition.id, (elsewhere or {}).get(definition.id)
        cases = claim_cases(definition, statuses[id], shown, context, causes.get(id), beyond)
        warning = warned.get(definition.id)
        detail = {"answers": [_with(asdict(case), warning) for case in cases]}
        rows.append({
            "kind": "claim", "subject": definition.id, "change": "answered", "target": "no_target", "headline": "",
            "why": "", "detail": detail,
        })  # fmt: skip
    return rows


def _with(case: dict, warning: str | None) -> dict:
    supported = case["answer"] == Answer.SUPPORTED
    return case | {"cautions": [*case["cautions"], *([warning] if warning and supported else [])]}


def causes_elsewhere(framework: Framework, rows: Iterable[Mapping]) -> dict[str, dict[str, Cause]]:
    """What the counterfactual rows say of other places than the headline's: {indicator: {area: cause}}."""
    found: dict[str, dict[str, Cause]] = {}
    for row in rows:
        for each in framework.indicators:
            own = each.formula.kind == "demand_rate" and each.formula.services[0] == row["detail"]["service"]
            if own and row["detail"]["area"] == each.areas[0]:
                found[each.id] = {place["area"]: _of_place(framework, place) for place in row["detail"]["places"]}
    return found


def _of_place(framework: Framework, place: Mapping) -> Cause:
    """A place's own finding, in whole per cent of what was to be expected: its counts aren't told."""
    sentence = place["sentence"] or place_words(framework.area_name(place["area"]), place["claim"], place["percent"])
    return Cause(place["claim"], sentence, place["maryland"], DESIGN_NAMES.get(place["lead"], ""))


def causes(framework: Framework, rows: Iterable[Mapping]) -> dict[str, Cause]:
    """What the counterfactual rows say of indicators: those that are the same service's rate in the same area."""
    found = {}
    told = {(row["detail"]["service"], row["detail"]["area"]): row for row in rows}
    for each in framework.indicators:
        row = told.get((*each.formula.services[:1], each.areas[0])) if each.formula.kind == "demand_rate" else None
        if row is not None:
            design = DESIGN_NAMES.get(row["detail"]["lead"], "")
            found[each.id] = Cause(row["change"], row["headline"], row["detail"]["maryland"], design)
    return found
