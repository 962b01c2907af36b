"""Files as survey platforms export them, made in memory: (file name, bytes). Twenty respondents each."""

import io
import json
import tempfile
from functools import partial
from pathlib import Path

from tests.etl.publishers import as_csv, as_xlsx
from tests.etl.survey_rows import AGREE, beside
from tests.etl.survey_rows import some as in_turn

PEOPLE = range(20)
some = partial(in_turn, people=len(PEOPLE))


def qualtrics():
    names = [
        "StartDate",
        "Status",
        "IPAddress",
        "Progress",
        "Duration (in seconds)",
        "Finished",
        "ResponseId",
        "Q1_1",
        "Q1_2",
        "Q2",
        "Q2_4_TEXT",
    ]
    texts = [
        "Start Date",
        "Response Type",
        "IP Address",
        "Progress",
        "Duration (in seconds)",
        "Finished",
        "Response ID",
        "How far do you agree? - The council listens",
        "How far do you agree? - Services join up",
        "Which service? - Selected Choice",
        "Which service? - Other - Text",
    ]
    imports = [json.dumps({"ImportId": name}) for name in names]
    rows = beside(
        ["2024-03-01 10:00:00"] * 20,
        some(["IP Address"] * 9 + ["Survey Preview"]),
        ["10.0.0.1"] * 20,
        some([100, 100, 100, 60]),
        [300] * 20,
        some(["True", "True", "True", "False"]),
        [f"R_{number}" for number in PEOPLE],
        some(AGREE),
        some([*AGREE[::-1], ""]),
        some(["NHS", "Police", "Other"]),
        [""] * 20,
    )
    return "qualtrics.csv", as_csv([names, texts, imports, *rows])


def surveymonkey():
    top = [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "How satisfied are you?",
        "Which have you used?",
        "",
        "",
        "Anything else?",
    ]
    low = [
        "",
        "",
        "",
        "",
        "",
        "",
        "Response",
        "Library",
        "Leisure centre",
        "Other (please specify)",
        "Open-Ended Response",
    ]
    rows = beside(
        [900 + number for number in PEOPLE],
        [1] * 20,
        ["03/01/2024"] * 20,
        ["03/01/2024"] * 20,
        ["10.0.0.1"] * 20,
        [""] * 20,
        some(
            [
                "Very satisfied",
                "Satisfied",
                "Neither satisfied nor dissatisfied",
                "Dissatisfied",
                "Very dissatisfied",
                "Don't know",
            ]
        ),
        some(["Library", ""]),
        some(["", "", "Leisure centre"]),
        [""] * 19 + ["the park"],
        [""] * 20,
    )
    return "surveymonkey.xlsx", as_xlsx({"Sheet": [top, low, *rows]})


def ms_forms():
    top = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "How satisifed are you with your area?",
        "Which services do you use?",
    ]
    rows = beside(
        list(range(1, 21)),
        ["2024-03-01"] * 20,
        ["2024-03-01"] * 20,
        ["anonymous"] * 20,
        [""] * 20,
        some(["Very satisfied", "Fairly satisfied", "Fairly dissatisfied"]),
        some(["NHS;Police;", "Police;", "Fire;NHS;"]),
    )
    return "forms.xlsx", as_xlsx({"Sheet1": [top, *rows]})


def google_forms():
    top = [
        "Timestamp",
        "Email Address",
        "How safe do you feel? [By day]",
        "How safe do you feel? [After dark]",
        "Which groups do you belong to?",
    ]
    rows = beside(
        ["01/03/2024 10:00:00"] * 20,
        ["x@example.org"] * 20,
        some(["Very safe", "Fairly safe", "A bit unsafe"]),
        some(["Fairly safe", "Very unsafe"]),
        some(["Sports, Faith", "Faith", "Arts, Sports"]),
    )
    return "google.csv", as_csv([top, *rows])


def limesurvey_codes():
    top = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "Q1[SQ001]",
        "Q1[SQ002]",
        "Q2",
        "Q2[other]",
        "interviewtime",
    ]
    rows = beside(
        list(range(20)),
        some(["2024-03-01 10:00:00", "2024-03-01 10:00:00", ""]),
        [3] * 20,
        ["en"] * 20,
        [7] * 20,
        some(["Y", "N"]),
        some(["N", "Y", "N"]),
        some([1, 2, 3, 4, 5]),
        [""] * 20,
        [120.5] * 20,
    )
    return "lime-codes.csv", as_csv([top, *rows], ";")


def limesurvey_full():
    top = [
        "Response ID",
        "Date submitted",
        "Last page",
        "Start language",
        "How far do you agree? [Council listens]",
        "How far do you agree? [Council acts]",
    ]
    rows = beside(list(range(20)), ["2024-03-01"] * 20, [3] * 20, ["en"] * 20, some(AGREE), some(AGREE[1:]))
    return "lime-full.csv", as_csv([top, *rows])


def eusurvey():
    top = [
        "How confident are you?",
        "Which services?",
        "Invitation number",
        "Contribution ID",
        "User name",
        "Creation date",
        "Last update",
        "Languages",
    ]
    rows = beside(
        some(["Very confident", "Fairly confident", "Not very confident", "Not at all confident"]),
        some(["NHS;Police", "Police"]),
        [""] * 20,
        [f"c{number}" for number in PEOPLE],
        [""] * 20,
        ["2024-03-01"] * 20,
        ["2024-03-01"] * 20,
        ["EN"] * 20,
    )
    return "eusurvey.xlsx", as_xlsx({"Content": [["Alias", "essex"], ["Export Date", "2024-04-01"], [], top, *rows]})


def typeform():
    top = [
        "#",
        "How often do you volunteer?",
        "Library",
        "Leisure",
        "Other",
        "Response Type",
        "Start Date (UTC)",
        "Submit Date (UTC)",
        "Network ID",
        "Tags",
    ]
    rows = beside(
        [f"tok{number}" for number in PEOPLE],
        some(["Always", "Often", "Sometimes", "Rarely", "Never"]),
        some(["Library", ""]),
        some(["", "Leisure"]),
        [""] * 20,
        some(["completed", "partial"]),
        ["2024-03-01"] * 20,
        ["2024-03-01"] * 20,
        ["n"] * 20,
        [""] * 20,
    )
    return "typeform.csv", as_csv([top, *rows])


def spss():
    import pandas as pd
    import pyreadstat

    frame = pd.DataFrame({"caseid": list(map(float, PEOPLE)), "Q1": some([1.0, 2.0, 3.0, 4.0, 8.0]), "wt": [1.1] * 20})
    labels = {"Q1": {1.0: "Strongly agree", 2.0: "Agree", 3.0: "Disagree", 4.0: "Strongly disagree", 8.0: "Don’t know"}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.sav"
        pyreadstat.write_sav(
            frame, str(path), column_labels=["Case", "The council listens", "Weight"], variable_value_labels=labels
        )
        return "panel.sav", io.BytesIO(path.read_bytes()).getvalue()
