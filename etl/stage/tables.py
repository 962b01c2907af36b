"""Records as rows of the tables: which column goes where, for the datasets with one row a record."""

from typing import Any

from sqlalchemy import Table

from data import schema
from etl.records import Records

TABLES: dict[str, Table] = {
    "service_demand": schema.service_demand,
    "attendance": schema.attendance,
    "commitments": schema.commitments,
    "insights": schema.insights,
    "partner_returns": schema.partner_returns,
    "network_ties": schema.network_ties,
    "coded_contacts": schema.coded_contacts,
    "published_estimates": schema.published_estimates,
    "programme_costs": schema.programme_costs,
    "population": schema.population,
    "unit_costs": schema.unit_costs,
}
RENAMED = {"area": "area_code", "person": "person_id", "from_person": "from_id", "to_person": "to_id"}
NOT_STORED = ("period_start", "period_end")  # made from the period
BLANK_IS_ALL = ("age_band", "sex")  # the tables say '' for everyone, where the sheet says nothing


def table_rows(upload_id: int, records: Records, people: dict[str, int]) -> list[dict[str, Any]]:
    """One row of the dataset's table for each record, with its upload, sheet, row and cell."""
    rows = [{"upload_id": upload_id, "sheet": records.sheet, "row": row} for row in records.rows]
    for column in records.spec.columns:
        if column.name in NOT_STORED:
            continue
        values = records.get(column.name)
        if column.type == "period":
            _put_periods(rows, values)
            continue
        if column.type == "person":
            values = [people.get(value) for value in values]
        elif column.name in BLANK_IS_ALL:
            values = [value or "" for value in values]
        name = RENAMED.get(column.name, column.name)
        for row, value in zip(rows, values, strict=True):
            row[name] = value
    if records.spec.spread:
        _put_absences(rows, records, records.spec.spread[1])
    return rows


def _put_periods(rows: list[dict[str, Any]], periods: list[Any]) -> None:
    for row, period in zip(rows, periods, strict=True):
        row |= {"period_start": period.start, "period_end": period.end, "period_kind": period.kind}


def _put_absences(rows: list[dict[str, Any]], records: Records, name: str) -> None:
    """Why a count isn't there, and the cell each count stood in."""
    absences = records.absences.get(name, {})
    for index, row in enumerate(rows):
        absence = absences.get(index)
        row["absence"] = absence.value if absence else None
        row["cell"] = records.cell(name, index)
