"""Rows that are each possible and together doubtful, and what changed since the last file."""

import random
from dataclasses import replace

import pytest

from etl.checks.context import Before, Round
from etl.load import check
from etl.mapping import as_column_map
from etl.read import read_workbook
from etl.specs import SPECS
from tests.etl.small import AS_AT, CODES, codes_of, csv, demand, question, xlsx

SURVEY = "respondent,wave,mode,interview_date,area,age_band,sex"
ASKED = [f"q{n}" for n in range(12)]
DISTRICTS = ("E07000066", "E07000067")
MANY = replace(
    CODES,
    questions={name: question(name, f"Do you agree with statement {name}?") for name in (*ASKED, "cls_pull")},
    members={"E10000012": DISTRICTS},
    shares=frozenset({"cls_influence"}),
    lists={**CODES.lists, "areas": {**CODES.lists["areas"], "e10000012": "E10000012"}},
)


def found(content, dataset, before=None, name="file.csv"):
    book = read_workbook(content, name)
    return check(book, SPECS[dataset], MANY, as_column_map(None), None, AS_AT, before or Before()).faults


def seen(faults, *codes):
    return [(each.code, each.cell) for each in faults if each.code in codes]


def survey(rows, header=None, mode="telephone", wave="W2", areas=DISTRICTS):
    """Respondents with the answers given; all else differs a little."""
    bands = ("18-24", "25-34", "35-44", "45-54")
    return csv(
        f"{SURVEY},{','.join(header or ASKED)}",
        *(
            f"R{n},{wave},{mode},2024-02-{1 + n % 28:02},{areas[n % len(areas)]},{bands[n % 4]},"
            f"{'female' if n % 3 else 'male'},{','.join(map(str, answers))}"
            for n, answers in enumerate(rows)
        ),
    )  # fmt: skip


def drawn(count, seed=1):
    draw = random.Random(seed)
    return [[draw.randint(1, 4) for _ in ASKED] for _ in range(count)]


def test_one_persons_answers_under_two_ids_are_named_by_row_and_never_by_id():
    rows = drawn(60)
    rows[36] = rows[0]  # 36 places on, area, age and sex are the same again
    [fault] = [each for each in found(survey(rows), "citizen_survey") if each.code == "same_answers"]
    assert (fault.cell, "row 38 gives exactly the answers of row 2" in fault.message) == ("A38", True)
    assert "R36" not in fault.message


def test_equal_answers_of_people_who_differ_are_nothing_to_say():
    rows = drawn(60)
    rows[31] = rows[0]
    assert not seen(found(survey(rows), "citizen_survey"), "same_answers")


def test_equal_answers_to_two_questions_come_by_chance():
    rows = [row[:2] for row in drawn(400)]
    assert not seen(found(survey(rows, ASKED[:2]), "citizen_survey"), "same_answers")


@pytest.mark.parametrize("seed", range(5))
def test_a_survey_drawn_at_random_holds_no_double(seed):
    assert not seen(found(survey(drawn(300, seed)), "citizen_survey"), "same_answers", "straight_lining")


def test_the_same_answer_down_a_whole_grid_is_noticed():
    rows = drawn(40)
    rows[5] = [2] * len(ASKED)
    assert seen(found(survey(rows), "citizen_survey"), "straight_lining") == [("straight_lining", "H7")]


def test_where_nearly_everyone_agrees_the_same_answer_throughout_is_no_sign():
    rows = [[1] * len(ASKED) for _ in range(40)]
    assert not seen(found(survey(rows), "citizen_survey"), "straight_lining")


@pytest.mark.parametrize(("total", "codes"), [(300, []), (299, ["total_not_met"]), (3000, ["total_not_met"])])
def test_a_county_is_the_sum_of_its_districts(total, codes):
    lines = [f"asb,{area},2024-04,{count}" for area, count in (*zip(DISTRICTS, (101, 199), strict=True),
                                                               ("E10000012", total))]  # fmt: skip
    faults = found(demand(*(line.replace("asb", "ae_type1") for line in lines)), "service_demand")
    assert codes_of(faults, "warning") == codes
    assert all("300" in each.message for each in faults if each.code in codes)


def test_a_county_without_all_its_districts_is_added_up_from_nothing():
    faults = found(demand("ae_type1,E07000066,2024-04,5", "ae_type1,E10000012,2024-04,900"), "service_demand")
    assert not seen(faults, "total_not_met")


def test_rounded_counts_may_miss_their_total_by_their_rounding():
    lines = [f"ae_type1,{area},2024-04,{count}" for area, count in (*((d, 100) for d in DISTRICTS), ("E10000012", 210))]
    assert not seen(found(demand(*lines), "service_demand"), "total_not_met")


def test_women_and_men_add_up_to_everyone():
    lines = [f"E07000066,2024,{sex},,persons,{n},ONS" for sex, n in (("", 210), ("female", 100), ("male", 101))]
    faults = found(csv("area,year,sex,age_band,unit,count,source", *lines), "population")
    assert seen(faults, "total_not_met") == [("total_not_met", "F2")]


@pytest.mark.parametrize(("total", "codes"), [(50, ["more_than_total"]), (100, [])])
def test_what_is_aligned_is_at_most_the_total(total, codes):
    lines = [f"Council A,{priority},nhs,2024,gbp,30,{total}" for priority in ("Ageing well", "Schools")]
    faults = found(csv("organisation,priority,sector,period,measure,aligned,total", *lines), "partner_returns")
    assert [code for code, _ in seen(faults, "more_than_total")] == codes


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (("23", "24", "25"), []),
        (("123", "24", "25"), ["share_out_of_range"]),
        (("-1", "24", "25"), ["share_out_of_range"]),
        (("0.23", "0.24", "0.25"), ["share_as_fraction"]),
    ],
)
def test_a_share_is_a_percentage(values, codes):
    lines = [f"CLS,cls_influence,E07000066,{2020 + n},{value}" for n, value in enumerate(values)]
    faults = found(csv("source,measure,area,period,value", *lines), "published_estimates")
    assert [code for code, _ in seen(faults, "share_out_of_range", "share_as_fraction")] == codes


def test_an_index_may_lie_outside_the_range_of_a_percentage():
    faults = found(csv("source,measure,area,period,value", "X,some_index,E07000066,2020,250"), "published_estimates")
    assert not seen(faults, "share_out_of_range")


def held(*counts, first=2023 * 12, area="E07000066"):
    return {("ae_type1", area, ""): {first + n: count for n, count in enumerate(counts)}}


def test_a_district_that_was_in_the_store_a_month_ago_and_is_not_in_the_file_is_missed():
    before = Before(counts=held(*[9] * 12) | held(*[9] * 12, area="E07000067"))
    faults = found(demand("ae_type1,E07000066,2024-01,8"), "service_demand", before)
    assert [each.message for each in faults if each.code == "fewer_areas"] == [
        "ae_type1 in 2024-01 lacks 1 of 2 areas it had before: E07000067."
    ]


def test_a_district_that_ended_years_ago_is_not_missed():
    before = Before(counts=held(*[9] * 12) | held(9, 9, area="E07000067", first=2015 * 12))
    assert not seen(found(demand("ae_type1,E07000066,2024-01,8"), "service_demand", before), "fewer_areas")


def test_a_single_month_is_compared_with_the_year_before_in_the_store():
    before = Before(counts=held(5000, *range(5101, 5112)))
    faults = found(demand("ae_type1,E07000066,2024-01,5000"), "service_demand", before)
    assert seen(faults, "same_as_last_year") == [("same_as_last_year", "D2")]


def test_a_single_month_far_from_what_the_store_holds_is_a_spike():
    draw = random.Random(4)
    before = Before(counts=held(*(round(5000 + draw.gauss(0, 60)) for _ in range(36)), first=2021 * 12))
    faults = found(demand("ae_type1,E07000066,2024-01,50000"), "service_demand", before)
    assert seen(faults, "spike", "partial_month") == [("spike", "D2")]
    assert not seen(found(demand("ae_type1,E07000066,2024-01,5010"), "service_demand", before), "spike")


def test_months_between_the_store_and_the_file_are_missing():
    faults = found(demand("ae_type1,E07000066,2024-03,5010"), "service_demand", Before(counts=held(*range(70, 82))))
    [missing] = [each for each in faults if each.code == "missing_months"]
    assert "2 months between 2023-12 and 2024-03" in missing.message


LAST = Round("W1", frozenset({"telephone"}), frozenset(DISTRICTS), {"q0": "Do you agree with statement q0?"})


@pytest.mark.parametrize(
    ("more", "last", "code"),
    [
        ({"mode": "online"}, LAST, "mode_changed"),
        ({"areas": DISTRICTS[:1]}, LAST, "fewer_areas"),
        ({}, replace(LAST, wordings={"q0": "Would you say that you agree?"}), "wording_changed"),
    ],
)
def test_a_wave_is_held_against_the_last_one(more, last, code):
    sought = ("mode_changed", "fewer_areas", "wording_changed")
    assert [each for each, _ in seen(found(survey(drawn(20), **more), "citizen_survey", Before(rounds=[last])),
                                     *sought)] == [code]  # fmt: skip


def test_a_wave_asked_as_the_last_one_is_left_alone():
    faults = found(survey(drawn(20)), "citizen_survey", Before(rounds=[LAST]))
    assert not seen(faults, "mode_changed", "fewer_areas", "wording_changed")


def test_a_wave_loaded_again_is_not_compared_with_itself():
    faults = found(survey(drawn(20), mode="online", wave="W1"), "citizen_survey", Before(rounds=[LAST]))
    assert not seen(faults, "mode_changed")


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("Do you agree with statement q0?", []),
        ("do you agree with statement q0", []),
        ("Q0", []),
    ],
)
def test_a_header_that_says_the_question_is_the_question(header, codes):
    rows = drawn(20)
    faults = found(survey(rows, [header, *ASKED[1:]]), "citizen_survey")
    assert [code for code, _ in seen(faults, "wording_differs")] == codes


def test_a_column_mapped_to_a_question_of_other_words_is_named():
    content = survey(drawn(20), ["Do you ever agree with anything?", *ASKED[1:]])
    mapping = as_column_map({"columns": {"q0": "Do you ever agree with anything?"}})
    book = read_workbook(content, "file.csv")
    faults = check(book, SPECS["citizen_survey"], MANY, mapping, None, AS_AT).faults
    assert seen(faults, "wording_differs") == [("wording_differs", "H")]


def workbook(sentence, header="count"):
    rows = [["service", "area", "period", header], ["ae_type1", "E07000066", "2024-04", 5]]
    return xlsx(rows, "Data", Notes=[["Notes"], [sentence]])


OLD = "Attendances are counted where a patient arrives by any means, April 2023."


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        (OLD.replace("2023", "2024").replace("April", "May"), []),
        ("Attendances are counted where a patient arrives by ambulance only, April 2024.", ["definition_changed"]),
        ("This workbook includes a second sheet with all contact details of the team.", []),
    ],
)
def test_a_definition_that_reads_differently_is_named_and_a_later_date_is_not(sentence, codes):
    before = Before(definitions={"Notes!A2": OLD})
    faults = found(workbook(sentence), "service_demand", before, "file.xlsx")
    assert seen(faults, "definition_changed") == [(code, "A2") for code in codes]


@pytest.mark.parametrize(("last", "codes"), [("Calls answered", ["header_changed"]), ("Number", [])])
def test_a_column_headed_differently_is_noticed(last, codes):
    before = Before(headers={"count": last})
    faults = found(workbook("", "Number"), "service_demand", before, "file.xlsx")
    assert [code for code, _ in seen(faults, "header_changed")] == codes
