"""What a publication says of money: by answered impact model, and all of them against the programme's cost."""

import json

import pandas as pd
import pytest

from data.framework import load_framework
from etl.said_of_value import PROGRAMME, value_rows
from etl.value_terms import overlaps, value_terms
from tests.metrics.builders import day, table
from tests.metrics.test_value_together import impact

FRAMEWORK = load_framework()
AS_AT = day("2026-10-15")
PRICES = table(
    "code item service payer kind low central high price_year quality source",
    ("AE", "Attendance", "ae_type1", "NHS", "fiscal", 154, 280, 477, 2024, "amber", "Somebody"),
    ("AMB", "Call", "ambulance_calls", "NHS", "fiscal", None, 294, None, 2024, "amber", "Somebody"),
    ("ADM-SPREAD", "Admission", "emergency_admissions", "NHS", "fiscal", 824, 2099, 5395, 2024, "amber", "Somebody"),
    origin="sample",
)
COSTS = table(
    "period_start period_end period_kind item payer kind amount",
    ("2024-04-01", "2025-03-31", "financial_year", "Team", "Fund", "cash", 60_000),
    ("2025-04-01", "2026-09-30", "span", "Team", "Fund", "cash", 90_000),
    ("2024-04-01", "2026-09-30", "span", "Time", "Partners", "in_kind", 999_999),
    origin="sample",
)


def of(service="ae_type1", area="E10000012", **more) -> dict:
    return {**impact(**more), "service": service, "area": area, "illustrative": True, "trace": []}


def said(*impacts, prices=PRICES, costs=COSTS) -> dict[str, dict]:
    frames = {"unit_costs": prices, "programme_costs": costs}
    return {row["subject"]: row for row in value_rows(FRAMEWORK, impacts, frames, AS_AT, 7)}


def test_an_answered_model_is_valued_step_by_step_with_the_seed():
    row = said(of())["ae_type1 E10000012"]
    steps = {step["id"]: step for step in row["detail"]["kinds"]["fiscal"]["steps"]}
    assert row["change"] == "valued"
    assert steps["avoided"]["after"][0] == pytest.approx(1200 * 280)
    assert steps["displacement"]["after"][0] == pytest.approx(1200 * 280 * 0.9)
    assert steps["attribution"]["after"][0] == pytest.approx(1200 * 280 * 0.9 * 0.5)
    assert (row["detail"]["seed"], row["detail"]["draws"]) == (7, 10_000)


def test_every_row_can_be_kept_as_json_and_fits_the_store():
    for row in said(of(), of("ambulance_calls")).values():
        json.dumps(row["detail"], allow_nan=False)
        assert len(row["subject"]) <= 64


def test_a_service_without_a_unit_cost_is_blank_and_says_so():
    row = said(of("asc_requests"))["asc_requests E10000012"]
    assert (row["change"], row["headline"]) == (
        "refused", "There is no fiscal unit cost for this service: it is left blank, not guessed.",
    )
    assert row["detail"]["kinds"]["fiscal"]["steps"] == []


def test_a_refused_or_inconclusive_model_is_not_priced():
    row = said(of(claim="inconclusive"))["ae_type1 E10000012"]
    assert (row["change"], row["detail"]["kinds"]) == ("refused", {})


def test_real_demand_and_sample_prices_never_meet():
    row = said({**of(), "illustrative": False})["ae_type1 E10000012"]
    assert row["headline"] == "Real and sample figures would meet in one sum."


def test_all_services_together_are_set_against_the_cash_costs_so_far():
    found = said(of(), of("ambulance_calls"))
    own = [found[name]["detail"]["kinds"]["fiscal"]["steps"][-1]["after"][0]
           for name in ("ae_type1 E10000012", "ambulance_calls E10000012")]  # fmt: skip
    whole = found[PROGRAMME]["detail"]
    assert whole["value"][0] == pytest.approx(sum(own), rel=1e-5)
    days = (day("2026-03-31") - day("2025-03-31")).days / (day("2026-09-30") - day("2025-03-31")).days
    cost = 60_000 + 90_000 * days / 1.035 + 90_000 * (1 - days) / 1.035**2
    assert whole["cost"] == pytest.approx(cost)
    assert whole["per_pound"][0] == pytest.approx(whole["value"][0] / cost, rel=1e-5)


def test_an_admission_and_its_attendance_are_not_added_up():
    prices = PRICES.replace({"code": {"AE": "AE-SPREAD"}})
    row = said(of(), of("emergency_admissions"), prices=prices)[PROGRAMME]
    assert row["change"] == "refused"
    assert "an admission includes the A&E attendance" in row["headline"]


@pytest.mark.parametrize("costs", [None, COSTS.iloc[:1]])
def test_costs_that_stop_early_give_no_return(costs):
    row = said(of(), costs=costs)[PROGRAMME]
    assert row["headline"] == "The programme's cash costs do not reach September 2026."


def test_no_answered_model_gives_no_rows():
    assert said() == {}


def test_a_service_whose_displacement_nobody_has_set_is_refused():
    prices = PRICES.replace({"service": {"ambulance_calls": "fire_incidents"}})
    assert "Nobody has set displacement" in said(of("fire_incidents"), prices=prices)["fire_incidents E10000012"]["why"]


def test_services_of_the_factors_sources_have_them():
    terms = value_terms(FRAMEWORK, AS_AT, 7)
    for service in ("ae_type1", "ae_other", "asb", "emergency_admissions", "ambulance_calls", "homeless_relief"):
        assert terms.factor("displacement", service) is not None, service
        assert terms.factor("attribution", service) is not None, service


def test_what_unit_costs_hold_each_other_is_known():
    assert ("ADM-SPREAD", "AE-SPREAD") in overlaps()


def signed(*rows):
    names = ["service", "payer", "share", "owner", "signed_on", "reason"]
    return pd.DataFrame([(*row[:4], day(row[4]), row[5]) for row in rows], columns=names)


SIGNED = ("ae_type1", "NHS", 0.25, "Finance director", "2026-10-01", "A bay closes.")


@pytest.mark.parametrize(
    ("rows", "share"),
    [((), 0), ((SIGNED,), 0.25), ((("ae_type1", "Council", *SIGNED[2:]),), 0),
     ((("ae_type1", "NHS", 0.1, "Finance director", "2026-09-01", "Corrected."), SIGNED), 0.1),
     ((("ae_type1", "NHS", 0.9, "Finance director", "2026-12-01", "Later."), SIGNED), 0.25)],
    ids=["nobody", "signed", "another payer", "the row written last counts", "not yet signed"],
)  # fmt: skip
def test_what_an_owner_signed_is_cash_in_the_next_publication(rows, share):
    frames = {"unit_costs": PRICES, "programme_costs": COSTS, "cashable_shares": signed(*rows)}
    row = next(row for row in value_rows(FRAMEWORK, [of()], frames, AS_AT, 7) if row["subject"] != PROGRAMME)
    fiscal = row["detail"]["kinds"]["fiscal"]
    assert fiscal["payers"][0]["cashable"][0] == pytest.approx(share * fiscal["steps"][-1]["after"][0], rel=1e-5)


def test_owner_day_and_reason_are_told():
    frames = {"unit_costs": PRICES, "programme_costs": COSTS, "cashable_shares": signed(SIGNED)}
    [row, _] = value_rows(FRAMEWORK, [of()], frames, AS_AT, 7)
    why = row["detail"]["kinds"]["fiscal"]["payers"][0]["why"]
    assert why == "Finance director signed 25% on 1 October 2026: A bay closes."
    assert row["headline"].endswith("of it is signed as cash.")
