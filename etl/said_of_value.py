"""Rows of the statuses table for money: what each answered impact model is worth, and all of them against the cost."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from data.framework import Framework
from etl.value_terms import overlaps, value_terms
from metrics.designs.types import Range
from metrics.periods import add_months
from metrics.resources import spread
from metrics.value import value
from metrics.worth.from_impact import avoided_cases
from metrics.worth.payback import Return, returned
from metrics.worth.together import Total, together
from metrics.worth.types import Terms, UnitCost, Worth
from metrics.worth.words import payback_sentence, returned_sentence, worth_sentence

PROGRAMME = "programme"  # the subject of the row over all services
MIXED = "Real and sample figures would meet in one sum."
Frames = Mapping[str, pd.DataFrame]


def value_rows(
    framework: Framework, impacts: Iterable[Mapping[str, Any]], frames: Frames, as_at: dt.date, seed: int
) -> list[dict]:
    """One row an answered impact model (subject: service and area), and "programme" where any was valued.

    `impacts` are the details of metrics.impact_detail, new ones or kept ones. No impact, no rows.
    """
    terms = value_terms(framework, as_at, seed, frames.get("cashable_shares"))
    impacts, fiscal, rows = list(impacts), [], []
    for impact in impacts:
        worths = _worths(framework, impact, frames, terms)
        rows.append(_row(framework, impact, worths, terms))
        if isinstance(worths, dict) and not worths["fiscal"].refusal:
            fiscal.append(worths["fiscal"])
    if not fiscal:
        return rows
    total = together(fiscal, overlaps())
    return [*rows, _programme(total, _return(framework, total, impacts, frames, terms), terms)]


def _worths(framework: Framework, impact: Mapping[str, Any], frames: Frames, terms: Terms) -> dict[str, Worth] | str:
    """The value of each kind, or why there is none at all."""
    cases = avoided_cases(impact, framework.programme.start, int(framework.threshold("evidence_min_level")))
    if isinstance(cases, str):
        return cases
    held = frames.get("unit_costs")
    own = held[held["service"] == impact["service"]] if held is not None else pd.DataFrame()
    return MIXED if _mixed(impact, own) else value(cases, [_price(row) for row in own.to_dict("records")], terms)


def _mixed(impact: Mapping[str, Any], rows: pd.DataFrame) -> bool:
    met = set(rows["origin"]) if "origin" in rows else set()
    return ("real" in met) if impact["illustrative"] else ("sample" in met)


def _price(row: Mapping[str, Any]) -> UnitCost:
    low, high = (None if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
    return UnitCost(row["code"], row["payer"], row["kind"], low, float(row["central"]), high, int(row["price_year"]),
                    row["quality"], row["source"], row.get("item") or "")  # fmt: skip


def _row(framework: Framework, impact: Mapping[str, Any], worths: dict[str, Worth] | str, terms: Terms) -> dict:
    name = framework.service(impact["service"]).name
    place = framework.area_name(impact["area"])
    refusal = worths if isinstance(worths, str) else worths["fiscal"].refusal
    detail = {
        "service": impact["service"], "area": impact["area"], "claim": impact["claim"], "seed": terms.seed,
        "draws": terms.draws, "prices_of": terms.base_year, "illustrative": impact["illustrative"],
        "first": impact["months"][0]["start"] if impact["months"] else "",
        "last": impact["months"][-1]["start"] if impact["months"] else "",
        "kinds": {} if isinstance(worths, str) else {kind: _told(worth) for kind, worth in worths.items()},
        "trace": impact["trace"],
    }
    headline = refusal or worth_sentence(worths["fiscal"], name, place)
    subject = f"{impact['service']} {impact['area']}"
    return _status(subject, "refused" if refusal else "valued", headline, refusal, detail)


def _told(worth: Worth) -> dict[str, Any]:
    return {
        "refusal": worth.refusal, "grade": worth.grade,
        "steps": [
            {"id": step.id, "name": step.name, "why": step.why, "applied": step.applied,
             "change": _ends(step.change), "after": _ends(step.after), "cases": _ends(step.cases)}
            for step in worth.steps
        ],
        "payers": [
            {"payer": share.payer, "value": _ends(share.value), "cashable": _ends(share.cashable), "why": share.why}
            for share in worth.payers
        ],
        "prices": [
            {"code": price.code, "item": price.item, "payer": price.payer, "price_year": price.price_year,
             "low": price.low, "central": price.central, "high": price.high, "quality": price.quality,
             "source": price.source}
            for price in worth.prices
        ],
    }  # fmt: skip


def _return(
    framework: Framework, total: Total, impacts: Sequence[Mapping[str, Any]], frames: Frames, terms: Terms
) -> Return:
    """The sum against the programme's cash costs until the last month counted."""
    start = framework.programme.start
    last = max(dt.date.fromisoformat(each["months"][-1]["start"]) for each in impacts if each["months"])
    until = add_months(last, 1) - dt.timedelta(days=1)
    costs = frames.get("programme_costs")
    rows = costs[costs["kind"] == "cash"].reset_index(drop=True) if costs is not None else pd.DataFrame()
    if not len(rows) or max(rows["period_end"]) < until:
        return Return(refusal=f"The programme's cash costs do not reach {until:%B %Y}.")
    if any(_mixed(each, rows) for each in impacts):
        return Return(refusal=MIXED)
    months = (until.year - start.year) * 12 + until.month - start.month + 1
    since = [add_months(start, 12 * number) for number in range(-(-months // 12))]
    ends = [min(add_months(begin, 12) - dt.timedelta(days=1), until) for begin in since]
    spans = pd.DataFrame({"since": pd.to_datetime(since), "until": pd.to_datetime(ends)})
    by_year = spread(rows, spans).groupby("window")["part"].sum()
    return returned(total, {int(year): float(sum_) for year, sum_ in by_year.items()}, months / 12, start.year, terms)


def _programme(total: Total, found: Return, terms: Terms) -> dict:
    detail = {
        "services": list(total.services), "value": _ends(total.value), "refusal": total.refusal,
        "cost": found.cost, "per_pound": _ends(found.per_pound), "net": _ends(found.net),
        "payback": list(found.payback) if found.payback else None, "share": found.share, "how": found.why,
        "when": payback_sentence(found),
        "seed": terms.seed, "draws": terms.draws, "prices_of": terms.base_year,
    }
    state = "refused" if found.refusal else "valued"
    return _status(PROGRAMME, state, returned_sentence(found), found.refusal, detail)


def _status(subject: str, state: str, headline: str, why: str, detail: dict[str, Any]) -> dict:
    return {
        "kind": "value", "subject": subject, "change": state, "target": "no_target", "headline": headline, "why": why,
        "detail": detail,
    }


def _ends(span: Range | None) -> list[float] | None:
    """Central, low, high at six digits: more would say nothing."""
    return None if span is None else [float(f"{end:.6g}") for end in (span.value, span.low, span.high)]
