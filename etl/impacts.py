"""What the programme did: every impact model of the framework answered from live frames, as rows of a publication."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data import reads, writes
from data.framework import Framework
from data.framework.services import ImpactModel as Written
from etl.resting import Work
from etl.taken import ANSWERS, Known
from metrics.context import Context
from metrics.designs.types import DEFAULT, ImpactModel
from metrics.impact_detail import impact_detail, place_detail
from metrics.impacts import Asked, Declared, asked


def impact_rows(
    framework: Framework, frames: Mapping[str, pd.DataFrame], context: Context, known: Known,
    progress: Callable[[str], None],
) -> tuple[list[dict], dict[str, dict[str, Any]]]:  # fmt: skip
    """A row of the statuses table for each impact model whose first area has figures, and what each model rests on.

    The subject is the model's id, `change` the claim, `headline` the sentence, `detail` as metrics.impact_detail says.
    A model that rests on nothing new has the answer of the publication `known`.
    """
    rows, rests_on = [], {}
    for model in framework.impact_models:
        put = declared(framework, model, context)
        work = Work(frames, {"service_demand": ("service", [model.service])}, context, put, DEFAULT)
        if work.is_unchanged(known.rests_on.get(model.id)):
            detail = known.answers.get(model.id)
            rests_on[model.id] = dict(known.rests_on[model.id])
        else:
            progress(f"What the programme did: {model.name}")
            detail = _detail(model, list(asked(put, work.frames, work.context)))
            rests_on[model.id] = work.rests_on()
        if detail is not None:
            rows.append(_row(model, {**detail, "declared": detail["declared"] | _who(model, frames)}))
    return rows, rests_on


def use_impact_models(connection: Connection, framework: Framework) -> None:
    """Lock the declarations in force: whoever changes one from now on declares after the data."""
    newest = reads.impact_models(connection).drop_duplicates("name")
    used = newest[newest["name"].isin([model.id for model in framework.impact_models])]
    writes.lock_impact_models(connection, used["id"].tolist())


def declared(framework: Framework, model: Written, context: Context) -> Declared:
    """A model of the framework in metrics' terms, with the areas of kind comparator and the trusts of the county."""
    service = framework.service(model.service)
    own = ImpactModel(
        model.id, model.service, model.areas, model.shape, model.starts_on, model.lag_months, model.ends_on,
        model.declared_on,
    )
    in_force = [area for area in framework.areas if area.in_force(context.as_at)]
    return Declared(
        own, service.denominator,
        tuple((each.on_date, each.reason, each.areas) for each in framework.breaks if each.service == service.id),
        tuple(area.code for area in in_force if area.kind == "comparator"),
        tuple(area.code for area in in_force if area.kind == "trust"),
    )


def _detail(model: Written, questions: Sequence[Asked]) -> dict | None:
    """The answer for the model's first area, its other places beside."""
    lead = next((each for each in questions if each.area == model.areas[0]), None)
    if lead is None:
        return None
    places = [place_detail(each, each.answer()) for each in questions if each is not lead]
    held = {"trace": [list(part) for part in lead.trace], "settings": _settings()}
    return impact_detail(lead, lead.answer(), places) | held


def _row(model: Written, detail: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": ANSWERS, "subject": model.id, "change": detail["claim"], "target": "no_target",
        "headline": detail["sentence"], "why": model.rationale, "detail": detail,
    }


def _settings() -> dict[str, Any]:
    """The settings the designs were asked with, JSON-safe."""
    kept = asdict(DEFAULT)
    return kept | {"covid": [day.isoformat() for day in kept["covid"]]}


def _who(model: Written, frames: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """Who put the declaration into the store, and whether it was changed after the data had been used."""
    held = frames.get("impact_models")
    own = held[held["name"] == model.id] if held is not None and len(held) else None
    if own is None or not len(own):
        return {"actor": "", "after_data": False}
    newest = own.sort_values("version").iloc[-1]
    return {"actor": str(newest["actor"]), "after_data": bool(newest["declared_after_data"])}
