"""A percentage lies between 0 and 100; a whole measure between 0 and 1 was probably given as fractions."""

from collections import defaultdict
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records

SHARES = ("value", "low", "high")
FEWEST = 3  # figures of a measure before their being small says anything


def share_range(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault for each percentage outside 0 to 100, a warning for a measure whose figures are all at most 1."""
    if records.spec.name != "published_estimates":
        return
    values: dict[str, list[int]] = defaultdict(list)
    for index, measure in records.each("measure"):
        if _is_share(measure, context):
            values[measure].append(index)
    for measure, rows in values.items():
        for name in SHARES:
            column = records.get(name)
            for index in rows:
                if column[index] is not None and not 0 <= column[index] <= 100:
                    yield fault(
                        "share_out_of_range", records.sheet, records.cell(name, index), f"{column[index]:g}",
                        "0 to 100", column=records.heading(name), measure=measure,
                    )  # fmt: skip
        known = [records.get("value")[index] for index in rows if records.get("value")[index] is not None]
        if len(known) >= FEWEST and all(0 < value <= 1 for value in known):
            yield fault("share_as_fraction", records.sheet, records.cell("value", rows[0]), f"{known[0]:g}",
                        "0 to 100", measure=measure, count=len(known))  # fmt: skip


def _is_share(measure: str, context: CheckContext) -> bool:
    return measure in context.codes.shares or measure in context.codes.questions
