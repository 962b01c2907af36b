"""Totals that don't add up: an area against all its parts, everyone against women and men, aligned against all."""

from collections import defaultdict
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.convert import period_text
from etl.faults import Fault, fault
from etl.records import Records

ROUNDED_TO = 5  # counts that are all multiples of this were rounded, and their sums are off by as much
WHOLE = {"service_demand": ("service", "period", "age_band"), "population": ("year", "sex", "age_band", "unit")}
SEXES = ("female", "male")


def totals(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A warning at each total that is not the sum of its parts, where all the parts are in the file."""
    name = records.spec.name
    if name in WHOLE:
        yield from _areas(records, WHOLE[name], context)
    if name == "population":
        yield from _sexes(records)
    if name == "partner_returns":
        yield from _aligned(records)


def _areas(records: Records, others: tuple[str, ...], context: CheckContext) -> Iterator[Fault]:
    columns = [records.get(each) for each in others]
    groups: dict[tuple, dict[str, int]] = defaultdict(dict)
    for index, area in records.each("area"):
        groups[tuple(column[index] for column in columns)][area] = index
    for group in groups.values():
        for area in group.keys() & context.codes.members.keys():
            parts = context.codes.members[area]
            if set(parts) <= group.keys():
                yield from _unequal(records, group[area], [group[part] for part in parts], f"the {len(parts)} parts")


def _sexes(records: Records) -> Iterator[Fault]:
    columns = [records.get(each) for each in ("area", "year", "age_band", "unit")]
    groups: dict[tuple, dict[str, int]] = defaultdict(dict)
    for index, sex in enumerate(records.get("sex")):
        groups[tuple(column[index] for column in columns)][sex or ""] = index
    for group in groups.values():
        if "" in group and set(SEXES) <= group.keys() and "other" not in group:
            yield from _unequal(records, group[""], [group[sex] for sex in SEXES], "women and men")


def _unequal(records: Records, whole: int, parts: list[int], what: str) -> Iterator[Fault]:
    counts = records.get("count")
    total, added = counts[whole], [counts[part] for part in parts]
    if total is None or None in added:
        return
    rounded = all(count % ROUNDED_TO == 0 for count in (total, *added))
    allowed = (len(parts) + 1) * (ROUNDED_TO if rounded else 0.5 if any(count % 1 for count in added) else 0)
    if abs(total - sum(added)) > allowed:
        period = records.get("period" if "period" in records.spec.names else "year")[whole]
        yield fault(
            "total_not_met", records.sheet, records.cell("count", whole), f"{total:,g}", f"{sum(added):,g}",
            what=what, area=records.get("area")[whole], period=period_text(period) if period else "",
        )  # fmt: skip


def _aligned(records: Records) -> Iterator[Fault]:
    columns = [records.get(each) for each in ("organisation", "period", "measure")]
    aligned, whole = records.get("aligned"), records.get("total")
    sums: dict[tuple, float] = defaultdict(float)
    rows: dict[tuple, int] = {}
    for index, key in enumerate(zip(*columns, strict=True)):
        sums[key] += aligned[index] or 0
        if whole[index] is not None:
            rows[key] = index
    for key, index in rows.items():
        if sums[key] > whole[index]:
            yield fault(
                "more_than_total", records.sheet, records.cell("total", index), f"{whole[index]:,g}",
                f"{sums[key]:,g}", organisation=key[0],
            )  # fmt: skip
