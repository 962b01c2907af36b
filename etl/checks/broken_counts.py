"""A count that isn't whole among whole ones of its service: often a rate or an average that slipped into the column."""

from collections import defaultdict
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records

FEWEST, FEW = 10, 0.1  # counts of a service, and the share that may be broken before they are what it publishes


def broken_counts(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A warning for each such count. A service that publishes broken ones, in thousands for one, is left alone."""
    if records.spec.name != "service_demand":
        return
    of_service, services = defaultdict(list), records.get("service")
    for index, count in records.each("count"):
        of_service[services[index]].append((index, count))
    for service, counts in of_service.items():
        broken = [(index, count) for index, count in counts if not float(count).is_integer()]
        if len(counts) < FEWEST or len(broken) > FEW * len(counts):
            continue
        for index, count in broken:
            yield fault("count_not_whole", records.sheet, records.cell("count", index), f"{count:g}", service=service)
