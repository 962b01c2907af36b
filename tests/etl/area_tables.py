"""Tables whose areas stand in unusual places, made in memory: (file name, bytes)."""

from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx


def regions_in_another_column():
    """The nation and the regions have neither a code nor a name in the columns of authorities."""
    rows = [["Table B1: Referrals, 2023-24"], ["LA code", "Region", "Local authority", "Referrals", None],
            [None, None, None, "Number", "Rate per 10,000"], [None, "England", None, 1000, 50],
            ["E12000006", "East of England", None, 500, 51], ["881", "East of England", "Essex", 300, 52],
            ["882", "East of England", "Southend-on-Sea", 200, "x"], ["E12000007", "London", None, 500, 49],
            ["301", "London", "Barking and Dagenham", 250, 49], ["302", "London", "Barnet", 250, 49]]  # fmt: skip
    return "b1.xlsx", as_xlsx({"B1": rows}, [("B1", "D2:E2")])


def councils_across():
    rows = [["Households by tenure, Census 2021"], ["Tenure", "Basildon", "Braintree", "Brentwood", "Essex"],
            ["Owned", 1, 2, 3, 6], ["Mortgage", 1, 2, 3, 6], ["Rented", 1, 2, 3, 6],
            ["Total", 3, 6, 9, 18]]  # fmt: skip
    return "tenure.xlsx", as_xlsx({"T": rows})


def footnoted_names():
    """Footnotes behind names, codes that aren't there, small counts under a row of years."""
    rows = [["Rough sleeping, autumn 2010 to autumn 2012"],
            ["Code", "Local authority", "2010", "2011 [r]", "2012 (p)"],
            ["E07000066", "Basildon [note 1]", 1, 2, 3], ["E07000067", "Braintree¹", 1, 2, 3],
            ["", "Brentwood (2)", 1, "4 [r]", 3], ["", "Castle Point3", 1, 2, "[x]"],
            ["E07000070", "Chelmsford", 1, 2, 3]]  # fmt: skip
    return "snapshot.xlsx", as_xlsx({"T": rows})


def small_areas():
    head = ["LSOA code (2011)", "LSOA name (2011)", "Local Authority District code (2019)", "District name (2019)",
            "Score", "Decile (1 is the most deprived 10% of LSOAs)"]  # fmt: skip
    rows = [[f"E0102126{each}", f"Basildon 00{each}A", "E07000066", "Basildon", 12.3, 3] for each in range(6)]
    return "File_7.csv", as_csv([head, *rows])


def labels_named_above():
    """The labels' headings stand in the row of groups, and blank ones in the header's last row."""
    rows = [["Live table 253: dwellings started"], ["Current ONS code", "Authority", None, "2022-23", None],
            [None, None, None, "Private", "All"], ["E92000001", "England", None, 100, 125],
            ["E12000006", "East of England", None, 10, 12], *[[code, None, name, 1, 2] for code, name in DISTRICTS]]
    return "table253.xlsx", as_xlsx({"2022-23": rows})


def months_of_the_titles_year():
    rows = [["Adult social care contacts 2023-24"], ["District", "Apr", "May", "Mar", "Total"],
            ["Basildon", 10, 20, 35, 65], ["Harlow", 11, 21, 31, 63], ["Maldon", 1, 2, 4, 7]]  # fmt: skip
    return "contacts.xlsx", as_xlsx({"S": rows})


def police_forces():
    """Regions above forces, one of them called Metropolitan, and units in the header's last row."""
    rows = [["Table P1: offences, year ending March 2024"], [], ["Police force area", "Offences", "Rate per 1,000"],
            [None, "Number", "population"], [], ["ENGLAND", "5,000,000", 85], ["East", "200", 80],
            ["Bedfordshire", 50, 70], ["Essex", 150, 85], [], ["London", 900, 100], ["Metropolitan Police", 899, 100],
            ["London, City of", 1, "-"]]  # fmt: skip
    return "forces.xlsx", as_xlsx({"Table P1": rows})


def linked_sheet():
    rows = [["Back to contents"], ["Table A1: Children in need, England"], [],
            ["", 2022, 2023, 2024], ["Children at 31 March", 404000, 403090, 399460], ["Cases begun", None, None, None],
            ["   Male", 100, 110, 120], ["   Female", 90, 91, 92]]  # fmt: skip
    return "need.xlsx", as_xlsx({"A1": rows})


def purchases():
    head = ["Body Name", "Date", "Transaction Number", "Amount"]
    rows = [["Essex County Council", f"{day:02}/04/2024", f"51000{day}", "1,200.50"] for day in range(1, 9)]
    return "spend.csv", as_csv([head, *rows])


def thousands_of_pounds():
    """A row of £000 under years and names, and a negative in brackets."""
    rows = [["Revenue budget 2024/25"], [None, "2023/24", "2023/24", "2024/25"],
            ["Service", "Budget", "Forecast", "Budget"], [None, "£000", "£000", "£000"],
            ["Adults", "476,100", "480,220", "501,000"], ["Children", "150,000", "(1,200)", "160,000"]]  # fmt: skip
    return "budget.xlsx", as_xlsx({"Summary": rows})


def letters_over_columns():
    """Codes of industries under their names: a C there is no mark."""
    rows = [["Vacancies by industry, 2023"], ["", "All", "Mining", "Manufacturing"], ["Sections", "A-S", "B", "C"],
            ["Permanent", 1138, 2, 85], ["Temporary", 1106, 2, "c"]]  # fmt: skip
    return "vacancies.xlsx", as_xlsx({"levels": rows})


def parts_of_rows():
    """Rows that say they are parts of the row above, under a title that could be a unit."""
    rows = [["Number of households losing a home"], ["Reason", "2022-23", "2023-24"], ["Family", 300, 310],
            ["End of tenancy", 400, 420], ["  of which: landlord selling", 150, 160], ["- of which: arrears", 50, 55],
            ["Other", 310, 300]]  # fmt: skip
    return "reasons.xlsx", as_xlsx({"T2": rows})


def pivot():
    """A pivot table as text: what is counted stands further in under each district."""
    rows = [["Row Labels", "Sum of Incidents"], ["Basildon", "100"], ["  Fire", "40"], ["  Special service", "60"],
            ["Harlow", "50"], ["  Fire", "20"], ["  Special service", "30"], ["Grand Total", "150"]]  # fmt: skip
    return "pivot 2023-24.csv", as_csv(rows)


def names_among_codes():
    """The nation and the regions stand in the column of codes, with footnotes, and a district's total has no code."""
    rows = [["Table LAA1: Children looked after, 2024"], ["Code", "Authority", "Number", "Rate"],
            ["ENGLAND3", None, 83630, 70], ["EAST OF ENGLAND", None, 6550, 50], ["E06000055", "Bedford", 260, "."],
            ["E10000012", "Essex4", 1150, 37], ["E06000034", "Thurrock", 290, 63], ["LONDON", None, 9700, 50],
            ["E09000003", "Barnet", 300, 31], ["E09000004", "Bexley", 200, 31]]  # fmt: skip
    return "looked_after.xlsx", as_xlsx({"LAA1": rows})


def totals_without_codes():
    head = ["Ward Code", "Ward Name", "District", "2024"]
    wards = [[f"E050040{each:02}", f"Ward {each}", "Basildon" if each < 3 else "Harlow", 5 + each] for each in range(5)]
    rows = [*wards[:3], ["", "", "Basildon Total", 18], *wards[3:], ["", "", "Harlow Total", 17],
            ["", "", "Grand Total", 35]]  # fmt: skip
    return "wards.csv", as_csv([head, *rows])


def headings_of_labels_below():
    """The labels are headed in the row under the one that heads the figures."""
    rows = [["Table 1a: Council taxbase, 2023"], [None, None, None, "All", "Band A"], ["ecode", "ONS code", "Council"],
            *[[f"E15{place:02}", code, name, 100.5, 10] for place, (code, name) in enumerate(DISTRICTS)]]  # fmt: skip
    return "taxbase.xlsx", as_xlsx({"T": rows})


def forces_and_partnerships():
    rows = [["Table C1: recorded crime, year ending March 2024"], ["Area Code", "Area Name", "Total", "Homicide"],
            ["E12000006", "East", 500, 1], ["E23000026", "Bedfordshire", 50, 0], ["E22000001", "Bedford", 20, 0],
            ["E22000002", "Central Bedfordshire", 30, 0], ["E23000028", "Essex", 450, 1],
            ["E22000070", "Basildon", 240, 1], ["E22000071", "Braintree", 210, 0]]  # fmt: skip
    return "partnerships.xlsx", as_xlsx({"C1": rows})


def months_of_two_quadrants():
    """Two tables under a title whose year both take."""
    rows = [["Contacts by quadrant, 2023-24"], ["Mid"], ["Month", "Contacts", "Referrals"], ["Apr", 100, 20],
            ["May", 110, 21], [], ["North"], ["Month", "Contacts", "Referrals"], ["Apr", 90, 10],
            ["May", 95, 12]]  # fmt: skip
    return "quadrants.xlsx", as_xlsx({"S": rows})
