"""Promises kept and insights acted on."""

import pytest

from metrics.measures import compute
from metrics.types import Absence
from tests.metrics.builders import context, definition, one, series, table

KEPT = definition("commitments_on_time", unit="percent", breakdowns=("sector",))
ADOPTED = definition("insights_adopted", unit="percent", breakdowns=("service", "citizen_group"))


def promises(*rows, **more):
    return {
        "commitments": table("commitment person sector agreed_on due_on done_on stopped_on", *rows, **more)
    }


def insights(*rows):
    return {"insights": table("insight heard_on citizen_group service change_made changed_on", *rows)}


PROMISED = promises(
    ("C1", "L1", "nhs", "2024-04-02", "2024-05-31", "2024-05-31", None),  # on the day
    ("C2", "L1", "nhs", "2024-04-02", "2024-06-30", "2024-07-01", None),  # a day late
    ("C3", "L2", "police", "2024-04-02", "2024-06-01", None, "2024-05-01"),  # given up before it was due
    ("C4", "L2", "police", "2024-04-02", "2024-08-01", "2024-06-02", None),  # early
    ("C5", "L2", "police", "2024-04-02", "2024-12-01", None, None),  # not yet due
)


def test_done_on_time_over_due_in_the_rolling_year():
    found = compute(KEPT, PROMISED, context("2024-09-30"))
    assert series(found) == [pytest.approx(100 / 3), pytest.approx(50)]
    assert (one(found).numerator, one(found).denominator) == (2, 4)
    assert one(found).period.kind == "rolling_year"


def test_a_commitment_counts_for_a_year_after_it_was_due():
    frames = promises(
        ("C1", "L1", "nhs", "2024-04-02", "2024-06-30", "2024-06-30", None),
        ("C2", "L1", "nhs", "2024-04-02", "2024-07-01", None, None),
        ("C3", "L1", "nhs", "2024-04-02", "2025-06-30", None, None),
    )
    assert one(compute(KEPT, frames, context("2025-06-30"))).denominator == 2


def test_the_share_has_wilsons_interval():
    found = one(compute(KEPT, PROMISED, context("2024-09-30")))
    assert found.low == pytest.approx(15.0038997)  # Wilson, 2 of 4
    assert found.high == pytest.approx(84.9961003)


def test_it_is_given_by_sector():
    found = compute(KEPT, PROMISED, context("2024-06-30"))
    assert (series(found, group="nhs"), series(found, group="police")) == ([50], [0])


def test_a_year_in_which_nothing_was_due_has_no_share():
    frames = promises(("C1", "L1", "nhs", "2024-04-02", "2024-12-31", None, None))
    found = compute(KEPT, frames, context("2024-06-30"))
    assert one(found).absence is Absence.NOT_APPLICABLE


HEARD = insights(
    ("N1", "2024-04-05", "young", "asb", "Later buses", "2024-08-01"),
    ("N2", "2024-05-05", "carers", "asb", None, None),
    ("N3", "2024-07-05", "carers", None, "", "2024-08-01"),  # a date but no change named
    ("N4", "2024-08-05", "carers", None, "New form", None),  # a change that can't be placed in time
)


def test_insights_are_adopted_from_the_day_of_the_change():
    assert series(compute(ADOPTED, HEARD, context("2024-09-30"))) == [0, 25]


def test_adoption_is_given_by_service_and_by_citizen_group():
    found = compute(ADOPTED, HEARD, context("2024-09-30"))
    assert series(found, group="asb") == [0, 50]
    assert series(found, group="young") == [0, 100]
    assert series(found, group="carers") == [0, 0]


def test_a_share_of_none_or_all_keeps_an_interval():
    found = compute(ADOPTED, HEARD, context("2024-09-30"))
    assert one(found, group="young").low < 100
    assert one(found, group="carers").high > 0


def test_the_figure_leads_to_the_rows_heard_so_far():
    found = compute(ADOPTED, HEARD, context("2024-09-30"))
    assert one(found, end="2024-06-30").trace == ((1, "Data", "rows 2-3"),)


@pytest.mark.parametrize("measure", [KEPT, ADOPTED])
def test_no_register_gives_no_figures(measure):
    assert compute(measure, {}, context()) == []
