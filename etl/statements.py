"""Rows of the statuses table: what is said of indicators, services, boxes and datasets."""

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from data.framework import Framework
from data.framework.services import Dataset
from metrics.service_icons import ServiceIcon
from metrics.status_types import NodeStatus, Status

# Of each dataset: the frame that holds it and the column that dates a row.
DATED_BY = {
    "citizen_survey": ("wave_sums", "wave_end"),
    "leader_survey": ("leader_answers", "asked_on"),
    "service_demand": ("service_demand", "period_end"),
    "attendance": ("attendance", "held_on"),
    "commitments": ("commitments", "agreed_on"),
    "insights": ("insights", "heard_on"),
    "partner_returns": ("partner_returns", "period_end"),
    "network_ties": ("network_ties", "asked_on"),
    "coded_contacts": ("coded_contacts", "taken_on"),
    "published_estimates": ("published_estimates", "period_end"),
    "programme_costs": ("programme_costs", "period_end"),
    "population": ("population", "period_end"),
    "unit_costs": ("unit_costs", ""),
}


def indicator_row(status: Status) -> dict:
    return _row("indicator", status.indicator, status)


def node_rows(framework: Framework, nodes: Mapping[str, NodeStatus]) -> list[dict]:
    return [_row("node", node.id, nodes[node.id]) for node in framework.nodes]


def service_row(icon: ServiceIcon) -> dict:
    """The icons of a service: variation as `change`, assurance as `target`, and the point they are about."""
    latest = icon.latest
    detail = {
        "indicator": latest.indicator, "area": latest.area, "direction": icon.direction, "target": icon.target,
        "value": latest.value, "statistic": latest.statistic, "period_start": latest.period.start.isoformat(),
        "period_end": latest.period.end.isoformat(), "period_kind": latest.period.kind,
        "centre": latest.centre, "lower": latest.lower_limit, "upper": latest.upper_limit,
    }
    return {
        "kind": "service", "subject": icon.service, "change": icon.variation,
        "target": icon.assurance or "no_target", "headline": "", "why": "", "detail": detail,
    }


def rebase_rows(frames: Mapping[str, pd.DataFrame]) -> list[dict]:
    """One row a service whose limits somebody set anew: when from, why, who and on which day."""
    held = frames.get("rebases")
    if held is None or not len(held):
        return []
    rows = []
    for service, given in held.sort_values("on_date").groupby("service"):
        detail = [
            {"on_date": each.on_date.isoformat(), "reason": each.reason, "actor": each.actor,
             "decided_at": each.decided_at.isoformat()}
            for each in given.itertuples()
        ]  # fmt: skip
        rows.append({
            "kind": "rebase", "subject": service, "change": "rebased", "target": "no_target", "headline": "",
            "why": "", "detail": {"rebases": detail},
        })
    return rows


def _row(kind: str, subject: str, status: Status | NodeStatus) -> dict:
    return {
        "kind": kind, "subject": subject, "change": status.change.value, "target": status.target.value,
        "headline": status.headline, "why": status.why, "detail": status.detail(),
    }


def dataset_rows(framework: Framework, frames: Mapping[str, pd.DataFrame], as_at: dt.date) -> list[dict]:
    """How fresh each of the thirteen datasets is on `as_at`: fresh, stale or none."""
    return [_dataset_row(dataset, frames, as_at) for dataset in framework.datasets]


def _dataset_row(dataset: Dataset, frames: Mapping[str, pd.DataFrame], as_at: dt.date) -> dict:
    frame_name, column = DATED_BY[dataset.id]
    frame = frames.get(frame_name)
    held = frame is not None and len(frame) > 0
    latest = max(frame[column]) if held and column else None
    late = latest is not None and _months(latest, as_at) > dataset.fresh_for_months
    state = "none" if not held else "stale" if late else "fresh"
    detail = {
        "latest": latest.isoformat() if latest else None,
        "rows": len(frame) if held else 0,
        "uploads": sorted({int(upload) for upload in frame["upload_id"]}) if held else [],
        "origin": "+".join(sorted(set(frame["origin"]))) if held else "",
        "fresh_for_months": dataset.fresh_for_months,
    }
    return {
        "kind": "dataset", "subject": dataset.id, "change": state, "target": "no_target", "headline": "",
        "why": "", "detail": detail,
    }


def _months(earlier: dt.date, later: dt.date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month
