"""What a blank stands for where the column's description says so."""

from collections.abc import Iterator

from etl.convert import span
from etl.faults import Fault, fault
from etl.records import Records


def fill_blanks(records: Records) -> Iterator[Fault]:
    """Fills the blanks that have a declared meaning, in place; a fault for each that has none."""
    fill = {"leader_survey": _rater_codes, "service_demand": _periods}.get(records.spec.name)
    if fill:
        yield from fill(records)


def _rater_codes(records: Records) -> Iterator[Fault]:
    """Whoever rates themself needs no second code."""
    people, raters, codes = records.get("person"), records.get("rater"), list(records.get("rater_code"))
    for index, code in enumerate(codes):
        if code is None and raters[index] == "self":
            codes[index] = people[index]
        elif code is None and raters[index] is not None:
            yield fault(
                "missing_value",
                records.sheet,
                records.cell("rater_code", index),
                column="rater_code",
                expected="the rater's code, which only a self-rating may leave blank",
            )
    records.values["rater_code"] = codes


def _periods(records: Records) -> Iterator[Fault]:
    """A first and a last day make the period where there is none."""
    starts, ends, periods = (
        records.get("period_start"),
        records.get("period_end"),
        list(records.get("period")),
    )
    from_dates = "period" not in records.values
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if periods[index] is None and start and end:
            periods[index] = span(start, end)
        elif from_dates and not (start and end):
            yield fault(
                "missing_value",
                records.sheet,
                records.cell("period_start", index),
                column="period_start and period_end",
                expected="both dates of the period",
            )
        elif index in records.absences.get("period", ()):
            yield fault(
                "missing_value",
                records.sheet,
                records.cell("period", index),
                column="period",
                expected=records.spec.column("period").help,
            )
    records.values["period"] = periods
    records.letters.setdefault("period", records.letters.get("period_start", ""))
