"""Sheets of several tables, and tables whose subject, place or time stands beside them only: (file name, bytes)."""

from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx

QUARTERS = ["District", "Q1", "Q2", "Q3", "Q4", "Total"]


def _four(name, first):
    return [name, first, first + 1, first + 2, first + 3, 4 * first + 6]


def measures_stacked():
    """A block for each measure, its title above its header, all under one title: no survey of four questions."""
    rows = [["Council performance 2019/20"]]
    for start, title in ((100, "Library visits"), (200, "Missed bins"), (300, "Calls answered")):
        rows += [[], [title], QUARTERS, *[_four(name, start + 10 * at) for at, (_, name) in enumerate(DISTRICTS[:4])]]
    return "performance.xlsx", as_xlsx({"Sheet1": rows})


def measures_under_one_header():
    rows = [["Libraries and leisure, 2019/20"], [], QUARTERS]
    for start, title in ((100, "Library visits"), (200, "Pool visits")):
        rows += [[title], *[_four(name, start + 10 * at) for at, (_, name) in enumerate(DISTRICTS[:5])]]
    return "leisure.xlsx", as_xlsx({"Sheet1": rows})


def sexes_stacked():
    rows = [["Mid-2020 population estimates, Essex"]]
    for start, sex in ((30, "Persons"), (10, "Males"), (20, "Females")):
        body = [[name, start, 1, 2, 3] for _, name in DISTRICTS[:3]]
        rows += [[], [sex], ["Area", "All ages", "0-4", "5-9", "10+"], *body]
    return "mye.xlsx", as_xlsx({"S": rows})


def variables_stacked():
    """As downloaded from a store of labour market statistics: pairs of a label and its value above each block."""
    rows = [["Annual survey of people"], [], ["Area type:", "districts"]]
    for start, variable in ((70, "In work, aged 16-64"), (4, "Out of work")):
        rows += [["variable:", variable], [], ["Area", "mnemonic", "Jan 2019-Dec 2019", "", "Jan 2020-Dec 2020", ""],
                 ["", "", "number", "conf", "number", "conf"],
                 *[[name, code, start + at, 1.5, "!" if at else 9, "!" if at else 8]
                   for at, (code, name) in enumerate(DISTRICTS[:3])], []]  # fmt: skip
    return "people.csv", as_csv([*rows, ["! The group sampled is disclosive"]])


def titles_side_by_side():
    rows = [["Figures by quarter"], [], ["Fires 2019/20", None, None, None, "Fires 2020/21"],
            ["Area", "Q1", "Q2", None, "Area", "Q1", "Q2"],
            *[[name, 10, 11, None, name, 20, 21] for _, name in DISTRICTS[:4]]]  # fmt: skip
    return "fires.xlsx", as_xlsx({"S": rows})


def districts_side_by_side():
    rows = [["Table 1a Fires", None, None, None, "Table 1b Alarms"], ["Year", "Essex", "Kent", None] * 2,
            *[[f"{year}/{year % 100 + 1}", 1, 2, None, f"{year}/{year % 100 + 1}", 3, 4]
              for year in range(2015, 2020)]]  # fmt: skip
    return "both.xlsx", as_xlsx({"S": rows})


def a_sheet_each_place():
    head = ["Measure", "2018/19", "2019/20"]
    return "fires by district.xlsx", as_xlsx(
        {name: [head, ["Fires", 5, 6], ["False alarms", 7, 8], ["Rescues", 1, 2]] for _, name in DISTRICTS[:3]}
    )


def a_place_above():
    rows = [["Housing monitor"], ["Local authority:", "Basildon"], [], ["Tenure", "2019", "2020"],
            ["Owned", 5, 6], ["Rented", 7, 8], ["Shared", 1, 2]]  # fmt: skip
    return "monitor.xlsx", as_xlsx({"Monitor": rows})


def a_sheet_each_month():
    sheets = {
        month: [["Service", "Basildon", "Braintree", "Essex"], ["Fires", 5, 6, 11], ["Alarms", 7, 8, 15]]
        for month in ("Apr 2023", "May 2023")
    }
    return "incidents.xlsx", as_xlsx(sheets)


def indicators_down():
    rows = [["Indicator", "Unit", "Basildon", "Braintree", "Essex"], ["Population", "Number", 5, 6, 11],
            ["Unemployment", "%", 7, 8, 7.5], ["Crime", "per 1,000", 70, 80, 75]]  # fmt: skip
    return "profile 2022.xlsx", as_xlsx({"Sheet1": rows})


def months_under_financial_years():
    months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
    rows = [["Calls answered"], [None, "2021/22", *[None] * 12, "2022/23"], ["Service", *[*months, "Total"] * 2],
            *[[name, *range(1, 13), 78, *range(2, 14), 90] for name in ("Tax", "Housing", "Waste")]]  # fmt: skip
    return "calls.xlsx", as_xlsx({"Calls": rows})


def low_medium_high():
    """A header with "Low", which elsewhere is a mark."""
    rows = [["Quarterly well-being"], [None, None, "Low", None, "Medium", None, "Mean"],
            [None, None, *["Estimate", "Lower limit"] * 3], [2011, "Q2 (Apr to Jun)", 7, 6, 26, 25, 7.4, 7.3],
            [None, "Q3 (Jul to Sep)", 8, 7, 27, 26, 7.3, 7.2], [None, "Q4 (Oct to Dec)", 9, 8, 28, 27, 7.2, 7.1],
            [2012, "Q1 (Jan to Mar)", 9, 8, 28, 27, 7.2, 7.1]]  # fmt: skip
    return "wellbeing.xlsx", as_xlsx({"1": rows})


def report_with_dates():
    rows = [["Report: contacts by channel"], ["Produced: 03/05/2021"], ["Period: Apr 2020 to Mar 2021"], [],
            ["Channel", "Contacts", "Rate"], ["Phone", "1,200", "12.5 per 1,000"], ["Web", "£3.5m", "–2.5 per 1,000"],
            ["Post", "7 [r][p]", "*"]]  # fmt: skip
    return "contacts.csv", as_csv(rows)


def quarters_of_years(*years, apart=0, at=0, title="Noise complaints by district"):
    """A year alone in a row above each group, whose header comes again: as a number or as text, over any column."""
    rows = [[title], []]
    for group, year in enumerate(years):
        body = [_four(name, 300 + 100 * group + 10 * place)[:5] for place, (_, name) in enumerate(DISTRICTS[:4])]
        rows += [[*[None] * at, year], *[[]] * apart, QUARTERS[:5], *body, []]
    return "noise.xlsx", as_xlsx({"S": rows})


def rows_told_twice():
    """The same record twice in a row, and the first of them once more far below."""
    body = [["Noise", name, f"2024-0{month}", 10 * month + at]
            for month in (1, 2, 3) for at, (_, name) in enumerate(DISTRICTS[:4])]  # fmt: skip
    rows = [["kind", "district", "month", "complaints"], *body[:3], body[2], *body[3:], body[0]]
    return "complaints.csv", as_csv(rows)
