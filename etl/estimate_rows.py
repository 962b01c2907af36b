"""An estimate as a row of the estimates table, and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from data.framework import Framework
from metrics.types import Absence, Estimate, Period

_AS_THEY_ARE = tuple(
    each.name for each in fields(Estimate) if each.name not in ("period", "area", "absence", "trace")
)


def estimate_row(estimate: Estimate, framework: Framework) -> dict[str, Any]:
    """An estimate as a row of the estimates table, with the vintage of its area."""
    row = {name: getattr(estimate, name) for name in _AS_THEY_ARE}
    period = estimate.period
    row |= {"period_start": period.start, "period_end": period.end, "period_kind": period.kind}
    row["area_code"] = estimate.area
    row["area_valid_from"] = framework.area(estimate.area, on=period.end).valid_from
    row["absence"] = estimate.absence.value if estimate.absence else None
    row["trace"] = [list(part) for part in estimate.trace]
    return row


def estimate_of(row: Mapping[str, Any]) -> Estimate:
    """The estimate that a row of the table says; columns that weren't read are as those of a new estimate."""
    told = {name: row[name] for name in _AS_THEY_ARE if name in row}
    return Estimate(
        period=Period(row["period_start"], row["period_end"], row["period_kind"]), area=row["area_code"],
        absence=Absence(row["absence"]) if row["absence"] else None,
        trace=tuple(tuple(part) for part in row["trace"]),
        **{name: None if value != value else value for name, value in told.items()},  # a frame says NaN for nothing
    )
