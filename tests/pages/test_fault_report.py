"""The report on a file's faults: grouped, counted, and the first ones drawn where they stand."""

from data.framework import load_framework
from etl.codes import codebook
from etl.faults import fault, shorten
from etl.load import check
from etl.mapping import ColumnMap
from etl.read import read_workbook
from etl.specs import SPECS
from pages.evaluator.fault_report import fault_report, how_many
from tests.browser.supplied import nhs
from tests.etl.small import checked, csv, demand

REAL = codebook(load_framework())
BAD = [f"ae_type1,E07000066,{2010 + n // 12}-{n % 12 + 1:02d},about {n}" for n in range(60)]
ATTENDANCE = "session,held_on,kind,hours,person,sector,organisation"


def shown(content, dataset="service_demand"):
    found = checked(content, dataset)
    return fault_report(found.faults, found.around), found


def test_a_kind_of_fault_is_told_once_with_how_many_there_are_even_those_only_counted():
    html, _ = shown(demand(*BAD))
    assert html.count("Fault: Text in a number column") == 1
    assert "(60 found)" in html
    assert "And 10 more of the same" in html


def test_the_first_three_are_drawn_with_their_header_and_the_cell_marked():
    html, _ = shown(demand(*BAD))
    assert html.count('class="ec-cells"') == 3
    assert '<td class="ec-marked"><mark>about 0</mark></td>' in html
    assert "Sheet “file” around D2" in html
    assert "<th scope=row>1</th><td class=ec-far>area</td><td>period</td><td>count</td>" in html


def test_the_same_value_in_many_cells_is_drawn_once_with_the_other_cells_named():
    rows = [f"ae_type1,{'Essex somewhere' if n % 2 else 'Elsewhere'},2024-{n + 1:02d},5" for n in range(10)]
    html, _ = shown(demand(*rows))
    assert html.count('class="ec-cells"') == 2
    assert "The same in 4 more: B5, B7, B9, B11." in html
    assert "(10 found)" in html


def test_where_faults_are_only_counted_the_number_of_the_same_is_told_of_those_listed():
    html, _ = shown(demand(*[f"ae_type1,E07000066,{2010 + n // 12}-{n % 12 + 1:02d},many" for n in range(58)]))
    assert "(58 found)" in html
    assert "The same in 49 more of the first 50: D3, D4," in html
    assert "And 8 more of the same" in html


def test_of_a_header_in_two_rows_the_whole_name_is_drawn():
    name, content = nhs("12,5x0")
    mapping = ColumnMap({"area": "B", "ae_type1": "E"}, {}, {"period": "2026-10"}, table=1)
    found = check(read_workbook(content, name), SPECS["service_demand"], REAL, mapping, name=name)
    assert "A&amp;E attendances | Type 1" in fault_report(found.faults, found.around)


def test_faults_come_before_notices_and_only_they_are_open():
    html, _ = shown(demand("ae_type1,E07000066,2024-01,1", "ae_type1,E07000066,2024-03,many"))
    assert html.index("Fault: Text in a number") < html.index("Notice: Missing months")
    assert html.count("<details") - html.count(" open>") == html.count("Notice: ")


def test_a_persons_code_and_columns_that_are_not_used_are_not_drawn_where_rows_are_about_people():
    content = csv(f"{ATTENDANCE},home", "S1,2024-05-14,board,99,SECRET7,nhs,Trust A,Elm Lane 4")
    html, found = shown(content, "attendance")
    assert found.around
    assert "SECRET7" not in html
    assert "Elm Lane" not in html
    assert "••• stands for what may be about a person" in html


def test_a_fault_of_a_whole_column_marks_its_header():
    html, _ = shown(csv("service,area,period,count,extra", "ae_type1,E07000066,2024-01,1,2"))
    assert "<mark>extra</mark>" in html


def test_a_file_without_faults_says_so():
    assert "No fault was found" in fault_report([], {})


def test_a_fault_without_a_cell_is_told_without_a_drawing():
    html = fault_report(shorten([fault("no_header", searched=30, expected="service")]), {})
    assert "No header row" in html
    assert "ec-cells" not in html


def test_the_number_of_faults_has_those_in_it_that_were_only_counted():
    _, found = shown(demand(*BAD))
    assert how_many(found.faults)[0] == 60
