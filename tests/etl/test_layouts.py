"""Tables as publishers lay them out: each is found whole, with its header, totals, periods and absences."""

import pytest

from etl.convert import period_text
from tests.etl import publishers
from tests.etl.understanding import at, first, shape, understood


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (publishers.ons, [4], 9, [5, 6], "A", 5),
        (publishers.nhs_england_monthly, [7, 8], 4, [9], "B", 6),
        (publishers.nhs_england_csv, [1], 3, [4], "B", 2),
        (publishers.nhs_digital, [1], 3, [2], "D", 1),
        (publishers.ascof, [4], 12, [5, 6], "C", 4),
        (publishers.homelessness, [3, 4], 9, [5, 6], "A", 4),
        (publishers.police_street, [1], 12, [], "H", 0),
        (publishers.home_office, [1], 8, [], "C", 1),
        (publishers.nomis, [1], 14, [2, 4, 6, 8, 10, 12, 14], "D", 1),
        (publishers.dfe, [1], 8, [2], "F", 2),
        (publishers.trust_workbook, [2, 3], 3, [6], None, 6),
        (publishers.stacked_quarters, [2], 6, [], None, 2),
        (publishers.semicolons, [1], 7, [], "A", 2),
    ],
)
def test_a_publishers_table_is_found_with_its_header_rows_totals_area_and_figures(
    make, header, rows, totals, area, measures
):
    assert shape(make()) == (header, rows, totals, area, measures)


@pytest.mark.parametrize(
    ("make", "cell", "value", "absence", "period", "measure"),
    [
        (publishers.ons, "D7", 100, "", "2023", "All ages"),
        (publishers.nhs_england_monthly, "F11", 60, "", "2025-04", "A&E attendances | Total attendances"),
        (
            publishers.nhs_england_monthly,
            "J11",
            None,
            "not_applicable",
            "2025-04",
            "Percentage in 4 hours | Total attendances",
        ),
        (publishers.nhs_england_csv, "E2", 26000, "", "2024-12", "A&E attendances Type 1"),
        (publishers.nhs_digital, "G4", None, "withheld", "2024-04", "MEASURE_VALUE"),
        (publishers.ascof, "F7", None, "withheld", "2023/24", "respondents"),
        (publishers.ascof, "G7", None, "missing", "2023/24", "outcome"),
        (
            publishers.homelessness,
            "H8",
            30,
            "",
            "2018-04-01 to 2018-06-30",
            "Assessed as owed a duty | Relief duty owed",
        ),
        (publishers.homelessness, "D14", None, "missing", "2018-04-01 to 2018-06-30", "Total initial assessments"),
        (publishers.police_street, "A2", 1, "", "2011-12", "records"),
        (publishers.home_office, "E5", 40, "", "2024-01-01 to 2024-03-31", "Number of Offences"),
        (publishers.nomis, "I3", 1001, "", "2024", "OBS_VALUE"),
        (publishers.dfe, "I3", None, "withheld", "2023-09-01 to 2024-08-31", "absence_rate"),
        (publishers.trust_workbook, "F4", 5, "", "2023-01-01 to 2023-03-31", "Fire incidents attended"),
        (publishers.stacked_quarters, "C4", 110, "", "2022-07-01 to 2022-09-30", "Calls"),
        (publishers.stacked_quarters, "C7", 140, "", "2023-04-01 to 2023-06-30", "Calls"),
        (publishers.semicolons, "C2", 1.25, "", "2015-04", "Rate"),
        (publishers.semicolons, "D2", 1234, "", "2015-04", "Count"),
    ],
)
def test_a_figure_keeps_its_value_or_absence_its_period_and_its_name(make, cell, value, absence, period, measure):
    found = at(first(make()), cell)
    assert (found.value, found.absence, found.period, found.measure) == (value, absence, period, measure)


def test_two_tables_on_a_sheet_are_told_apart():
    ranges = [piece.found.range for piece in understood(*publishers.trust_workbook()).pieces]
    assert ranges == ["A2:G6", "A9:C11"]


def test_cover_and_notes_are_no_tables():
    assert set(understood(*publishers.ons()).other) == {"Cover", "Notes"}


def test_a_period_only_in_the_file_name_is_found():
    rows = [["Area", "Calls"], ["Basildon", 5], ["Braintree", 6]]
    table = first(("calls_2023-24_final.xlsx", publishers.as_xlsx({"Sheet1": rows}))).found
    assert (period_text(table.period), table.period_from) == ("2023/24", "file name")


def test_a_stray_number_above_a_title_is_no_table():
    assert len(understood(*publishers.nhs_england_monthly()).pieces) == 1


def test_a_hidden_column_with_figures_is_read_and_said():
    import io

    from openpyxl import load_workbook

    name, content = publishers.ons()
    book = load_workbook(io.BytesIO(content))
    book["MYE2"].column_dimensions["E"].hidden = True
    for row in (9, 10):
        book["MYE2"].row_dimensions[row].hidden = True
    out = io.BytesIO()
    book.save(out)
    said = [each.message for each in understood(name, out.getvalue()).faults if each.code == "hidden_cells"]
    assert said == ["Sheet “MYE2” hides column E and rows 9, 10 of the table. They were read."]


def test_two_tables_beside_each_other_keep_their_own_areas():
    rows = [
        ["Area", "Calls", None, "Area", "Fires"],
        ["Basildon", 5, None, "Kent", 16],
        ["Harlow", 8, None, "Surrey", 12],
    ]
    pieces = understood("two_2023.xlsx", publishers.as_xlsx({"S": [["Calls and fires"], *rows]})).pieces
    assert [
        (piece.found.range, at(piece, cell).area_name) for piece, cell in zip(pieces, ("B3", "E3"), strict=True)
    ] == [
        ("A2:B4", "Basildon"),
        ("D2:E4", "Kent"),
    ]


def test_areas_across_columns_go_with_their_figures():
    rows = [
        ["MYE1: Population estimates, mid-2024"],
        ["Groups", "England", "Wales", "Scotland"],
        ["Code", "E92000001", "W92000004", "S92000003"],
        ["All persons", 60, 3, 5],
        ["Females", 31, 1.5, 2.6],
        ["Males", 29, 1.5, 2.4],
    ]
    found = at(first(("mye.xlsx", publishers.as_xlsx({"MYE1": rows}))), "C5")
    assert (found.area_code, found.area_name, found.value, found.period) == ("W92000004", "Wales", 1.5, "2024")


@pytest.mark.parametrize(("password", "code"), [("VelvetSweatshop", None), ("another", "password_protected")])
def test_a_workbook_locked_with_excels_own_password_opens_as_in_excel(password, code):
    import io

    from msoffcrypto.format.ooxml import OOXMLFile

    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(publishers.ons()[1])).encrypt(password, locked)
    found = understood("locked.xlsx", locked.getvalue())
    assert (found.faults[0].code == code) if code else len(found.pieces) == 1
