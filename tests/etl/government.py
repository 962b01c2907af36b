"""Government tables with the habits of their makers, with made-up figures: (file name, bytes)."""

from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx


def forces_by_region():
    """Police forces under their regions; the Metropolitan one is a force, no group of areas."""
    rows = [["Table H1: Officers by force area, as at 31 March 2023"], [], ["Force", "Constables", "% female"],
            ["Eastern Region"], ["Bedfordshire", "1,000", "33.1%"], ["Essex", "3 000", "34.0%"],
            ["Eastern Region total", 4000, "33.8%"], [], ["London Region"], ["City of London", 800, "25.1%"],
            ["Metropolitan", 30000, "30.2%"], ["Total of all 43 forces", 34800, "31.0%"]]  # fmt: skip
    return "workforce.xlsx", as_xlsx({"Table_H1": rows})


def fire_services():
    """Fire services named like counties: Essex's covers Southend and Thurrock too."""
    rows = [["Table 0102: Incidents attended by fire and rescue services in England, year ending March 2024"], [],
            [None, "Total fires", "Primary fires2 (indoors)"], ["England", 300, 100], ["Essex", 30, 10],
            ["Kent", 40, 20], ["Cornwall", 10, 5], ["Cumbria", 10, 5]]  # fmt: skip
    return "fire0102.xlsx", as_xlsx({"FIRE0102": rows})


def ambulance_services():
    rows = [["Month", "Code", "Ambulance Service", "Incidents", "Mean (h:m:s)"],
            ["Apr 2023", "Eng", "England", 900, 500],
            ["Apr 2023", "RYC", "East of England", 100, 520], ["Apr 2023", "RYD", "South East Coast", 90, 510],
            ["Apr 2023", "RX6", "North East", 90, 510]]  # fmt: skip
    return "ambsys.xlsx", as_xlsx({"Response times": rows})


def levels_beside_codes():
    """A nation, regions, counties and districts in a column each, under one column of codes."""
    rows = [["Table 125: Dwelling stock by district (number of dwellings)"], [],
            ["Current code", "Region / county", None, "Lower tier authority", "2001", "2002 (r)", "Rate per 1,000"],
            ["E92000001", "England", None, None, 1000, 1010, 5], [], ["E12000006", "East", None, None, 500, 505, 5],
            ["E10000012", None, "Essex", None, 300, 302, 5],
            *[[code, None, None, name, 75, "76", 5] for code, name in DISTRICTS[:4]]]  # fmt: skip
    return "lt125.xlsx", as_xlsx({"LT_125": rows})


def levels_in_a_tidy_file():
    rows = [["time_period", "geographic_level", "country_code", "country_name", "region_code", "region_name",
             "new_la_code", "la_name", "number"],
            ["202324", "National", "E92000001", "England", "", "", "", "", "600"],
            ["202324", "Regional", "E92000001", "England", "E12000006", "East of England", "", "", "60"],
            ["202324", "Local authority", "E92000001", "England", "E12000006", "East of England", "E10000012",
             "Essex", "c"]]  # fmt: skip
    return "levels.csv", as_csv(rows)


def places_over_sexes():
    """A cube laid out with places over sexes across, and their sums."""
    rows = [["Households on a benefit"], [], [None, None, "Basildon", None, "Braintree", None, "Total", None],
            [None, None, *["Male", "Female"] * 3], ["Month", "Age band"],
            *[[month if age == "16-24" else None, age, 1, 2, 3, 4, 4, 6]
              for month in ("April 2023", "May 2023") for age in ("16-24", "25-49", "Total")]]  # fmt: skip
    return "cube.xlsx", as_xlsx({"Cube": rows}, [("Cube", area) for area in ("C3:D3", "E3:F3", "G3:H3")])


def american_days():
    days = ((1, 3), (1, 14), (1, 25), (2, 5), (2, 16), (2, 27), (3, 10))
    rows = [["Date", "Calls"], *[[f"{month}/{day}/2023", 10 * month + day] for month, day in days]]
    return "calls.csv", as_csv(rows)


def spend_in_thousands():
    rows = [["Change in budgets, £000"], ["Service", "2018-19", "2019-20", "Change", "% change"],
            ["Adults", "1 200", "1 100", "(100)", "–8.3%"], ["Children", "2 000 ", "2 100", "100", "5.0%"],
            ["Total", "3 200", "3 200", "0", "0.0%"]]  # fmt: skip
    return "budgets.xlsx", as_xlsx({"B": rows})


def rates_per_thousand():
    rows = [["Table TA1, 30 June 2018"], ["Area", "Households in area4 (000s)", "Number in TA per (000s) households"],
            *[[name, 60.5, 1.2] for _, name in DISTRICTS]]  # fmt: skip
    return "ta1.xlsx", as_xlsx({"TA1": rows})


def comparison():
    """One measure over the years, called a total of things."""
    name = "Total recorded offences (per 1,000) - 20{} [note 3]"
    rows = [["Area", "Authority type", name.format("19/20"), name.format("20/21")], ["Essex", "County", 85.1, "*"],
            ["Basildon", "District", 99.1, 80.2], ["Mean for East of England", "", 75.0, 70.1]]  # fmt: skip
    return "comparison.csv", as_csv(rows)


def partnerships_with_codes():
    """The code is the partnership's: so is the name, and not the force's."""
    rows = [["Table P3: Recorded crime by community safety partnership"], [], ["Area Code", "Police Force Area name",
             "Community Safety Partnership name", "Local Authority code", "Total recorded crime", "Note"],
            ["E22000051", "Essex", "Basildon", "E07000066", 85.1, 1], ["E22000052", "Essex", "Braintree", "E07000067",
             65.1, None], ["E22000054", "Kent", "Ashford", "E07000105", "..", "1, 2"],
            ["E22000055", "Kent", "Canterbury", "E07000106", 61, 2]]  # fmt: skip
    return "partnerships 2019.xlsx", as_xlsx({"Table P3": rows})


def codes_within_names():
    rows = [["Area", "Population"], *[[f"{code} : {name}", 5] for code, name in DISTRICTS[:3]],
            ["Harlow (E07000073)", 6], ["East of England region", 50]]  # fmt: skip
    return "codes 2021.csv", as_csv(rows)


def published_on_the_cover():
    """The day of publication is no period of the figures; the columns say it."""
    table = [["Table 1: Households by council"], ["[c] = confidential; [x] = not available"],
             ["Council", "January to March 2023 [r]", "April to June 2023 [p]", "Percentage change"],
             *[[name, 5, "[c]", "[x]"] for _, name in DISTRICTS]]  # fmt: skip
    return "a.xlsx", as_xlsx({"Cover": [["Households"], ["Published 1 March 2024"]], "1": table})


def groups_of_people():
    """Groups, regions and counties in one column, with notes behind their names."""
    rows = [["Table 3a: Volunteering, 2023/24"], ["Response [note 1]", "Percentage", "Number of respondents"],
            ["Male [note 2]", 25, 5000], ["Female [note 2]", 27, 5100], ["Employed", 27, 1000], ["Retired", 30, 900]]
    return "volunteering.xlsx", as_xlsx({"A3a": rows})
