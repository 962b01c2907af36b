"""Tables of government departments as their statisticians format them, with made-up figures: (file name, bytes)."""

import datetime as dt
import io

from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.etl.old_excel import Indented, as_xls
from tests.etl.open_document import as_ods
from tests.etl.publishers import as_xlsx

NESTED = [
    ["Table A1: Children in need, England, 2023-24"], [],
    ["Characteristic", "Boys", "Girls"],
    ["All children in need", 4100, 3200],
    [Indented("White", 1), 3000, 2200], [Indented("British", 2), 2500, 2000], [Indented("Other White", 2), 500, 200],
    [Indented("Asian", 1), 1100, 1000],
    ["By need"],
    [Indented("Abuse", 1), 2100, "c"], [Indented("Illness", 1), 2000, 1000],
]  # fmt: skip


def indented(rows, sheet="A1"):
    """An xlsx of one sheet whose labels are set further in by their cells' format."""
    book = Workbook()
    book.active.title = sheet
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            if isinstance(cell, Indented):
                book.active.cell(row, column, cell.text).alignment = Alignment(indent=cell.level)
            else:
                book.active.cell(row, column, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _spaced(rows, blank):
    def text(cell):
        return blank * 3 * cell.level + cell.text if isinstance(cell, Indented) else cell

    return [[text(cell) for cell in row] for row in rows]


def nested_in_xlsx():
    return "need.xlsx", indented(NESTED)


def nested_in_xls():
    return "need.xls", as_xls(NESTED)


def nested_in_ods():
    return "need.ods", as_ods([row or [None] for row in NESTED])


def nested_by_hard_spaces():
    return "need.xlsx", indented(_spaced(NESTED, "\u00a0"))


def withheld_among_the_parts():
    """The parts of a count with one too small to be told, set further in."""
    rows = [["Table B2: Staff by grade, 2024"], [], ["Grade", "Headcount"], ["All grades, of the service", 500],
            [Indented("Senior", 1), "*"], [Indented("Middle", 1), 200], [Indented("Junior", 1), 290],
            ["Left in the year", 30]]  # fmt: skip
    return "grades.xlsx", indented(rows)


def parts_of_everyone():
    """All staff with their professions further in, and two further groups: nothing is told twice but the total."""
    rows = [["Table 1: Staff, September 2024"], [], ["Staff group", "FTE"], ["All staff", 105],
            [Indented("Nurses", 1), 60], [Indented("Doctors", 1), 45], ["By contract"], [Indented("Permanent", 1), 90],
            [Indented("Fixed term", 1), 10], ["By hours"], [Indented("Whole time", 1), 70],
            [Indented("Part time", 1), 30]]  # fmt: skip
    return "staff.xlsx", indented(rows)


def fires_by_kind():
    """Groups divided each in its own way, one of which is called a total; the nation chosen in a cell above."""
    rows = [["Table 0101: Incidents attended by fire and rescue services"], ["England"], [],
            [None, None, "Total fires", None, None, None, "False alarms", None, None],
            ["Year", "All incidents", "All fires", "Primary fires", "Secondary fires", None, "Total", "Malicious",
             "Good intent"],
            *[[year, 900, 500, 200, 300, None, 400, 100, 300] for year in ("2016/17", "2017/18", "2018/19 R")]]
    merges = [("FIRE0101", "C4:E4"), ("FIRE0101", "G4:I4")]
    return "fire0101.xlsx", as_xlsx({"FIRE0101": rows}, merges)  # fmt: skip


def divided_alike():
    rows = [["Table 3: Households by tenure, 2024"], [], [None, "Total households", None, "Families", None],
            ["Area", "Owned", "Rented", "Owned", "Rented"], ["Basildon", 10, 20, 5, 6], ["Braintree", 11, 21, 4, 7]]
    return "tenure.xlsx", as_xlsx({"T3": rows}, [("T3", "B3:C3"), ("T3", "D3:E3")])  # fmt: skip


def weeks_across():
    """The numbers of weeks over the days they ended on, one of them the last day of a month."""
    days = [dt.date(2020, 1, 17), dt.date(2020, 1, 24), dt.date(2020, 1, 31)]
    rows = [["Deaths registered weekly in England and Wales"], [], ["Week number", None, 3, 4, 5],
            ["Week ended", None, *days], [], ["Total deaths, all ages", None, 300, 310, 290],
            ["Under 1 year", None, 3, 4, 5], ["1 to 14", None, 1, 2, 0],
            ["E12000006", "East", 30, 31, 29], ["W92000004", "Wales", 20, 21, 19]]  # fmt: skip
    return "weekly.xlsx", as_xlsx({"Weekly figures 2020": rows})


def changes_across():
    rows = [["Table 1: Counts and estimates of rough sleeping, Autumn 2010 - Autumn 2018"], [],
            ["Local authority ONS code", "Local authority", "Region", 2010, 2018, "% change from 2010", "Rate"],
            ["-", "England", None, 1768, 4677, 165, 0.2], ["-", "Rest of England", None, 1353, 3394, 151, 0.2],
            ["E07000066", "Basildon", "East", 1, 3, 200, 0.1], ["E07000067", "Braintree", "East", 1, 3, 200, 0.1],
            ["-", "Essex Police, Fire and Crime Commissioner", "East", 1, 3, 200, 0.1]]  # fmt: skip
    return "rough.xlsx", as_xlsx({"Table 1": rows})


def levels_under_one_heading():
    """Regions a column before their councils, under one heading, with an older code beside them."""
    rows = [["Table 600: Households on waiting lists, by district, England"], [],
            ["ONS code", "Old code", "Lower and single tier authority", None, 1997, "2019 P"], [],
            ["E92000001", None, "England", None, 900, 950], [], ["E12000006", "E", "East of England", None, 100, 110],
            ["E06000034", "M1501", None, "Thurrock UA", 40, ".."], ["E07000066", "D1521", None, "Basildon", 30, "-"],
            ["E07000067", "D1522", None, "Braintree", 30, 35]]  # fmt: skip
    return "LT_600.xlsx", as_xlsx({"LT600": rows})


def claimants():
    """A cube's export: one month across, labels headed a row further down, written once, with totals of each area."""
    rows = [["Claimants of a benefit"], ["Filters:"], ["Month", None, None, "February 2020"],
            ["Local Authority", "Tenure", "Gender"], [],
            *[[area if tenure == "Social" and sex == "Male" else None, tenure if sex == "Male" else None, sex, count]
              for area in ("Basildon", "Braintree") for tenure in ("Social", "Private")
              for sex, count in (("Male", 10), ("Female", ".."), ("Total", 30))],
            [], ["INFO"]]  # fmt: skip
    return "claimants.xlsx", as_xlsx({"Data Sheet 1": rows})


def years_and_a_comparison():
    rows = [["Table 30001: Reported casualties by severity, 2016-2018"], [], ["Year", "Killed", "Injured"],
            [2016, 100, 5000], ["2017", 110, 4900], ["2018 P", 105, "4,800"], ["Percentage change"],
            ["2018 over 2017", -5, -2], ["2018 over 2012-16 average", 1, ".."]]  # fmt: skip
    return "casualties.xlsx", as_xlsx({"RAS30001": rows})


def beds_of_a_quarter():
    """The rows say in which month the quarter ended that the title is of."""
    rows = [[None, "Title:", "Average daily number of beds"], [None, "Period:", "April 2019 to June 2019"], [],
            [None, "Year", "Period End", "Org Code", "Org Name", "Total", "Maternity"],
            [None, "2019/20", "June", None, "England", 900, 90], [],
            *[[None, "2019/20", "June", code, f"Trust {code}", 450, 45] for code in ("RAJ", "RDE")]]  # fmt: skip
    return "beds.xlsx", as_xlsx({"Beds": rows})


def service_budgets():
    """Each service ends with its sum, one of them without a label; the whole is called net."""
    rows = [["ESSEX COUNTY COUNCIL"], ["Revenue budget 2019/20"], [], ["Service", "Gross", "Income", "Net"],
            [None, "£000", "£000", "£000"], ["Highways"], ["Maintenance", 300, "(90)", 210],
            ["Lighting", 120, -20, 100], [None, 420, -110, 310], [],
            ["Libraries"], ["Branches", 200, -50, 150], ["Stock", 100, 0, 100],
            ["Total Libraries", 300, -50, 250], [], ["NET REVENUE BUDGET", 720, -160, 560]]  # fmt: skip
    return "budget.xlsx", as_xlsx({"Sheet1": rows})


def a_school_term():
    rows = [["Table 7.1: Absence by local authority"], ["Autumn term 2018/19"], [],
            ["Area code", "Local authority", "Q28 % Very good", "Sessions missed"], ["E10000012", "Essex", 40, 500],
            ["E06000033", "Southend-on-Sea", 41, "x"]]  # fmt: skip
    return "absence.xlsx", as_xlsx({"Table 7.1": rows})


def areas_of_a_type():
    rows = [["Annual survey - Employment rates"], ["date:", "Jan 2019-Dec 2019"], [], ["Area", "mnemonic", "percent"],
            ["ladu:Basildon", "E07000066", 80.0], ["ladu:Braintree", "E07000067", "!"],
            ["ladu:Castle Point", "E07000069", 77.0]]  # fmt: skip
    return "nomis.xlsx", as_xlsx({"Data": rows})


def numbered_in_a_row_of_its_own():
    rows = [["Department for Roads statistics"], ["Road traffic statistics"], ["Table TRA8901"],
            ["Motor vehicle traffic by local authority, annual"], [None, None, None, "Million vehicle miles"],
            ["LA Code", "Local Authority", 1993, 1994], ["E06000033", "Southend-on-Sea", 400, 410],
            ["E10000012", "Essex", 6000, 6100]]  # fmt: skip
    return "tra8901.xlsx", as_xlsx({"TRA8901": rows})


def a_nation_below_its_districts():
    rows = [["Table 3.1: Crime by policing district"], [], ["Policing District", "2017/18", "2018/19"],
            ["Belfast City", 30000, 31000], ["Mid Ulster", 5000, "5,100"], ["Northern Ireland", 44000, 45200]]
    return "crime.xlsx", as_xlsx({"3.1": rows})  # fmt: skip


def labels_and_figures():
    """Nothing but names and figures under a title."""
    rows = [["Mid-2019 population of districts in Essex"], [], ["Essex", "30"], ["Basildon", 12], ["Braintree", 8],
            ["Harlow", "10"], ["Maldon", ".."], [], ["Source: a census office"]]  # fmt: skip
    return "population.xlsx", as_xlsx({"Sheet1": rows})


def contact_details():
    rows = [["About this workbook"], [], ["Telephone:", 1234], ["Room:", 5], ["Floor:", 2]]
    return "about.xlsx", as_xlsx({"Sheet1": rows})


def a_portal_of_indicators():
    """Codes of the areas above in a column before those of the areas, which are of every level."""
    rows = [["Indicator Name", "Parent Code", "Parent Name", "Area Code", "Area Name", "Time period", "Value"],
            *[["Life expectancy", "E12000006", "East", code, name, "2016 - 18", value] for code, name, value in
              (("E92000001", "England", 79.6), ("E10000012", "Essex", 80.1), ("E06000034", "Thurrock", None),
               ("E06000033", "Southend", 80.0))]]
    return "indicators.xlsx", as_xlsx({"Sheet1": rows})  # fmt: skip


def in_two_languages():
    rows = [["Table 1 / Tabl 1: Notifications / Hysbysiadau, 2019"], [], ["Awdurdod", "Cyfanswm", "Gwrywod"],
            ["Authority", "Total", "Males"], ["Wales / Cymru", "1\u2009100 p", 500],
            ["Cardiff / Caerdydd", 600, "300r"], ["Swansea / Abertawe", "500", 200]]  # fmt: skip
    return "notifications.xlsx", as_xlsx({"T1": rows})


def outcomes_by_number():
    """Kinds with a number of their own, and groups of councils among the councils."""
    rows = [["Table 2.1: Outcomes, year to March 2019"], [],
            ["Outcome number", "Outcome type", "Outcomes", "Percentage"], ["1", "Charged", 4000, 80],
            ["2-3", "Cautioned", 900, 18], ["4", "Died", 100, 2],
            [None, "Total outcomes", 5000, 100]]  # fmt: skip
    return "outcomes.xlsx", as_xlsx({"Table 2.1": rows})


def groups_of_councils():
    rows = [["Table 2: Collection, 2019-20"], [], ["Authority", "Collected", "%"], ["Basildon", 98, 98],
            ["Braintree", 79, "98.8 [r]"], ["Shire districts", 200, 98.3], ["England", 29000, 97]]  # fmt: skip
    return "collection.xlsx", as_xlsx({"T2": rows})
