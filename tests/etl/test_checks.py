"""The rules rows must pass, and the personal data that must not be stored."""

import pytest

from tests.etl.small import checked, codes_of, csv, demand

INSIGHT = "insight,heard_on,citizen_group,theme,summary,quote_released"
ATTENDANCE = "session,held_on,kind,hours,person,sector,organisation"


def insight(summary):
    return csv(INSIGHT, f"N1,2024-05-14,carers,Buses,{summary},yes")


def test_two_rows_with_the_same_key_are_one_too_many():
    found = checked(demand("ae_type1,RDE,2024-04,5", "ae_type1,RDE,Apr 2024,6"), "service_demand")
    assert [each.message for each in found.faults if each.severity == "error"] == [
        "Row 3 has the same service, area, period as row 2."
    ]


@pytest.mark.parametrize(
    ("due", "done", "codes"),
    [
        ("2030-01-01", "2024-06-01", []),
        ("2024-04-01", "", ["wrong_order"]),
        ("2060-01-01", "", ["date_out_of_range"]),
        ("2024-12-01", "2027-01-01", ["date_out_of_range"]),
        ("2024-12-01", "2024-01-01", ["wrong_order"]),
    ],
)
def test_dates_lie_in_range_and_in_order(due, done, codes):
    content = csv(
        "commitment,title,person,sector,agreed_on,due_on,done_on",
        f"C1,Share it,L1,nhs,2024-05-14,{due},{done}",
    )
    assert codes_of(checked(content, "commitments").faults) == codes


@pytest.mark.parametrize(("hours", "code"), [("25", "number_out_of_range"), ("-1", "negative_count")])
def test_a_number_outside_its_range_is_a_fault(hours, code):
    content = csv(ATTENDANCE, f"S1,2024-05-14,board,{hours},L1,nhs,Trust A")
    assert codes_of(checked(content, "attendance").faults) == [code]


@pytest.mark.parametrize(("base", "wrong"), [("2147483647", False), ("2147483648", True)])
def test_a_whole_number_that_no_store_holds_is_a_fault(base, wrong):
    content = csv("source,measure,area,period,value,base,mode", f"LGA,lga_area,K03000001,2018-06,79,{base},telephone")
    assert ("number_out_of_range" in codes_of(checked(content, "published_estimates").faults)) is wrong


def test_a_count_that_no_figure_can_be_is_a_fault():
    [found] = checked(demand("ae_type1,RDE,2024-04,1e300"), "service_demand").faults
    assert (found.code, found.expected) == ("number_out_of_range", "numbers up to 1,000,000,000,000,000")


def test_a_period_that_is_not_over_is_a_warning():
    found = checked(demand("ae_type1,RDE,2026,5"), "service_demand")
    assert codes_of(found.faults, "warning") == ["unfinished_period"]


def test_months_missing_inside_a_series_are_noticed():
    found = checked(demand("ae_type1,RDE,2024-04,5", "ae_type1,RDE,2024-07,6"), "service_demand")
    notice = next(each for each in found.faults if each.code == "missing_months")
    assert "2 months between 2024-04 and 2024-07" in notice.message


def test_a_count_equal_to_the_same_month_last_year_is_noticed():
    lines = [
        f"ae_type1,RDE,{year}-{month:02d},{7000 + month * 10 + (year if month != 6 else 0)}"
        for year in (2023, 2024)
        for month in range(1, 13)
    ]
    found = [
        each.cell
        for each in checked(demand(*lines), "service_demand").faults
        if each.code == "same_as_last_year"
    ]
    assert found == ["D19"]


def test_personal_data_in_free_text_is_removed_before_storing_and_warned_of():
    found = checked(insight("Ring 01245 123456"), "insights")
    assert found.records.get("summary") == ["Ring [phone number removed]"]
    assert codes_of(found.faults, "warning") == ["personal_data_removed"]
    assert not any("123456" in str(each) for each in found.faults)


@pytest.mark.parametrize(
    "code", ["jo@example.org", "Mary Smith", "Cllr Ann Jones", "01245 123456", "AB 12 34 56 C"]
)
def test_a_person_is_a_code_and_never_a_name_and_is_not_repeated_in_the_fault(code):
    found = checked(csv(ATTENDANCE, f"S1,2024-05-14,board,2,{code},nhs,Trust A"), "attendance")
    assert codes_of(found.faults) == ["personal_identifier"]
    assert not any(code in str(each) for each in found.faults)


@pytest.mark.parametrize("code", ["L001", "Leader A", "District-07", "4501234567"])
def test_a_code_is_a_code(code):
    assert not codes_of(
        checked(csv(ATTENDANCE, f"S1,2024-05-14,board,2,{code},nhs,Trust A"), "attendance").faults
    )


def test_a_persons_code_never_appears_in_a_fault():
    long = "L" + "9" * 70
    rows = [f"S1,2024-05-14,board,2,{long},nhs,Trust A", "S1,2024-05-14,board,2,SECRET7,nhs,Trust A"]
    found = checked(csv(ATTENDANCE, *rows, rows[1]), "attendance")
    assert sorted(codes_of(found.faults)) == ["duplicate_key", "too_long"]
    assert not any("SECRET7" in str(each) or long in str(each) for each in found.faults)


def test_personal_data_in_columns_that_are_not_used_is_warned_of():
    content = csv(f"{ATTENDANCE},how to reach", "S1,2024-05-14,board,2,L1,nhs,Trust A,jo@example.org")
    found = checked(content, "attendance")
    assert codes_of(found.faults, "warning") == ["personal_columns"]


def test_two_equal_months_in_a_row_are_noticed_however_long_the_file():
    copied = {("RDE", 6), ("RDE", 7)}
    lines = [
        f"ae_type1,{area},{year}-{month:02d},{month * 10 + (0 if (area, month) in copied else year)}"
        for area in ("RDE", "RDD")
        for year in range(2017, 2023)
        for month in range(1, 13)
    ]
    found = [
        each for each in checked(demand(*lines), "service_demand").faults if each.code == "same_as_last_year"
    ]
    assert len(found) == 10
    assert all("RDE" in each.message for each in found)
