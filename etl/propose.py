"""Which dataset a table is for, and which of its columns are which fields: a proposal, with reasons."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.codes import Codebook
from etl.convert import fold, period_text
from etl.propose_demand import demand_in
from etl.specs import SPECS
from etl.tables.types import Table

POPULATION = re.compile(
    r"population estimates?|mid-?\s?year (?:population )?estimates?|estimates of the population|persons by", re.I
)
ESTIMATES = re.compile(r"confidence interval|margin of error|\blower\b|\bupper\b|\bci\b|respondents|survey", re.I)


@dataclass(frozen=True, slots=True)
class Proposal:
    """`dataset` is "" where none fits. The mapping as `etl.mapping` takes it: columns, values, constants."""

    dataset: str
    reason: str
    confidence: float
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)

    def mapping(self) -> dict:
        return {
            "columns": dict(self.columns),
            "values": {name: dict(each) for name, each in self.values.items()},
            "constants": dict(self.constants),
        }


def propose_table(table: Table, codes: Codebook) -> Proposal:
    """The dataset of a statistical table. Columns are named by their letters: headers may repeat."""
    if table.kind in ("dashboard", "list"):
        return Proposal("", f"a {table.kind}, not data to load", 0.8)
    named = [column.name for column in table.columns]
    own = _own_columns(named)
    if own:
        return own
    columns = {"area": table.area_column.letters} if table.area_column else {}
    times = table.of_role("period")
    constants = {"area": table.area["area_code"] or table.area["area_name"]} if table.area else {}
    if len(times) == 1:
        columns["period"] = times[0].letters
    elif table.period and not _all_timed(table):
        constants["period"] = period_text(table.period)
    text = " ".join([table.title, table.sheet.name, *named])
    if POPULATION.search(text):
        return _population(table, columns, constants)
    demand = demand_in(table, codes)
    if demand.reason and (demand.columns.keys() - {"count"} or _has_area(table)):
        told = {**columns, **demand.columns}, demand.values, {**constants, **demand.constants}
        return Proposal("service_demand", demand.reason, demand.confidence, *told)
    if ESTIMATES.search(text) and columns.get("area"):
        return Proposal("published_estimates", "figures of a survey by area", 0.5, columns, {}, constants)
    if _has_area(table) and table.measures:
        reason = "figures by area, but nothing names a service we know: say which it is"
        return Proposal("service_demand", reason, 0.3, {**columns, **demand.columns}, {}, constants)
    return Proposal("", "no area and no service we know", 0.3)


def _has_area(table: Table) -> bool:
    return bool(table.area_column or table.area) or any(column.area for column in table.measures)


def _all_timed(table: Table) -> bool:
    """Whether each column of figures says its own period, the sums of others left aside."""
    measures = [column for column in table.measures if not column.total]
    return bool(measures) and all(column.period for column in measures)


def _own_columns(named: list[str]) -> Proposal | None:
    """A sheet with the columns of one of our own datasets."""
    headers = {fold(name) for name in named}
    for spec in SPECS.values():
        wanted = set(spec.required)
        if wanted and len(wanted & headers) >= max(3, 0.8 * len(wanted)):
            return Proposal(
                spec.name,
                f"its headers are those of {spec.title.lower()}",
                0.95,
                {name: name for name in spec.names if name in headers},
            )
    return None


def _population(table: Table, columns: dict, constants: dict) -> Proposal:
    whole = next(
        (
            column
            for column in table.measures
            if re.search(r"all ages|total|population|persons|value", column.name, re.I)
        ),
        None,
    )
    if whole:
        columns["count"] = whole.letters
    year = columns.pop("period", None)
    if year:
        columns["year"] = year
    if whole and whole.period:
        constants["year"] = str(whole.period.start.year)
    elif "period" in constants and table.period:
        constants["year"] = str(table.period.start.year)
    constants.pop("period", None)
    sex = next(
        (sex for sex in ("female", "male") if re.search(rf"\b{sex}s?\b", f"{table.title} {table.sheet.name}", re.I)), ""
    )
    constants |= {"unit": "persons", "source": table.title[:80]} | ({"sex": sex} if sex else {})
    return Proposal("population", "its title speaks of population estimates", 0.8, columns, {}, constants)
