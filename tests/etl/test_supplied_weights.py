"""Weights that came with a survey are honoured, checked, and replaced only when the evaluator says so."""

import pytest

from data import reads
from etl.load import check, receive
from etl.mapping import as_column_map
from etl.publish import publish
from etl.read import read_workbook
from etl.specs import SPECS
from etl.weigh import WeighingFault
from tests.etl import tiny as small_store
from tests.etl.small import AS_AT, CODES, codes_of, csv

HEADER = "respondent,wave,mode,interview_date,area,weight,cls_influence"


def survey(*weights):
    rows = (f"R{n},W1,telephone,2024-02-19,E07000066,{w},{1 + n % 4}" for n, w in enumerate(weights))
    return csv(HEADER, *rows)


def found(content, weights="supplied"):
    book = read_workbook(content, "survey.csv")
    return check(book, SPECS["citizen_survey"], CODES, as_column_map(None), None, AS_AT, weights=weights).faults


CASES = {
    "around one": (["0.5", "1.5", "1.0"], []),
    "none at all": (["", "", ""], []),
    "one missing": (["1", "", "1"], ["weights_for_some"]),
    "one negative": (["1", "-1", "3"], ["weight_negative"]),
    "one zero": (["1", "0", "2"], ["weights_zero"]),
    "one of eight times the mean": (["8", *["0.36"] * 19, "6.16"], ["weights_extreme"]),
    "a mean of three": (["2", "3", "4"], ["weights_sum"]),
    "only zeros": (["0", "0", "0"], ["weights_zero", "weights_sum"]),
    "people counted": (["900", "1100", "1000"], ["weights_gross"]),
}


@pytest.mark.parametrize("case", CASES)
def test_supplied_weights_are_checked(case):
    weights, expected = CASES[case]
    assert [each.code for each in found(survey(*weights)) if each.code.startswith("weight")] == expected


def test_the_message_names_cell_number_and_wave():
    [told] = [each for each in found(survey("1", "", "1")) if each.severity == "error"]
    assert told.message == "F3: 1 of 3 respondents of wave W1 have no weight."
    assert "made from the population" in told.mend


def test_weights_that_will_be_made_are_not_checked_but_said_to_be_unused():
    assert codes_of(found(survey("1", "", "-1"), "made"), "error") == []
    assert codes_of(found(survey("1", "", "-1"), "made"), "notice") == ["weights_replaced"]


WEIGHTED = small_store.SURVEY.replace(b"psu,sex", b"psu,weight,sex").replace(b",female", b",1.5,female").replace(
    b",male", b",0.5,male"
).replace(b"W1", b"W2").replace(b"2024-02", b"2025-02")  # fmt: skip


@pytest.mark.parametrize(("choice", "supplied", "maximum"), [("supplied", True, 1.5), ("made", False, None)])
def test_a_file_with_weights_is_published_by_them_unless_they_are_to_be_made(tiny, choice, supplied, maximum):
    staged = small_store.offer(tiny, "citizen_survey", WEIGHTED, weights=choice)
    number = publish(tiny, [staged], small_store.ACTOR, as_at=small_store.AS_AT)
    with tiny.read() as connection:
        reports = reads.weight_reports(connection, reads.publication(connection, number).id)
    report = next(each for each in reports if each["wave"] == "W2")
    assert (report["supplied"], report["n"], report["converged"]) == (supplied, 150, True)
    assert report["maximum"] == pytest.approx(maximum or 152 / 151)


def test_the_same_file_with_the_other_choice_is_another_upload(tiny):
    first = small_store.offer(tiny, "citizen_survey", WEIGHTED)
    again = receive(tiny, WEIGHTED, "again.csv", "citizen_survey", small_store.ACTOR, as_at=AS_AT, weights="made")
    assert again.upload_id not in (None, first)
    assert again.duplicate_of is None


def test_two_waves_of_the_same_days_and_mode_are_not_published_as_one(tiny):
    same_days = small_store.SURVEY.replace(b",W1,", b",W2,").replace(b"\nR", b"\nS")
    staged = small_store.offer(tiny, "citizen_survey", same_days)
    with pytest.raises(WeighingFault, match=r"Waves W1 and W2 .* both asked from \d\d/02/2024 to .* \(telephone\)"):
        publish(tiny, [staged], small_store.ACTOR, as_at=small_store.AS_AT)
    with tiny.read() as connection:
        assert reads.latest_publication(connection).number == 1
