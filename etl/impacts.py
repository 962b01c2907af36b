"""What the programme did: every impact model of the framework answered from live frames, as rows of a publication.

An answer whose series, model, settings and method are those of an earlier publication is taken over from it:
only what an upload touches is computed again.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data import reads, writes
from data.framework import Framework
from data.framework.services import ImpactModel as Written
from metrics.context import Context
from metrics.designs.types import DEFAULT, ImpactModel
from metrics.impact_detail import impact_detail, place_detail
from metrics.impacts import Asked, Declared, asked

METRICS = Path(__file__).resolve().parent.parent / "metrics"
METHOD = ("designs/*.py", "counterfactual.py", "impact*.py", "memory.py", "words.py", "periods.py")
KIND = "counterfactual"


def impact_rows(
    framework: Framework, frames: Mapping[str, pd.DataFrame], context: Context,
    known: Mapping[str, Mapping[str, Any]], progress: Callable[[str], None],
) -> list[dict]:  # fmt: skip
    """A row of the statuses table for each impact model whose first area has figures: subject is the model's id.

    `change` is the claim, `headline` the sentence, `detail` as metrics.impact_detail says. `known` holds details of
    earlier publications by their fingerprint.
    """
    rows = []
    for model in framework.impact_models:
        progress(f"What the programme did: {model.name}")
        detail = _detail(model, list(asked(declared(framework, model, context), frames, context)), known)
        if detail is None:
            continue
        detail["declared"] |= _who(model, frames)
        rows.append({
            "kind": KIND, "subject": model.id, "change": detail["claim"], "target": "no_target",
            "headline": detail["sentence"], "why": model.rationale, "detail": detail,
        })  # fmt: skip
    return rows


def answered_before(connection: Connection) -> dict[str, dict[str, Any]]:
    """The answers of the latest publication by their fingerprint."""
    latest = reads.latest_publication(connection)
    if latest is None:
        return {}
    details = reads.statuses(connection, latest.id, KIND)["detail"]
    return {detail["fingerprint"]: detail for detail in details}


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


def _detail(model: Written, questions: Sequence[Asked], known: Mapping[str, Mapping[str, Any]]) -> dict | None:
    """The answer for the model's first area, its other places beside; taken over where nothing differs."""
    lead = next((each for each in questions if each.area == model.areas[0]), None)
    if lead is None:
        return None
    print_ = fingerprint(questions)
    fresh = {"trace": [list(part) for part in lead.trace], "fingerprint": print_, "settings": _settings()}
    if print_ in known:
        return {**known[print_], **fresh, "declared": dict(known[print_]["declared"])}
    places = [place_detail(each, each.answer()) for each in questions if each is not lead]
    return impact_detail(lead, lead.answer(), places) | fresh


def fingerprint(questions: Sequence[Asked]) -> str:
    """Alike only where every series, the model, the settings and the method are: SHA-256 of all of them."""
    return hashlib.sha256(f"{_method()} {DEFAULT!r} {list(questions)!r}".encode()).hexdigest()


@cache
def _method() -> str:
    """The source of the method, hashed: a changed method answers anew."""
    found = hashlib.sha256()
    for path in sorted(path for pattern in METHOD for path in METRICS.glob(pattern)):
        found.update(path.read_bytes())
    return found.hexdigest()


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
