"""Declared impact models answered at publication: what is kept, what is taken over, and the samples' truth."""

import datetime as dt
import json

import pandas as pd
import pytest

from data import reads, writes
from data.framework import load_framework
from data.samples.generate.services import programme_factor
from etl.definitions import context
from etl.figures import NOTHING_KNOWN
from etl.impacts import impact_rows, use_impact_models
from etl.taken import Known, known

FRAMEWORK = load_framework()
SETTING = context(FRAMEWORK, dt.date(2026, 10, 31))
MODEL = next(model for model in FRAMEWORK.impact_models if model.service == "fire_incidents")
LAST_MONTH = dt.date(2026, 9, 1)


def demand(last: int = 90) -> dict[str, pd.DataFrame]:
    """Five years of fire incidents of the county as a whole; `last` is the last month's count."""
    months = pd.date_range("2021-10-01", periods=60, freq="MS")
    rows = [
        {"service": MODEL.service, "area_code": "E10000012", "age_band": None, "period_start": month.date(),
         "period_end": (month + pd.offsets.MonthEnd()).date(), "period_kind": "month", "absence": None,
         "count": last if month == months[-1] else 100 + at * 11 % 7, "upload_id": 3, "sheet": "Data",
         "row": at + 2, "cell": None, "origin": "sample"}
        for at, month in enumerate(months)
    ]  # fmt: skip
    return {"service_demand": pd.DataFrame(rows, dtype=object)}


def made(frames, known=NOTHING_KNOWN) -> tuple[list[dict], dict]:
    return impact_rows(FRAMEWORK, frames, SETTING, known, lambda step: None)


def answered(frames, known=NOTHING_KNOWN) -> dict:
    return {row["subject"]: row for row in made(frames, known)[0]}


def told_before(frames) -> Known:
    """What a publication of these frames says and rests on, its sentence marked."""
    rows, rests_on = made(frames)
    return Known(rests_on, {row["subject"]: {**row["detail"], "sentence": "taken over"} for row in rows})


def test_a_model_whose_service_has_no_figures_has_no_row():
    assert list(answered(demand())) == [MODEL.id]


def test_a_row_says_the_claim_the_sentence_and_why_it_was_declared():
    row = answered(demand())[MODEL.id]
    assert (row["kind"], row["change"], row["headline"]) == ("counterfactual", row["detail"]["claim"],
                                                             row["detail"]["sentence"])
    assert row["why"] == MODEL.rationale


def test_a_detail_is_plain_data_with_its_settings_and_cells():
    detail = answered(demand())[MODEL.id]["detail"]
    assert json.loads(json.dumps(detail)) == detail
    assert detail["settings"]["months_after"] == 6
    assert detail["trace"] == [[3, "Data", "rows 2-61"]]


def test_an_answer_is_taken_over_where_nothing_changed():
    assert answered(demand(), told_before(demand()))[MODEL.id]["headline"] == "taken over"


def test_an_answer_is_made_anew_where_one_count_changed():
    assert answered(demand(last=91), told_before(demand()))[MODEL.id]["headline"] != "taken over"


def test_an_answer_taken_over_names_who_has_declared_the_model_by_now():
    held = pd.DataFrame([{"name": MODEL.id, "version": 1, "actor": "A", "declared_after_data": False}])
    told = answered(demand() | {"impact_models": held}, told_before(demand()))[MODEL.id]
    assert (told["headline"], told["detail"]["declared"]["actor"]) == ("taken over", "A")


def test_a_model_without_figures_stays_without_a_row():
    known = told_before({})
    assert answered({}, known) == {}
    assert answered(demand(), known)[MODEL.id]["headline"] != "taken over"


def test_a_detail_tells_who_declared_the_model_and_whether_after_the_data():
    held = pd.DataFrame([
        {"name": MODEL.id, "version": 1, "actor": "A", "declared_after_data": False},
        {"name": MODEL.id, "version": 2, "actor": "B", "declared_after_data": True},
    ])  # fmt: skip
    told = answered(demand() | {"impact_models": held})[MODEL.id]["detail"]["declared"]
    assert (told["actor"], told["after_data"], told["declared_on"]) == ("B", True, "2024-03-15")


def test_a_declaration_changed_after_its_use_is_marked(store):
    with store.write() as connection:
        actor = writes.ensure_actor(connection, "An evaluator")
        given = {"shape": "level", "service": MODEL.service, "areas": ["E10000012"], "starts_on": dt.date(2024, 4, 1)}
        writes.declare_impact_model(connection, MODEL.id, actor, lag_months=18, **given)
        use_impact_models(connection, FRAMEWORK)
        writes.declare_impact_model(connection, MODEL.id, actor, lag_months=12, **given)
        held = reads.impact_models(connection)
    told = answered(demand() | {"impact_models": held})[MODEL.id]["detail"]["declared"]
    assert told["after_data"] is True


def test_before_the_first_publication_nothing_is_known(store):
    with store.read() as connection:
        assert known(connection) == Known()


@pytest.fixture(scope="module")
def published(demo_store) -> dict:
    """The answers of the illustrative publication, by service."""
    store = demo_store.open()
    with store.read() as connection:
        rows = reads.statuses(connection, demo_store.publication, "counterfactual")
    store.close()
    return {row["detail"]["service"]: row["detail"] for row in rows.to_dict("records")}


def test_every_declared_model_is_answered_on_the_samples(published):
    assert set(published) == {model.service for model in FRAMEWORK.impact_models}


def test_the_truth_of_the_samples_lies_in_every_design_s_interval(published):
    held = [
        low <= 100 * (1 - programme_factor(service, LAST_MONTH)) <= high
        for service, detail in published.items() for design in detail["designs"] if design["percent"]
        for _, low, high in [design["percent"]]
    ]  # fmt: skip
    assert len(held) >= 14
    assert all(held)


def test_no_claim_is_made_against_the_truth_of_the_samples(published):
    for service, detail in published.items():
        truth = 1 - programme_factor(service, LAST_MONTH)
        assert detail["claim"] != "fell" or truth > 0, service
        assert detail["claim"] != "rose" or truth < 0, service


def test_a_changed_way_of_recording_is_refused_with_its_reason(published):
    assert published["asb"]["claim"] == "refused"
    assert "February 2025" in published["asb"]["sentence"]


def test_the_districts_stand_beside_in_the_framework_s_order(published):
    order = list(FRAMEWORK.members("E10000012"))
    places = [each["area"] for each in published["ae_type1"]["places"]]
    assert places == order
