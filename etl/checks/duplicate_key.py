"""No two rows may have the same key: the columns that say what a row is about."""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records


def duplicate_key(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault for each row whose key an earlier row has. A row whose key couldn't be read is passed over."""
    spec = records.spec
    # A period is needed even where it isn't required as a column: two dates may stand for it.
    required = [name for name in spec.key if spec.column(name).required or spec.column(name).type == "period"]
    columns = [records.get(name) for name in spec.key]
    blank = {index for name in required for index, value in enumerate(records.get(name)) if value is None}
    described = ", ".join(name for name in spec.key if records.values.get(name))
    first_seen: dict[tuple, int] = {}
    for index, key in enumerate(zip(*columns, strict=True)):
        if index in blank:
            continue
        first = first_seen.setdefault(key, index)
        if first != index:
            yield fault(
                "duplicate_key",
                records.sheet,
                records.cell(spec.key[0], index),
                expected=described,
                row=records.rows[index],
                first=records.rows[first],
            )
