"""Hours, sessions, citizens, ownership: what the attendance log holds."""

import pytest

from metrics.measures import compute
from metrics.types import Absence
from tests.metrics.builders import attendance, context, definition, one, series

CARERS, YOUNG = {"citizen_group": "carers", "citizens": 8}, {"citizen_group": "young", "citizens": 5}
LOG = attendance(
    ("S1", "2024-04-10", "small_group", 2, "L1", "nhs", CARERS),
    ("S1", "2024-04-10", "small_group", 2, "L2", "police", CARERS),
    ("S2", "2024-05-20", "board", 3, "L1", "nhs"),
    ("S3", "2024-06-05", "small_group", 1.5, "L3", "nhs", YOUNG),
)
GROUPS = {"groups": {"citizen_group": ("young", "carers", "elderly")}}
FRAMES = {"attendance": LOG}


def hours(kind):
    return definition("session_hours", params={"kind_of_session": kind}, breakdowns=("citizen_group",))


@pytest.mark.parametrize(("kind", "expected"), [("small_group", [4, 4, 5.5]), (None, [4, 7, 8.5])])
def test_leader_hours_add_up_month_by_month(kind, expected):
    assert series(compute(hours(kind), FRAMES, context(**GROUPS))) == expected


def test_hours_are_given_by_citizen_group_and_are_zero_where_nobody_went():
    found = compute(hours("small_group"), FRAMES, context(**GROUPS))
    assert [series(found, group=group)[-1] for group in ("young", "carers", "elderly")] == [1.5, 4, 0]


def test_a_cumulative_figure_is_dated_by_its_month():
    period = one(compute(hours(None), FRAMES, context())).period
    assert (str(period.start), str(period.end), period.kind) == ("2024-06-01", "2024-06-30", "month")


@pytest.mark.parametrize(
    ("kind", "expected"), [("small_group", [1, 1, 2]), ("board", [0, 1, 1]), ("event", [0, 0, 0])]
)
def test_a_session_counts_once_whoever_came(kind, expected):
    measure = definition("sessions_held", params={"kind_of_session": kind})
    assert series(compute(measure, FRAMES, context())) == expected


def test_sessions_not_held_are_zero_and_still_illustrative_when_the_log_is_a_sample():
    measure = definition("sessions_held", params={"kind_of_session": "event"})
    found = compute(measure, {"attendance": LOG.assign(origin="sample")}, context())
    assert all(each.illustrative for each in found)


def test_citizens_count_once_a_session_and_not_once_a_leader():
    measure = definition("citizens_heard", breakdowns=("citizen_group",))
    found = compute(measure, FRAMES, context(**GROUPS))
    assert series(found) == [8, 8, 13]
    assert series(found, group="carers") == [8, 8, 8]
    assert series(found, group="elderly") == [0, 0, 0]
    assert one(found).base == 2


def test_a_session_with_two_citizen_groups_counts_both():
    log = attendance(
        ("S1", "2024-04-10", "small_group", 2, "L1", "nhs", CARERS),
        ("S1", "2024-04-10", "small_group", 2, "L2", "nhs", YOUNG),
    )
    assert series(compute(definition("citizens_heard"), {"attendance": log}, context())) == [13]


def test_a_citizens_figure_is_traced_to_every_row_of_its_sessions():
    found = one(compute(definition("citizens_heard"), FRAMES, context()))
    assert found.trace == ((1, "Data", "rows 2-3, 5"),)


def test_groups_reached_counts_the_groups_met():
    found = one(compute(definition("groups_reached"), FRAMES, context(**GROUPS)))
    assert (found.value, found.denominator) == (2, 3)


OWNED = definition("ownership", unit="percent")


def owned(*rows):
    return compute(OWNED, {"attendance": attendance(*rows)}, context())


def act(session, person, host, items, chaired=False):
    return (
        session,
        "2024-05-02",
        "board",
        2,
        person,
        "nhs",
        {"host": host, "agenda_items": items, "chaired": chaired},
    )


def test_ownership_pools_items_and_chairs_and_gives_each():
    found = owned(act("S1", "L1", True, 4, True), act("S1", "L2", False, 1), act("S2", "L3", False, 3, True))
    assert one(found).value == pytest.approx(100 * 5 / 10)
    assert one(found, "agenda_share").value == pytest.approx(100 * 4 / 8)
    assert one(found, "chair_share").value == pytest.approx(50)


def test_rows_that_do_not_say_whose_person_it_is_are_left_out():
    found = one(owned(act("S1", "L1", None, 6), act("S1", "L2", False, 1), act("S2", "L3", True, 1)))
    assert (found.numerator, found.denominator) == (1, 2)


def test_items_of_one_session_are_alike_so_the_effective_base_is_smaller():
    # two sessions of five items, all outside and all host: p = 0.5, rests 2.5 and -2.5,
    # variance (2.5² + 2.5²) x 2/1 / 10² = 0.25, effective base 0.25 / 0.25 = 1
    found = one(owned(act("S1", "L1", False, 5), act("S2", "L2", True, 5)))
    assert found.base == 10
    assert found.base_effective == pytest.approx(1)


def test_a_quarter_without_acts_has_no_share():
    found = one(owned(act("S1", "L1", True, 0)))
    assert found.absence is Absence.NOT_APPLICABLE


@pytest.mark.parametrize("kind", ["sessions_held", "citizens_heard", "groups_reached", "ownership"])
def test_no_log_gives_no_figures(kind):
    assert compute(definition(kind), {}, context()) == []


def test_a_log_without_citizens_is_a_count_of_zero():
    log = attendance(("S2", "2024-05-20", "board", 3, "L1", "nhs"))
    assert series(compute(definition("citizens_heard"), {"attendance": log}, context())) == [0, 0]
