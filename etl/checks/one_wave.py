"""A wave given with the file must be the wave the rows say."""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records


def one_wave(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault for each row of another wave; none where no wave was given."""
    if context.wave is None:
        return
    for index, wave in records.each("wave"):
        if wave != context.wave:
            yield fault("other_wave", records.sheet, records.cell("wave", index), wave, context.wave)
