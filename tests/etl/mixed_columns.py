"""Columns that hold several things, and rows that are parts of others, with made-up figures: (file name, bytes)."""

from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx
from tests.etl.time_tables import formatted


def shares_among_counts():
    """Metrics down and months across: only one row is a percentage."""
    rows = [["Metric", "Apr.21", "May 21", "Jun-21"], ["Calls", 120, 130, 140], ["Answered", 110, 120, 130],
            ["% answered", "91.7%", "92.3%", "92.9%"]]  # fmt: skip
    return "calls.xlsx", as_xlsx({"Data": rows})


def shares_by_format():
    rows = [["Metric", "2021", "2022"], ["Calls", 120, 130], ["Share answered", 0.917, 0.923], ["Letters", 5, 6]]
    return "calls.xlsx", formatted(rows, {"B3:C3": "0.0%"})


def counts_with_shares_behind():
    rows = [["Area name", "Area code", "N (%)"], *[[name, code, f"{50 + at} (12.5%)"]
            for at, (code, name) in enumerate(DISTRICTS)]]  # fmt: skip
    return "counts 2023.xlsx", as_xlsx({"S": rows})


def of_which():
    rows = [["Table 2: Reason for loss of home, Apr-Jun 2023"], [], ["Reason", "Number"], ["Total owed a duty", 1000],
            ["Family no longer willing", 300], ["of which:"], ["  Parents", 200], ["  Other family", 100],
            ["End of tenancy", 700]]  # fmt: skip
    return "reasons.xlsx", as_xlsx({"A2": rows})


def regions_with_a_total():
    rows = [["Officers, 31 March 2023"], ["Force", "Officers"], ["Eastern Region"], ["Bedfordshire", 5], ["Norfolk", 6],
            ["South East Region"], ["Kent", 7], ["Sussex", 8], [], ["Total of all forces", 26]]
    return "officers.xlsx", as_xlsx({"H1": rows})


def groups_beside_places():
    """Kinds of groups in one column, carried down, and the groups in the next; neither is headed."""
    rows = [["Levels of activity"], [None, None, "2015-16", None, "2016-17", None],
            [None, None, *["Respondents", "Rate"] * 2], ["England", None, 1900, 0.61, 1980, 0.62],
            ["Gender", "Male", 900, 0.65, 910, 0.66], [None, "Female", 990, 0.58, 1000, 0.59],
            ["Local authority", "Basildon", 50, 0.58, "*", "*"], [None, "Braintree", 51, 0.6, 49, 0.61]]  # fmt: skip
    return "activity.xlsx", as_xlsx({"T1": rows})


def three_levels_across():
    """Region, county and district in a column each, the first two written once; a grand total at the end."""
    rows = [["Table 100: Dwellings 2022"], ["Region", "County", "District", "Dwellings"],
            ["East", "Essex", "Basildon", 5], [None, None, "Braintree", 6], [None, None, "Essex total", 11],
            [None, "Suffolk", "Babergh", 7], [None, None, "Ipswich", 8], ["South East", "Kent", "Ashford", 3],
            [None, None, "Canterbury", 4], ["England", None, None, 99]]  # fmt: skip
    return "t100.xlsx", as_xlsx({"100": rows})


def a_total_of_all_sections():
    rows = [["Councillors 2023"], ["Council", "Seats"], ["ESSEX"], ["Basildon", 42], ["Braintree", 49], ["Total", 91],
            ["KENT"], ["Ashford", 47], ["Canterbury", 39], ["Total", 86], ["GRAND TOTAL", 177]]  # fmt: skip
    return "seats.xlsx", as_xlsx({"S": rows})


def years_above_a_gap():
    rows = [["Table 2"], [None, "2021", None, "2022", None], [], ["Area", "Calls", "Cost", "Calls", "Cost"],
            *[[name, 5, 6, 7, 8] for _, name in DISTRICTS]]  # fmt: skip
    return "gap.xlsx", as_xlsx({"S": rows}, [("S", "B2:C2"), ("S", "D2:E2")])


def two_places_across():
    rows = [["Summary, March 2024"], ["Indicator", "Essex", "England"], ["Life expectancy", 80.2, 79.4],
            ["Healthy years", 64.1, 63.2], ["Smokers", "12%", "13%"]]  # fmt: skip
    return "summary.xlsx", as_xlsx({"S": rows})


def decimal_commas_below_a_title():
    rows = [["Report"], [], [None, "Area", "Jan 2021", "Feb 2021"], [None, "Basildon", "1,5", "2,5"],
            [None, "Braintree", "3,25", "4"], [None, "Total", "4,75", "6,5"]]  # fmt: skip
    return "report.csv", as_csv(rows, ";", "cp1252")


def waits_in_minutes():
    """Minutes and seconds by their heading, a truth in every row, and years that end in a month."""
    rows = [["Year ending", "Calls", "Average wait (mm:ss)", "Longest wait", "Target met"],
            ["Mar-15", 120, "03:12", "1:02:03", True], ["Mar-16", 130, "12:10", "0:45:00", False],
            ["Jun-16", 140, "01:05", "0:30:12", True]]  # fmt: skip
    return "waits.xlsx", as_xlsx({"Data": rows})


def providers_of_unknown_codes():
    rows = [["Calls by provider"], [], ["Region", "Provider Code", "Provider Name", "Calls"],
            ["England", "-", "England", 1000], [], ["East of England", "YDD", "A doctors' group", 400],
            ["London", "YEE", "An ambulance service", 600]]  # fmt: skip
    return "111-April-2024.xlsx", as_xlsx({"Raw": rows})


def percentages_with_their_base():
    rows = [["Table 3b: satisfied with care, 2023/24 (percentage)"], ["Area", "outcome", "number of respondents"],
            *[[name, 62.7, 415] for _, name in DISTRICTS]]  # fmt: skip
    return "satisfied.xlsx", as_xlsx({"3b": rows})


def names_with_years_glued():
    return "MYEB1.csv", as_csv([["code", "name", "sex", "population_2011", "population_2012"],
                                *[[code, name, sex, 5, 6] for code, name in DISTRICTS for sex in (1, 2)]])  # fmt: skip
