"""Families of indicators: who could give whom away, and that disclosure control agrees."""

import datetime as dt

import pytest

from metrics.disclosure import Rules, disclose
from metrics.disclosure_families import families, services_told
from metrics.types import Definition, Estimate, Period

KINDS = {"I1": "service", "I2": "service", "I3": "services_share", "I4": "survey", "I5": "leaders"}
DISTRICTS = ("D1", "D2", "D3")


def definition(id: str, **params) -> Definition:
    return Definition(id, id, "count", "down", "demand_rate", params)


def beside(*services: str) -> dict:
    return {each: {"service": each} for each in services}


@pytest.mark.parametrize(
    ("definitions", "found"),
    [
        ([definition("I1", service="a"), definition("I2", service="b")], ["I1", "I2"]),
        ([definition("I1", service="a"), definition("I2", service="a")], ["I1+I2"]),
        ([definition("I1", service="a", beside=beside("b")), definition("I2", service="b")], ["I1+I2"]),
        (
            [definition("I3", numerator="b", other="c"), definition("I4"), definition("I1", service="c")],
            ["I3+I1", "I4"],
        ),
        (
            [definition("I1", service="a"), definition("I2", service="b"), definition("I3", numerator="a", other="b")],
            ["I1+I2+I3"],
        ),
        ([definition("I4", service="a"), definition("I5", service="a")], ["I4", "I5"]),  # they count other things
        ([], []),
    ],
)
def test_indicators_of_one_service_are_of_one_family(definitions, found):
    assert ["+".join(each.id for each in family) for family in families(definitions, Rules(kinds=KINDS))] == found


def test_services_shown_beside_are_told_too():
    assert services_told(definition("I1", service="a", beside=beside("b", "c"))) == {"a", "b", "c"}


def counts(indicator: str, numbers, beside: str = "") -> list[Estimate]:
    """Counts of the county and its districts in one month."""
    month = Period(dt.date(2026, 1, 1), dt.date(2026, 1, 31), "month")
    return [
        Estimate(indicator, "count", month, area, "service_demand", value=float(number), numerator=float(number),
                 group_dim="service" if beside else "", group_value=beside, trace=((1, "S", "A1"),))
        for area, number in zip(("C", *DISTRICTS), (sum(numbers), *numbers), strict=True)
    ]  # fmt: skip


def test_a_family_s_control_rests_on_no_figure_outside_it():
    rules = Rules(
        kinds=KINDS, whole_areas=frozenset({"C"}), services={"I1": ("a",), "I2": ("b",)}, members={"C": DISTRICTS},
        rounded=frozenset({"I1", "I2", "a", "b", "c"}),
    )
    one = counts("I1", (3, 40, 60)) + counts("I1", (2, 5, 90), beside="c")
    other = counts("I2", (4, 20, 70))
    assert disclose(one + other, rules) == disclose(one, rules) + disclose(other, rules)
