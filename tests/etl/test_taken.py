"""Only what an upload touches is computed; all else is taken over to the last digit, and says what it would say."""

import datetime as dt
from dataclasses import replace

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import update

from data import reads
from data.framework import load_framework
from data.framework.formulas import Formula
from data.schema import publications
from etl import estimated
from etl.demo import ACTOR as DEMONSTRATOR
from etl.demo import AS_AT as DEMONSTRATED
from etl.publish import publish
from etl.revert import revert
from etl.taken import Known
from etl.withdraw import withdraw
from tests.etl.small import csv
from tests.etl.tiny import ACTOR, AS_AT, ATTENDANCE, DEMAND, DISTRICTS, SURVEY, estimates, fill, offer, statuses

NAMES = {f"{each.id} {each.name}": each.id for each in load_framework().indicators}
OF_ATTENDANCE = {"I01", "I02", "I03", "I04", "I05", "I13", "P02", "P03", "P04", "P06", "P07", "P08", "P09", "P10"}
ALWAYS = {"P05", "P11", "P12"}  # they count datasets, uploads and publications
OF_CITIZENS = {"I14", "I15", "I16", "I17", "I18", "I19", "I20", "I27"}
LATER = csv("service,area,period,count", *(f"asb,{area},2025-12,999" for area in DISTRICTS))
SECOND_WAVE = SURVEY.replace(b"W1", b"W2").replace(b"2024-02", b"2025-09")
PRICES = csv(
    "code,item,service,unit,payer,kind,central,price_year,quality,source",
    "AE1,Attendance,ae_type1,Per attendance,NHS,fiscal,100,2024,green,Made up",
)



def computed(store, uploads=(), as_at=AS_AT) -> set[str]:
    """The indicators whose figures were computed for the next publication."""
    heard: list[str] = []
    publish(store, list(uploads), ACTOR, as_at=as_at, progress=heard.append)
    return {NAMES[step] for step in heard if step in NAMES}


def compare(store, number: int, monkeypatch, as_at=AS_AT) -> None:
    """Publication `number` and one computed whole from the same rows say the same."""
    with monkeypatch.context() as patched:
        patched.setattr("etl.publish.known", lambda connection: Known())
        publish(store, [], ACTOR, as_at=as_at)
    for read in (estimates, statuses):
        column = "indicator" if read is estimates else "subject"
        one, other = (read(store, each) for each in (number, number + 1))
        counts = {"P12", *(node for node in one[column] if node in nodes_of("P12"))}  # publications are one more now
        one, other = (each[~each[column].isin(counts)].reset_index(drop=True) for each in (one, other))
        if read is estimates:
            assert_frame_equal(one, other, check_exact=True)
        else:
            assert one.to_dict("records") == other.to_dict("records")


def nodes_of(indicator: str) -> set[str]:
    framework = load_framework()
    return {node.id for node in framework.nodes if indicator in {each.id for each in framework.indicators_of(node.id)}}


@pytest.mark.parametrize(
    ("dataset", "content", "touched"),
    [
        ("attendance", ATTENDANCE, OF_ATTENDANCE),
        ("service_demand", LATER, {"I23"}),
        ("service_demand", DEMAND.replace(b"asb", b"emergency_admissions"), {"I22"}),
        ("service_demand", DEMAND.replace(b"asb", b"ambulance_calls"), {"I21", "I26"}),
        ("citizen_survey", SECOND_WAVE, OF_CITIZENS),
        ("unit_costs", PRICES, {"I25"}),
    ],
    ids=["attendance", "one service", "another service", "a service shown beside", "a wave", "prices"],
)
def test_an_upload_has_only_those_figures_computed_that_rest_on_it(tiny, monkeypatch, dataset, content, touched):
    assert computed(tiny, [offer(tiny, dataset, content)]) - ALWAYS <= touched
    compare(tiny, 2, monkeypatch)


def test_what_rests_on_the_upload_is_computed(tiny):
    assert "I23" in computed(tiny, [offer(tiny, "service_demand", LATER)])


def test_without_anything_new_only_the_counts_of_publications_are_computed(tiny):
    assert computed(tiny) <= ALWAYS


def test_figures_that_are_counted_to_the_day_are_computed_on_another_day(tiny, monkeypatch):
    publish(tiny, [offer(tiny, "attendance", ATTENDANCE)], ACTOR, as_at=AS_AT)
    later = AS_AT + dt.timedelta(days=40)
    found = computed(tiny, as_at=later)
    assert "I01" in found
    assert not found & {"I16", "I23"}
    compare(tiny, 3, monkeypatch, as_at=later)


def test_what_was_taken_over_can_be_taken_over_again(on_both, monkeypatch):
    fill(on_both)
    for _ in range(2):
        assert not computed(on_both) & {"I16", "I23"}
    compare(on_both, 3, monkeypatch)


def test_a_withdrawal_computes_what_rested_on_the_upload(tiny, monkeypatch):
    publish(tiny, [offer(tiny, "service_demand", LATER)], ACTOR, as_at=AS_AT)
    withdraw(tiny, 4, ACTOR, as_at=AS_AT)
    compare(tiny, 3, monkeypatch)


def test_after_a_revert_the_figures_brought_back_are_taken_over(tiny, monkeypatch):
    publish(tiny, [offer(tiny, "service_demand", LATER)], ACTOR, as_at=AS_AT)
    revert(tiny, 1, ACTOR)
    assert "I23" not in computed(tiny)
    compare(tiny, 4, monkeypatch)


def test_another_framework_computes_anew(tiny, monkeypatch):
    framework = load_framework()
    stricter = {"I16": {"minimum_base": 40}}
    indicators = tuple(each.model_copy(update=stricter.get(each.id)) for each in framework.indicators)
    changed = framework.model_copy(update={"indicators": indicators})
    monkeypatch.setattr("etl.publish.load_framework", lambda: changed)
    assert computed(tiny) - ALWAYS == {"I16"}


def test_other_limits_of_disclosure_compute_everything_anew(tiny, monkeypatch):
    rules = estimated.disclosure_rules
    monkeypatch.setattr(estimated, "disclosure_rules", lambda *given: replace(rules(*given), small_count=9))
    assert {"I16", "I23", "I01"} <= computed(tiny)


def test_a_store_from_before_computes_everything_once(tiny):
    with tiny.write() as connection:
        connection.execute(update(publications).values(rests_on=None))
    assert {"I16", "I23"} <= computed(tiny)
    assert not computed(tiny) & {"I16", "I23"}


def test_withheld_figures_stay_without_a_number_where_they_are_taken_over(tiny):
    publish(tiny, [], ACTOR, as_at=AS_AT)
    found = estimates(tiny, 2)
    hidden = found[found["absence"] == "withheld"]
    assert len(hidden)
    assert hidden[["value", "base", "numerator", "denominator"]].isna().all(axis=None)


def test_of_the_samples_an_upload_takes_over_estimates_and_answers_to_the_digit(demo_store, tmp_path, monkeypatch):
    store = demo_store.copy_to(tmp_path).open()
    try:
        heard: list[str] = []
        with store.read() as connection:
            held = reads.uploads(connection)
        attendance = next(each for each in held.to_dict("records") if each["dataset"] == "attendance")
        withdraw(store, attendance["id"], DEMONSTRATOR, as_at=DEMONSTRATED, progress=heard.append)
        assert {NAMES[step] for step in heard if step in NAMES} - ALWAYS <= OF_ATTENDANCE
        assert not [step for step in heard if step.startswith("What the programme did")]
        compare(store, 2, monkeypatch, as_at=DEMONSTRATED)
    finally:
        store.close()


def test_a_question_that_the_framework_asks_later_is_summed_when_it_does(tiny, monkeypatch):
    def asked() -> set[str]:
        with tiny.read() as connection:
            return set(reads.wave_sums(connection)["question"])

    two = SECOND_WAVE.replace(b"sex,lga_trust", b"lga_acts,lga_area")  # satisfaction with the area is no indicator
    publish(tiny, [offer(tiny, "citizen_survey", two.replace(b"female", b"1").replace(b"male", b"2"))], ACTOR)
    assert asked() == {"lga_trust", "lga_acts"}
    framework = load_framework()
    indicator = next(each for each in framework.indicators if each.id == "I16")
    other = indicator.model_copy(update={"formula": Formula(kind="survey_share", questions=["lga_area"])})
    changed = tuple(other if each.id == "I16" else each for each in framework.indicators)
    monkeypatch.setattr("etl.publish.load_framework", lambda: framework.model_copy(update={"indicators": changed}))
    publish(tiny, [], ACTOR, as_at=AS_AT)
    assert asked() == {"lga_trust", "lga_acts", "lga_area"}
