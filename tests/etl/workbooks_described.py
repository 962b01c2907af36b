"""Workbooks laid out as those who read them by hand describe them, with made-up figures: (file name, bytes)."""

import datetime as dt

from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx
from tests.etl.time_tables import formatted

TRUSTS = (("Y61", "RAJ", "Estuary Hospitals"), ("Y61", "RDE", "Coast Hospitals"), ("Y56", "RJ1", "City Hospitals"),
          ("Y56", "RRV", "North City Hospitals"), ("Y58", "RTH", "Valley Hospitals"))  # fmt: skip


def beds_by_trust():
    """The region's code before the trust's; above the table what is said of the file, with a gap between."""
    rows = [["Title:", None, "Beds available and occupied"], ["Period:", None, "January 2021 to March 2021"],
            ["Published:", None, "20th May 2021"], ["Revised:", None, "-"], ["Status:", None, "Published"], [],
            [None, None, None, "Available", None, None, "Occupied"],
            ["Region Code", "Org Code", "Org Name", "Total", "Maternity", None, "Total", "Maternity"],
            ["-", None, "England", 150, 50, None, 100, 25], [],
            *[[*trust, 30, 10, None, 20, 5] for trust in TRUSTS]]  # fmt: skip
    return "beds.xlsx", as_xlsx({"NHS Trust by Sector": rows})


def a_group_parted_once():
    """Names merged over two rows; between them and the last row stands what one column is a part of."""
    rows = [["Table A1: Households assessed"], ["England, April to June 2018 to January to March 2019"],
            [None, None, "Assessed", None, "Prevention duty owed"], [None, None, None, None, None, "of which: notice"],
            [None, None, "Number", "% change", "Number", "Number"]]
    quarters = ("April to June", "July to September", "October to December R", "January to March P")
    for at, quarter in enumerate(quarters):
        rows.append([{0: 2018, 3: 2019}.get(at), quarter, 600 + at, 0.01, 300 + at, 40 + at])
    return "national.xlsx", as_xlsx({"A1": rows}, (("A1", "C3:D4"), ("A1", "E3:F3")))


def starts_and_completions():
    """The name of each group stands over its second column; a mark is glued to the last quarters."""
    rows = [["Table 213: Dwellings started and completed"], [],
            [None, None, None, None, "Started", None, None, None, "Completed"],
            [None, None, None, "Private", "Council", "All Dwellings", None, "Private", "Council", "All Dwellings"], []]
    for at, quarter in enumerate(("Q2", "Q3", "Q4P", "Q1P")):
        rows.append([{0: 2018, 3: 2019}.get(at), quarter, None, 90 + at, 9, 99 + at, None, 80 + at, 8, 88 + at])
    return "dwellings.xlsx", as_xlsx({"Quarterly": rows})


def headings_further_out():
    """Headings of rows in a column before that of the labels, which holds nothing else."""
    rows = [["Table 1: Pupils with a plan"], [], [None, None, None, 2018, 2019], [], [None, "All pupils:"],
            [None, None, "Under 5", 11, 12], [None, None, "5 and over", 21, 22], [], [None, "Mainstream"],
            [None, None, "Academy", 7, 8], [None, None, "Free school", 9, 10]]  # fmt: skip
    return "plans.xlsx", as_xlsx({"Table 1": rows})


def deals_by_area():
    """London beside another city: neither holds the other. The table's number stands alone above its title."""
    rows = [["2.2"], ["Starts, by deal area"], [], ["In month", None, "April 2018", "May 2018", "Total"]]
    for name in ("Referrals", "Starts"):
        rows += [[name, "Greater Manchester", 17, 21, 38], [None, "London", 34, 49, 83], [None, "Total", 51, 70, 121]]
    return "deals.xlsx", as_xlsx({"2_2": rows})


def responses_in_hours():
    """A total of hours beside counts and lengths of time; no column is a part of it."""
    rows = [["Response times, December 2020"],
            ["Code", "Ambulance Service", "Count", "Total (hours)", "Mean (min:sec)"],
            ["RX9", "East Midlands", 900, 120, dt.time(0, 7, 5)],
            ["RYC", "East of England", 800, 100, dt.time(0, 8, 1)],
            ["RX6", "North East", 500, 60, dt.time(0, 6, 30)]]  # fmt: skip
    return "responses.xlsx", formatted(rows, {"E3:E5": "mm:ss"})


def presenters_and_rates():
    rows = [["Council", "Total presenters", "Presenters per 1,000 population"],
            *[[name, 100 + at, 4.5 + at] for at, (_, name) in enumerate(DISTRICTS)]]  # fmt: skip
    return "presenters 2019.xlsx", as_xlsx({"1_3": rows})


def everyone_by_sex():
    """All columns are of all ages; of them the last adds up the others."""
    rows = [["Area", "All ages", None, None], [None, "Male", "Female", "Total"],
            *[[name, 10, 20, 30] for _, name in DISTRICTS]]  # fmt: skip
    return "sexes 2020.xlsx", as_xlsx({"S": rows}, [("S", "B1:D1")])


def thousands_with_spaces():
    """Figures as an accounting format writes them into text: spaces around, none with another decimal place."""
    rows = [["Council", "Spend", "Refund"], ["Basildon", " 5,166 ", " \t1,201 "], ["Braintree", " 21,901 ", " -   "],
            ["Brentwood", "107,340\u00a0", "(1,234) "]]  # fmt: skip
    return "spend 2021.csv", as_csv(rows)


def forces_and_regions():
    """Each region above its forces, one of which has its name; no heading says which is which."""
    rows = [["Force/Region", "September 2016", "March 2017"], ["North East", 900, 910], ["Cleveland", 300, 302],
            ["Northumbria", 600, 608], ["West Midlands", 1500, 1520], ["West Mercia", 500, 503],
            ["West Midlands", 1000, 1017], ["Total 43 forces", 2400, 2430], ["British Transport Police", 70, 71]]
    return "officers.csv", as_csv(rows)


def forces_alone():
    rows = [["Authority", "2016/17", "2017/18"], ["Avon & Somerset", 4, 1], ["Cleveland", 3, 5], ["Kent", 9, 2],
            ["West Midlands", 8, 7]]  # fmt: skip
    return "deaths.csv", as_csv(rows)


def council_accounts():
    """Names as a council's own system writes them: the totals of two groups end in _total."""
    rows = [["OrganisationLabel", "OrganisationURI", "period", "income_fines", "income_permits", "income_total"],
            ["Basildon Council", "http://id.example/basildon", "2021/22", 130, 42, 172],
            ["Basildon Council", "http://id.example/basildon", "2022/23", 151, 47, 198]]  # fmt: skip
    return "parking.csv", as_csv(rows)


def school_grades():
    """Numbers of schools and grades that are digits are no figures; the year is one of terms."""
    rows = [["time_period", "time_identifier", "new_la_code", "la_name", "school_urn", "grade", "Reporting Period",
             "pupils"],
            ["202223", "Spring term", "E06000033", "Southend-on-Sea", 100001, 9, 3, 12],
            ["202223", "Spring term", "E06000034", "Thurrock", 100002, "U", 3, 4],
            ["202223", "Autumn term", "E06000034", "Thurrock", 100002, 8, 2, 5]]  # fmt: skip
    return "grades.csv", as_csv(rows)


def shares_below_counts():
    """The same groups as millions, then under a heading as percentages; their sample beside them."""
    rows = [["Table 4.3: Disability by age, 2015/16 to 2017/18"], ["People (Millions)"], [],
            ["Age", "Male", "Female", "Sample size"], ["0-14", 0.7, 0.5, 801], ["15 and over", 5.1, 6.2, 9034], [],
            ["Percentage of people"], ["0-14", 9, 6, 801], ["15 and over", 19, 22, 9034]]  # fmt: skip
    return "disability.xlsx", as_xlsx({"4_3": rows})


def halves_with_footnotes():
    """Each year above its halves, one of which has a footnote's number; percentages of a total are none."""
    rows = [["1.2: Households by type"], [], [None, "Single", "Couples", "Total", "Couples as % of total"],
            ["2018-19", 30, 12, 42, 28.6], ["Apr-Sep", 13, 7, 20, 35], ["Oct-Mar 3", 17, 5, 22, 22.7],
            ["2019-20", 37, 15, 52, 28.8], ["Apr-Sep", 18, 6, 24, 25], ["Oct-Mar³", 19, 9, 28, 32.1]]  # fmt: skip
    return "halves.xlsx", as_xlsx({"1_2": rows})


def a_force_without_an_area():
    forces = [(f"E230000{number:02}", f"Force {number}") for number in range(1, 12)]
    rows = [["Table P1: Recorded crime by police force area, year ending September 2024"], [],
            ["Area Code", "Area Name", "LA number", "Offences"],
            *[[code, name, 300 + at, 1000 + 7 * at * at] for at, (code, name) in enumerate(forces)],
            ["[z]", "Transport Police", 399, 61]]  # fmt: skip
    return "crime.xlsx", as_xlsx({"P1": rows})


def payments_with_their_sum():
    """What a council paid, day by day, and the sum without a label; a number whose heading ends in ID."""
    rows = [["Payments over £500", None, None, None], [None] * 4,
            ["PaymentDate", "Beneficiary", "SupplierID", "Amount"],
            ["11/10/2021", "A Ltd", 512474, 500], ["12/10/2021", "B Ltd", 512475, "1,500.20"],
            ["13/10/2021", "C plc", 512476, "-30.00"], [None, None, None, "1,970.20"]]  # fmt: skip
    return "payments.csv", as_csv(rows)


def percentages_of_people():
    """The measure says percentage, the unit whom it is of."""
    rows = [["area_code", "area_name", "period", "indicator", "measure", "unit", "value"],
            ["E07000066", "Basildon", "2022/23", "Children who are obese", "Percentage", "Persons", 12.5],
            ["E07000066", "Basildon", "2022/23", "Children measured", "Count", "Persons", 1801]]  # fmt: skip
    return "obese.csv", as_csv(rows)


def shares_of_everyone():
    rows = [["Area", "All", "Men", "Women"], *[[name, "62.1%", "60.4%", "63.8%"] for _, name in DISTRICTS]]
    return "trust 2021.csv", as_csv(rows)
