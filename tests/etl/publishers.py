"""Files as publishers of statistics lay them out, made in memory: (file name, bytes)."""

import csv
import io

from openpyxl import Workbook

DISTRICTS = [
    ("E07000066", "Basildon"),
    ("E07000067", "Braintree"),
    ("E07000068", "Brentwood"),
    ("E07000069", "Castle Point"),
    ("E07000070", "Chelmsford"),
    ("E07000071", "Colchester"),
    ("E07000072", "Epping Forest"),
]


def as_xlsx(sheets, merges=()):
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for sheet, area in merges:
        book[sheet].merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(rows, delimiter=",", encoding="utf-8"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def ons():
    rows = [
        ["Table 1: Mid-2023 population estimates [note 1]"],
        ["This worksheet contains one table."],
        ["Source: a statistics office"],
        ["Code", "Name", "Geography", "All ages", *map(str, range(4))],
        ["E92000001", "ENGLAND", "Country", 700, 100, 200, 150, 250],
        ["E10000012", "Essex", "County", 700, 100, 200, 150, 250],
        *[[code, name, "Non-metropolitan District", 100, 10, 20, 30, 40] for code, name in DISTRICTS],
    ]
    notes = [["Notes"], ["Note number", "Note text"], ["1", "Rounded to the nearest person, and so may not add up."]]
    return "mye.xlsx", as_xlsx({"Cover": [["Population estimates"]], "Notes": notes, "MYE2": rows})


def nhs_england_monthly():
    group = [
        None,
        None,
        None,
        None,
        "A&E attendances",
        None,
        "A&E attendances > 4 hours",
        None,
        "Percentage in 4 hours",
        None,
    ]
    head = [None, "Code", "Region", "Name", *["Type 1", "Total attendances"] * 3]
    trusts = [
        ("RAJ", 100, 60, 40, 10, 0.6, "-"),
        ("RDE", 200, 90, 50, 20, 0.55, 0.9),
        ("RQW", 300, 80, 60, 30, 0.5, "-"),
    ]
    rows = [
        [None, None, None, None, 4, 5, 6],
        [None, "Title:", "A&E attendances"],
        [],
        [None, "Period:", "April 2025"],
        [None, "Published:", "15th May 2025"],
        [],
        group,
        head,
        [None, "-", "-", "England", 600, 230, 150, 60, 0.55, 0.9],
        [],
        *[[None, code, "East of England ", f"Trust {code}", *figures] for code, *figures in trusts],
    ]
    return "ae.xlsx", as_xlsx({"Provider": rows}, [("Provider", "E7:F7"), ("Provider", "G7:H7"), ("Provider", "I7:J7")])


def nhs_england_csv():
    head = ["Period", "Org Code", "Parent Org", "Org name", "A&E attendances Type 1", "A&E attendances Type 2"]
    rows = [
        ["MSitAE-DECEMBER-2024", "RAJ", "NHS ENGLAND EAST", "MID AND SOUTH ESSEX", "26000", "0"],
        ["MSitAE-DECEMBER-2024", "RDE", "NHS ENGLAND EAST", "EAST SUFFOLK", "12000", "5"],
        ["TOTAL", "TOTAL", "TOTAL", "TOTAL", "38000", "5"],
    ]
    return "December-2024-CSV.csv", as_csv([head, *rows])


def nhs_digital():
    head = [
        "REPORTING_PERIOD_START",
        "REPORTING_PERIOD_END",
        "BREAKDOWN",
        "PRIMARY_LEVEL",
        "MEASURE_ID",
        "MEASURE_NAME",
        "MEASURE_VALUE",
    ]
    rows = [
        ["2024-04-01", "2024-04-30", "England", "E92000001", "M1", "People in contact", "1900"],
        ["2024-04-01", "2024-04-30", "ICB", "E54000026", "M1", "People in contact", "1000"],
        ["2024-04-01", "2024-04-30", "ICB", "E54000023", "M1", "People in contact", "*"],
    ]
    return "mhsds.csv", as_csv([head, *rows])


def ascof():
    head = [
        "Local authority code",
        "Local authority",
        "ONS area code",
        "2022 to 2023 - respondents",
        "2022 to 2023 - outcome",
        "2023 to 2024 - respondents",
        "2023 to 2024 - outcome",
    ]
    counties = [
        ("109", "Essex", "E10000012"),
        ("110", "Kent", "E10000016"),
        ("111", "Thurrock", "E06000034"),
        ("112", "Devon", "E10000008"),
        ("113", "Surrey", "E10000030"),
        ("114", "Norfolk", "E10000020"),
        ("115", "Suffolk", "E10000029"),
        ("116", "Bedford", "E06000055"),
        ("117", "Southend", "E06000033"),
        ("118", "Dorset", "E06000059"),
    ]
    rows = [
        ["Table 1d: overall satisfaction of people [note 1]"],
        ["This worksheet contains one table."],
        [
            (
                "Cells marked with an [x] indicate that no data is available. Cells marked with a "
                "[c] indicate the figure was suppressed."
            )
        ],
        head,
        ["England", "England", "E92000001", 900, 64.1, 950, 65.1],
        ["S", "Shire Counties", "[z]", 500, 65, 510, 66.0],
        *[[*each, 100, 60.5, "[c]", "[x]"] for each in counties],
    ]
    return "ascof.xlsx", as_xlsx({"Cover": [["ASCOF"]], "Table_1d": rows})


def homelessness():
    top = [None, None, None, "Total initial assessments1,2", None, "Assessed as owed a duty", None, None]
    low = [None, None, None, None, None, "Total", "Prevention duty owed", "Relief duty owed3"]
    rows = [
        ["Table A1 - Households assessed, England, April to June 2018"],
        [None] * 7 + ["Number of households"],
        top,
        low,
        ["E92000001", "ENGLAND", None, 700, None, 600, 350, 250],
        ["-", "Rest of England", None, 100, None, 90, 50, 40],
        [],
        *[[code, name, None, 100 if name != "Harlow" else "..", None, 80, 50, 30] for code, name in DISTRICTS[:-1]],
        ["E07000073", "Harlow", None, "..", None, "..", "..", ".."],
        [],
        ["Notes"],
        [1, "Includes households assessed in the quarter, whatever came of it."],
        ["..", "incomplete or no data received"],
    ]
    return "detailed.xlsx", as_xlsx(
        {"A1 - Apr-Jun 18": rows}, [("A1 - Apr-Jun 18", "F3:H3"), ("A1 - Apr-Jun 18", "D3:D4")]
    )


def police_street():
    head = [
        "Crime ID",
        "Month",
        "Reported by",
        "Falls within",
        "Longitude",
        "Latitude",
        "Location",
        "LSOA code",
        "LSOA name",
        "Crime type",
        "Last outcome category",
        "Context",
    ]
    row = [
        "",
        "2011-12",
        "Essex Police",
        "Essex Police",
        "0.46",
        "51.57",
        "On or near High Street",
        "E01021263",
        "Basildon 001A",
        "Anti-social behaviour",
        "",
        "",
    ]
    other = ["a1b2", "2011-11", *row[2:9], "Burglary", "Under investigation", ""]
    return "2011-12-essex-street.csv", as_csv([head, *[row, other] * 6])


def home_office():
    head = ["Financial Year", "Financial Quarter", "Force Name", "Offence Description", "Number of Offences"]
    rows = [
        ["2023/24", quarter, force, "Robbery", number]
        for force in ("Essex", "Kent")
        for quarter, number in ((1, 10), (2, 20), (3, 30), (4, 40))
    ]
    return "prc-pfa.xlsx", as_xlsx({"Cover": [["Police recorded crime"]], "2023-24": [head, *rows]})


def nomis():
    head = [
        "DATE",
        "DATE_NAME",
        "GEOGRAPHY_NAME",
        "GEOGRAPHY_CODE",
        "C_SEX",
        "C_SEX_NAME",
        "MEASURES",
        "MEASURES_NAME",
        "OBS_VALUE",
        "RECORD_OFFSET",
    ]
    rows = [
        ["2024-12", "Jan 2024-Dec 2024", name, code, sex, sexes, 20100, "value", 1000 + sex, place]
        for place, (code, name) in enumerate(DISTRICTS)
        for sex, sexes in ((0, "Total"), (1, "Male"))
    ]
    return "nomis.csv", as_csv([head, *rows])


def dfe():
    head = [
        "time_period",
        "time_identifier",
        "geographic_level",
        "country_code",
        "country_name",
        "new_la_code",
        "la_name",
        "pupil_count",
        "absence_rate",
    ]
    rows = [
        ["202324", "Academic year", "National", "E92000001", "England", "", "", "1000", "6.1"],
        *[
            ["202324", "Academic year", "Local authority", "E92000001", "England", code, name, "100", "c"]
            for code, name in DISTRICTS
        ],
    ]
    return "absence.csv", as_csv([head, *rows])


def trust_workbook():
    """Years above quarters, a total column, two tables under each other."""
    first = [
        ["Fire incidents attended"],
        [None, 2022, None, None, None, 2023, None],
        ["Station", "Q1", "Q2", "Q3", "Q4", "Q1", "Q2"],
        *[[name, 1, 2, 3, 4, 5, 6] for name in ("Grays", "Orsett", "Total")],
    ]
    second = [
        [],
        ["Response times, minutes"],
        ["Station", "Mean", "90th percentile"],
        ["Grays", 8.1, 12],
        ["Orsett", 9.4, 14],
    ]
    return "trust.xlsx", as_xlsx({"Incidents": [*first, *second]}, [("Incidents", "B2:E2"), ("Incidents", "F2:G2")])


def stacked_quarters():
    rows = [
        ["Ambulance calls answered"],
        ["Year", "Quarter", "Calls", "Calls per 1,000"],
        ["2022/23", "Q1", 100, 1.5],
        [None, "Q2", 110, 1.6],
        [None, "Q3", 120, 1.7],
        [None, "Q4", 130, "[r]"],
        ["2023/24", "Q1", "140 [r]", 1.9],
        [None, "Q2", 150, 2],
    ]
    return "calls.xlsx", as_xlsx({"Data": rows})


def semicolons():
    rows = [["District", "Month", "Rate", "Count"], *[[name, "Apr-15", "1,25", "1.234"] for _, name in DISTRICTS]]
    return "excel-eu.csv", as_csv(rows, ";", "utf-16")
