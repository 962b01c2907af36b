"""Fewer areas than last time: a district that was there in the months before, or in the last wave, and isn't now."""

from collections import defaultdict
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.checks.series import month_text, monthly_series
from etl.faults import Fault, fault
from etl.records import Records

LOOKED_BACK = 3  # months before a service's last one


def fewer_areas(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A warning for each service or wave that lacks areas it had; none for areas it never had."""
    if records.spec.name == "service_demand":
        yield from _of_services(records, context)
    elif records.spec.name == "citizen_survey":
        yield from _of_wave(records, context)


def _of_services(records: Records, context: CheckContext) -> Iterator[Fault]:
    """By service: the areas of its last month against those of the months before, in the file and in the store."""
    months: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    places: dict[str, dict[int, int]] = defaultdict(dict)
    services, areas = records.get("service"), records.get("area")
    for series in monthly_series(records, context):
        index = next(iter(series.places.values()))
        months[services[index]][areas[index]] |= series.counts.keys()
        places[services[index]] |= series.places
    for (service, area, _), counts in context.before.counts.items():
        if service in places:
            months[service][area] |= counts.keys()
    for service, held in months.items():
        last = max(places[service])
        now = {area for area, known in held.items() if last in known}
        before = {area for area, known in held.items() if known & set(range(last - LOOKED_BACK, last))}
        if before - now:
            yield fault(
                "fewer_areas", records.sheet, records.cell("area", places[service][last]),
                what=f"{service} in {month_text(last)}", count=len(before - now), before=len(before),
                areas=", ".join(sorted(before - now)),
            )  # fmt: skip


def _of_wave(records: Records, context: CheckContext) -> Iterator[Fault]:
    own = {wave for _, wave in records.each("wave")}
    last = next((each for each in context.before.rounds if each.wave not in own), None)
    lost = last.areas - {area for _, area in records.each("area")} if last else set()
    if lost:
        yield fault(
            "fewer_areas", records.sheet, records.column("area"), what=f"this wave, against {last.wave},",
            count=len(lost), before=len(last.areas), areas=", ".join(sorted(lost)),
        )  # fmt: skip
