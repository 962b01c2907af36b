"""From a sheet to records: the header, the mapping, the faults of single cells."""

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from data.framework import load_framework
from etl.codes import codebook
from metrics.types import Absence
from tests.etl.small import checked, codes_of, csv, demand, xlsx

AE = csv(
    "period,org_code,type,attendances,breaches",
    "2017-03-01,RDE,1,7562.0,651",
    "2017-03-01,RDE,other,4545.0,0",
)
AE_MAP = {
    "columns": {"service": "type", "area": "org_code", "count": "attendances"},
    "values": {"service": {"1": "ae_type1", "other": "ae_other"}},
}


def only(content, dataset="service_demand", **more):
    faults = [each for each in checked(content, dataset, **more).faults if each.severity == "error"]
    assert len(faults) == 1, faults
    return faults[0]


def test_a_tidy_file_is_read_with_typed_values_and_their_cells():
    found = checked(demand('ae_type1,RDE,2024-04,"7,562"'), "service_demand")
    records = found.records
    assert not codes_of(found.faults)
    assert (records.get("count"), records.get("area")) == ([7562.0], ["RDE"])
    assert (records.cell("count", 0), records.get("period")[0].start) == ("D2", dt.date(2024, 4, 1))


def test_headers_are_known_by_name_title_or_alias_in_any_case():
    content = csv("SERVICE,Area code,Month,Value", "ae_type1,RDE,Apr 2024,5")
    assert checked(content, "service_demand").records.get("count") == [5.0]


def test_the_header_may_stand_below_a_title():
    content = xlsx(
        [["Monthly counts"], [], ["service", "area", "period", "count"], ["ae_type1", "RDE", "2024-04", 5]]
    )
    found = checked(content, "service_demand")
    assert found.records.cell("count", 0) == "D4"


def test_the_sheet_with_the_header_is_found_and_the_others_are_named():
    content = xlsx(
        [["Read me"]],
        "Cover",
        Counts=[["service", "area", "period", "count"], ["ae_type1", "RDE", "2024-04", 5]],
    )
    found = checked(content, "service_demand")
    assert found.records.sheet == "Counts"
    assert [each.value for each in found.faults if each.code == "other_sheets"] == ["Cover"]


def test_columns_and_values_are_mapped():
    found = checked(AE, "service_demand", mapping=AE_MAP)
    assert not codes_of(found.faults)
    assert found.records.get("service") == ["ae_type1", "ae_other"]
    assert found.records.get("count") == [7562.0, 4545.0]


def test_a_column_for_each_service_makes_a_record_for_each():
    content = csv("month,trust,type 1,other", "2017-03,RDE,7562,4545", "2017-04,RDE,7000,..")
    found = checked(
        content, "service_demand", mapping={"area": "trust", "ae_type1": "type 1", "ae_other": "other"}
    )
    records = found.records
    assert not codes_of(found.faults)
    assert list(zip(records.get("service"), records.get("count"), strict=True)) == [
        ("ae_type1", 7562.0),
        ("ae_type1", 7000.0),
        ("ae_other", 4545.0),
        ("ae_other", None),
    ]
    assert [records.cell("count", index) for index in range(4)] == ["C2", "C3", "D2", "D3"]


def test_a_constant_stands_for_a_column_that_is_not_there():
    found = checked(
        csv("area,period,count", "RDE,2024-04,5"),
        "service_demand",
        mapping={"constants": {"service": "ae_type1"}},
    )
    assert found.records.get("service") == ["ae_type1"]


def test_two_dates_stand_for_a_period():
    content = csv("service,area,period_start,period_end,count", "ae_type1,RDE,2024-04-01,30/06/2024,5")
    assert checked(content, "service_demand").records.get("period")[0].kind == "quarter"


def test_a_column_may_be_mapped_by_its_letters():
    content = csv("service,area,period,", "ae_type1,RDE,2024-04,5").replace(b"period,\n", b"period,??\n")
    assert checked(content, "service_demand", mapping={"count": "D"}).records.get("count") == [5.0]


def test_blank_rows_are_passed_over():
    found = checked(demand("ae_type1,RDE,2024-04,5", ",,,", "ae_type1,RDE,2024-05,6"), "service_demand")
    assert found.records.rows == [2, 4]


@pytest.mark.parametrize(
    ("mark", "absence"),
    [
        ("", Absence.MISSING),
        ("..", Absence.MISSING),
        ("[c]", Absence.WITHHELD),
        ("[z]", Absence.NOT_APPLICABLE),
    ],
)
def test_a_count_that_is_not_there_says_why_and_is_not_zero(mark, absence):
    records = checked(demand(f"ae_type1,RDE,2024-04,{mark}"), "service_demand").records
    assert (records.get("count"), records.absences["count"]) == ([None], {0: absence})


@pytest.mark.parametrize(
    ("line", "code", "cell"),
    [
        ("ae_type1,RDE,2024-04,many", "text_in_number", "D2"),
        ("ae_type1,XYZ,2024-04,5", "unknown_area", "B2"),
        ("ae_typ1,RDE,2024-04,5", "unknown_service", "A2"),
        ("ae_type1,RDE,soon,5", "not_a_period", "C2"),
        ("ae_type1,RDE,,5", "missing_value", "C2"),
        (",RDE,2024-04,5", "missing_value", "A2"),
        ("ae_type1,RDE,2024-04,-5", "negative_count", "D2"),
        ("ae_type1,RDE,2026-12,5", "future_period", "C2"),
        ("ae_type1,RDE,1950-12,5", "date_out_of_range", "C2"),
        ("ae_type1,RDE,2024-04,#REF!", "error_cell", "D2"),
    ],
)
def test_a_wrong_cell_is_named_with_what_is_wrong(line, code, cell):
    found = only(demand(line))
    assert (found.code, found.cell) == (code, cell)
    assert found.mend


def test_a_slip_of_the_keys_is_answered_with_a_suggestion():
    assert "Did you mean “ae_type1”?" in only(demand("ae_typ1,RDE,2024-04,5")).message


def test_every_fault_of_a_file_is_told_at_once():
    found = checked(demand("ae_type1,XYZ,2024-04,many", "nope,RDE,soon,-1"), "service_demand")
    assert sorted(codes_of(found.faults)) == [
        "negative_count",
        "not_a_period",
        "text_in_number",
        "unknown_area",
        "unknown_service",
    ]


def test_a_column_of_wrong_cells_is_counted_not_repeated():
    lines = [f"ae_type1,RDE,{1990 + number // 12}-{number % 12 + 1:02d},many" for number in range(200)]
    found = checked(demand(*lines), "service_demand")
    assert codes_of(found.faults).count("text_in_number") == 50
    assert any(each.code == "more_like_this" and "150 more" in each.message for each in found.faults)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (csv("service,area,count", "ae_type1,RDE,5"), "missing_column"),
        (csv("a,b,c", "1,2,3"), "no_header"),
        (csv("service,area,period,count"), "no_rows"),
        (csv("service,area,period,count,Count", "ae_type1,RDE,2024-04,5,6"), "duplicate_column"),
    ],
)
def test_a_sheet_that_does_not_fit_has_one_fault(content, code):
    assert only(content).code == code


def test_a_missing_column_is_named_with_the_column_it_could_be():
    found = only(csv("servise,area,period,count", "ae_type1,RDE,2024-04,5"))
    assert (found.expected, "Did you mean “servise”?" in found.message) == ("service", True)


def test_a_mapping_to_a_column_that_is_not_there_is_a_fault():
    content = csv("service,area,period,attendances", "ae_type1,RDE,2024-04,5")
    found = only(content, mapping={"count": "attendence"})
    assert (found.code, "attendances" in found.message) == ("mapped_column_missing", True)


def test_a_mapping_of_a_field_that_is_not_there_is_a_fault():
    assert "unknown_field" in codes_of(
        checked(AE, "service_demand", mapping={"counts": "attendances"}).faults
    )


SURVEY = "respondent,wave,mode,interview_date,area,cls_influence"


@pytest.mark.parametrize(
    ("answer", "code"),
    [("Definitely agree", 1), ("DON’T KNOW", 8), ("3", 3), ("2.0", None), ("", None), ("n/a", None)],
)
def test_an_answer_is_its_label_or_its_number(answer, code):
    found = checked(csv(SURVEY, f"R1,W1,telephone,2024-02-19,E07000066,{answer}"), "citizen_survey")
    if answer == "2.0":
        assert codes_of(found.faults) == ["unknown_answer"]
    else:
        assert found.records.get("cls_influence") == [code]


def test_an_answer_as_a_number_cell_is_its_code():
    row = ["R1", "W1", "telephone", dt.date(2024, 2, 19), "E07000066", 2]
    found = checked(xlsx([SURVEY.split(","), row]), "citizen_survey")
    assert found.records.get("cls_influence") == [2]


def test_an_unknown_answer_names_the_labels():
    found = only(csv(SURVEY, "R1,W1,telephone,2024-02-19,E07000066,Wholly agree"), "citizen_survey")
    assert (found.code, "Definitely agree" in found.mend) == ("unknown_answer", True)


def test_a_survey_without_questions_is_a_fault():
    content = csv("respondent,wave,mode,interview_date,area", "R1,W1,telephone,2024-02-19,E07000066")
    assert only(content, "citizen_survey").code == "no_questions"


def test_a_wave_may_be_given_with_the_file():
    content = csv("respondent,mode,interview_date,area,cls_influence", "R1,phone,2024-02-19,Basildon,1")
    found = checked(content, "citizen_survey", wave="W1")
    assert (found.records.get("wave"), found.records.get("mode")) == (["W1"], ["telephone"])


def test_a_wave_given_with_the_file_must_be_the_wave_of_its_rows():
    found = only(csv(SURVEY, "R1,W2,telephone,2024-02-19,E07000066,1"), "citizen_survey", wave="W1")
    assert found.code == "other_wave"


def test_a_self_rating_needs_no_rater_code_and_a_peer_rating_does():
    content = csv(
        "wave,person,rater,rater_code,completed_on,sector,organisation,role",
        "T0,L1,self,,2024-03-01,nhs,Trust A,official",
        "T0,L1,peer,,2024-03-01,nhs,Trust A,official",
    )
    found = checked(content, "leader_survey")
    assert (found.records.get("rater_code")[0], codes_of(found.faults)) == ("L1", ["missing_value"])


def test_a_name_that_two_areas_share_is_not_guessed():
    twins = [SimpleNamespace(code=code, id=code, name="Same") for code in ("E1", "E2")]
    framework = SimpleNamespace(areas=twins, services=(), sectors=(), citizen_groups=(), questions=(), items=())
    assert set(codebook(framework).lists["areas"]) == {"e1", "e2"}


REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "ae_trust_2016_19.csv"


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the real file is not on this machine")
def test_the_real_counts_of_the_essex_trusts_load_without_a_fault():
    codes = codebook(load_framework())
    found = checked(REFERENCE.read_bytes(), "service_demand", mapping=AE_MAP, codes=codes)
    assert not codes_of(found.faults)
    assert len(found.records) == 266


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("sex", "Prefer not to say"), ("age_band", "Refused"), ("tenure", "Don't know"), ("ethnicity", "Not stated"),
        ("cls_influence", "Prefer not to answer"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_kept_as_none_and_told_once(field, said):
    found = checked(asked(**{field: said}), "citizen_survey")
    [notice] = [each for each in found.faults if each.code == "said_no_answer"]
    assert not [each for each in found.faults if each.severity == "error"]
    assert found.records.get(field) == [None] * 3
    assert found.records.absences[field] == dict.fromkeys(range(3), Absence.MISSING)
    assert (notice.value, "3 cells" in notice.message) == (said, True)


def test_where_a_value_is_needed_no_answer_is_none():
    assert only(asked(1, area="Prefer not to say"), "citizen_survey").code == "unknown_area"


DAY = "On which day of this year did you fill in this questionnaire about the place where you live?"


@pytest.mark.parametrize(("heading", "said"), [("Done on", "Done on"), (DAY, f"{DAY[:59].rstrip()}…")])
def test_a_fault_calls_a_column_what_the_sheet_calls_it_cut_short_where_that_is_long(heading, said):
    content = asked(1, interview_date="soon").replace(b"interview_date", heading.encode())
    mapping = {"columns": {"interview_date": heading}}
    assert f"(column “{said}”)" in only(content, "citizen_survey", mapping=mapping).message


def test_a_heading_that_holds_personal_data_is_shown_without_it():
    heading = "Done jane.doe@example.org"
    content = asked(1, interview_date="soon").replace(b"interview_date", heading.encode())
    found = only(content, "citizen_survey", mapping={"columns": {"interview_date": heading}})
    assert "Done [email address removed]" in found.message


def asked(people=3, **said) -> bytes:
    """A survey in which everybody says the same."""
    usual = {"wave": "W1", "mode": "online", "interview_date": "2024-02-01", "area": "E07000066", "cls_pull": "1"}
    row = usual | said
    return csv(",".join(["respondent", *row]), *(",".join([f"R{n}", *row.values()]) for n in range(people)))
