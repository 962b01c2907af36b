"""Tables in which times, levels and totals stand as publishers write them, made in memory: (file name, bytes)."""

import datetime as dt
import io

from openpyxl import Workbook

from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx

QUARTERS = ("Q1: April to June", "Q2: July to September", "Q3: October to December", "Q4: January to March")


def formatted(rows, formats, merges=()):
    """An xlsx of one sheet; `formats` range -> number format."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for area, number_format in formats.items():
        for row in sheet[area]:
            for cell in row:
                cell.number_format = number_format
    for area in merges:
        sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def quarters_that_name_their_months():
    """A year once above its quarters and their total."""
    rows = [["Attendances by quarter"], ["Year", "Quarter", "Type 1", "Type 2"]]
    for year in ("2022-23", "2023-24"):
        rows += [[year if not place else None, name, 100, 20] for place, name in enumerate(QUARTERS)]
        rows.append([None, "Total", 400, 80])
    return "attendances.xlsx", as_xlsx({"Q": rows})


def years_below_their_quarters():
    """Quarters of calendar years, then whole financial years, in the same columns."""
    rows = [["Households assessed, England"], [None, None, None, "Assessed", "Owed a duty"],
            ["2018", "Q2", None, 100, 60], [None, "Q3", None, 110, 61], [None, "Q4", None, 120, 62],
            ["2019", "Q1", None, 130, 63], [], ["2018-19", None, None, 460, 246], [],
            ["Source: case records"]]  # fmt: skip
    return "households.xlsx", as_xlsx({"A1": rows})


def response_times():
    """Lengths of time by service and month; the services are named like regions; the year and the month stand once."""
    head = ["Year", "Month", "Code", "Service", "Incidents", "Mean (h:m:s)"]
    rows = [["Ambulance systems indicators"], head]
    for month in ("January", "February"):
        rows.append([2024 if month == "January" else None, month, "-", "England", 600, dt.time(0, 8, 23)])
        services = (("RYC", "East of England"), ("RRU", "London"), ("RX9", "East Midlands"))
        rows += [[None, None, code, name, 200, dt.time(0, 9, 5)] for code, name in services]
        rows.append([])
    return "AmbSYS.xlsx", formatted(rows, {"F3:F11": "h:mm:ss"})


def daily_log():
    """A contact centre's days, the first of a month among them, and their total."""
    rows = [["Contact centre"], ["Date", "Queue", "Offered", "Abandoned", "Average speed of answer"],
            *[[f"{day:02}/03/2024", "Adults", "120", "8.3%", "00:01:23"] for day in range(1, 8)],
            ["Total", "", "840", "8.3%", "00:01:23"]]  # fmt: skip
    return "calls.csv", as_csv(rows)


def days_across():
    days = [dt.datetime.fromisoformat(f"2024-04-0{day}") for day in (1, 2, 3)]
    rows = [["Discharge delays"], [None, None, *[each for day in days for each in (day, None)]],
            ["Org Code", "Org Name", *["No longer meet the criteria", "Discharged"] * 3],
            *[[code, f"Trust {code}", 10, 5, 11, 5, 12, 6] for code in ("RAJ", "RDE", "RQW")]]  # fmt: skip
    return "sitrep.xlsx", formatted(rows, {"C2:H2": "dd/mm/yyyy"}, ["C2:D2", "E2:F2", "G2:H2"])


def days_without_spaces():
    head = ["ICB_CODE", "Appointment_Date", "COUNT"]
    return "appointments.csv", as_csv([head, *[["QH8", f"{day:02}DEC2023", str(100 + day)] for day in range(1, 10)]])


def stacked_sexes():
    """Headings between the header and the rows, each sex under the last."""
    ages = [["Under 1", 5, 6, 7], ["1 to 14", 50, 55, 60], ["15 and over", 90, 98, 106]]
    rows = [["Table 1: Deaths by age and sex"], ["Age group", "2021", "2022", "2023"],
            *[row for sex in ("Persons", "Males", "Females") for row in ([sex], *ages)]]  # fmt: skip
    return "deaths.xlsx", as_xlsx({"Table 1": rows})


def levels_across():
    """A nation, its regions and their councils, each a column further right, under blank headings."""
    rows = [["", "", "", "2021-22 ", "2022-23 "], ["Wales", "", "", "100", "110"], ["", "North Wales", "", "40", "50"],
            ["", "", "Isle of Anglesey", "20", "25"], ["", "", "Gwynedd", "20", "25"],
            ["", "South Wales", "", "60", "60"], ["", "", "Powys", "30", "30"],
            ["", "", "Ceredigion", "30", "30"]]  # fmt: skip
    return "export.csv", as_csv(rows)


def counted_columns():
    """A row that counts the columns at the foot of the header."""
    rows = [["Referrals, 2023-24"], [None, None, "Total", "Total", "New", "New"],
            [None, None, "Number", "%", "Number", "%"], [None, None, 1, 2, 3, 4],
            *[[code, name, 100, "100%", 20, "20%"] for code, name in DISTRICTS]]  # fmt: skip
    return "referrals.xlsx", as_xlsx({"T5": rows})


def fire_groups():
    rows = [["Incidents attended, 2023/24"], ["Fire and rescue authority", "Total incidents", "Fires", "False alarms"],
            ["England", 600, 150, 250], ["Non-metropolitan", 400, 100, 150], ["Metropolitan", 200, 50, 100],
            ["Avon", 20, 5, 10], ["Essex", 30, 5, 10], ["Kent", "..", 5, 10]]  # fmt: skip
    return "fire0102.xlsx", as_xlsx({"FIRE0102": rows})


def scorecard():
    """Words that could be marks, and a column of the year to date."""
    rows = [["Scorecard 2024/25"], ["Indicator", "Good is", "Target", "Apr-24", "May-24", "YTD"],
            ["Calls answered", "High", 80, 78, 81, 79.3], ["Complaints", "Low", 50, 44, 51, 95],
            ["Households", "Low", 300, 310, 315, 320], ["Voids", "Low", 3, 3, "TBC", 5]]  # fmt: skip
    return "scorecard.xlsx", as_xlsx({"Q1": rows})


def subtotals_without_labels():
    rows = [["Station", "Calls", "Fires"], ["A", 10, 11], ["B", 20, 5], ["C", 30, 3], [None, 60, 19], ["D", 31, 6],
            ["E", 1, 16], ["F", 3, 6], [None, 35, 28]]  # fmt: skip
    return "stations_2023.xlsx", as_xlsx({"S": rows})


def total_in_the_midst():
    rows = [
        ["Station", "Calls", "Fires"],
        ["A", 10, 1],
        ["B", 20, 5],
        ["Whole county", 91, 15],
        ["C", 30, 3],
        ["D", 31, 6],
    ]
    return "stations_2023.xlsx", as_xlsx({"S": rows})


def weeks_down():
    rows = [["Week ending", "Calls"], *[[day, calls] for day, calls in (("07/01/2024", 5), ("14/01/2024", 6),
            ("21/01/2024", 7), ("28/01/2024", 9))]]  # fmt: skip
    return "weeks.csv", as_csv(rows)


def numbered_title():
    """A table's number in a row of its own, and a total that says "All" of something."""
    rows = [["Table 4"], ["Referrals by source, 2023"], ["Source", "Assessed", "Closed"], ["Police", 10, 5],
            ["Health", 8, 4], ["All other", 3, 1], ["All sources", 21, "-"]]  # fmt: skip
    return "t4.xlsx", as_xlsx({"T4": rows})


def changes_at_the_foot():
    """A series of quarters that ends with its changes in per cent; marks stand behind the quarters."""
    rows = [["Table TA1: households in temporary accommodation"], ["Year", "Quarter", "Households", "Nightly paid"],
            ["2018", "Q2 R", 60100, 18000], [None, "Q3 R", 61000, 18500], [None, "Q4 P", 61900, 19000],
            ["2019", "Q1", 62150, ".."], [], ["% change from previous quarter", None, 0.4, ".."],
            ["% change from same quarter of last year", None, 3.1, ".."]]  # fmt: skip
    return "households.xlsx", as_xlsx({"TA1": rows})


def a_day_beside_a_quarter():
    head = ["Council", "EffectiveDate", "Year", "Quarter", "Incidents"]
    rows = [["Colchester City Council", "31/03/2024", "2023/24", quarter, 5 + quarter] for quarter in (1, 2, 3, 4)]
    return "flytipping.csv", as_csv([head, *rows])
