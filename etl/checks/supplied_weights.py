"""Weights that came with a survey: for everyone, above zero, not extreme, and adding up to something that makes sense.

They are honoured as they are. What is doubtful is said, and only the evaluator has them replaced by weights
made from the population.
"""

from collections import defaultdict
from collections.abc import Iterator

from etl.checks.context import MADE, CheckContext
from etl.faults import Fault, fault
from etl.records import Records

EXTREME = 5.0  # times the mean weight: the cap that survey firms commonly use
NEAR_ONE = 0.02  # how far from 1 the mean of weights scaled to respondents may lie
GROSSING = 20.0  # a mean weight from here on says how many people a respondent stands for


def supplied_weights(records: Records, context: CheckContext) -> Iterator[Fault]:
    """Errors for negative weights and for waves where only some have one; otherwise warnings and a notice."""
    if records.spec.name != "citizen_survey" or not any(True for _ in records.each("weight")):
        return
    if context.weights == MADE:
        yield fault("weights_replaced", records.sheet)
        return
    for wave, rows in _by_wave(records).items():
        yield from _of_wave(records, wave, rows)


def _by_wave(records: Records) -> dict[str, dict[int, float | None]]:
    """Of each wave with a weight, {index: weight} of its rows."""
    waves: dict[str, dict[int, float | None]] = defaultdict(dict)
    for index, (wave, weight) in enumerate(zip(records.get("wave"), records.get("weight"), strict=True)):
        waves[wave or ""][index] = weight
    return {wave: rows for wave, rows in waves.items() if any(weight is not None for weight in rows.values())}


def _of_wave(records: Records, wave: str, rows: dict[int, float | None]) -> Iterator[Fault]:
    def at(code: str, index: int, **words) -> Fault:
        value = "" if rows[index] is None else f"{rows[index]:g}"
        return fault(code, records.sheet, records.cell("weight", index), value, wave=wave, **words)

    blank = [index for index, weight in rows.items() if weight is None]
    if blank:
        yield at("weights_for_some", blank[0], blank=len(blank), rows=len(rows))
    negative = [index for index, weight in rows.items() if weight is not None and weight < 0]
    for index in negative:
        yield at("weight_negative", index)
    if blank or negative:
        return
    zero = [index for index, weight in rows.items() if weight == 0]
    if zero:
        yield at("weights_zero", zero[0], zero=len(zero))
    yield from _of_size(rows, at)


def _of_size(rows: dict[int, float], at) -> Iterator[Fault]:
    total = sum(rows.values())
    mean, first = total / len(rows), next(iter(rows))
    if mean == 0:
        yield at("weights_sum", first, total="0", rows=len(rows))
        return
    heaviest = max(rows, key=rows.__getitem__)
    if rows[heaviest] > EXTREME * mean:
        many = sum(weight > EXTREME * mean for weight in rows.values())
        yield at("weights_extreme", heaviest, many=many, times=f"{rows[heaviest] / mean:.1f}", cap=f"{EXTREME:g}")
    if mean >= GROSSING:
        yield at("weights_gross", first, total=f"{total:,.0f}", rows=len(rows))
    elif abs(mean - 1) > NEAR_ONE:
        yield at("weights_sum", first, total=f"{total:,.6g}", rows=len(rows))
