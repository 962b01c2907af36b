"""Open data as departments and portals publish it, made in memory: (file name, bytes)."""

import datetime as dt
import io

from openpyxl import Workbook

from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx


def ons_time_series():
    """The site's own csv of one series: its metadata above years, quarters and months in one column."""
    head = [["Title", "Unemployment rate, all aged 16 and over"], ["CDID", "MGSX"], ["Source dataset ID", "LMS"],
            ["PreUnit", ""], ["Unit", "%"], ["Release date", "11-02-2025"], ["Next release", "20 March 2025"],
            ["Important Notes", ""]]  # fmt: skip
    years = [[str(year), f"{4 + year % 3 / 10}"] for year in range(2018, 2025)]
    quarters = [[f"2024 Q{number}", "4.3"] for number in range(1, 5)]
    return "series-110225.csv", as_csv([*head, *years, *quarters, ["2024 JAN", "4.2"], ["2024 FEB", "4.1"]])


def ons_dataset_series():
    """Several series beside each other: titles, CDIDs and units above the years."""
    rows = [["Title", "All persons in work", "Females in work"], ["CDID", "MGRZ", "MGSB"],
            ["PreUnit", "", ""], ["Unit", "Thousands", "Thousands"], ["Release date", "11-02-2025", "11-02-2025"],
            ["Next release", "", ""], ["Important notes", "", ""],
            *[[str(year), 100 + year, 50 + year] for year in range(2015, 2025)]]  # fmt: skip
    return "lms.csv", as_csv(rows)


def ons_customised():
    """ "Customise my data": v4_0 with codes and labels beside each other."""
    head = ["v4_0", "calendar-years", "Time", "administrative-geography", "Geography", "sex", "Sex"]
    rows = [[100 + place, "2023", "2023", code, name, "all", "All"] for place, (code, name) in enumerate(DISTRICTS)]
    return "TS-filtered-2024-01-01.csv", as_csv([head, *rows])


def nomis_download():
    """Nomis's ordinary download: metadata in labelled rows, one table, notes below."""
    rows = [["annual population survey"], ["ONS Crown Copyright Reserved [from Nomis on 4 March 2025]"], [],
            ["date", "Jan 2024-Dec 2024"], ["variable", "Employment rate - aged 16-64"], [],
            ["local authority: district / unitary (as of April 2023)", "numerator", "denominator", "percent", "conf"],
            *[[name, "60,000", "80,000", "75.0", "4.1"] for _, name in DISTRICTS[:-1]],
            ["Epping Forest", "60,000", "80,000", "!", "!"], [],
            ["! Estimate and confidence interval not available since the group sample size is zero"],
            ["- These figures are missing."]]  # fmt: skip
    return "nomis_2025_03_04.csv", as_csv(rows)


def fingertips():
    head = ["Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code", "Area Name", "Area Type",
            "Sex", "Age", "Category Type", "Category", "Time period", "Value", "Lower CI 95.0 limit",
            "Upper CI 95.0 limit", "Lower CI 99.8 limit", "Upper CI 99.8 limit", "Count", "Denominator", "Value note",
            "Recent Trend", "Compared to England value or percentiles", "Time period Sortable", "New data",
            "Compared to goal", "Time period range"]  # fmt: skip

    def row(code, name, kind, time, value, count):
        return ["90366", "Life expectancy at birth", "E92000001", "England", code, name, kind, "Male", "All ages", "",
            "",
                time, value, "78.1", "80.2", "", "", count, "", "", "Cannot be calculated", "Better", "20200000", "",
                "", "3y"]  # fmt: skip

    rows = [row("E92000001", "England", "England", "2020 - 22", "78.9", ""),
            *[row(code, name, "Districts & UAs", "2020 - 22", "79.5", "12") for code, name in DISTRICTS]]  # fmt: skip
    return "indicators-DistrictUA.data.csv", as_csv([head, *rows])


def nhs_digital_long():
    head = ["REPORTING_PERIOD_START", "REPORTING_PERIOD_END", "STATUS", "BREAKDOWN", "PRIMARY_LEVEL",
            "PRIMARY_LEVEL_DESCRIPTION", "SECONDARY_LEVEL", "SECONDARY_LEVEL_DESCRIPTION", "MEASURE_ID",
            "MEASURE_NAME", "MEASURE_VALUE"]  # fmt: skip
    rows = [["01/04/2024", "30/04/2024", "Final", "ICB", code, name, "NONE", "NONE", measure, said, value]
            for code, name in (("QH8", "MID AND SOUTH ESSEX ICB"), ("QJG", "SUFFOLK AND NORTH EAST ESSEX ICB"))
            for measure, said, value in (("MHS01", "People in contact", "1905"), ("MHS29", "Contacts",
            "*"))]  # fmt: skip
    return "MHSDS_Data_AprPrf_2024.csv", as_csv([head, *rows])


def lg_inform():
    """Areas down, one metric's periods across, units in the second row."""
    rows = [["Area", "2020/21", "2021/22", "2022/23"], ["", "Raw", "Raw", "Raw"], ["", "%", "%", "%"],
            *[[name, "61.2", "Missing", "63.0"] for _, name in DISTRICTS],
            ["Mean for All English district local authorities", "60.0", "60.1", "60.2"],
            ["Source:", "A survey of residents"]]  # fmt: skip
    return "lginform.csv", as_csv(rows)


def borough_names():
    """Areas by name alone, each in another habit, under a blank heading."""
    rows = [["Households in temporary accommodation, Q1 2023-24"], [],
            [None, "Households", "of which: with children"],
            ["Basildon Borough Council", 120, 60], ["Epping Forest DC", 80, 40],
            ["Southend-on-Sea (met)", 200, 110], ["ST. ALBANS", 90, 30], ["Kings Lynn & West Norfolk", 55, 20],
            ["Colchester City Council", 150, 70]]  # fmt: skip
    return "ta.xlsx", as_xlsx({"Data": rows})


def unsaid_total():
    """A last row that adds up the others and says so nowhere."""
    rows = [["District", "2022", "2023"], ["Basildon", 10, 11], ["Braintree", 20, 21], ["Harlow", 30, 33],
            ["Maldon", 5, 6], ["Essex districts", 65, 71]]  # fmt: skip
    return "calls.xlsx", as_xlsx({"Calls": rows})


def page_breaks():
    """A header that comes again in the midst, as when a printed report was pasted."""
    head = ["Area", "Calls", "Fires"]
    rows = [["Fire service, 2023"], head, ["Basildon", 5, 1], ["Harlow", 7, 2], ["Maldon", 3, 0], head,
            ["Rochford", 4, 1], ["Tendring", 6, 3], ["Uttlesford", 2, 1]]  # fmt: skip
    return "fire.xlsx", as_xlsx({"F": rows})


def unit_row():
    rows = [["Ambulance responses, March 2024"], ["Area", "Calls", "Mean", "90th centile"],
            [None, "(number)", "(minutes)", "(minutes)"],
            *[[name, 100, 8.1, 14.2] for _, name in DISTRICTS]]  # fmt: skip
    return "ambulance.xlsx", as_xlsx({"R": rows})


def symbols():
    rows = [["Area", "A", "B"], ["Basildon", "1,234r", "5.6p"], ["Braintree", "12*", "~"], ["Harlow", "<5", "(34)"],
            ["Maldon", "1 234", "-5"], ["Rochford", "£1,200", "12.5%"], ["Tendring", "5 [note 2]",
            "[low]"]]  # fmt: skip
    return "symbols_2023.xlsx", as_xlsx({"S": rows})


def excel_dates():
    book = Workbook()
    sheet = book.active
    sheet.append(["Crimes recorded"])
    sheet.append(["District", *[dt.date(2024, month, 1) for month in (1, 2, 3)]])
    for _, name in DISTRICTS:
        sheet.append([name, 10, 11, 12])
    for cell in sheet[2][1:]:
        cell.number_format = "mmm-yy"
    out = io.BytesIO()
    book.save(out)
    return "crimes.xlsx", out.getvalue()


def two_stacked():
    first = [["Table 1: Referrals by district, 2023/24"], ["District", "Referrals", "Accepted"],
             *[[name, 10, 8] for _, name in DISTRICTS], ["Total", 70, 56], []]  # fmt: skip
    second = [["Table 2: Referrals by age, 2023/24"], ["Age group", "Number", "Per cent"],
              *[[age, 10, 25] for age in ("0 to 17", "18 to 64", "65 to 84", "85 and over")], [],
              ["Source: case records"], ["1. Cases counted once."]]  # fmt: skip
    return "referrals.xlsx", as_xlsx({"Sheet1": [*first, *second]})


def side_by_side():
    rows = [["Area", "Calls", "Fires", None, "Age group", "Injured"], ["Basildon", 5, 1, None, "0 to 17", 2],
            ["Harlow", 7, 2, None, "18 to 64", 9], ["Maldon", 3, 0, None, "65 and over", 4],
            ["Total", 15, 3, None, "Total", 15]]  # fmt: skip
    return "both_2023.xlsx", as_xlsx({"S": [["Calls and who was hurt"], [], *rows]})


def late_header():
    notes = [[f"Note {number}: how the figures were made, and by whom."] for number in range(1, 46)]
    rows = [["Area", "Calls", "Fires"], *[[name, 5, 1] for _, name in DISTRICTS]]
    return "late_2023.xlsx", as_xlsx({"S": [*notes, [], *rows]})


def period_groups():
    """Two measures under each year, merged, with an index column without a name."""
    rows = [["Referrals and assessments"], [None, None, "2022/23", None, "2023/24", None],
            [None, "District", "Referrals", "Rate", "Referrals", "Rate"],
            *[[place, name, 10, 1.5, 12, 1.75] for place, (_, name) in enumerate(DISTRICTS)]]  # fmt: skip
    return "groups.xlsx", as_xlsx({"S": rows}, [("S", "C2:D2"), ("S", "E2:F2")])


def grouped_csv():
    """A header of two rows in a csv: years over measures, the year once."""
    rows = [["", "2022/23", "", "2023/24", ""], ["District", "Referrals", "Rate", "Referrals", "Rate"],
            *[[name, "10", "1.5", "12", "1.75"] for _, name in DISTRICTS]]  # fmt: skip
    return "groups.csv", as_csv(rows)


def pivoted_quarters():
    rows = [["Incidents", "", "", "", "", "", ""], ["", "2022", "", "", "", "2023", ""],
            ["District", "Q1", "Q2", "Q3", "Q4", "Q1", "Q2"],
            *[[name, "1", "2", "3", "4", "5", "6"] for _, name in DISTRICTS]]  # fmt: skip
    return "quarters.csv", as_csv(rows)


def dfe_tidy():
    head = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code",
            "region_name", "old_la_code", "la_name", "new_la_code", "school_type", "headcount",
            "fsm_percent"]  # fmt: skip
    rows = [["202324", "Academic year", "National", "E92000001", "England", "", "", "", "", "", "Total", "9000",
        "24.6"],
            ["202324", "Academic year", "Regional", "E92000001", "England", "E12000006", "East of England", "", "",
             "", "Total", "1200", "21.0"],
            *[["202324", "Academic year", "Local authority", "E92000001", "England", "E12000006", "East of England",
               old, name, new, kind, value, share]
              for old, name, new in (("881", "Essex", "E10000012"), ("882", "Southend-on-Sea", "E06000033"),
                                     ("883", "Thurrock", "E06000034"))
              for kind, value, share in (("Total", "300", "x"), ("Primary", "200", "c"), ("Secondary", "z",
              "k"))]]  # fmt: skip
    return "spc_pupils.csv", as_csv([head, *rows])


def home_office_long():
    head = ["Financial Year", "Financial Quarter", "Force Name", "Region", "Outcome Group", "Outcome Type",
            "Force Outcomes for Quarter"]  # fmt: skip
    rows = [["2023/24", quarter, force, "East", "Charged", "Charge/Summons", number]
            for force in ("Essex", "Kent", "Suffolk") for quarter, number in ((1, 10), (2, 20), (3, 30))]  # fmt: skip
    cover = [["Outcomes open data tables"], ["Contents"], ["Outcomes"]]
    return "prc-outcomes-open-data.xlsx", as_xlsx({"Cover": cover, "2023-24": [head, *rows]})


def european():
    rows = [["Bezirk", "Jahr", "Anteil", "Anzahl"], ["Nord", "2023", "12,5", "1.234"], ["Süd", "2023", "7,25", "12"],
            ["West", "2023", "9,0", "1.000"], ["Ost", "2023", "-3,4", "87"]]  # fmt: skip
    return "anteile.csv", as_csv(rows, ";", "cp1252")
