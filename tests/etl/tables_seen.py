"""More habits of tables in text files met in public, made anew in memory: (file name, bytes)."""

from tests.etl.publishers import DISTRICTS, as_csv


def written_by_r():
    """A sheet that R wrote as text: "NA" wherever nothing stood, and made-up names for columns without a heading."""
    blank = ["NA"] * 5
    rows = [["Contents", "...2", "...3", "...4", "...5"],
            ["Monthly figures on burials by area of residence, 2016", *blank[1:]], blank,
            ["Area of residence", "NA", "Jan-16", "Feb-16", "Mar-16"], blank,
            ["E92000001, J99000001", "ENGLAND AND ELSEWHERE", 7009, 6507, 6904], blank,
            ["E92000001", "ENGLAND", 7000, 6500, 6900], blank,
            ["E12000006", "EAST", 700, 650, "NA"], blank,
            *[[code, name, 60 + place, 61 + place, 62 + place] for place, (code, name) in enumerate(DISTRICTS)], blank,
            ["J99000001", "RESIDENCE ELSEWHERE", 9, 7, 4], blank,
            ["Footnotes", *blank[1:]], ["1 Those who lived elsewhere are left out", *blank[1:]]]  # fmt: skip
    return "Figures for 2016.csv", as_csv(rows)


def payments():
    """What a council paid: codes written on every row that has one, numbers of suppliers that count nothing."""
    head = ["Service Code", "Service Label", "Payment date", "Net Amount", "Supplier Number", "Supplier Name"]
    rows = [["1040", "Fleet", "2018-12-20", "2633.00", "117520", "BOLT MAKERS LIMITED"],
            ["", "Schools", "2018-12-04", "2384.97", "107551", "PAPER NORTH LIMITED"],
            ["1007", "Living", "2018-12-13", "1033.14", "108220", "HOMES COMMUNITY CARE"],
            ["1007", "Living", "2018-12-13", "-590.24", "108220", "HOMES COMMUNITY CARE"],
            ["1007", "Living", "2018-12-13", "586.11", "108220", "HOMES COMMUNITY CARE"],
            ["", "Schools", "2018-12-04", "655.00", "P66814", "REDACTED PERSONAL DATA"]]  # fmt: skip
    return "payments.csv", as_csv([head, *rows])


def dated_polls():
    """The day of each row beside its year."""
    head = ["conducted", "asked by", "sample size", "blue", "green", "sortdate", "year"]
    rows = [["12–13 May", "Ask/The Paper", 1010, 38, 34, "2010-05-13", 2010],
            ["31 Aug–1 Sep", "Query/The Sheet", "NA", 43, 37, "2010-09-01", 2010],
            ["4–5 Jan", "Query/The Sheet", 1876, 40, 41, "2011-01-05", 2011]]  # fmt: skip
    return "polls.csv", as_csv([head, *rows])


def months_as_numbers():
    """A column for each month, headed with its year and its month as one number."""
    months = [f"{year}{month:02}" for year in (2021, 2022) for month in range(1, 13)]
    rows = [[kind, "Minor", name, *[place + number for number in range(24)]]
            for place, (_, name) in enumerate(DISTRICTS[:3]) for kind in ("Arson", "Burglary")]  # fmt: skip
    return "borough months.csv", as_csv([["MajorText", "MinorText", "LookUp_BoroughName", *months], *rows])


def three_times():
    """A date, its month and its financial year in columns of their own."""
    rows = [["2021-03-01", "Mar 2021", "2020/21", "Northern", "1,355", "57.0%"],
            ["2021-02-01", "Feb 2021", "2020/21", "Northern", "972", "52.9%"],
            ["2021-02-01", "Feb 2021", "2020/21", "Western", "711", "98.7%"]]  # fmt: skip
    return "waits.csv", as_csv([["Date", "Month", "Year", "Trust", "Total", "Percent Under 4 Hours"], *rows])


def health_boards():
    head = ["Health Board", "Amber calls", "% waiting 18+ weeks"]
    rows = [["North University Local Health Board", 3865, 0.63], ["South Teaching Local Health Board", 1321, 0.23],
            ["West Local Health Board", 7675, 0.56]]  # fmt: skip
    return "boards 2021.csv", as_csv([head, *rows])
