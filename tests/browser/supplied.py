"""Files as evaluators are given them, each with something to correct and a fault to mend: (file name, bytes)."""

import datetime as dt
import json

from tests.etl.publishers import as_csv, as_xlsx

PEOPLE = 330
ASKED_FROM = dt.date(2026, 10, 5)
TRUST = "How much do you trust your council?"
INFLUENCE = "To what extent do you agree or disagree that you personally can influence decisions in your local area?"
POLICE = "Taking everything into account, how good a job do you think the police in this area are doing?"
USED = "Which of these have you used in the last year?"
DISTRICTS = ("Basildon", "Braintree", "Chelmsford", "Colchester", "Harlow", "Tendring", "Uttlesford")
AGES = ("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+")
INFLUENCES = ("Definitely agree", "Tend to agree", "Tend to disagree", "Definitely disagree", "Don't know")
TRUSTS = ("A great deal", "A fair amount", "Not very much", "Not at all")
GRADES = ("Excellent", "Good", "Fair", "Poor", "Very poor")
TRUST_CODES = ("RAJ", "RDE", "RQW")


def picked(values, number: int, step: int = 1):
    """An answer that varies from person to person and repeats in no short pattern."""
    return values[(number * number * 7 + number * step + number // 5) % len(values)]


def asked_on(number: int) -> dt.date:
    return ASKED_FROM + dt.timedelta(days=number % 19)


def surveymonkey(future: bool = False) -> tuple[str, bytes]:
    """Two header rows, a multi-select, a label misspelt, dates in the American order; one in the future if asked."""
    head = [
        ("Respondent ID", ""), ("Collector ID", ""), ("Start Date", ""), ("End Date", ""), ("IP Address", ""),
        ("Email Address", ""), ("First Name", ""), ("Last Name", ""), ("Custom Data 1", ""),
        (TRUST, "Response"), (INFLUENCE, "Response"),
        (USED, "Library"), ("", "Leisure centre"), ("", "GP surgery"), ("", "Other (please specify)"),
        ("Which district do you live in?", "Response"), ("What is your age?", "Response"),
        ("What is your sex?", "Response"), ("Anything else you would like to say?", "Open-Ended Response"),
    ]  # fmt: skip
    rows = [_monkey(number) for number in range(PEOPLE)]
    if future:
        rows[4][3] = "11/30/2031 10:08:00"
    return "Collaborative autumn survey.xlsx", as_xlsx({"Sheet": [*map(list, zip(*head, strict=True)), *rows]})


def _monkey(number: int) -> list:
    answer = picked(INFLUENCES, number)
    day = f"{asked_on(number):%m/%d/%Y}"
    return [
        11840000 + number, 4401, f"{day} 10:00:00", f"{day} 10:08:00", f"10.0.0.{number % 250}", "", "", "", "",
        picked(TRUSTS, number, 3), "Definitly disagree" if answer == "Definitely disagree" else answer,
        picked(("Library", ""), number), picked(("", "Leisure centre", ""), number),
        picked(("GP surgery", ""), number, 3), "the park" if number == 7 else "",
        picked(DISTRICTS, number, 5), picked(AGES, number, 2), picked(("Female", "Male"), number, 3),
        "The buses are fine" if number % 9 == 0 else "",
    ]  # fmt: skip


def qualtrics(age: str = "", named: bool = False) -> tuple[str, bytes]:
    """Three header rows, previews, IP addresses and places; a district under another name unless `named`, and an
    age that is none."""
    head = [
        ("StartDate", "Start Date"), ("EndDate", "End Date"), ("Status", "Response Type"), ("IPAddress", "IP Address"),
        ("Progress", "Progress"), ("Duration (in seconds)", "Duration (in seconds)"), ("Finished", "Finished"),
        ("RecordedDate", "Recorded Date"), ("ResponseId", "Response ID"), ("RecipientEmail", "Recipient Email"),
        ("LocationLatitude", "Location Latitude"), ("LocationLongitude", "Location Longitude"),
        ("DistributionChannel", "Distribution Channel"), ("UserLanguage", "User Language"),
        ("Q1", POLICE), ("Q2", "Which district do you live in?"), ("Q3", "How old are you?"), ("Q4", "Are you ...?"),
        ("wt", "Weight"),
    ]  # fmt: skip
    rows = [_qualtrics(number, named) for number in range(PEOPLE)]
    if age:
        rows[6][16] = age
    names, texts = map(list, zip(*head, strict=True))
    imports = [json.dumps({"ImportId": each}) for each in names]
    return "Police+confidence_October+2026.csv", as_csv([names, texts, imports, *rows])


def weighted_share() -> float:
    """The share who say excellent or good in `qualtrics`, by its own weights, in per cent; previews don't count."""
    people = [number for number in range(PEOPLE) if not _preview(number)]
    good = sum(_weight(number) for number in people if picked(GRADES, number) in GRADES[:2])
    return 100 * good / sum(map(_weight, people))


def _preview(number: int) -> bool:
    return number % 40 == 3


def _weight(number: int) -> float:
    """Whoever is content counts twice as much: no weights made from the population would say so."""
    return 1.4 if picked(GRADES, number) in GRADES[:2] else 0.7


def _qualtrics(number: int, named: bool) -> list:
    at = f"{asked_on(number)} 18:{number % 60:02}:00"
    district = picked(DISTRICTS, number, 5)
    return [
        at, at, "Survey Preview" if _preview(number) else "IP Address", f"10.0.1.{number % 250}", 100,
        300 + number % 90, "True", at, f"R_{number:04}x", "", f"51.{7000 + number}", f"0.{4000 + number}",
        "preview" if _preview(number) else "anonymous", "EN",
        picked(GRADES, number), "Chelmsford City area" if district == "Chelmsford" and not named else district,
        picked(AGES, number, 2), picked(("Female", "Male"), number, 3), _weight(number),
    ]  # fmt: skip


def nhs(count: object = 11_904) -> tuple[str, bytes]:
    """Titles above, the month in a cell, merged groups of columns, a total for England, and marks for none."""
    group = [None] * 4 + ["A&E attendances", None, "A&E attendances > 4 hours", None, "Percentage in 4 hours", None]
    top = [None, "Code", "Region", "Name", *["Type 1 Departments", "Other A&E Departments"] * 3]
    rows = [
        [None, None, None, None, 4, 5, 6],
        [None, "Title:", "Monthly A&E attendances"],
        [None, "Summary:", "Attendances at departments, by provider"],
        [],
        [None, "Period:", "October 2026"],
        [None, "Source:", "Returns of the providers"],
        [None, "Published:", "12th November 2026"],
        [],
        group,
        top,
        [None, "-", "-", "England", 61_000, 22_450, 15_000, 600, 0.75, 0.97],
        [],
        [None, "RAJ", "East of England", "Mid and South Essex", 26_310, "-", 6_400, "-", 0.757, "-"],
        [None, "RDE", "East of England", "East Suffolk and North Essex", count, 4_250, 2_800, 110, 0.765, 0.974],
        [None, "RQW", "East of England", "The Princess Alexandra Hospital", 9_786, "-", 2_100, "-", 0.785, "-"],
        [],
        [None, "Note: “-” where a provider has no department of that type."],
    ]
    merged = [("Provider", f"{left}9:{right}9") for left, right in ("EF", "GH", "IJ")]
    return "October-2026-AE-by-provider.xlsx", as_xlsx({"Provider": rows}, merged)
