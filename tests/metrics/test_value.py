"""From avoided cases to pounds: every step against a sum done by hand, and what must hold of any chain."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.value import value
from metrics.worth.types import Avoided, Factor, Grade, Signed, Terms, UnitCost, Year
from tests.metrics.worths import FIVE, HELD, avoided, factor, terms, unit_cost

ROOT = Path(__file__).resolve().parents[2]


def fiscal(found=None, prices=None, given=None):
    return value(found or avoided(), [unit_cost()] if prices is None else prices, given or terms())["fiscal"]


def left(worth) -> dict[str, float]:
    return {step.id: step.after.value for step in worth.steps}


def test_every_step_is_the_sum_done_by_hand():
    present = 0.6 / 1.035 + 0.4 / 1.035**2
    assert left(fiscal()) == pytest.approx({
        "avoided": 100_000, "deadweight": 100_000, "displacement": 80_000, "leakage": 80_000, "attribution": 16_000,
        "drop_off": 16_000, "inflation": 20_000, "optimism_bias": 12_000, "discounting": 12_000 * present,
    })  # fmt: skip


def test_a_plain_before_and_after_has_every_factor_taken_off():
    found = left(fiscal(avoided(holds={})))
    assert found["deadweight"] == pytest.approx(80_000)
    assert found["leakage"] == pytest.approx(100_000 * 0.8**3)
    # the second year's 40 per cent of the cases have faded by a fifth
    assert found["drop_off"] == pytest.approx(found["attribution"] * (0.6 + 0.4 * 0.8))


@pytest.mark.parametrize("held", HELD)
def test_a_factor_the_figure_holds_changes_nothing_and_says_why(held):
    step = next(step for step in fiscal().steps if step.id == held)
    assert not step.applied
    assert (step.change.value, step.change.low, step.change.high) == (0, 0, 0)
    assert "not taken off twice" in step.why


def test_the_first_range_is_that_of_the_avoided_cases():
    step = fiscal(prices=[unit_cost(100, 100, 100)]).steps[0]
    assert (step.cases.low, step.cases.high) == (pytest.approx(200, rel=0.01), pytest.approx(1800, rel=0.01))
    assert step.after.high == pytest.approx(180_000, rel=0.01)


def test_the_same_seed_gives_the_same_range_and_another_seed_another():
    assert fiscal() == fiscal()
    assert fiscal().total != fiscal(given=terms(seed=8)).total
    assert fiscal().total.value == fiscal(given=terms(seed=8)).total.value


def test_fiscal_economic_and_social_value_stand_apart():
    prices = [unit_cost(), unit_cost(10, 10, 10, kind="social")]
    found = value(avoided(), prices, terms())
    assert found["fiscal"].total == fiscal().total
    assert left(found["social"])["avoided"] == pytest.approx(10_000)
    assert found["economic"].refusal.endswith("no economic unit cost for this service: it is left blank, not guessed.")
    assert found["economic"].total is None


@pytest.mark.parametrize(
    ("prices", "given", "reason"),
    [
        ([], terms(), "There is no fiscal unit cost"),
        ([unit_cost(), unit_cost(code="HE5.0")], terms(), "(HE4.0, HE5.0): a case would count twice"),
        ([unit_cost(), unit_cost()], terms(), "a case would count twice"),
        ([unit_cost(price_year=2025)], terms(), "The deflator has no figure for 2025"),
        ([unit_cost()], terms(FIVE[:3]), "Nobody has set attribution for this service."),
    ],
)
def test_what_cannot_be_valued_is_refused_with_the_reason(prices, given, reason):
    found = fiscal(prices=prices, given=given)
    assert reason in found.refusal
    assert found.steps == ()


@pytest.mark.parametrize(
    ("maryland", "quality", "year", "grade"),
    [(5, "green", 2024, 3), (2, "green", 2024, 4), (5, "amber", 2024, 4), (5, "red", 2024, 6), (5, "green", 2012, 6),
     (1, "green", 2024, 6)],
)  # fmt: skip
def test_the_worst_grade_of_all_inputs_counts(maryland, quality, year, grade):
    found = fiscal(avoided(maryland=maryland), [unit_cost(quality=quality, price_year=year)])
    assert found.grade == grade


def test_a_loss_is_not_made_smaller_by_caution():
    worse = fiscal(avoided(-1800, -1000, -200))
    assert left(worse)["optimism_bias"] == left(worse)["inflation"] < 0


def test_payers_share_the_value_by_what_each_pays():
    prices = [unit_cost(), unit_cost(300, 300, 300, payer="Council")]
    found = {share.payer: share.value.value for share in fiscal(prices=prices).payers}
    assert found["Council"] == pytest.approx(3 * found["NHS"])
    assert sum(found.values()) == pytest.approx(fiscal(prices=prices).total.value)


def test_nothing_is_cash_until_the_payers_owner_signs_and_the_newest_signature_counts():
    cash = fiscal().payers[0].cashable
    assert (cash.low, cash.value, cash.high) == (0, 0, 0)
    signed = (Signed("ae", "NHS", 0.5, "Finance lead", dt.date(2026, 1, 1)),
              Signed("ae", "NHS", 0.2, "Finance lead", dt.date(2026, 6, 1)),
              Signed("ae", "Council", 0.9, "Treasurer", dt.date(2026, 7, 1)))  # fmt: skip
    found = fiscal(given=terms(signed=signed))
    assert found.payers[0].cashable.value == pytest.approx(0.2 * found.total.value)
    assert "Finance lead signed 20%" in found.payers[0].why


SHARES = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(sorted)
CASES = st.lists(st.floats(0, 1e5), min_size=3, max_size=3).map(sorted)
POUNDS = st.lists(st.floats(0, 1e4), min_size=3, max_size=3).map(sorted)
FEW = settings(max_examples=40, deadline=None)


@given(CASES, POUNDS, SHARES, SHARES)
@FEW
def test_no_range_is_ever_turned_round(cases, pounds, lost, ours):
    given_ = terms((factor("displacement", *lost), factor("attribution", *ours)), draws=200)
    for step in fiscal(avoided(*cases), [unit_cost(*pounds)], given_).steps:
        for span in (step.change, step.after, step.cases):
            assert span.low <= span.value <= span.high


@given(POUNDS, SHARES, SHARES)
@FEW
def test_no_avoided_cases_are_worth_nothing(pounds, lost, ours):
    given_ = terms((factor("displacement", *lost), factor("attribution", *ours)), draws=200)
    found = fiscal(avoided(0.0, 0.0, 0.0), [unit_cost(*pounds)], given_)
    assert {(step.after.low, step.after.value, step.after.high) for step in found.steps} == {(0, 0, 0)}


@given(st.sampled_from(["deadweight", "displacement", "leakage", "attribution", "drop_off"]), SHARES, st.floats(0, 1))
@FEW
def test_value_moves_one_way_with_every_factor(name, share, step):
    others = tuple(each for each in FIVE if each.name != name)
    more = [min(1.0, end + step * (1 - end)) for end in share]
    lower, higher = (fiscal(avoided(holds={}), given=terms((*others, factor(name, *ends)), draws=200)).total
                     for ends in (share, more))  # fmt: skip
    if name != "attribution":
        lower, higher = higher, lower
    for end in ("low", "value", "high"):
        assert getattr(lower, end) <= getattr(higher, end) + 1e-6


@given(POUNDS, st.floats(1, 3), st.floats(0, 0.1), st.floats(0, 0.1))
@FEW
def test_value_rises_with_the_unit_cost_and_falls_with_the_discount_rate(pounds, times, rate, more):
    dearer = [unit_cost(*(end * times for end in pounds))]
    assert fiscal(prices=[unit_cost(*pounds)]).total.value <= fiscal(prices=dearer).total.value + 1e-6
    late = fiscal(given=terms(discount=rate + more)).total
    assert late.high <= fiscal(given=terms(discount=rate)).total.high + 1e-6


@pytest.mark.parametrize("ends", [(0.3, 0.2, 0.5), (-0.1, 0.2, 0.5), (0.1, 0.2, 1.5)])
def test_a_factor_whose_ends_do_not_rise_between_0_and_1_is_refused(ends):
    with pytest.raises(ValueError, match="must rise between 0 and 1"):
        factor("displacement", *ends)


def test_a_factor_for_the_service_comes_before_the_one_for_every_service():
    own = replace(factor("attribution", 1, 1, 1), services=("ae",))
    given_ = terms((*FIVE, own))
    assert given_.factor("attribution", "ae") is own
    assert given_.factor("attribution", "asb") is not own


def rows(name: str) -> list[dict]:
    with (ROOT / "data" / "reference" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def referenced() -> Terms:
    """The terms of the shipped reference files, as the worked example takes them."""
    factors = tuple(
        Factor(row["factor"], float(row["low"]), float(row["central"]), float(row["high"]), row["source"],
               row["status"], tuple(row["services"].split()))
        for row in rows("value_factors.csv")
    )  # fmt: skip
    grades = tuple(
        Grade(int(row["grade"]), float(row["benefits"]), float(row["costs"]), int(row["maryland"] or 0) or None,
              row["quality"], int(row["years_old"] or 0) or None)
        for row in rows("optimism_bias.csv")
    )  # fmt: skip
    deflator = {int(row["year"]): float(row["index"]) for row in rows("deflator.csv")}
    return Terms(factors, deflator, grades, 0.035, dt.date(2026, 9, 30), 1)


def test_the_worked_example_of_the_documents_is_what_the_chain_gives():
    text = (ROOT / "docs" / "value.md").read_text(encoding="utf-8")
    table = text.split("## One example by hand")[1].split("## Return")[0]
    lines = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")][2:]
    by_hand = {step.strip(): float(pounds.replace(",", "")) for step, _, pounds in lines}
    row = next(row for row in rows("unit_costs.csv") if row["code"] == "HE4.0")
    price = UnitCost("HE4.0", "NHS", "fiscal", *(float(row[end]) for end in ("low", "central", "high")),
                     int(row["price_year"]), row["quality"], row["source"])  # fmt: skip
    cases = Avoided("ae_type1", ("E10000012",), (Year(1, 600, 6), Year(2, 400, 6)), (0.025, 0.5, 0.975),
                    (200, 1000, 1800), 2, HELD)  # fmt: skip
    assert left(value(cases, [price], referenced())["fiscal"]) == pytest.approx(by_hand, abs=0.5)
