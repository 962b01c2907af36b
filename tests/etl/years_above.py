"""Series whose labels leave out what stands above or beside them, with made-up figures: (file name, bytes)."""

from tests.etl.open_document import as_ods
from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx

QUARTERS = ("Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar")


def quarters_under_their_year():
    """Each financial year with its figure, and its quarters further in below it, without a heading."""
    rows = [["Table 1: Decisions by quarter"], [None, "Decisions", "Acceptances"]]
    for year in (2015, 2016):
        rows += [[f"{year}/{year % 100 + 1}", 40, 20], *[["  " + each, 10, 5] for each in QUARTERS]]
    return "decisions.xlsx", as_xlsx({"T1": rows})


def months_under_a_heading():
    rows = [["Table 1: Decisions by month"], ["Month", "Decisions", "Acceptances"]]
    for year in (2015, 2016):
        rows += [[year], *[[month, 10, 5] for month in ("January", "February", "March", "April")]]
    return "decisions.xlsx", as_xlsx({"T1": rows})


def newest_quarters_first():
    rows = [["Table 1: Decisions by quarter"], ["Quarter", "Decisions"],
            *[row for year in (2019, 2018) for row in ([year], *[[f"Q{at}", at] for at in (4, 3, 2, 1)])]]  # fmt: skip
    return "decisions.xlsx", as_xlsx({"T1": rows})


def newest_months_first():
    """The year stands with the first only."""
    months = ("March", "February", "January", "December", "November")
    rows = [["Table 1: Calls"], ["Month", "Calls"], ["April 2019", 1], *[[month, 1] for month in months]]
    return "calls.xlsx", as_xlsx({"T1": rows})


def year_with_the_first_quarter():
    rows = [["Table 1: Decisions by quarter"], ["Quarter", "Decisions"],
            *[[f"{year} Q1" if quarter == 1 else f"     Q{quarter}", 10 * quarter]
              for year in (2015, 2016) for quarter in (1, 2, 3, 4)]]  # fmt: skip
    return "decisions.xlsx", as_xlsx({"T1": rows})


def months_down_years_across():
    months = ("April", "May ", "June", "January", "March [p]")
    rows = [["Nuisance calls"], ["Month", "2018/19", "2019/20"], *[[month, 5, 6] for month in months],
            ["Total", 25, 30]]  # fmt: skip
    return "calls.xlsx", as_xlsx({"Calls": rows})


def quarters_down_years_across():
    rows = [["Referrals"], ["Quarter", 2018, 2019], ["Q1 (Jan-Mar)", 5, 6], ["Q2 (Apr-Jun)", 5, 6],
            ["Q3 (Jul-Sep)", 5, 6], ["Q4 (Oct-Dec)", 5, 6], ["Year", 20, 24]]  # fmt: skip
    return "referrals.xlsx", as_xlsx({"Ref": rows})


def months_over_the_new_year():
    rows = [["Calls"], ["Month", "Calls"], ["Oct 2019", 5], ["Nov", 6], ["Dec", 7], ["Jan", 8], ["Feb", 9]]
    return "calls.xlsx", as_xlsx({"T1": rows})


def letters_beside_figures():
    """Narrow columns of R and P behind the figures, under a shared heading or none."""
    rows = [["Live table 784: acceptances"], ["Numbers"], [], ["Area", "2012 Q1", None, "2012 Q2", None],
            *[[name, 10, "R", 20, None if at % 2 else "P"] for at, (_, name) in enumerate(DISTRICTS)]]  # fmt: skip
    return "lt784.xlsx", as_xlsx({"784": rows}, [("784", "B4:C4")])


def days_as_numbers():
    return "days.csv", as_csv([["Date", "Calls"], *[[43556 + 9 * at, 100 + at] for at in range(8)]])


def homes_without_beds():
    """A register under a title, of which one entry has no figure."""
    rows = [["Care directory"], [], ["Location ID", "Name", "Local Authority", "Beds", "Rating"],
            ["1-101", "Oak House", "Essex", 34, "Good"], ["1-102", "Elm House", "Kent", None, "Inadequate"],
            ["1-103", "Ash House", "Essex", 20, "Good"], ["1-104", "Yew House", "Essex", None, "Good"]]  # fmt: skip
    return "directory.ods", as_ods(rows)


def columns_counted():
    rows = [["Revenue outturn 2019-20"], [None, None, "£ thousand"],
            ["Code", "Authority", "Employees", "Running", "Total"], [None, None, "1", "2", "3 (= 1+2)"],
            *[[code, name, 5, 6, 11] for code, name in DISTRICTS]]  # fmt: skip
    return "outturn.xlsx", as_xlsx({"RO5": rows})


def published_by():
    rows = [["Department for Roads and Rivers statistics"], ["Table 7"], ["Traffic by area"], ["Area", "1993", "1994"],
            ["England", 9, 9], ["London", 5, 5], ["Rest of England", 4, 4]]  # fmt: skip
    return "traffic_1993_94.xlsx", as_xlsx({"T7": rows})


def rest_across():
    rows = [["Assessed"], ["Period", "England", "London", "Rest of England"], ["2015/16 Q1", 9, 5, 4],
            ["2015/16 Q2 (P)", 8, 4, 4], ["2015/16 Q3 [p]", 7, 4, 3]]  # fmt: skip
    return "t3.xlsx", as_xlsx({"T3": rows})
