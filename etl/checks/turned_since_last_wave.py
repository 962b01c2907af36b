"""An item that went with the others of its battery in the wave before, and goes against them now."""

from collections.abc import Iterator

from etl.batteries import batteries_of, correlated
from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records
from metrics.reliability import turned_since


def turned_since_last_wave(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A warning for each such column; none where no earlier wave is known. Of two items that turned against
    each other both are named: one of them is turned, and only the questionnaire says which."""
    own = {wave for _, wave in records.each("wave")}
    wave, values = next(((w, v) for w, v in context.before.answers if w not in own), ("", {}))
    for battery in batteries_of(records.spec.name, context.codes) if wave else ():
        shared = {name: records.values[name] for name in battery.items if name in values and name in records.values}
        before = correlated(battery, {name: values[name] for name in shared})
        if before is None:
            continue
        now = correlated(battery, shared)
        for at in turned_since(before.matrix, now.matrix, (before.answers, now.answers)):
            name = now.fields[at]
            yield fault(
                "turned_since_last_wave", records.sheet, records.column(name), name, battery=battery.name, wave=wave
            )
