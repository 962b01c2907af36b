"""An item that runs against the others of its battery: its scale was probably entered from the wrong end."""

from collections.abc import Iterator

from etl.batteries import batteries_of, correlated
from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records
from metrics.reliability import against_the_rest


def reversed_scale(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A warning for each such column. Nothing is turned round here: whoever knows the file decides.

    An item that the framework declares as worded the other way counts from its own end and runs with the
    others. A battery of two can't say which is turned; turned_since_last_wave looks at those.
    """
    for battery in batteries_of(records.spec.name, context.codes):
        found = correlated(battery, records.values)
        for at in against_the_rest(found.matrix, found.answers) if found else ():
            name = found.fields[at]
            yield fault("reversed_scale", records.sheet, records.column(name), name, battery=battery.name)
