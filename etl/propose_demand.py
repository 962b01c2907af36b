"""Of a table of counts: which of its columns count which service, or which one service it counts throughout."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from etl.codes import LISTS, Codebook
from etl.columns import column_of
from etl.convert import as_text, fold
from etl.named_services import service_in
from etl.tables.long import OF_ITS_OWN
from etl.tables.types import Column, Table

SERVICES: tuple[tuple[str, re.Pattern], ...] = (
    ("ae_type1", re.compile(r"\btype 1\b(?!.*(?:hours|%|percent))", re.I)),
    ("emergency_admissions", re.compile(r"total emergency admissions|emergency admissions$", re.I)),
    ("asb", re.compile(r"anti[- ]?social behaviour", re.I)),
    ("homeless_prevention", re.compile(r"prevention duty owed|owed a prevention duty", re.I)),
    ("homeless_relief", re.compile(r"relief duty owed|owed a relief duty", re.I)),
    ("ambulance_calls", re.compile(r"(?:ambulance|999).*calls|calls answered", re.I)),
    ("fire_incidents", re.compile(r"fire(?: and rescue)? incidents|incidents attended", re.I)),
    ("asc_requests", re.compile(r"requests for (?:adult )?(?:social care )?support|new requests", re.I)),
)
MOST_SERVICES = 20  # different values of a column, beyond which it is of something else


@dataclass(frozen=True, slots=True)
class Demand:
    """What says of which service the counts are: `columns`, `values` and `constants` as in a mapping, and why.
    No `reason` where nothing says it."""

    reason: str = ""
    confidence: float = 0.0
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)


def demand_in(table: Table, codes: Codebook) -> Demand:
    """A column that names the service in each row, columns headed with one, or a title that names the only one."""
    series = _only_series(table)
    count = {"count": series[0].letters} if series else {}
    ends = f"{series[0].letters} to {series[-1].letters}" if len(series) > 1 else ""
    across = f"; columns {ends} are read together, each for what stands over it" if ends else ""
    for column in table.of_role("dimension") if series else ():
        if values := _services_down(table, column, codes):
            said = {text: service for text, service in values.items() if fold(text) not in _services(codes)}
            columns = {"service": column.letters, **count}
            reason = f"column {column.letters} names services: {', '.join(dict.fromkeys(values.values()))}{across}"
            return Demand(reason, 0.8, columns, {"service": said} if said else {})
    headed = _headed(table, codes)
    if headed:
        return Demand("columns that count " + ", ".join(headed), 0.7, headed)
    if series and table.unit != "%":
        for where, text, sure in (("title", table.title, 0.7), ("sheet's name", table.sheet.name, 0.6)):
            if service := service_in(text, _services(codes), codes.lists.get(LISTS["area"], {})):
                reason = f"its {where} says that it counts {service}{across}"
                return Demand(reason, sure, count, {}, {"service": service})
    return Demand(columns=count)


def _services(codes: Codebook) -> Mapping[str, str]:
    return codes.lists.get(LISTS["service"], {})


def _only_series(table: Table) -> list[Column]:
    """The columns of counts where all are of one thing, told apart by period or area at most; else none."""
    counts = [each for each in table.measures
              if not each.percent and not each.total and not OF_ITS_OWN.search(each.name)]  # fmt: skip
    names = {fold(each.name) for each in counts}
    labels = {(each.period, each.area.get("area_code") or each.area.get("area_name")) for each in counts}
    return counts if len(names) == 1 and len(labels) == len(counts) else []


def _services_down(table: Table, column: Column, codes: Codebook) -> dict[str, str]:
    """Text -> service, where each different value of a column is a service of its own; else nothing."""
    rows = np.array([row for row in table.rows if row not in table.totals], dtype=int)
    texts = [as_text(raw) for raw in column_of(table.sheet.rows, column.index).of(rows).different() if raw is not None]
    if not 0 < len(texts) <= MOST_SERVICES:
        return {}
    found = {text: service_in(text, _services(codes), {}) for text in texts}
    return found if all(found.values()) and len(set(found.values())) == len(found) else {}


def _headed(table: Table, codes: Codebook) -> dict[str, str]:
    """Service -> the first column of counts that is headed with it."""
    found: dict[str, str] = {}
    for column in table.measures:
        if not column.percent and "hours" not in column.name.lower():
            for service in _named(column.name, codes):
                found.setdefault(service, column.letters)
    return found


def _named(heading: str, codes: Codebook) -> Iterator[str]:
    yield from (service for service, pattern in SERVICES if pattern.search(heading))
    if service := service_in(heading, _services(codes), codes.lists.get(LISTS["area"], {})):
        yield service
